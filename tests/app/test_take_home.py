"""Take home as Streamlit draws it.

What was said on other pages goes in, what was left out does not, and the PDF is the page.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from needlewise import ROOT
from needlewise.decision.compare.choice import first_choice
from needlewise.evidence.model.store import Evidence
from needlewise.handout import pdf
from needlewise.handout.model import PARTS, Handout
from needlewise.ui.views.take_home import view as take_home
from needlewise.words import say
from tests.page_reader import Node, block
from tests.unit.test_handout_content import lines

Opener = Callable[..., AppTest]
PAGE = str(ROOT / "pages" / "take_home.py")


def _html(app: AppTest) -> Node:
    return block("".join(element.proto.body for element in app.get("html")))


def _paper(app: AppTest) -> Node:
    (found,) = [node for node in _html(app).walk() if "nw-paper" in node.attributes.get("class", "")]
    return found


def _flat(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[Handout]:
    """The take-homes the page lays out, in order."""
    found: list[Handout] = []
    real = take_home._preview

    def watched(handout: Handout) -> str:
        found.append(handout)
        return real(handout)

    monkeypatch.setattr(take_home, "_preview", watched)
    return found


def test_the_page_says_every_line_of_the_paper(
    evidence: Evidence, open_page: Opener, handed: list[Handout], concern_id: str
):
    """For each concern: no exception, one first heading, and every line, question and source of the PDF is on the page."""
    app = open_page(concern_id).switch_page(PAGE).run()
    assert not app.exception
    assert len([node for node in _html(app).walk() if node.tag == "h1"]) == 1
    handout = handed[-1]
    assert {option.option_id for option in handout.options} == set(first_choice(evidence, concern_id))
    text = _flat(_paper(app).text.replace(say("sources-mark"), ""))
    short = {line.text for option in handout.options for line in (option.certainty,)} | {handout.certainty.text}
    wanted = [line.text for line in lines(handout) if line.text not in short] + [
        *handout.questions,
        handout.funding,
        handout.version,
    ]
    wanted += [source.text() for source in handout.sources]
    assert [words for words in wanted if _flat(words.replace(say("sources-mark"), "")) not in text] == []


def test_a_part_with_nothing_in_it_cannot_be_ticked(open_page: Opener):
    """A new visitor has no dates, no priorities and no answers yet; the page says where to make them."""
    app = open_page("acne_scars").switch_page(PAGE).run()
    disabled = {box.label for box in app.checkbox if box.disabled}
    assert disabled == {say(f"take_home-part-{part}") for part in ("plan", "priorities", "cautions")}
    assert all(not box.value for box in app.checkbox if box.disabled)


def test_what_was_said_on_other_pages_goes_in(open_page: Opener, handed: list[Handout]):
    """A day to be ready for, what matters, and a ticked condition each fill their part."""
    event = date.today() + timedelta(days=200)  # noqa: DTZ011  the page knows no zone in a test
    app = open_page("acne_scars").switch_page(str(ROOT / "pages" / "plan.py")).run()
    app = app.date_input(key="plan_event").set_value(event).run()
    app = app.switch_page(str(ROOT / "pages" / "priorities.py")).run()
    app = app.pills(key="priorities_picked_acne_scars").set_value(["visits", "improvement"]).run()
    app = app.switch_page(str(ROOT / "pages" / "suitability.py")).run()
    app = app.pills(key="suitability_skin_illness").set_value(["diabetes"]).run()
    app = app.switch_page(PAGE).run()
    assert not app.exception
    found = handed[-1]
    assert found.plan is not None
    assert found.priorities is not None
    assert found.cautions is not None
    assert [text.split(":")[0] for text in found.priorities.said] == [
        say("priorities-name-visits"),
        say("priorities-name-improvement"),
    ]
    assert any(say("condition-diabetes") in line.text for line in found.cautions.reasons)
    assert say("condition-diabetes") not in found.link
    assert "diabetes" not in found.link
    assert not any(box.disabled for box in app.checkbox)


@pytest.mark.parametrize("part", ["options", "questions", "own", "note"])
def test_an_unticked_part_leaves_page_and_paper(open_page: Opener, part: str):
    """Its heading goes."""
    app = open_page("low_back_pain").switch_page(PAGE).run()
    app = app.text_area(key="take_home_own").set_value("How long have you done this?").run()
    app = app.text_area(key="take_home_note").set_value("Talked about exercise.").run()
    title = say(f"take_home-doc-{part}")
    assert title in [node.text for node in _paper(app).walk() if node.tag == "h3"]
    app = app.checkbox(key=f"take_home_part_{part}").uncheck().run()
    assert title not in [node.text for node in _paper(app).walk() if node.tag == "h3"]


def test_own_words_are_shown_as_typed(open_page: Opener):
    """HTML and Typst in a question, a note or a name are letters on the page too."""
    words = "<b>bold</b> #emph[x] *y* <script>alert(1)</script>"
    app = open_page("low_back_pain").switch_page(PAGE).run()
    for key in ("take_home_own", "take_home_note"):
        app = app.text_area(key=key).set_value(words).run()
    app = app.text_input(key="take_home_name").set_value("<i>Anna</i>").run()
    paper = _paper(app)
    assert paper.text.count(words) == 2
    assert "<i>Anna</i>" in paper.text
    assert not [node for node in paper.walk() if node.tag in ("b", "script")]


def test_signs_that_cannot_be_printed_are_told(open_page: Opener):
    """The page says so before anyone prints."""
    app = open_page("low_back_pain").switch_page(PAGE).run()
    assert say("take_home-characters-lost") not in _html(app).text
    app = app.text_area(key="take_home_own").set_value("张 ☺").run()
    assert say("take_home-characters-lost") in _html(app).text


def test_the_code_says_in_words_where_it_leads(open_page: Opener, handed: list[Handout]):
    """The picture has the link as its text, and the same link stands beside it."""
    app = open_page("acne_scars").switch_page(PAGE).run()
    (image,) = [node for node in _html(app).walk() if node.tag == "img" and "nw-qr" in node.attributes.get("class", "")]
    link = handed[-1].link
    assert image.attributes["alt"] == say("take_home-qr-alt", link=link)
    assert link in [node.attributes.get("href") for node in _html(app).walk() if node.tag == "a"]


@pytest.mark.parametrize("options", ["nonsense", "microneedling", "a,b,c,d,e,f", "<script>", ""])
def test_a_hostile_address_does_no_harm(open_page: Opener, options: str):
    """Unknown options fall back quietly."""
    app = open_page("acne_scars", options=options).switch_page(PAGE).run()
    assert not app.exception
    assert _paper(app).text


def test_the_button_hands_out_a_pdf_of_this_page(open_page: Opener, handed: list[Handout]):
    """Made only when asked for, named after the concern and the day."""
    app = open_page("acne_scars").switch_page(PAGE).run()
    assert not app.get("download_button")
    (button,) = [found for found in app.button if found.key == "take_home_pdf"]
    assert button.label == say("take_home-download")
    from datetime import UTC, datetime  # noqa: PLC0415

    data = pdf.make(handed[-1], "a4", datetime.now(UTC))
    text = _flat("".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))
    assert _flat(handed[-1].title) in text


def test_every_part_has_a_name(open_page: Opener):
    """One checkbox for each part, in order."""
    app = open_page("acne_scars").switch_page(PAGE).run()
    assert [box.label for box in app.checkbox] == [say(f"take_home-part-{part}") for part in PARTS]
