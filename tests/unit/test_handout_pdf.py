"""The PDF itself: two pages, tagged, every font inside, every word of the take-home in it, and markup only ever as text."""

from __future__ import annotations

import io
import re
import resource
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from needlewise.clinic.settings import check_fields
from needlewise.decision.explore import build
from needlewise.evidence.load import Evidence, load
from needlewise.handout import content, pdf
from needlewise.handout.content import Found, Issue, Wanted
from needlewise.handout.pdf import PAPERS, Paper, make, printable
from needlewise.words import say
from tests.unit.test_handout_content import LINK, TODAY, full, lines

MADE = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
CONCERNS = tuple(load().concerns)
HOSTILE = (
    "#set page(fill: red)", "#panic()", "*bold* _emph_ `raw` $x^2$", "<b>b</b><script>alert(1)</script>", "<label> @ref [x] #[y]",
    "\\ \\u{41} // no comment /* none */", '"quoted" \'#"', '#sys.inputs #read("/etc/passwd") #image("x")', "= Heading", "- list", "~ -- --- ...",
)  # fmt: skip


def _read(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def _flat(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _text(data: bytes) -> str:
    return _flat("".join(page.extract_text() for page in _read(data).pages))


def _holds(text: str, wanted: str) -> bool:
    """True when the words stand there in one piece, or in two that the end of a page or column parts."""
    flat = _flat(printable(wanted))
    return flat in text or any(flat[:cut] in text and flat[cut:] in text for cut in range(1, len(flat)))


def _tags(reader: PdfReader) -> Iterator[Any]:
    """Every element of the tag tree."""
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += node
        elif hasattr(node, "get"):
            if "/S" in node:
                yield node
            if "/K" in node:
                waiting.append(node["/K"])


def _fonts(reader: PdfReader) -> Iterator[Any]:
    for page in reader.pages:
        for font in page["/Resources"].get_object().get("/Font", {}).values():
            found = font.get_object()
            yield found["/DescendantFonts"][0].get_object() if "/DescendantFonts" in found else found


@pytest.fixture(scope="module")
def filled() -> bytes:
    """Everything in it, on A4."""
    return make(full("acne_scars"), "a4", MADE)


def test_it_says_it_conforms_to_pdf_ua(filled: bytes):
    """Marked, tagged, with a language, a title that is shown, and PDF/UA-1 in its metadata; Typst refuses what does not."""
    root = _read(filled).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]).startswith("en")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert re.search(r"pdfuaid:part[^0-9]{1,3}1", metadata)
    assert _read(filled).metadata.title == full("acne_scars").title


def test_its_tags_tell_headings_tables_lists_and_pictures(filled: bytes):
    """One first heading; table heads as heads; each picture and the code with words instead."""
    found = list(_tags(_read(filled)))
    kinds = [str(node["/S"]) for node in found]
    assert kinds.count("/H1") == 1
    for kind in ("/H2", "/H3", "/P", "/L", "/LI", "/Table", "/TR", "/TH", "/TD", "/Figure", "/Link"):
        assert kind in kinds, kind
    alts = [str(node.get("/Alt", "")) for node in found if node["/S"] == "/Figure"]
    assert len(alts) >= 3
    assert all(len(alt) > 15 for alt in alts)
    assert any(LINK in alt for alt in alts)


def test_every_font_is_inside(filled: bytes):
    """And the typefaces are those of the product."""
    found = list(_fonts(_read(filled)))
    assert found
    for font in found:
        descriptor = font["/FontDescriptor"].get_object()
        assert any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3"))
        assert "Inter" in str(font["/BaseFont"]) or "Fraunces" in str(font["/BaseFont"])


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("concern_id", CONCERNS)
def test_two_pages_hold_every_word_of_it(concern_id: str, paper: Paper):
    """All parts filled: no more than two pages of the right size, under 300 kB, with every line, caption and source."""
    handout = full(concern_id)
    data = make(handout, paper, MADE)
    reader = _read(data)
    assert len(reader.pages) <= 2
    assert len(data) < 300_000
    size = (round(float(reader.pages[0].mediabox.width)), round(float(reader.pages[0].mediabox.height)))
    assert size == {"a4": (595, 842), "us-letter": (612, 792)}[paper]
    text = _text(data)
    wanted = [line.text for line in lines(handout)] + [line.note for line in lines(handout)]
    wanted += [
        *handout.questions,
        *handout.own,
        *handout.note,
        handout.title,
        handout.funding,
        handout.version,
        handout.link,
        *handout.heads,
    ]
    wanted += [side.caption for pair in handout.pairs for side in pair.sides] + [
        source.shown for source in handout.sources
    ]
    assert handout.plan is not None
    assert handout.priorities is not None
    wanted += [
        *handout.plan.lines,
        *handout.priorities.said,
        *handout.priorities.lines,
        *(cell for row in handout.priorities.rows for cell in row),
    ]
    assert [words for words in wanted if not _holds(text, words)] == []
    for number in range(1, len(handout.sources) + 1):
        assert str(number) in text


@pytest.mark.parametrize("words", HOSTILE)
def test_markup_comes_out_as_it_was_typed(words: str):
    """Typst and HTML in a name, a question or a note are letters, nothing more."""
    handout = full("low_back_pain", Wanted(name=words, own=words, note=f"{words}\n{words}"))
    data = make(handout, "a4", MADE)
    assert _text(data).count(_flat(words)) == 4
    assert len(_read(data).pages) <= 2


def test_a_clinics_name_is_text_too(evidence: Evidence):
    """A name that looks like markup is printed as it is."""
    clinic, faults = check_fields({"name": "A#b[*c*] <i>", "who_pays": "$x$ #pay"}, pdf._HERE, evidence)
    assert not faults
    assert clinic is not None
    handout = content.build(
        evidence,
        build(evidence, "acne_scars"),
        ("microneedling", "no_treatment"),
        Wanted(),
        Found(),
        Issue(TODAY, LINK, clinic),
    )
    text = _text(make(handout, "a4", MADE))
    assert "A#b[*c*]<i>" in text
    assert "$x$#pay" in text


@pytest.mark.parametrize("broken", [False, True])
def test_a_clinics_logo_is_in_it_with_words(evidence: Evidence, tmp_path: Path, broken: bool):  # noqa: FBT001  a case
    """The picture has the clinic's name as its text; one that cannot be read is left out, and the paper still comes."""
    logo = tmp_path / "logo.png"
    Image.new("RGB", (120, 40), "teal").save(logo)
    if broken:
        logo.write_bytes(logo.read_bytes()[:40])
    clinic, faults = check_fields(
        {"name": "Clinic & Co", "who_pays": "The clinic.", "logo": "logo.png"}, tmp_path, evidence
    )
    assert not faults
    assert clinic is not None
    page = build(evidence, "acne_scars")
    data = make(
        content.build(evidence, page, ("microneedling", "no_treatment"), Wanted(), Found(), Issue(TODAY, LINK, clinic)),
        "a4",
        MADE,
    )
    alts = [str(node.get("/Alt", "")) for node in _tags(_read(data)) if node["/S"] == "/Figure"]
    assert (say("take_home-doc-logo", name="Clinic & Co") in alts) is not broken
    assert "Clinic&Co" in _text(data)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=60), st.text(max_size=500), st.text(max_size=700))
def test_no_text_can_break_it(name: str, own: str, note: str):
    """Any signs of any script: a PDF comes out, and it conforms."""
    page = build(load(), "hair_thinning")
    handout = content.build(
        load(),
        page,
        ("microneedling", "no_treatment"),
        Wanted(name=name, own=own, note=note),
        Found(),
        Issue(TODAY, LINK),
    )
    assert make(handout, "a4", MADE).startswith(b"%PDF-")


def test_many_scripts_are_printed():
    """Latin with all its accents, Greek, Cyrillic and Vietnamese have shapes; what has none becomes a question mark."""
    words = "Łukasz Ştefan Ελένη Иван Nguyễn"
    assert pdf.is_printable(words)
    assert printable("张 ☺ →") == "? ? ?"
    assert _flat(words) in _text(make(full("acne_scars", Wanted(name=words)), "a4", MADE))


def test_every_word_of_ours_can_be_printed(evidence: Evidence):
    """No sentence, title or link of the data loses a sign on paper."""
    lost = {
        sign
        for table in (
            evidence.sources,
            evidence.concerns,
            evidence.treatments,
            evidence.cautions,
            evidence.red_flags,
            evidence.appointment,
        )
        for row in table.values()
        for value in dict(row).values()
        if isinstance(value, str)
        for sign in value
        if printable(sign) != sign
    }
    assert lost == set()


def test_what_cannot_fit_two_pages_still_comes_out():
    """An absurdly long take-home takes a third page rather than fail."""
    handout = full("acne_scars")
    long = replace(handout, questions=handout.questions * 30)
    assert len(_read(make(long, "a4", MADE)).pages) > 2


def _sizes(data: bytes) -> set[float]:
    """Type sizes in points on the first page."""
    found: set[float] = set()
    _read(data).pages[0].extract_text(
        visitor_text=lambda text, _cm, matrix, _font, size: (
            found.add(round(abs(matrix[3]) * size, 1)) if text.strip() else None
        )
    )
    return found


def test_the_larger_type_is_used_where_there_is_room(evidence: Evidence, filled: bytes):
    """Two options and nothing else are set in ten points; four options with everything in less, never below seven."""
    wanted = Wanted(parts=("options", "questions"))
    few = content.build(
        evidence,
        build(evidence, "hair_thinning"),
        ("microneedling", "no_treatment"),
        wanted,
        Found(),
        Issue(TODAY, LINK),
    )
    assert 10.0 in _sizes(make(few, "a4", MADE))
    assert 10.0 not in _sizes(filled)
    assert min(layout.size for layout in pdf.LAYOUTS) >= 7


def test_two_made_alike_are_alike(filled: bytes):
    """The same content, paper and time give the same file, byte for byte."""
    assert make(full("acne_scars"), "a4", MADE) == filled


def test_today_stands_in_it(filled: bytes):
    """The day it was made."""
    assert _flat("22 Nov 2026") in _text(filled)
    assert date(2026, 11, 22) == TODAY


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_making_many_does_not_fill_the_memory():
    """Ten more take-homes take less than 30 MB more, where Typst's own memory would take over 150."""
    handout = full("acne_scars")

    def resident() -> int:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize()

    make(handout, "a4", MADE)
    before = resident()
    for turn in range(10):
        make(replace(handout, name=f"Client {turn}"), "a4", MADE)
    assert resident() - before < 30_000_000
