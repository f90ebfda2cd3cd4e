"""The plain pages of the record: old answers, changes, rows, citations, versions as files, and the feed."""

from __future__ import annotations

import asyncio
import io
import json
import re
import zipfile
from datetime import datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from markupsafe import escape
from starlette.applications import Starlette
from starlette.types import Message

from needlewise.evidence.model.rows import TABLES
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading import archive
from needlewise.evidence.reading.load import load
from needlewise.server.routes import routes
from needlewise.words import say

APP = Starlette(routes=routes())
FIRST, IN_FORCE = next(iter(load().releases)), list(load().releases)[-1]
ATOM = "{http://www.w3.org/2005/Atom}"
ROW = "effects/low_back_pain.acupuncture.skelly2020.1"


def ask(address: str, host: str = "a.example") -> tuple[int, str, bytes]:
    """One GET request without a network: status, kind, content."""
    sent: list[Message] = []
    parts = urlsplit(address)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": parts.path,
        "raw_path": parts.path.encode(),
        "query_string": parts.query.encode(),
        "headers": [(b"host", host.encode())],
        "scheme": "https",
        "server": ("a.example", 443),
    }
    asyncio.run(APP(scope, receive, send))
    kind = dict(sent[0]["headers"]).get(b"content-type", b"").decode()
    return sent[0]["status"], kind, b"".join(part.get("body", b"") for part in sent[1:])


def page(address: str) -> str:
    """A page that is there."""
    status, kind, content = ask(address)
    assert (status, kind) == (200, "text/html; charset=utf-8")
    return content.decode()


@pytest.mark.parametrize("version", load().releases)
def test_an_answer_stands_as_it_was_said(version: str, concern_id: str):
    """Its first sentence, letter for letter, and every source behind it as a link."""
    if concern_id not in archive.concerns(version):
        return
    kept = archive.answers(version, concern_id)
    assert kept is not None
    html = page(f"/answer?concern={concern_id}&version={version}")
    assert str(escape(kept["lines"][0]["text"])) in html
    assert all(str(escape(source["link"])) in html for source in kept["sources"].values())


def test_an_old_answer_says_so_and_today_is_never_called_old():
    """Marked at the top, with the way to today's answer and to what has changed."""
    old, today = page(f"/answer?concern=acne_scars&version={FIRST}"), page("/answer?concern=acne_scars")
    assert say("kept-old-why") in old
    assert f'href="/?concern=acne_scars&amp;version={FIRST}"' in old
    assert say("kept-old-why") not in today
    assert ('content="noindex"' in old, 'content="noindex"' in today) == (True, False)
    assert IN_FORCE in today


@pytest.mark.parametrize("version", ["9.9.9", "x" * 500, "../0.1.0", "<script>", "%00"])
@pytest.mark.parametrize("address", ["/answer?concern=acne_scars", f"/row/{ROW}?"])
def test_an_unknown_version_gives_todays_answer_and_a_quiet_note(address: str, version: str):
    """Never an error, and the same page whatever the address makes up: what is held for others is not pushed out by it."""
    html = page(f"{address}&version={version}")
    assert say("version-unknown-here") in html
    assert say("kept-old-why") not in html
    assert html == page(f"{address}&version=8.8.8")


def test_how_to_cite_repeats_only_what_is_cited():
    """Whatever else an address holds is left out of the links and makes no other page."""
    cited = page("/cite?table=effects&x=%22%3E%3Cscript%3E&version=" + FIRST)
    assert cited == page(f"/cite?version={FIRST}&table=effects")
    assert "script%3E" not in cited


@pytest.mark.parametrize(
    "host", ["", "a b", "x" * 3000, 'a.example"><script>', "a.example/../b", "me:secret@a.example", "[::1", "a.example:99999999"]
)  # fmt: skip
@pytest.mark.parametrize(
    "address", ["/answer?concern=acne_scars", "/changes.atom", "/cite?table=effects", f"/row/{ROW}"]
)
def test_a_host_that_is_none_is_not_written_into_an_answer(address: str, host: str):
    """The addresses then begin at the root, and all such requests get the same answer."""
    status, _, content = ask(address, host)
    assert status == 200
    assert content == ask(address, "(")[2]
    assert b"a.example" not in content


@pytest.mark.parametrize(
    "address",
    ["/answer", "/answer?concern=sore_thumb", "/changes/sore_thumb", "/changes/sore_thumb.atom", "/row/effects/nobody", "/row/secrets/x",
     "/row/effects/..%2f..", "/cite?row=effects:nobody", "/cite?table=secrets", "/cite?answer=sore_thumb", "/cite?version=9.9.9",
     "/data/9.9.9/effects.csv", f"/data/{FIRST}/secrets.csv", f"/data/{FIRST}/..", "/data/releases/9.9.9.zip", "/data/releases/.."],
)  # fmt: skip
def test_what_is_not_there_is_not_found(address: str):
    """An unknown concern, row, table or version, and every way out of the folder."""
    assert ask(address)[0] == 404


def test_a_row_tells_its_step_its_history_and_how_to_cite_it(evidence: Evidence):
    """One address for a figure: what was printed, the step to what is shown, each mend, and the citation."""
    html = page(f"/row/{ROW}")
    assert "0.54 on a scale of 10 points is 5.4 of 100 points" in html
    change = evidence.changed(ROW.replace("/", ":"))[0]
    assert change.why in html
    assert f"https://a.example/row/{ROW}?version={IN_FORCE}" in html
    old = page(f"/row/{ROW}?version={FIRST}")
    assert say("row-today") in old


def test_the_changes_of_a_concern_lead_to_rows_that_are_there():
    """Each line names a row with an address of its own."""
    html = page("/changes/low_back_pain")
    links = set(re.findall(r'href="(/row/[^"]+)"', html))
    assert len(links) > 20
    for link in sorted(links)[:5]:
        assert ask(link)[0] == 200


@pytest.mark.parametrize(("path", "count"), [("/changes.atom", 30), ("/changes/low_back_pain.atom", 3)])
def test_the_feed_is_a_sound_one(path: str, count: int):
    """What RFC 4287 asks: a feed and each entry have one id, one title, one day with a zone; ids differ; links are whole."""
    status, kind, content = ask(path)
    assert status == 200
    assert kind.startswith("application/atom+xml")
    feed = ET.fromstring(content)  # noqa: S314  made by ourselves
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) >= count
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
    for item in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert len(item.findall(f"{ATOM}{name}")) == 1
        assert urlsplit(item.findtext(f"{ATOM}id", "")).scheme == "https"
        assert datetime.fromisoformat(item.findtext(f"{ATOM}updated", "")).tzinfo is not None
        for link in item.findall(f"{ATOM}link"):
            assert urlsplit(link.get("href", "")).netloc == "a.example"
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    assert [link.get("rel") for link in feed.findall(f"{ATOM}link")] == ["self", "alternate"]
    days = [entry.findtext(f"{ATOM}updated", "") for entry in entries]
    assert days == sorted(days, reverse=True)
    for entry in entries:
        content_of = entry.find(f"{ATOM}content")
        assert content_of is not None
        assert content_of.text


@pytest.mark.parametrize(
    "asked", ["answer=acne_scars", f"row={ROW.replace('/', ':')}", "table=effects", "", f"version={FIRST}"]
)
def test_everything_can_be_cited_in_three_forms(asked: str):
    """As text, as BibTeX and as CSL-JSON, with an address that leads somewhere."""
    assert say("cite-title") in page(f"/cite?{asked}")
    status, _, bibtex = ask(f"/cite.bib?{asked}")
    assert status == 200
    assert bibtex.decode().startswith("@misc{needlewise-")
    status, _, csl = ask(f"/cite.json?{asked}")
    assert status == 200
    (item,) = json.loads(csl)
    address = item["URL"]
    assert address.startswith("https://a.example/")
    assert ask(address.removeprefix("https://a.example"))[0] == 200


@pytest.mark.parametrize("version", load().releases)
def test_a_version_can_be_taken_whole_or_file_by_file(version: str):
    """Byte for byte as it was kept."""
    status, kind, content = ask(f"/data/releases/{version}.zip")
    assert (status, kind) == (200, "application/zip")
    with zipfile.ZipFile(io.BytesIO(content)) as kept:
        for name in ("effects.csv", "README.md", "datapackage.json"):
            assert ask(f"/data/{version}/{name}")[2] == kept.read(name)


def test_the_tables_of_today_are_still_where_they_were():
    """Every old address still works."""
    for table in TABLES:
        assert ask(f"/data/{table}.csv")[0] == 200


def test_each_figure_of_an_old_answer_stands_under_its_own_name():
    """Also where the version told less of an option than today."""
    html = page(f"/answer?concern=low_back_pain&version={FIRST}")
    kept = archive.answers(FIRST, "low_back_pain")
    assert kept is not None
    lines = {line["place"]: line for line in kept["lines"] if line.get("option") == "dry_needling"}
    part = html.partition(f"<h3>{kept['options']['dry_needling']}</h3>")[2].partition("</section>")[0]
    for place in ("visits", "days", "course", "discomfort", "harm"):
        told = part.partition(f"<dt>{say(f'place-{place}')}</dt>")[2].partition("</div>")[0]
        assert str(escape(lines[place]["text"])) in told, place
