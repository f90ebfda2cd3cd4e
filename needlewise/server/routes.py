"""The addresses that are not pages: health, scripts, the tables, the clinic's logo."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from needlewise import __version__, ui
from needlewise.clinic.settings import current
from needlewise.server import answers, metrics, record, warming
from needlewise.server.headers import SCRIPTS
from needlewise.server.sources import shelf_page
from needlewise.server.tables import current_evidence, data_file
from needlewise.ui.components import clinic
from needlewise.ui.components.source_cards import shelves

_ASSETS = Path(ui.__file__).with_name("assets")


def _health(_: Request) -> Response:
    """200 and `ok` when the tables this process loaded are sound, else 503 and how many faults they have."""
    evidence, faults = current_evidence()
    status = 200 if evidence is not None else 503
    return JSONResponse(
        {"status": "ok" if evidence else "faults", "faults": len(faults), "version": __version__}, status
    )


async def _ready(_: Request) -> Response:
    """200 and `ready` once what all visitors share is worked out, else 503 and why not.

    The reasons are warming, faults, failed, and settings for a clinic's file with a fault.
    """
    # A server that mounts this app may not have started it by its lifespan.
    warming.everything.begin()
    state = warming.state()
    return JSONResponse({"status": state, "version": __version__}, 200 if state == "ready" else 503)


def _script(request: Request) -> Response:
    """Our own scripts: for a lost connection, for the consult room, for every page, and for the first HTML."""
    script = _ASSETS / request.url.path.rpartition("/")[2]
    return Response(script.read_bytes(), media_type="text/javascript", headers={"Cache-Control": "no-cache"})


def _robots(_: Request) -> Response:
    return PlainTextResponse("User-agent: *\nAllow: /\n")


def _logo(_: Request) -> Response:
    """The clinic's logo. A drawing (SVG) with a script in it would run nothing: the policy allows none."""
    found = clinic.picture(current())
    return PlainTextResponse("Not found\n", 404) if found is None else Response(found[0], media_type=found[1])


def routes() -> list[BaseRoute]:
    """The addresses that are not pages."""
    return [
        Route("/api/health", _health),
        Route("/api/ready", _ready),
        Route("/api/concerns.json", answers.concerns),
        Route("/api/concerns/{concern_id}.json", answers.concern),
        Route("/api/metrics", metrics.metrics),
        Route("/robots.txt", _robots),
        *(Route(f"/{name}", _script) for name in SCRIPTS),
        *record.routes(),
        Route("/data/{name}", data_file),
        Route(f"/{shelves.ROOM}/{{edition}}/{{name}}", shelf_page),
        Route(f"/{clinic.LOGO_ADDRESS}", _logo),
    ]
