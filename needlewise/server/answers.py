"""The answers for other machines, as JSON: `/api/concerns.json` and `/api/concerns/<id>.json`."""

from __future__ import annotations

import json

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from needlewise.caching import shared
from needlewise.decision import machine
from needlewise.evidence.reading.load import load
from needlewise.server.tables import current_evidence

# Anyone may read them, from any page: they hold nothing of a visitor.
_OPEN = {"Access-Control-Allow-Origin": "*"}


def concerns(_: Request) -> Response:
    """Every concern and where its answer stands."""
    evidence, _faults = current_evidence()
    if evidence is None:
        return _no_answers()
    return JSONResponse(machine.concern_index(evidence), headers=_OPEN)


def concern(request: Request) -> Response:
    """The answer of one concern: the values its page draws. 404 for an id that is none."""
    evidence, _faults = current_evidence()
    if evidence is None:
        return _no_answers()
    name = request.path_params["concern_id"]
    if name not in evidence.concerns:
        return JSONResponse({"error": "no such concern"}, 404, headers=_OPEN)
    return Response(_answer(name), media_type="application/json", headers=_OPEN)


def _no_answers() -> Response:
    """The tables have faults: no answer is better than half an answer."""
    return JSONResponse({"error": "the tables have faults"}, 503, headers=_OPEN)


@shared(size=32)
def _answer(concern_id: str) -> bytes:
    """The answer as it is sent, made once: the evidence of a process does not change."""
    return json.dumps(machine.concern_answer(load(), concern_id), ensure_ascii=False).encode()
