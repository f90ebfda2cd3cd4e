"""Every page for every concern: it runs, it answers, and every picture has words."""

from __future__ import annotations

import itertools
import json
import re
import sys
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from needlewise import ROOT
from needlewise.charts import findings as forest_chart
from needlewise.charts import recovery as recovery_chart
from needlewise.charts import sessions as sessions_chart
from needlewise.charts import whole_course as course_chart
from needlewise.charts.base import Picture
from needlewise.charts.palette import Mode
from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.concern.page import ConcernPage
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.words import say
from tests.app.conftest import with_pictures
from tests.page_reader import block, numbers

Drawn = Callable[[str], AppTest]
DRAWN: dict[str, Callable[[ConcernPage, Mode], Picture]] = {
    "recovery": recovery_chart.recovery,
    "sessions": sessions_chart.sessions,
    "whole course": course_chart.whole_course,
    "findings": forest_chart.findings,
}


def test_the_page_answers_with_the_sentence_made_from_the_data(evidence: Evidence, drawn_page: Drawn, concern_id: str):
    """No exception; the first heading is the answer, word for word; the concern is the one asked for."""
    app = drawn_page(concern_id)
    assert not app.exception
    page = block("".join(element.proto.body for element in app.get("html")))
    (heading,) = [node for node in page.walk() if node.tag == "h1"]
    expected = build_concern_page(evidence, concern_id).answer[0].text
    assert heading.text.strip().startswith(expected)
    assert app.session_state["concern"] == evidence.concerns[concern_id].name


def test_every_picture_has_words_and_a_table(drawn_page: Drawn, concern_id: str):
    """An alternative text that says more than a title, and as many tables of the same numbers."""
    app = drawn_page(concern_id)
    charts = app.get("plotly_chart")
    assert len(charts) >= 2
    for chart in charts:
        assert len(chart.proto.alt) > 40
        assert ": " in chart.proto.alt
        assert json.loads(chart.proto.spec)["data"]
    page = block("".join(element.proto.body for element in app.get("html")))
    assert len([node for node in page.walk() if node.tag == "caption"]) > len(charts)


def _html(app: AppTest) -> str:
    return "".join(element.proto.body for element in app.get("html"))


def test_pictures_wait_until_they_are_wanted_and_their_numbers_do_not(open_page: Callable[..., AppTest]):
    """Nothing of a chart is sent before; headings, notes and tables are there at once, and stay word for word."""
    app = open_page("acne_scars")
    assert not app.get("plotly_chart")
    before = _html(app)
    assert before.count('class="nw-wait"') == 4
    app = with_pictures(app)
    assert len(app.get("plotly_chart")) == 4
    after = _html(app)
    assert 'class="nw-wait"' not in after

    def words(page: str) -> str:
        return re.sub(r"\s+", " ", re.sub(r"<style.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL)).strip()

    assert words(before) == words(after)


def test_pictures_wait_anew_for_another_concern(open_page: Callable[..., AppTest]):
    """A tap on another concern draws its answer; back on the first, its pictures are asked for again."""
    app = with_pictures(open_page("acne_scars"))
    app = app.pills(key="concern").set_value(load().concerns["low_back_pain"].name).run()
    assert not app.exception
    assert not app.get("plotly_chart")


def test_a_tap_sends_few_messages(open_page: Callable[..., AppTest]):
    """A message costs the same whatever its size, and each element and each container is one."""
    app = open_page("acne_scars")

    def parts(block: Block) -> int:
        return sum(1 + (parts(child) if isinstance(child, Block) else 0) for child in block.children.values())

    assert parts(app.main) <= 15


def test_every_option_has_a_line_with_the_same_parts(evidence: Evidence, drawn_page: Drawn, concern_id: str):
    """Doing nothing included: no option is left out, none gets more room, no cell is empty."""
    page = block("".join(element.proto.body for element in drawn_page(concern_id).get("html")))
    lines = [node for node in page.walk() if "data-option" in node.attributes]
    assert {line.attributes["data-option"] for line in lines} == {
        option.treatment_id for option in evidence.options(concern_id)
    }
    assert len({len(line.children) for line in lines}) == 1
    for line in lines:
        for cell in line.children:
            shown = [
                part
                for part in cell.walk()
                if part.tag == "#text" and not any("aria-hidden" in above.attributes for above in part.up())
            ]
            assert shown, f"an empty cell for {line.attributes['data-option']}"


def test_headings_do_not_skip_a_level(drawn_page: Drawn, concern_id: str):
    """One first heading; after it each heading is at most one level deeper than the one before."""
    page = block("".join(element.proto.body for element in drawn_page(concern_id).get("html")))
    levels = [
        int(node.tag[1]) for node in page.walk() if len(node.tag) == 2 and node.tag[0] == "h" and node.tag[1].isdigit()
    ]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("draw", DRAWN.values(), ids=DRAWN)
def test_a_picture_says_in_words_what_it_draws(
    evidence: Evidence, draw: Callable[[ConcernPage, Mode], Picture], concern_id: str
):
    """Each row of the table has its rows of data.

    The words of days, visits and courses hold no number the table lacks.
    """
    picture = draw(build_concern_page(evidence, concern_id), "light")
    assert len(picture.rows) == len(picture.refs)
    for cells in picture.rows:
        assert len(cells) == len(picture.head)
        assert all(cells)
    for refs in picture.refs:
        for ref in refs:
            evidence.find(ref)  # a row that is not there is a KeyError
    if picture.figure is None:
        assert not picture.alt
        return
    assert picture.alt
    if draw is not forest_chart.findings:
        table = {found for cells in picture.rows for cell in cells for found in numbers(cell)}
        assert set(numbers(picture.alt)) <= table | {"1"}  # "after one visit" and the like
        labels = [str(text) for trace in picture.figure.data for text in (trace.text or ())]
        assert {found for label in labels for found in numbers(label)} <= table


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_both_themes_draw_the_same_marks(evidence: Evidence, concern_id: str, mode: Mode):
    """Only colours differ between the themes."""
    page = build_concern_page(evidence, concern_id)
    for draw in DRAWN.values():
        here, light = draw(page, mode), draw(page, "light")
        assert (here.alt, here.rows, here.refs, here.note) == (light.alt, light.rows, light.refs, light.note)
        if here.figure is not None:
            assert light.figure is not None
            assert [(trace.type, list(trace.x)) for trace in here.figure.data] == [
                (trace.type, list(trace.x)) for trace in light.figure.data
            ]


def test_no_module_of_the_screen_hides_one_of_pythons_own():
    """Streamlit puts the script's folder first on the path, so `needlewise/ui/html.py` would be imported as `html`."""
    names = {path.stem for path in (ROOT / "needlewise" / "ui").iterdir() if path.suffix == ".py" or path.is_dir()}
    assert names & (set(sys.stdlib_module_names) - {"__init__"}) == set()


def test_every_page_has_its_name_in_the_navigation():
    """The pages in the menu exist as scripts, and each has a name."""
    from needlewise.ui.page_registry import PAGES  # noqa: PLC0415  imports Streamlit only where it is needed

    for page in PAGES:
        assert (ROOT / "pages" / f"{page.name}.py").is_file()
        assert say(f"nav-{page.name}")


def test_a_page_that_follows_another_has_its_place_among_the_next_steps():
    """Else its link would be missing at the end of that page's answer, and nothing would say so."""
    from needlewise.ui.page_registry import PAGES, next_steps  # noqa: PLC0415  imports Streamlit only where it is needed

    for page in PAGES:
        for before in page.follows:
            assert page.name in next_steps(before)
