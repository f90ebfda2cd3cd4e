"""The PDF itself: two pages, tagged, every font inside, every word of the take-home in it, and markup only ever as text."""

from __future__ import annotations

import functools
import io
import re
import resource
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from needlewise.clinic.settings import check_fields
from needlewise.decision.compare.choice import first_choice
from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.plan import build as plan_build
from needlewise.decision.plan import model as plan_model
from needlewise.decision.priorities.criteria import board, measure
from needlewise.decision.priorities.fit import weigh
from needlewise.decision.suitability import advise, checklist
from needlewise.decision.told import Answers
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.handout import build as handout_build
from needlewise.handout import pdf
from needlewise.handout.citations import BETWEEN
from needlewise.handout.model import Found, Handout, Issue, Wanted, Weighed
from needlewise.handout.pdf import PAPERS, Layout, Paper, chosen, make
from needlewise.handout.shorten import STEPS, shortened
from needlewise.words import say, sentence
from needlewise.words.paper import is_printable, printable
from tests.unit.test_handout_content import LINK, TODAY, full, lines

MADE = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
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


def _made(handout: Handout, paper: Paper, monkeypatch: pytest.MonkeyPatch) -> tuple[bytes, Layout]:
    """The file, and the layout that was chosen for it: the trials are made once for both."""
    layouts: list[Layout] = []

    def choose(handout: Handout, paper: Paper, made: datetime, logo: bytes) -> Layout:
        layouts.append(chosen(handout, paper, made, logo))
        return layouts[-1]

    with monkeypatch.context() as patch:
        patch.setattr(pdf, "chosen", choose)
        data = make(handout, paper, MADE)
    (layout,) = layouts
    return data, layout


def _holds(text: str, wanted: str) -> bool:
    """True when the words stand there in one piece, or in two that the end of a page or column parts."""
    flat = _flat(printable(wanted))
    return flat in text or any(flat[:cut] in text and flat[cut:] in text for cut in range(1, len(flat)))


def _signs(handout: Handout) -> list[str]:
    """What is printed of the signs: what to do, once before all that ask for it, and each sign."""
    return [
        part
        for signs in (handout.signs, handout.after)
        for line in signs
        for part in (line.text.partition(": ")[0] + ":", sentence(line.text.partition(": ")[2]))
    ]


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
    """Marked, tagged, with a language, a title that is shown, and PDF/UA-1 in its metadata.

    Typst refuses what does not.
    """
    root = _read(filled).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]).startswith("en")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert re.search(r"pdfuaid:part[^0-9]{1,3}1", metadata)
    assert _read(filled).metadata.title == full("acne_scars").title


def test_its_tags_tell_headings_tables_lists_and_pictures():
    """One first heading; table heads as heads; each picture and the code with words instead."""
    # With less told there is room for the pictures.
    few = Wanted(parts=("options", "questions"))
    found = list(_tags(_read(make(full("hair_thinning", few, ("microneedling", "no_treatment")), "a4", MADE))))
    kinds = [str(node["/S"]) for node in found]
    assert kinds.count("/H1") == 1
    # Marks by skin type have a heading of their own; nobody counted any on the scalp.
    assert "/H3" in [
        str(node["/S"])
        for node in _tags(_read(make(full("stretch_marks", None, ("microneedling", "no_treatment")), "a4", MADE)))
    ]
    for kind in ("/H2", "/P", "/L", "/LI", "/Table", "/TR", "/TH", "/TD", "/Figure", "/Link"):
        assert kind in kinds, kind
    # The fullest paper has no room for pictures; this one draws strips, the people of one study, and the code.
    pictured = replace(full("tension_headache"), plan=None, priorities=None, cautions=None, questions=())
    alts = [str(node.get("/Alt", "")) for node in _tags(_read(make(pictured, "a4", MADE))) if node["/S"] == "/Figure"]
    assert len(alts) == 4
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


@pytest.mark.full
@pytest.mark.parametrize("paper", PAPERS)
def test_of_the_first_choice_nothing_that_matters_is_left_out(concern_id: str, paper: Paper):
    """The options a page opens with, and every part filled: only what can be seen again elsewhere gives way.

    Pictures, a few questions, how dates add up, the table of fits and what happens at a visit, which the page behind
    the code tells of every option; never a caution, a sign, a harm or a source.
    """
    handout = full(concern_id, option_ids=first_choice(load(), concern_id))
    assert chosen(handout, paper, MADE).steps <= STEPS.index("what") + 1


@pytest.mark.full
@pytest.mark.parametrize("paper", PAPERS)
def test_two_pages_hold_every_word_of_it(concern_id: str, paper: Paper, monkeypatch: pytest.MonkeyPatch):
    """Every part filled, four options: two pages of the right size, under 300 kB, with every line, caption and source.

    What is left out is counted on the paper; every source that a line names stays, and each thing to raise its name.
    """
    handout = full(concern_id)
    data, layout = _made(handout, paper, monkeypatch)
    steps = layout.steps
    assert steps <= STEPS.index("all reasons") + 1
    handout, left = shortened(handout, steps)
    reader = _read(data)
    assert len(reader.pages) <= 2
    assert len(data) < 300_000
    size = (round(float(reader.pages[0].mediabox.width)), round(float(reader.pages[0].mediabox.height)))
    assert size == {"a4": (595, 842), "us-letter": (612, 792)}[paper]
    text = _flat("".join(page.extract_text() for page in reader.pages))
    signs = (*handout.signs, *handout.after)
    wanted = [line.text for line in lines(handout) if line not in signs] + [line.note for line in lines(handout)]
    wanted += _signs(handout)
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
    wanted += [*left, *(side.caption for pair in handout.pairs for side in pair.sides)] + [
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


@pytest.mark.full
@pytest.mark.parametrize("words", HOSTILE)
def test_markup_comes_out_as_it_was_typed(words: str):
    """Typst and HTML in a name, a question or a note are letters, nothing more."""
    # Beside the shortest paper there is, so that little else is set; long ones have tests of their own.
    handout = full("low_back_pain", Wanted(parts=("own", "note"), name=words, own=words, note=f"{words}\n{words}"))
    data = make(handout, "a4", MADE)
    assert _text(data).count(_flat(words)) == 4
    assert len(_read(data).pages) <= 2


def test_a_clinics_name_is_text_too(evidence: Evidence):
    """A name that looks like markup is printed as it is."""
    clinic, faults = check_fields({"name": "A#b[*c*] <i>", "who_pays": "$x$ #pay"}, pdf._HERE, evidence)
    assert not faults
    assert clinic is not None
    handout = handout_build.build(
        evidence,
        build_concern_page(evidence, "acne_scars"),
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
    clinic, faults = check_fields(
        {"name": "Clinic & Co", "who_pays": "The clinic.", "logo": "logo.png"}, tmp_path, evidence
    )
    assert not faults
    assert clinic is not None
    if broken:
        # After the settings were read: somebody has overwritten the file.
        logo.write_bytes(logo.read_bytes()[:40])
    page = build_concern_page(evidence, "acne_scars")
    data = make(
        handout_build.build(
            evidence, page, ("microneedling", "no_treatment"), Wanted(), Found(), Issue(TODAY, LINK, clinic)
        ),
        "a4",
        MADE,
    )
    alts = [str(node.get("/Alt", "")) for node in _tags(_read(data)) if node["/S"] == "/Figure"]
    assert (say("take_home-doc-logo", name="Clinic & Co") in alts) is not broken
    assert "Clinic&Co" in _text(data)


@pytest.mark.full
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=60), st.text(max_size=500), st.text(max_size=700))
def test_no_text_can_break_it(name: str, own: str, note: str):
    """Any signs of any script: a PDF comes out, and it conforms."""
    page = build_concern_page(load(), "hair_thinning")
    handout = handout_build.build(
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
    assert is_printable(words)
    assert printable("张 ☺ →") == "? ? ?"
    assert _flat(words) in _text(make(full("acne_scars", Wanted(name=words)), "a4", MADE))


@pytest.mark.parametrize(
    ("browser", "made", "event"),
    [
        *(
            (name, "22 Nov 2026", "Sat, 12 Jun 2027")
            for name in ("ja", "zh-CN", "ko", "ar", "he", "fa", "ur", "hi", "th")
        ),
        ("de-CH", "22. Nov. 2026", "Sa., 12. Juni 2027"),
        ("ru", "22 нояб. 2026\u202fг.", "сб, 12 июн. 2027\u202fг."),
        ("bg", "22.11.2026\u202fг.", "сб, 12.06.2027\u202fг."),
        ("el", "22 Νοε 2026", "Σάβ 12 Ιουν 2027"),
    ],
)
def test_dates_are_whole_in_every_browsers_language(browser: str, made: str, event: str):
    """In the visitor's language where the fonts can print it, else in English; no question mark in place of a sign."""
    handout = full("acne_scars", Wanted(locale=browser))
    assert handout.made == made
    assert handout.plan is not None
    words = [*handout.plan.lines, *(line.text for option in handout.plan.options for line in option.lines)]
    assert event in words[0]
    assert [text for text in words if not is_printable(text)] == []
    text = _text_made_once(repr(handout), handout)
    assert _holds(text, event)
    assert not any(mark in text for mark in "\u2066\u2067\u2068\u2069\u200e\u200f\u202f")


_TEXTS: dict[str, str] = {}


def _text_made_once(content: str, handout: Handout) -> str:
    """What is printed; papers that say the same are one file (`test_two_made_alike_are_alike`), so it is made once."""
    if content not in _TEXTS:
        _TEXTS[content] = _text(make(handout, "a4", MADE))
    return _TEXTS[content]


LONG = ("W" * 100, "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 2, "_" * 90, "-" * 90)


@pytest.mark.parametrize("word", LONG, ids=["one letter", "a law", "a line", "dashes"])
def test_a_very_long_word_stays_in_its_column(word: str):
    """Broken at any letter, and still one word for whoever copies it out of the file."""
    handout = full("acne_scars", Wanted(name=word, own=word, note=f"We said {word} today."))
    data = make(handout, "a4", MADE)
    reader = _read(data)
    assert len(reader.pages) <= 2
    assert _text(data).count(word) == 2
    width = float(reader.pages[0].mediabox.width)
    ends: list[float] = []

    def add(text: str, cm: list[float], matrix: list[float], _font: object, size: float) -> None:
        # A letter of these is at least a fifth of its size wide.
        if text.strip() and set(text.strip()) <= set(word):
            ends.append(cm[0] * matrix[4] + cm[4] + len(text.strip()) * 0.2 * abs(matrix[3]) * size)

    for page in reader.pages:
        page.extract_text(visitor_text=add)
    assert len(ends) > 100
    assert max(ends) < width - 25


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


@functools.cache
def _most_to_say(concern_id: str) -> tuple[ConcernPage, list[str]]:
    """A concern's page, and the four of its options with the most to say."""
    evidence = load()
    page = build_concern_page(evidence, concern_id)
    names = [option.treatment_id for option in evidence.options(concern_id)]
    lengths = {
        name: len(repr(handout_build.build(evidence, page, (name,), Wanted(), Found(), Issue(TODAY)).options))
        for name in names
    }
    return page, sorted(sorted(names, key=lambda name: -lengths[name])[:4], key=names.index)


def _fullest(concern_id: str, conditions: tuple[str, ...]) -> Handout:
    """Four options with the most to say, a plan, six things that matter, things ticked, six own questions, a long note, a clinic."""
    evidence = load()
    page, chosen_ids = _most_to_say(concern_id)
    skin = page.concern.group == "skin"
    told = Answers(5 if skin else None, False, conditions)
    table = board(measure(evidence, concern_id), tuple(chosen_ids), dict.fromkeys(chosen_ids, 5.0))
    asked = [item.criterion_id for item in table.criteria if item.askable][:6]
    said = tuple((name, 100.0 - 10 * place) for place, name in enumerate(asked))
    found = Found(
        plan_build.build(
            evidence, concern_id, tuple(chosen_ids), plan_model.Wishes(TODAY, TODAY + timedelta(days=200)), TODAY
        ),
        Weighed(said, "close to home and easy to reach by bus", weigh(table, said)),
        tuple(advise(evidence, name, told, skin=skin) for name in chosen_ids),
        told.skin_type,
    )
    given = {
        "name": "Harrow & Vale Skin and Movement Clinic, Marylebone",
        "who_pays": "The clinic pays for this page and earns money from the treatments it offers here. " * 2,
        "fees": {"currency": "GBP", "visit": {name: 1250.5 for name in chosen_ids if name != "no_treatment"}},
        "usual": [
            {"treatment": name, "visits": 6, "weeks_between": 4} for name in chosen_ids if name != "no_treatment"
        ],
        "contact": {
            "phone": "+44 20 7946 0123",
            "email": "reception@harrow-vale.example",
            "website": "https://www.harrow-vale.example/treatments",
            "address": "2nd floor, 118 Marylebone High Street, London W1U 4RY",
        },
    }
    clinic, faults = check_fields(given, pdf._HERE, evidence)
    assert not faults
    assert clinic is not None
    own = "\n".join(["How often have you done this, and for how many did it not help at all?"] * 6)
    words = Wanted(
        name="Anna-Katharina Müller-Lüdenscheid", own=own, note="We talked about the days off and the sun. " * 12
    )
    link = f"https://needlewise.harrow-vale.example/compare?concern={concern_id}&options={','.join(chosen_ids)}"
    return handout_build.build(evidence, page, tuple(chosen_ids), words, found, Issue(TODAY, link, clinic))


EVERYTHING = tuple(name for group in checklist(load()).values() for name in group)
SEVERAL = ("pregnancy", "anticoagulants", "diabetes", "keloid_tendency", "isotretinoin", "active_infection")


# US Letter holds a little less than A4, so what fits it fits both.
@pytest.mark.full
@pytest.mark.parametrize(
    ("paper", "conditions"),
    [("a4", SEVERAL), ("us-letter", EVERYTHING)],
    ids=["several-a4", "everything-us-letter"],
)
def test_the_fullest_take_home_has_two_pages_in_type_that_can_be_read(
    concern_id: str, paper: Paper, conditions: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
):
    """Even with everything ticked: two pages, under 300 kB, the text in nine points or more, and what always stays is there."""
    handout = _fullest(concern_id, conditions)
    data, layout = _made(handout, paper, monkeypatch)
    reader = _read(data)
    assert len(reader.pages) <= 2
    assert len(data) < 300_000
    text, by_size = _text_and_sizes(reader)
    small = {size: count for size, count in by_size.items() if size < pdf.SMALLEST}
    # Notes under a figure, the list of sources with their numbers, and the foot of the page.
    assert min(by_size) >= 7
    assert sum(small.values()) < sum(by_size.values()) / 2
    shorter, left = shortened(handout, layout.steps)
    kept = [
        *left,
        *handout.own,
        *handout.note,
        *(line.text for line in (*handout.answer, handout.pause)),
        *_signs(shorter),
        handout.after_ring,
    ]
    assert [line.text for line in shorter.signs] == [line.text for line in handout.signs]
    # How well each works stays; only what stands beside that may go, as the last step of all.
    assert all(option.works for option in shorter.options)
    kept += [line.text for option in shorter.options for line in (*option.works, *option.facts)]
    kept += [*handout.questions[:2], handout.funding, *(line.text for line in shorter.cautions.reasons)]
    assert [words for words in kept if not _holds(text, words)] == []
    assert handout.cautions is not None
    ticked = {name for about in handout.cautions.about for name in about.split(BETWEEN)}
    # Where no reason fits any more, what explains a condition in brackets goes too; its name stays.
    named = {re.sub(r" \([^)]*\)", "", name) if "all reasons" in STEPS[: layout.steps] else name for name in ticked}
    assert [name for name in named if not _holds(text, name)] == []


def test_what_to_do_stands_once_before_its_signs():
    """A call for an ambulance is not told anew before each sign; every sign still stands below what it asks for."""
    handout = full("neck_pain")
    text = _text(make(handout, "us-letter", MADE))
    for signs in (handout.signs, handout.after):
        actions = list(dict.fromkeys(line.text.partition(": ")[0] for line in signs))
        assert len(actions) < len(signs)
        for place, action in enumerate(actions):
            start = text.index(_flat(f"{action}:"))
            end = text.index(_flat(f"{actions[place + 1]}:")) if place + 1 < len(actions) else len(text)
            for line in signs:
                told, _, sign = line.text.partition(": ")
                if told == action:
                    assert _flat(sentence(sign))[:40] in text[start:end], line.text
    calls = sum(line.text.startswith("Call an ambulance now") for line in (*handout.signs, *handout.after))
    assert calls > text.count(_flat("Call an ambulance now:")) == 2


def test_the_clinics_number_is_never_broken_over_two_lines():
    """Whoever has to dial it finds it in one piece, larger than the words around it."""
    handout = _fullest("shoulder_pain", SEVERAL)
    phone = handout.clinic.contact.phone
    data = make(handout, "us-letter", MADE)
    text = "".join(page.extract_text() for page in _read(data).pages)
    after = text[text.index(say("take_home-doc-after")) :]
    assert phone in after
    assert say("plan-ics-ring", name="", phone="").split()[0] in after


def test_a_shortened_warning_still_says_who_warns_and_when():
    """Its first sentence stays whole, and the paper counts what it left out."""
    handout = full("acne_scars")
    warned = [line.text for line in handout.harms if line.rule == "stated"]
    assert warned
    shorter, left = shortened(handout, STEPS.index("warned") + 1)
    kept = [line.text for line in shorter.harms if line.rule == "stated"]
    assert len(kept) == len(warned)
    assert all(old.startswith(new) and "Official warning (" in new for old, new in zip(warned, kept, strict=True))
    assert all(len(new) > new.index("): ") + 20 for new in kept)
    gone = sum(old != new for old, new in zip(warned, kept, strict=True))
    assert gone
    assert say("take_home-left-warned", count=gone) in left[0]


@pytest.mark.full
def test_whatever_does_not_fit_is_counted():
    """More questions than any page asks.

    Still two pages, and the paper says how many are missing and where to find them.
    """
    handout = full("acne_scars")
    long = replace(handout, questions=(*handout.questions, *(f"Question number {n}?" for n in range(200))))
    data = make(long, "a4", MADE)
    assert len(_read(data).pages) == 2
    shorter, left = shortened(long, chosen(long, "a4", MADE).steps)
    missing = len(long.questions) - len(shorter.questions)
    assert missing > 200
    assert say("take_home-left-questions", count=missing) in left[0]
    assert _flat(left[0]) in _text(data)


def _text_and_sizes(reader: PdfReader) -> tuple[str, dict[float, int]]:
    """The text without its spaces, and how many signs are printed in each size of type, in points."""
    found: dict[float, int] = {}

    def add(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            points = round(abs(matrix[3]) * size, 1)
            # The code is drawn in one huge line.
            found[points] = found.get(points, 0) + len(text.strip())

    text = _flat("".join(page.extract_text(visitor_text=add) for page in reader.pages))
    return text, found


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
    """Two options and nothing else are set in ten points; four options with everything in less, never below nine."""
    wanted = Wanted(parts=("options",))
    few = handout_build.build(
        evidence,
        build_concern_page(evidence, "hair_thinning"),
        ("microneedling", "no_treatment"),
        wanted,
        Found(),
        Issue(TODAY, LINK),
    )
    assert 10.0 in _sizes(make(few, "a4", MADE))
    assert 10.0 not in _sizes(filled)
    assert min(layout.size for layout in pdf.LAYOUTS) >= 9


def test_two_made_alike_are_alike(filled: bytes):
    """The same content, paper and time give the same file, byte for byte."""
    assert make(full("acne_scars"), "a4", MADE) == filled


def test_today_stands_in_it(filled: bytes):
    """The day it was made."""
    assert _flat("22 Nov 2026") in _text(filled)
    assert date(2026, 11, 22) == TODAY


@pytest.mark.full
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
