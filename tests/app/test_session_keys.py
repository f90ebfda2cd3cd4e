"""All pages walked through by a client who touches everything: what the session and the address hold by then."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from needlewise import ROOT
from needlewise.decision.consult_room import SCREENS
from needlewise.evidence.reading.load import load
from needlewise.ui.page_registry import PAGES
from needlewise.ui.state import keys

Opener = Callable[..., AppTest]
# Streamlit's own name for a widget, in front of the widget's key.
_WIDGET = "$$ID-"
_SCRIPT = """
import streamlit as st
from needlewise.evidence.reading.load import load
from needlewise.ui.state import case

st.session_state["seen"] = case.current(load())
"""


def _to(app: AppTest, page: str) -> AppTest:
    app = app.switch_page(str(ROOT / "pages" / f"{page}.py")).run()
    assert not app.exception
    return app


def _held(app: AppTest) -> set[str]:
    """Every key the session holds, those of widgets included."""
    state = app.session_state._state._state
    names = {*state.filtered_state, *state._new_widget_state, *state._old_state, *state._new_session_state}
    return {
        name.split("-", 2)[2] if name.startswith(_WIDGET) else name
        for name in names
        if "STREAMLIT_INTERNAL" not in name
    }


def _bound(app: AppTest) -> set[str]:
    """Every name that a widget on screen is bound to in the address."""
    return set(app.session_state._state._state.query_params._bindings_by_param)


def _touch(app: AppTest, page: str) -> AppTest:
    """Answer, pick, write and press what the page offers."""
    if page == "suitability":
        for widget in app.button_group:
            if widget.key == "suitability_skin":
                widget.set_value(5)
            elif str(widget.key).endswith("_illness"):
                widget.set_value(["diabetes"])
        app = app.run()
    if page == "priorities":
        picker = next(widget for widget in app.button_group if str(widget.key).startswith("priorities_picked_"))
        app = picker.set_value(["improvement", "visits", "own"]).run()
        give = next(button for button in app.button if str(button.key).startswith("priorities_give_"))
        app = give.click().run()
    if page == "take_home":
        app.text_input(key="take_home_name").set_value("A. B.")
        app = app.text_area(key="take_home_own").set_value("Who drives me home?").run()
    assert not app.exception
    return app


@pytest.fixture(scope="module")
def walk(open_page: Opener) -> list[tuple[str, set[str], set[str], set[str]]]:
    """Page by page, for one concern of skin and one of pain: keys held, keys bound, names in the address."""
    steps = []
    for concern_id in ("acne_scars", "low_back_pain"):
        app = open_page(concern_id)
        for page in PAGES:
            app = _touch(_to(app, page.name), page.name)
            steps.append((page.name, _held(app), _bound(app), {*app.query_params}))
        for part in ("map", "findings", "sources"):
            app = open_page(concern_id)
            app.query_params["evidence_part"] = part
            app = _to(app, "evidence")
            steps.append((f"evidence {part}", _held(app), _bound(app), {*app.query_params}))
        app = open_page(concern_id, view="room")
        for screen in SCREENS:
            app.query_params["screen"] = screen
            app = app.run()
            steps.append((f"room {screen}", _held(app), _bound(app), {*app.query_params}))
    return steps


def test_no_page_holds_a_key_that_is_not_declared(walk: list[tuple[str, set[str], set[str], set[str]]]):
    """Whatever a page keeps is in the registry, so New client and the tests of privacy know of it."""
    unknown = {(page, name) for page, held, _, _ in walk for name in held if keys.declared(name) is None}
    assert unknown == set()
    # The walk has touched what it is about.
    owners = {key.owner for _, held, _, _ in walk for name in held if (key := keys.declared(name))}
    assert owners >= {"concern", "options", "plan", "suitability", "priorities", "evidence", "take_home", "room"}


def test_only_what_may_stand_in_the_address_is_bound_to_it(walk: list[tuple[str, set[str], set[str], set[str]]]):
    """No answer about health, no word, nothing that matters to a person: neither bound nor written by hand."""
    shown = {(page, name) for page, _, bound, address in walk for name in bound | address}
    assert {(page, name) for page, name in shown if not ((key := keys.declared(name)) and key.in_address)} == set()
    assert {name for _, name in shown} >= {"concern", "options", "plan_start", "evidence_part", "view"}
    health = {name for _, held, _, _ in walk for name in held if (key := keys.declared(name)) and key.is_health}
    assert {"suitability_skin", "suitability_held", "suitability_skin_illness", "compare_skin", "room_skin"} <= health


def test_the_selection_is_what_was_chosen_on_all_pages():
    """One frozen value with the choices of every page, those of fields not on screen included."""
    names = [option.treatment_id for option in load().options("acne_scars")][:3]
    app = AppTest.from_string(_SCRIPT)
    for name, value in {
        "concern": load().concerns["acne_scars"].name,
        "options": names,
        "suitability_skin": 0,
        "suitability_held": ("diabetes",),
        "priorities_order_acne_scars": ["visits", "own", "cost"],
        "priorities_points_own_acne_scars": 40,
        "priorities_own_name_acne_scars": " Calm ",
        f"priorities_own_{names[1]}_acne_scars": 7,
        "priorities_order_low_back_pain": ["harm"],
        "take_home_note": "Ring on Monday",
    }.items():
        app.session_state[name] = value
    seen = app.run().session_state["seen"]
    assert not app.exception
    assert (seen.concern_id, list(seen.option_ids)) == ("acne_scars", names)
    assert seen.wishes is None
    assert (seen.answers.skin_type, seen.answers.unsure, seen.answers.conditions) == (None, True, ("diabetes",))
    assert seen.priorities.criteria == (("visits", 100), ("own", 40), ("cost", None))
    assert seen.priorities.own_name == "Calm"
    assert seen.priorities.scores(tuple(names[:2])) == {names[0]: None, names[1]: 7.0}
    assert (seen.words.name, seen.words.own, seen.words.note) == ("", "", "Ring on Monday")
    hash(seen)


@pytest.mark.parametrize(
    ("name", "untold", "told"),
    [
        ("suitability_skin", None, 0),
        ("suitability_skin", None, 3),
        ("suitability_held", (), ("diabetes",)),
        ("priorities_order_acne_scars", [], ["visits"]),
        ("priorities_own_name_acne_scars", "", "Calm"),
        ("priorities_own_microneedling_acne_scars", None, 0),
        ("take_home_note", "", "Ring on Monday"),
    ],
)
def test_what_is_told_is_known_until_it_is_taken_back(name: str, untold: object, told: object):
    """The page says that something was told, so that its loss is not kept quiet; an emptied field tells nothing."""
    app = AppTest.from_string(
        "import streamlit as st\nfrom needlewise.ui.state.session import told_anything\nst.text(told_anything())"
    )
    for value, expected in ((untold, "False"), (told, "True"), (untold, "False")):
        app.session_state[name] = value
        assert app.run().text[0].value == expected


def test_answers_are_forgotten_and_nothing_else():
    """Clear answers on Right for me? takes all of that page, with the skin tone shown elsewhere, and leaves other pages alone."""
    app = AppTest.from_string(
        "import streamlit as st\nfrom needlewise.ui.state.suitability import forget_answers\n"
        "st.button('Clear', on_click=forget_answers)"
    )
    for name in ("suitability_skin", "suitability_held", "suitability_all_skin", "compare_skin"):
        app.session_state[name] = ("told",)
    app.session_state["compare_first"] = "works"
    app = app.run().button[0].click().run()
    assert {name for name in _held(app) if keys.declared(name)} == {"compare_first"}
