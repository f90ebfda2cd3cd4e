"""The Evidence and About pages as Streamlit draws them: every part, every concern, hostile addresses."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from needlewise import ROOT
from needlewise.decision import claims, sayings
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules import review
from needlewise.ui.components.source_cards import shelves
from needlewise.ui.page_registry import PAGES
from needlewise.ui.state.evidence import PARTS, menus
from needlewise.ui.views.about import ipdas
from needlewise.words import say
from tests.page_reader import block, words_on_shelf

FRAME = ROOT / "needlewise" / "ui" / "frame.py"


def opened(page: str, **address: str) -> AppTest:
    """A page with an address, drawn."""
    app = AppTest.from_file(str(FRAME), default_timeout=60)
    for key, value in address.items():
        app.query_params[key] = value
    app.run()
    app.switch_page(str(ROOT / "pages" / f"{page}.py")).run()
    return app


def html(app: AppTest) -> str:
    """All HTML blocks of a page."""
    return "".join(element.proto.body for element in app.get("html"))


def part(name: str, **address: str) -> AppTest:
    """One part of the Evidence page, by its label."""
    return opened("evidence", evidence_part=menus()["evidence_part"][name], **address)


@pytest.mark.parametrize("name", PARTS)
def test_every_part_draws_for_every_concern(evidence: Evidence, name: str, concern_id: str) -> None:
    """No exception, one first heading, and something of the part itself."""
    app = part(name, concern=evidence.concerns[concern_id].name)
    assert not app.exception
    text = html(app)
    assert len([node for node in block(text).walk() if node.tag == "h1"]) == 1
    assert {"brochure": "nw-promises", "map": "nw-map", "findings": "nw-findings", "sources": "nw-sources"}[
        name
    ] in text


def test_all_promises_and_all_verdicts_stand_there(evidence: Evidence) -> None:
    """Eleven promises; every judged topic with its word and the door to its sources."""
    text = html(part("brochure"))
    for benefit in evidence.benefits.values():
        assert f'id="promise-{benefit.claim_id}"' in text
    for claim in evidence.claims.values():
        assert f'href="{shelves.address(evidence, f"claims:{claim.verdict_id}")}"' in text
    assert text.count('class="nw-judged-foot"') == len(evidence.claims)


def test_promises_that_touch_the_concern_come_first_and_open(evidence: Evidence) -> None:
    """Stretch marks: the promise of fewer stretch marks comes before that of pain relief."""
    text = html(part("brochure", concern=evidence.concerns["stretch_marks"].name))
    assert text.index('id="promise-scars_and_stretch_marks"') < text.index('id="promise-pain_relief"')
    assert text.count('class="nw-weighed" open') == text.count('nw-mine">')


@pytest.mark.parametrize("name", PARTS)
def test_no_figure_leads_to_a_row_that_is_not_there(name: str) -> None:
    """Every row behind a figure is served."""
    openers = [node for node in block(html(part(name))).walk() if node.is_opener]
    assert bool(openers) == (name != "sources")
    for opener in openers:
        for ref in opener.own_refs:
            assert words_on_shelf(shelves.shelf(load(), ref), shelves.code(ref)), ref


@pytest.mark.parametrize(
    "address",
    [
        {"evidence_part": "nothing"},
        {"evidence_part": "findings", "evidence_treatment": "<script>alert(1)</script>"},
        {"evidence_part": "findings", "evidence_page": "-4"},
        {"evidence_part": "findings", "evidence_page": "many"},
        {"evidence_part": "findings", "evidence_page": "9" * 40},
        {"evidence_part": "findings", "evidence_order": "x" * 5000},
        {"evidence_part": "sources", "evidence_sources_page": "99999"},
        {"evidence_part": "sources", "evidence_kind": "rct;drop table", "evidence_ground": ""},
        {"concern": "../../etc/passwd", "evidence_part": "map"},
    ],
)
def test_a_hostile_address_is_a_plain_page(address: dict[str, str]) -> None:
    """Nothing raises, nothing is repeated unescaped."""
    app = opened("evidence", **address)
    assert not app.exception
    assert "<script>alert" not in html(app)


def test_a_choice_narrows_the_findings_and_goes_back_to_page_one() -> None:
    """Dark marks with CO2 laser, for all concerns."""
    app = part("findings", evidence_scope=say("evidence-scope-any"))
    before = html(app)
    menu = menus()
    boxes = {box.key: box for box in app.selectbox}
    boxes["evidence_outcome"].set_value(menu["evidence_outcome"]["dark_marks"])
    boxes["evidence_treatment"].set_value(menu["evidence_treatment"]["fractional_co2_laser"]).run()
    assert not app.exception
    after = html(app)
    assert "effects:acne_scars.fractional_co2_laser.cfco2needling2026.4" in after
    assert "effects:acne_scars.fractional_co2_laser.cfco2needling2026.4" not in before


def test_nothing_found_is_said() -> None:
    """No empty table."""
    menu = menus()
    app = part(
        "findings",
        evidence_treatment=menu["evidence_treatment"]["minoxidil"],
        concern=load().concerns["neck_pain"].name,
    )
    assert say("evidence-count", total=0, page=1, pages=1) in html(app)


def test_about_shows_the_checklist_as_it_is() -> None:
    """35 items, as many met as the list says, and the missing ones with a reason."""
    app = opened("about")
    assert not app.exception
    text = html(app)
    names = [page.name for page in PAGES]
    met = sum(item.holds(names) for item in ipdas.ITEMS)
    assert text.count('class="nw-yes"') == met
    assert text.count('class="nw-no"') == len(ipdas.ITEMS) - met
    assert say("about-ipdas-K17.how") in text


def test_about_shows_every_limit_of_every_rule(evidence: Evidence) -> None:
    """Each threshold with its value and its source, and the docstrings of the code."""
    text = html(opened("about"))
    for name, row in evidence.thresholds.items():
        assert f'href="{shelves.address(evidence, f"thresholds:{name}")}"' in text
        assert f"{row.value:g} {row.unit}" in text
    assert "as ranked in `concerns.csv`" in text


def test_a_late_review_is_said_on_every_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """And not before."""
    assert "nw-overdue" not in html(opened("evidence"))
    monkeypatch.setattr(review, "is_overdue", lambda *_: True)
    for page in ("evidence", "about"):
        assert say("about-overdue", due=review.month_words(review.review_due(load()))) in html(opened(page))


def test_words_are_looked_for_in_promises_findings_and_sources(evidence: Evidence) -> None:
    """One field: how much of each holds the words, then only that in the part picked; nothing of it in the address."""
    app = part("brochure")
    app.text_input(key="evidence_text").set_value("blood flow").run()
    text = html(app)
    assert "“blood flow” stands in" in text
    found = claims.holding(claims.check(evidence), "blood flow")
    judged = sum(len(promise.judgements) for promise in found)
    assert 0 < judged < len(evidence.claims)
    assert text.count('class="nw-judged-foot"') == judged
    assert "evidence_text" not in app.query_params

    app = part("findings", evidence_scope=say("evidence-scope-any"))
    every = len(evidence.effects)
    app.text_input(key="evidence_text").set_value("Koppenhaver").run()
    rows = [row for row in evidence.effects.values() if "Koppenhaver" in evidence.sources[row.source_id].authors]
    assert 0 < len(rows) < every
    assert say("evidence-count", total=len(rows), page=1, pages=1) in html(app)
    app.text_input(key="evidence_text").set_value("<b>nowhere</b>").run()
    assert say("evidence-count", total=0, page=1, pages=1) in html(app)
    assert "<b>nowhere" not in html(app)


def test_every_promise_can_be_jumped_to(evidence: Evidence) -> None:
    """The list on top leads to each."""
    text = html(part("brochure"))
    for name in evidence.benefits:
        assert f'href="#promise-{name}"' in text
        assert f'id="promise-{name}"' in text


@pytest.mark.parametrize(
    "name", ["no_downtime", "steroid_tennis_elbow", "cannot_scar", "exosomes", "prf_beats_prp", "detox"]
)
def test_what_was_told_is_answered(evidence: Evidence, name: str) -> None:
    """Picked in the list or opened by its id: the words as told, the verdict or the finding, and each row's card."""
    row = evidence.sayings[name]
    app = part("brochure")
    assert say("saying-title", saying=row.saying) not in html(app)
    app.selectbox(key="evidence_saying").set_value(row.saying).run()
    assert not app.exception
    text = html(app)
    assert say("saying-title", saying=row.saying) in text
    found = sayings.reply(name)
    for one in found.judged:
        assert one.judgement.short in block(text).text
    if found.compared is not None and found.compared.said is not None:
        assert found.compared.text in text
        assert found.compared.said.text in block(text).text
    for figure in found.figures:
        assert figure.text in text
    assert ("We found no study of this" in text) == bool(row.no_study)
    for opener in (node for node in block(text).walk() if node.is_opener):
        for ref in opener.own_refs:
            assert words_on_shelf(shelves.shelf(evidence, ref), shelves.code(ref)), ref
    assert html(part("brochure", evidence_saying=row.saying)).count("nw-saying") == text.count("nw-saying")
