"""Plain pages of what the evidence records of itself, made without any script: old answers, changes, rows, how to cite.

Each has an address that lasts. What an address may ask for is a concern, a row or a version that the tables name;
anything else is not found, or told quietly, before any work is done.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from needlewise.caching import shared
from needlewise.decision.memory import cite, history
from needlewise.decision.memory.kept import kept
from needlewise.decision.memory.snapshot import BIG, FIGURES, Line, Snapshot
from needlewise.evidence.model.record import Release
from needlewise.evidence.model.rows import TABLES
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading import archive
from needlewise.evidence.rules.versions import in_force, known, not_released, version_words
from needlewise.evidence.sentences.rows import row_words
from needlewise.evidence.sentences.steps import step_words
from needlewise.server.base import base_of
from needlewise.server.feed import feed
from needlewise.server.tables import DATA_FILES, current_evidence
from needlewise.ui.templates import render
from needlewise.words import dates, say

_CSS = Path(__file__).with_name("record.css")
# Set in the scope of a request whose page is whole: headers.py puts nothing into it.
WHOLE = "needlewise.whole"
# A page is 10 to 60 kB: a few concerns of a few versions, whatever is asked for.
_HELD = 24

_Make = Callable[[Request, Evidence], Response]


def _answering(make: _Make) -> Callable[[Request], Awaitable[Response]]:
    """Answer from the evidence of this process, beside the loop; 503 while the tables have faults."""

    def answer(request: Request) -> Response:
        evidence, _ = current_evidence()
        return PlainTextResponse("The tables have faults\n", 503) if evidence is None else make(request, evidence)

    async def respond(request: Request) -> Response:
        request.scope[WHOLE] = True
        return await run_in_threadpool(answer, request)

    return respond


def _asked(request: Request) -> QueryParams:
    """What the address asks for: a machine's question, no visitor's choice."""
    return QueryParams(request.url.query)


def _base(request: Request) -> str:
    """Where this server is asked, with a slash at its end; only that where a request names no host."""
    return f"{base_of(Headers(scope=request.scope), request.scope)}/"


def _missing() -> Response:
    return PlainTextResponse("Not found\n", 404)


def _html(template: str, title: str, **values: object) -> str:
    css = _CSS.read_text(encoding="utf-8")
    return str(render(f"record_pages/{template}.html", style=render("style.html", css=css), title=title, **values))


def _version(evidence: Evidence, asked: str | None) -> tuple[Release, bool]:
    """The version that is asked for, and whether it is not known; the one in force where none is asked for.

    What an address made up is not repeated: each page that is sent is held for a while, and would be another one.
    """
    found = known(evidence, asked) if asked else in_force(evidence)
    return (in_force(evidence), True) if found is None else (found, False)


# One answer


def _answer(request: Request, evidence: Evidence) -> Response:
    concern_id = _asked(request).get("concern", "")
    if concern_id not in evidence.concerns:
        return _missing()
    release, unknown = _version(evidence, _asked(request).get("version"))
    if kept(release, concern_id) is None:
        return _missing()
    return HTMLResponse(_answer_page(concern_id, release.version, _base(request), is_unknown=unknown))


@shared(size=_HELD)
def _answer_page(concern_id: str, version: str, base: str, *, is_unknown: bool) -> str:
    evidence = _sound()
    release = evidence.releases[version]
    snapshot = kept(release, concern_id)
    if snapshot is None:
        raise LookupError(concern_id)
    url = f"{base}answer?{urlencode({'concern': concern_id, 'version': version})}"
    return _html(
        "answer",
        say("kept-title", concern=snapshot.name, version=release.version),
        snapshot=snapshot,
        answer=[line for line in snapshot.lines if line.place.startswith("answer-")],
        big=[(say(f"place-big-{name}"), line) for name in BIG if (line := snapshot.line("", f"big-{name}"))],
        rows=[(name, _option(snapshot, option)) for option, name in snapshot.options.items()],
        harms=_harms(snapshot),
        numbers=_numbers(snapshot),
        names=lambda line: dict.fromkeys(name for ref in line.refs for name in snapshot.rows[ref].sources),
        release=release,
        version=version_words(release),
        old=release.version != in_force(evidence).version,
        unknown=is_unknown,
        ahead=len(not_released(evidence)),
        concern_id=concern_id,
        versions=[row for row in evidence.releases.values() if row.version != release.version],
        cites=_cites(cite.answer(release, concern_id, snapshot.name, url)),
        dates=dates,
    )


def _option(snapshot: Snapshot, option: str) -> list[tuple[str, Line]]:
    """What each figure of an option is, and the figure; what the version told of no option is left out."""
    places = ("effect", *FIGURES)
    return [(say(f"place-{name}"), line) for name in places if (line := snapshot.line(option, name)) is not None]


def _harms(snapshot: Snapshot) -> list[tuple[str, list[tuple[str, Line]]]]:
    found = []
    for option, name in snapshot.options.items():
        lines = [
            line for line in snapshot.lines if line.option == option and line.place.startswith(("harm:", "harms-"))
        ]
        if lines:
            found.append((name, [(line.place.partition(":")[2], line) for line in lines]))
    return found


def _numbers(snapshot: Snapshot) -> dict[str, int]:
    """The number of each source, in the order in which the lines first need them."""
    used = (name for line in snapshot.lines for ref in line.refs for name in snapshot.rows[ref].sources)
    return {name: number for number, name in enumerate(dict.fromkeys(used), 1)}


# What changed


def _changes(request: Request, evidence: Evidence) -> Response:
    concern_id = request.path_params["concern_id"]
    if concern_id not in evidence.concerns:
        return _missing()
    return HTMLResponse(_changes_page(concern_id))


@shared(size=_HELD)
def _changes_page(concern_id: str) -> str:
    evidence = _sound()
    concern = evidence.concerns[concern_id]
    return _html(
        "changes",
        say("changes-title", concern=concern.name),
        concern=concern,
        days=_days(concern_id),
        headline=history.headline(evidence, concern_id),
        release=in_force(evidence),
        version=version_words(in_force(evidence)),
        versions=list(evidence.releases.values()),
        dates=dates,
    )


@shared(size=_HELD)
def _days(concern_id: str) -> tuple[history.Day, ...]:
    return history.of_concern(_sound(), concern_id)


def _sound() -> Evidence:
    evidence, _ = current_evidence()
    if evidence is None:
        raise LookupError("the tables have faults")
    return evidence


def _feed(request: Request, evidence: Evidence) -> Response:
    concern_id = request.path_params.get("concern_id")
    if concern_id is not None and concern_id not in evidence.concerns:
        return _missing()
    return Response(_feed_of(_base(request), concern_id), media_type="application/atom+xml")


@shared(size=_HELD)
def _feed_of(base: str, concern_id: str | None) -> bytes:
    return feed(_sound(), base, concern_id, _days)


# One row


def _row(request: Request, evidence: Evidence) -> Response:
    table, row_id = request.path_params["table"], request.path_params["row_id"]
    if table not in TABLES or row_id not in getattr(evidence, table):
        return _missing()
    release, unknown = _version(evidence, _asked(request).get("version"))
    old = release.version != in_force(evidence).version
    ref = f"{table}:{row_id}"
    row = evidence.find(ref)
    cells = archive.row(release.version, table, row_id) if old else _cells(row.model_dump(mode="json"))
    url = _lasting(request, f"row/{table}/{row_id}", version=release.version)
    return HTMLResponse(
        _html(
            "row",
            say("row-title", ref=ref),
            ref=ref,
            words="" if old else row_words(row),
            step="" if old else step_words(row),
            sources=[] if old else [evidence.sources[name] for name in evidence.source_ids(ref)],
            cells=cells,
            days=history.of_row(evidence, ref),
            version=version_words(release),
            old=old,
            unknown=unknown,
            versions=[item for item in evidence.releases.values() if item.version != release.version],
            cites=_cites(cite.row(release, ref, url)),
            dates=dates,
        )
    )


def _cells(dumped: dict[str, object]) -> dict[str, str]:
    """The cells of a row that hold anything, as the tables write them."""
    found = {}
    for name, value in dumped.items():
        if value in (None, "", [], False):
            continue
        found[name] = "yes" if value is True else "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    return found


# How to cite


def _cites(cited: cite.Cited) -> dict[str, str]:
    return {"text": cite.text(cited), "bibtex": cite.bibtex(cited), "csl": cite.csl_json(cited)}


def _lasting(request: Request, path: str, **query: str) -> str:
    return f"{_base(request)}{path}?{urlencode(query)}"


def _cited(request: Request, evidence: Evidence) -> cite.Cited | None:
    """What an address asks to cite: `answer`, `row`, `table`, or all tables; None for what is not there."""
    asked = _asked(request)
    release, unknown = _version(evidence, asked.get("version"))
    if unknown:
        return None
    if concern_id := asked.get("answer"):
        if concern_id not in evidence.concerns:
            return None
        url = _lasting(request, "answer", concern=concern_id, version=release.version)
        return cite.answer(release, concern_id, evidence.concerns[concern_id].name, url)
    if ref := asked.get("row"):
        table, _, row_id = ref.partition(":")
        if table not in TABLES or row_id not in getattr(evidence, table):
            return None
        return cite.row(release, ref, _lasting(request, f"row/{table}/{row_id}", version=release.version))
    if name := asked.get("table"):
        if name not in TABLES:
            return None
        return cite.table(release, name, f"{_base(request)}data/{release.version}/{name}.csv")
    return cite.whole(release, f"{_base(request)}data/releases/{release.version}.zip")


_CITED_BY = ("answer", "row", "table", "version")


def _cite(request: Request, evidence: Evidence) -> Response:
    cited = _cited(request, evidence)
    if cited is None:
        return _missing()
    if request.url.path.endswith(".bib"):
        return PlainTextResponse(cite.bibtex(cited), media_type="application/x-bibtex")
    if request.url.path.endswith(".json"):
        return PlainTextResponse(cite.csl_json(cited), media_type="application/vnd.citationstyles.csl+json")
    page = _html(
        "cite",
        say("cite-page-title"),
        tables=tuple(TABLES),
        title_of=cited.title,
        cites=_cites(cited),
        query=urlencode([(name, value) for name in _CITED_BY if (value := _asked(request).get(name))]),
        url=cited.url,
    )
    return HTMLResponse(page)


# Versions as files


def _file(request: Request, evidence: Evidence) -> Response:
    """One file of a released version, by its own name."""
    release = known(evidence, request.path_params["version"])
    name = request.path_params["name"]
    kind = DATA_FILES.get(name) or ("application/json" if name == "datapackage.json" else "")
    content = archive.member(release.version, name) if release is not None and kind else None
    return _missing() if content is None else Response(content, media_type=kind)


def _whole_file(request: Request, evidence: Evidence) -> Response:
    """A released version whole, ready to be kept or deposited."""
    release = known(evidence, request.path_params["name"].removesuffix(".zip"))
    if release is None:
        return _missing()
    return Response(archive.path(release.version).read_bytes(), media_type="application/zip")


def routes() -> list[BaseRoute]:
    """The addresses of the record."""
    return [
        Route("/answer", _answering(_answer)),
        Route("/changes.atom", _answering(_feed)),
        Route("/changes/{concern_id}.atom", _answering(_feed)),
        Route("/changes/{concern_id}", _answering(_changes)),
        Route("/row/{table}/{row_id}", _answering(_row)),
        Route("/cite", _answering(_cite)),
        Route("/cite.bib", _answering(_cite)),
        Route("/cite.json", _answering(_cite)),
        Route("/data/releases/{name}", _answering(_whole_file)),
        Route("/data/{version}/{name}", _answering(_file)),
    ]
