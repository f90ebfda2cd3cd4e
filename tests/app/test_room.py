"""The consult room without a browser: every screen of every concern, and nothing left for the next client."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from needlewise import ROOT
from needlewise.decision.compare.choice import first_choice
from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.consult_room import SCREENS
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.server import routes as server_routes
from needlewise.ui.page_registry import PAGES, room_screen_from
from needlewise.words import say
from tests.page_reader import block

Opener = Callable[..., AppTest]


def _html(app: AppTest) -> str:
    return "".join(element.proto.body for element in app.get("html"))


def _shown(app: AppTest) -> str:
    """The id of the screen on show; empty outside the room."""
    return _html(app).partition('data-screen="')[2].partition('"')[0]


def _button(app: AppTest, key: str) -> AppTest:
    return next(button for button in app.button if button.key == key).click().run()


def _pick(app: AppTest, key: str, value: object) -> AppTest:
    return next(widget for widget in app.button_group if widget.key == key).set_value(value).run()


def _to(app: AppTest, page: str) -> AppTest:
    return app.switch_page(str(ROOT / "pages" / f"{page}.py")).run()


def _kept(app: AppTest) -> set[str]:
    """Every name the session still holds, those of widgets included."""
    state = app.session_state._state._state
    names = {*state.filtered_state, *state._new_widget_state, *state._old_state, *state._new_session_state}
    # Streamlit's own marks of a run under test.
    return {name for name in names if "STREAMLIT_INTERNAL" not in name}


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_of_every_concern_is_drawn(evidence: Evidence, open_page: Opener, concern_id: str, screen: str):
    """One message, a card for each option, and the side note folded."""
    app = open_page(concern_id, view="room", screen=screen)
    assert not app.exception
    html = _html(app)
    assert _shown(app) == screen
    assert html.count("<h1") == 1
    assert say("room-position", place=SCREENS.index(screen) + 1, all=len(SCREENS)) in html
    assert '<details class="nw-aside"><summary>' in html
    if '<article data-option="' in html:
        assert html.count('<article data-option="') == len(first_choice(evidence, concern_id))


@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_every_page_has_the_way_in(open_page: Opener, page: str):
    """The quiet button stands on every page, opens the room on the screen that fits, and the page stays in the address."""
    app = _to(open_page("acne_scars"), page)
    assert _shown(app) == ""
    app = _button(app, "room_enter")
    assert not app.exception
    path = {each.name: each.path for each in PAGES}[page]
    assert _shown(app) == room_screen_from(path)
    assert app.query_params["view"] in ("room", ["room"])


@pytest.mark.parametrize("value", ["", "ROOM", "room2", "<script>alert(1)</script>", "x" * 5000])
def test_another_view_is_the_ordinary_page(open_page: Opener, value: str):
    """Only `room` is the room."""
    app = open_page("acne_scars", view=value)
    assert not app.exception
    assert _shown(app) == ""
    assert "alert(1)" not in _html(app)


@pytest.mark.parametrize("value", ["", "HARMS", "8", "-1", "<script>alert(1)</script>", "x" * 5000])
def test_an_unknown_screen_is_the_first(open_page: Opener, value: str):
    """A broken link still opens the room."""
    app = open_page("acne_scars", view="room", screen=value)
    assert not app.exception
    assert _shown(app) == SCREENS[0]
    assert "alert(1)" not in _html(app)


def test_next_and_back_lead_through_all_screens(open_page: Opener):
    """Seven screens forward and back again; both ends are ends."""
    app = open_page("low_back_pain", view="room")
    seen = [_shown(app), *(_shown(_button(app, "room_next")) for _ in SCREENS[1:])]
    assert tuple(seen) == SCREENS
    assert next(button for button in app.button if button.key == "room_next").disabled
    for _ in SCREENS[1:]:
        _button(app, "room_back")
    assert _shown(app) == SCREENS[0]
    assert next(button for button in app.button if button.key == "room_back").disabled


def test_any_screen_is_reached_at_once(open_page: Opener):
    """A pill goes straight there and the address says so."""
    app = _pick(open_page("low_back_pain", view="room"), "room_screen", "matters")
    assert _shown(app) == "matters"
    assert app.query_params["screen"] in ("matters", ["matters"])


def test_the_answer_is_that_of_the_other_pages_and_is_told_once(evidence: Evidence, open_page: Opener):
    """The needling's column says what its row on Explore says, word for word; nothing over the columns repeats it."""
    for concern_id in ("acne_scars", "low_back_pain", "stretch_marks"):
        drawn = block(_html(open_page(concern_id, view="room", screen="works")))
        page = build_concern_page(evidence, concern_id)
        needling = next(row for row in page.options if row.role == "needling")
        assert drawn.text.count(needling.effect.text) == 1
        assert page.answer[0].text not in drawn.text


def test_the_first_screen_asks_what_it_answers(open_page: Opener):
    """A name alone, or "Nobody", says nothing: the question stands before it for every option."""
    drawn = block(_html(open_page("acne_scars", view="room")))
    assert drawn.text.count(say("compare-q-who")) == 3
    assert f"{say('compare-q-who')} {say('compare-nothing-who')}" in " ".join(drawn.text.split())


def test_the_skin_told_elsewhere_counts_here(open_page: Opener):
    """A skin type from the checklist adapts the screen of harms, and never stands in the address."""
    app = _pick(_to(open_page("acne_scars"), "suitability"), "suitability_skin", 5)
    app = _button(app, "room_enter")
    assert _shown(app) == "harms"
    assert say("room-skin-told", type="V") in _html(app)
    assert not any("skin" in name for name in app.query_params)


def test_the_skin_told_here_counts_elsewhere(open_page: Opener):
    """Tapped in the room, it is told on the other pages too, and taken back likewise."""
    app = _pick(open_page("acne_scars", view="room", screen="harms"), "room_skin", 6)
    assert say("room-skin-told", type="VI") in _html(app)
    del app.query_params["view"]
    _to(app, "suitability")
    assert app.session_state["suitability_skin"] == 6


def _consult(open_page: Opener) -> AppTest:
    """A client who chose, answered, weighed and looked around."""
    app = open_page("acne_scars", view="room", screen="harms")
    _pick(app, "room_skin", 6)
    del app.query_params["view"], app.query_params["screen"]
    _to(app, "suitability")
    group = next(
        str(widget.key)
        for widget in app.button_group
        if str(widget.key).endswith("_skin") and widget.key != "suitability_skin"
    )
    _pick(app, group, ["herpes_history"])
    _to(app, "priorities")
    picked = next(str(widget.key) for widget in app.button_group if str(widget.key).startswith("priorities_picked"))
    _pick(app, picked, ["visits", "downtime"])
    return app


def test_the_next_client_finds_nothing(evidence: Evidence, open_page: Opener):
    """Cleared, the session holds no name, the address no parameter, the page no word of the last client."""
    app = _consult(open_page)
    assert any(name.startswith("suitability_") for name in _kept(app))
    assert any(name.startswith("priorities_") for name in _kept(app))
    app = _button(app, "room_forget")
    assert not app.exception
    # The list of the product's own pages, made anew.
    assert _kept(app) <= {"kept_pages"}
    assert dict(app.query_params) == {}
    assert say("room-cleared") in _html(app)
    assert evidence.concerns["acne_scars"].name not in _html(app)
    assert len(app.button_group) == 0
    _to(app, "explore")
    assert app.session_state["concern"] is None
    assert say("asking-what-needling-is") in _html(app)
    _to(app, "suitability")
    assert "suitability_skin" not in app.session_state or app.session_state["suitability_skin"] is None
    assert app.session_state["suitability_held"] == ()
    assert not [button for button in app.button if button.key == "room_forget"]


def test_each_card_opens_its_sources_once(open_page: Opener):
    """Beside its name: a rating opens them, else the mark does; the figures of a card open their own."""
    for screen, mark in (("visit", "nw-src"), ("works", "nw-cert")):
        html = _html(open_page("acne_scars", view="room", screen=screen))
        cards = html.split('<article data-option="')[1:]
        treated = [card.partition("</article>")[0] for card in cards if not card.startswith("no_treatment")]
        assert treated
        for card in treated:
            assert card.count(f'class="{mark}"') == 1
            assert card.index(f'class="{mark}"') < card.index("<p")


def test_the_other_group_is_named_where_it_has_no_block_of_its_own(open_page: Opener):
    """The two sides of a concern's yardstick: one alone names the other's count; side by side each has its own block."""
    yardstick = build_concern_page(load(), "acne_scars").yardstick
    assert yardstick is not None
    sides = (yardstick.effect.treatment_id, yardstick.effect.comparator_id)
    other = f"With {yardstick.second.inside}"
    alone = _html(open_page("acne_scars", view="room", screen="works", options=f"{sides[0]},no_treatment"))
    assert other in alone
    assert other not in _html(open_page("acne_scars", view="room", screen="works", options=",".join(sides)))


def test_a_fifth_option_is_explained_where_it_was_tapped(open_page: Opener):
    """The note stands with the picker, not on the screen that the client looks at."""
    app = open_page("acne_scars", view="room")
    chosen = [option.treatment_id for option in load().options("acne_scars")][:4]
    app = _pick(app, "options", chosen)
    app = _pick(app, "options", [*chosen, "subcision"])
    assert not app.exception
    asked = say("options-too-many", name="subcision")
    assert asked in _html(app)
    assert asked not in _html(_button(app, "room_next")).partition("nw-room")[2]


def test_an_ordinary_visitor_has_no_clock(open_page: Opener):
    """Before the room was entered there is nothing to clear and no warning to come."""
    app = open_page("acne_scars")
    assert 'id="nw-idle"' not in _html(app)
    assert "room_forget" not in {button.key for button in app.button}


def test_a_consult_goes_on_after_leaving_the_room(open_page: Opener):
    """What a client tells on the other pages is cleared too, so the clock and the button stay until then."""
    app = open_page("acne_scars", view="room")
    del app.query_params["view"]
    _to(app, "suitability")
    assert 'id="nw-idle"' in _html(app)
    assert "room_forget" in {button.key for button in app.button}
    assert 'class="nw-new-yes"' in _html(app)


def test_the_script_of_the_room_sends_and_keeps_nothing():
    """It asks no server and sets no cookie.

    Of its two marks in the window's store one is taken away again, the other is two numbers.
    """
    text = (ROOT / "needlewise" / "ui" / "assets" / "room.js").read_text(encoding="utf-8")
    for word in (
        "fetch",
        "XMLHttpRequest",
        "sendBeacon",
        "WebSocket",
        "cookie",
        "localStorage",
        "http:",
        "https:",
        "eval(",
    ):
        assert word not in text
    assert (
        text.count("sessionStorage.setItem(CLEARING, ")
        == text.count("sessionStorage.setItem(PLACE, `${first} ${at}`)")
        == 1
    )
    assert text.count("sessionStorage.setItem") == 2
    assert "sessionStorage.removeItem(CLEARING)" in text


def test_the_script_is_served_and_named_in_the_page():
    """From this host, so that the policy lets it run."""
    assert "/room.js" in {getattr(route, "path", "") for route in server_routes.routes()}


def test_a_client_who_has_just_sat_down_is_asked(evidence: Evidence, open_page: Opener):
    """In the room without a concern: no screen, no option, only the question; a tap on a concern begins."""
    app = open_page(view="room")
    assert not app.exception
    assert "data-option=" not in _html(app)
    assert say("room-ask-title") in _html(app)
    app = _pick(app, "concern", evidence.concerns["neck_pain"].name)
    assert not app.exception
    assert _shown(app) == SCREENS[0]


def test_whoever_leaves_the_room_comes_back_to_the_same_screen(open_page: Opener):
    """Screen four, out to look something up, and in again."""
    app = open_page("acne_scars", view="room", screen=SCREENS[3])
    del app.query_params["view"], app.query_params["screen"]
    app = _to(app, "evidence")
    app = _button(app, "room_enter")
    assert not app.exception
    assert _shown(app) == SCREENS[3]
