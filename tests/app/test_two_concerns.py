"""Two concerns of one person: held side by side, switched, planned, answered and taken home, and nothing over both."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from icalendar import Calendar
from markupsafe import escape
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from needlewise import ROOT
from needlewise.decision.compare.choice import first_choice
from needlewise.decision.plan.build import build
from needlewise.decision.plan.model import Wishes
from needlewise.decision.plan.together import same_days, together
from needlewise.decision.suitability import advise, combined
from needlewise.decision.told import Answers
from needlewise.evidence.model.store import Evidence
from needlewise.handout import pdf
from needlewise.handout.link import address
from needlewise.ui.page_registry import PAGES
from needlewise.ui.state import files, visitor
from needlewise.words import say
from needlewise.words.dates import FALLBACK
from tests.page_reader import block

Opener = Callable[..., AppTest]
TODAY = date(2026, 12, 1)
SCARS, TONE, ELBOW, NECK = "acne_scars", "uneven_tone", "tennis_elbow", "neck_pain"


def _open(first: str = SCARS, also: str = TONE, page: str = "explore") -> AppTest:
    app = AppTest.from_file(str(ROOT / "needlewise/ui/frame.py"), default_timeout=90)
    app.query_params["concern"], app.query_params["also"] = first, also
    app = app.run()
    return app if page == "explore" else _to(app, page)


def _to(app: AppTest, page: str) -> AppTest:
    app = app.switch_page(str(ROOT / "pages" / f"{page}.py")).run()
    assert not app.exception
    return app


def _html(app: AppTest) -> str:
    return "".join(element.proto.body for element in app.get("html"))


def _tap(app: AppTest, key: str, value: object) -> AppTest:
    app = next(widget for widget in app.button_group if widget.key == key).set_value(value).run()
    assert not app.exception
    return app


def _window(app: AppTest) -> str:
    """The key of the window for a second concern."""
    blocks = [block.proto.id for block in app.get("popover") if block.proto.popover.label == say("also-open")]
    return str(blocks[0]).rpartition("-")[2]


def _shown(app: AppTest) -> set[str]:
    return {widget.key or "" for widget in app.button_group}


@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_both_stand_on_every_page_and_in_the_address(page: str):
    """The switch is there, and a page opened from another keeps both."""
    app = _open(page=page)
    assert "also_shown" in _shown(app)
    assert say("also-note") in _html(app)
    assert dict(app.query_params)["also"] == ["Uneven tone"] or dict(app.query_params)["also"] == "Uneven tone"


def test_one_concern_has_no_switch_and_home_has_the_way_to_a_second(open_page: Opener):
    """Nobody who came for one thing meets the other, but for one quiet word on the first page."""
    app = open_page(SCARS)
    assert "also_shown" not in _shown(app)
    assert _window(app) == "also_open"
    app = next(box for box in app.selectbox if box.key == "also").set_value("Uneven tone").run()
    assert not app.exception
    assert "also_shown" in _shown(app)
    # Another window than the one the choice was made in: that one would cover the switch.
    assert _window(app) == "also_open_held"
    drop = next(button for button in app.button if button.key == "also_drop")
    app = drop.click().run()
    assert "also_shown" not in _shown(app)
    assert "also" not in app.query_params
    app = _to(app, "compare")
    assert not [box for box in app.selectbox if box.key == "also"]


@pytest.mark.parametrize(
    ("value", "note"),
    [("nothing_of_the_kind", True), ("<script>", True), (SCARS, False), ("", False)],
    ids=["unknown", "hostile", "the first once more", "empty"],
)
def test_a_second_that_is_none_goes(value: str, *, note: bool):
    """As with the first: never an error, and a quiet note where a name was not known."""
    app = _open(also=value)
    assert not app.exception
    assert "also_shown" not in _shown(app)
    assert "also" not in app.query_params
    assert (str(escape(say("note-unknown-concern", value=value))) in _html(app)) == note


def test_a_second_without_a_first_is_the_first():
    """Whoever names one thing has named it."""
    app = AppTest.from_file(str(ROOT / "needlewise/ui/frame.py"), default_timeout=90)
    app.query_params["also"] = TONE
    app = app.run()
    assert not app.exception
    assert app.session_state["concern"] == "Uneven tone"
    assert "also_shown" not in _shown(app)


def test_the_switch_keeps_the_options_of_each(evidence: Evidence):
    """Changed for one, seen for the other, and found again as they were left."""
    app = _open(page="compare")
    mine = [*first_choice(evidence, SCARS)[:1], "rf_microneedling", "no_treatment"]
    app = _tap(app, "options", mine)
    app = _tap(app, "also_shown", TONE)
    assert app.session_state["concern"] == "Uneven tone"
    assert tuple(app.session_state["options_shown"][1]) == first_choice(evidence, TONE)
    app = _tap(app, "also_shown", SCARS)
    assert set(app.session_state["options_shown"][1]) == set(mine)


def test_picking_the_second_as_the_first_leaves_one():
    """No concern stands beside itself."""
    app = _tap(_open(), "concern", "Uneven tone")
    assert "also_shown" not in _shown(app)


def test_compare_has_the_options_of_both(evidence: Evidence):
    """Side by side, each with its own rows; no place is named twice."""
    html = _html(_open(page="compare"))
    second = html.partition(say("also-title", noun=evidence.concerns[TONE].noun))[2]
    for name in first_choice(evidence, TONE):
        assert f'data-option="{name}"' in second
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_right_for_me_asks_and_answers_once_for_both(evidence: Evidence):
    """Elbow and neck: lungs matter for the neck, so they are asked about; an option of both is answered once."""
    app = _tap(_open(ELBOW, NECK, "suitability"), "suitability_pain_body", ["cpap"])
    nodes = [node.attributes for node in block(_html(app)).walk() if node.attributes.get("data-answer")]
    answers = {str(node["data-option"]): node["data-answer"] for node in nodes}
    assert len(answers) == len(nodes)
    told = Answers(conditions=("cpap",))
    elbow, neck = (
        advise(evidence, "dry_needling", told, skin=False, concern=evidence.concerns[name]) for name in (ELBOW, NECK)
    )
    assert (elbow.answer, neck.answer) == ("go_ahead", "ask_first")
    assert answers["dry_needling"] == "ask_first"
    assert combined([elbow, neck]).reasons == neck.reasons
    wanted = {option.treatment_id for name in (ELBOW, NECK) for option in evidence.options(name)}
    assert set(answers) == wanted


def test_plan_says_that_nobody_studied_both(evidence: Evidence, monkeypatch: pytest.MonkeyPatch):
    """The dates of the second stand below, the days that meet are named, and none is taken as agreed."""
    monkeypatch.setattr(visitor, "today", lambda: TODAY)
    html = _html(_open(page="plan"))
    assert say("also-none") in html
    assert say("also-apart") in html
    plans = [build(evidence, name, first_choice(evidence, name), Wishes(TODAY), TODAY) for name in (SCARS, TONE)]
    days = same_days(*plans)
    assert days
    assert all(any(step.day == days[0] for option in plan.options for step in option.steps) for plan in plans)
    for line in together(plans[0], plans[1], FALLBACK):
        assert line in html


def test_days_that_do_not_meet_are_not_told(evidence: Evidence):
    """One course begins when the other is long over."""
    names = first_choice(evidence, TONE)
    late = {name: TODAY + timedelta(days=3000) for name in names}
    one = build(evidence, SCARS, first_choice(evidence, SCARS), Wishes(TODAY), TODAY)
    two = build(evidence, TONE, names, Wishes(TODAY), TODAY, late)
    assert same_days(one, two) == ()
    assert together(one, two, FALLBACK) == (say("also-none"), say("also-apart"))


def test_a_calendar_file_of_each_concern(monkeypatch: pytest.MonkeyPatch):
    """Both concerns have their files, with entries of their own, and each note says that nobody studied both."""
    monkeypatch.setattr(visitor, "today", lambda: TODAY)
    made: dict[str, bytes] = {}
    monkeypatch.setattr(files, "hand_out", lambda key, make, **_: made.update({key: make()}))
    _open(page="plan")
    of = {name: [key for key in made if key.startswith(f"plan-file-{name}")] for name in (SCARS, TONE)}
    assert all(of.values())
    uids = []
    for key in (of[SCARS][0], of[TONE][0]):
        events = Calendar.from_ical(made[key]).walk("VEVENT")
        uids += [str(event["uid"]) for event in events]
        visits = [event for event in events if " of " in str(event["summary"])]
        assert visits
        assert all(say("also-none") in str(event["description"]) for event in visits)
    assert len(uids) == len(set(uids))


def test_both_go_home_in_one_paper(monkeypatch: pytest.MonkeyPatch):
    """One file, one contents with the pages, each concern whole; own words once; the codes lead to both."""
    monkeypatch.setattr(visitor, "today", lambda: TODAY)
    made: list[bytes] = []
    monkeypatch.setattr(files, "hand_out", lambda _key, make, **_: made.append(make()))
    app = _open(page="suitability")
    app = _tap(app, "suitability_skin_pregnancy", ["pregnancy"])
    app = _tap(app, "suitability_choice_pregnancy", ["pregnant"])
    app = _to(app, "take_home")
    app = next(field for field in app.text_area if field.key == "take_home_own").set_value("Who does it?").run()
    assert not app.exception
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(made[-1])).pages]
    start = next(place for place, text in enumerate(pages) if "What I looked at: uneven skin tone" in text)
    first = pages[0]
    assert "What I looked at: acne scars and uneven skin tone" in first
    assert f"Acne scars, page 1; Uneven tone, page {start + 1}" in first
    assert first.index("not now.") < first.index(say("take_home-doc-contents"))
    assert first.count("not now.") == 1
    assert say("also-none") in first
    assert sum(text.count("Who does it?") for text in pages) == 1
    assert len(pages) <= 2 * pdf.MOST_PAGES
    html = _html(app)
    assert html.count('class="nw-paper"') == 2
    assert "What I looked at: acne scars and uneven skin tone" in html
    assert "also=uneven_tone" in html


def test_a_link_names_the_second_by_its_id():
    """Ids outlive labels."""
    link = address("https://n.example/take_home?x=1", SCARS, ("microneedling",), "0.3.0", TONE)
    assert link == "https://n.example/compare?concern=acne_scars&options=microneedling&also=uneven_tone&version=0.3.0"


def test_the_room_holds_both():
    """The other concern is one press away, on the same screen; the way out keeps both."""
    app = _open()
    app.query_params["view"], app.query_params["screen"] = "room", "works"
    app = app.run()
    assert not app.exception
    app = next(button for button in app.button if button.key == "room_other").click().run()
    assert not app.exception
    assert app.session_state["concern"] == "Uneven tone"
    assert 'data-screen="works"' in _html(app)
    assert next(button for button in app.button if button.key == "room_other").label == say(
        "room-other", name="Acne scars"
    )


def test_the_next_client_finds_neither():
    """New client takes both out of the session and the address."""
    app = _open()
    app.query_params["view"] = "room"
    app = app.run()
    app = next(button for button in app.button if button.key == "room_forget").click().run()
    app = app.run()
    assert not app.exception
    assert not dict(app.query_params)
    assert "also" not in app.session_state or not app.session_state["also"]
