"""Every page in every state a person can bring it into, held against the accessibility rules a machine can check.

`make axe` walks through all of it: light, dark and the reader's own colours at four widths, each look opened anew.
The suite (`test_axe_states.py`) brings each state about once and looks at it in all three, at the widths of a phone and a laptop.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Error, Page, expect, sync_playwright

from needlewise.decision.consult_room import SCREENS, ScreenId
from needlewise.words import say
from tests.browser.conftest import axe_faults, chromium_path, new_window, running_server, settled, too_wide, visit

WIDTHS = {360: 740, 768: 1024, 1280: 800, 1920: 1080}
Look = Literal["light", "dark", "forced"]
LOOKS: tuple[Look, ...] = ("light", "dark", "forced")
# Streamlit follows a change of theme a moment later.
_REPAINT_MS = 150
_CALENDAR = ("landmark-banner-is-top-level", "landmark-no-duplicate-banner", "landmark-unique")
SKIN, PAIN = "acne_scars", "low_back_pain"


@dataclass(frozen=True)
class State:
    """A page and what is done on it.

    Attributes:
        name: in a report.
        path: its address.
        steps: what brings the page into the state.
        widest: the widest window it exists in.
        is_plain: a page without Streamlit.
        known: rules that a widget of Streamlit's breaks here; each stands in docs/accessibility.md.
    """

    name: str
    path: str
    steps: Callable[[Page], None] = lambda _: None
    widest: int = 1920
    is_plain: bool = False
    known: tuple[str, ...] = ()


def _all_folds(page: Page) -> None:
    page.evaluate("document.querySelectorAll('#root details').forEach(fold => { fold.open = true; })")


def _card(page: Page) -> None:
    page.locator("#root a.nw-fig, #root a.nw-big, #root a.nw-src").filter(visible=True).first.click()
    expect(page.locator("#nw-card li").first).to_be_visible()


def _menu(page: Page) -> None:
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(page.get_by_test_id("stSidebarNavLink").first).to_be_visible()


def _press(text: str) -> Callable[[Page], None]:
    def steps(page: Page) -> None:
        page.locator("#root button").filter(has_text=text, visible=True).first.click()
        page.wait_for_timeout(300)
        settled(page)

    return steps


def _typed(label: str, text: str) -> Callable[[Page], None]:
    def steps(page: Page) -> None:
        field = page.get_by_label(label).filter(visible=True).first
        field.fill(text)
        field.press("Enter")
        page.wait_for_timeout(500)
        settled(page)

    return steps


def _then(*all_steps: Callable[[Page], None]) -> Callable[[Page], None]:
    def steps(page: Page) -> None:
        for step in all_steps:
            step(page)

    return steps


def _part(name: str) -> Callable[[Page], None]:
    return _press(say(f"evidence-part-{name}"))


def _calendar(page: Page) -> None:
    page.get_by_test_id("stDateInput").first.get_by_role("button").last.click()
    expect(page.get_by_role("grid").first).to_be_visible()


def _room(screen: ScreenId) -> State:
    return State(f"room {screen}", f"?concern={SKIN}&view=room&screen={screen}", _all_folds)


def _marked(name: str) -> Callable[[Page], None]:
    def steps(page: Page) -> None:
        page.evaluate("name => document.documentElement.classList.add(name)", name)

    return steps


def _idle(page: Page) -> None:
    page.evaluate("document.getElementById('nw-idle').showPopover()")


def states() -> tuple[State, ...]:
    """Every state, page by page."""
    return (
        State("home", ""),
        State("home, a concern that is not there", "?concern=nothing_such"),
        State("home, menu", "", _menu, widest=768),
        State("search", f"?concern={SKIN}", _press("Search")),
        State("explore", f"?concern={SKIN}"),
        State("explore, open", f"?concern={SKIN}", _all_folds),
        State("explore, card", f"?concern={SKIN}", _card),
        State("explore, pain", f"?concern={PAIN}", _all_folds),
        State("compare", f"compare?concern={SKIN}", _all_folds),
        State("compare, card", f"compare?concern={SKIN}", _card),
        State("compare, pain", f"compare?concern={PAIN}"),
        State("plan", f"plan?concern={SKIN}&event=2027-06-01", _all_folds),
        State("plan, notes", f"plan?concern={SKIN}&event=2020-06-01&start=never", _all_folds),
        State("plan, calendar", f"plan?concern={SKIN}", _calendar, known=_CALENDAR),
        State("right for me", f"suitability?concern={SKIN}", _all_folds),
        State("right for me, nothing picked", "suitability", _all_folds),
        State(
            "right for me, told",
            f"suitability?concern={SKIN}",
            _then(
                _press("V · Brown"), _press("Isotretinoin tablets"), _press(say("situation-iso_stopped")), _all_folds
            ),
        ),
        State("what matters", f"priorities?concern={SKIN}"),
        State(
            "what matters, told",
            f"priorities?concern={SKIN}",
            _then(
                _press(say("priorities-name-visits")),
                _press(say("priorities-name-own")),
                _press(say("priorities-give")),
                _all_folds,
            ),
        ),
        State("promises", f"evidence?concern={SKIN}", _all_folds),
        State("map", f"evidence?concern={SKIN}", _then(_part("map"), _all_folds)),
        State("findings", f"evidence?concern={SKIN}", _then(_part("findings"), _all_folds)),
        State("sources", f"evidence?concern={SKIN}", _then(_part("sources"), _all_folds)),
        State("take home", f"take_home?concern={SKIN}", _all_folds),
        State("after", "after"),
        State("after a treatment", "after?treatment=microneedling", _all_folds),
        State("about", "about", _all_folds),
        *(_room(screen) for screen in SCREENS),
        State("room, concern and options", f"?concern={SKIN}&view=room&screen=visit", _press(say("room-change"))),
        State("room, new client", f"?concern={SKIN}&view=room&screen=visit", _press(say("room-new"))),
        State("room, idle", f"?concern={SKIN}&view=room&screen=visit", _idle),
        State("connection lost", f"?concern={SKIN}", _marked("nw-was-lost")),
        State("an old version", f"?concern={SKIN}&version=0.1.0"),
        State("changes", f"changes/{SKIN}", is_plain=True),
        State("how to cite", f"cite?answer={SKIN}", is_plain=True),
    )


def _look(page: Page, look: Look) -> None:
    """Light, dark, or the colours that the reader's system sets."""
    page.emulate_media(
        color_scheme="dark" if look == "dark" else "light", forced_colors="active" if look == "forced" else "none"
    )


def faults_of(page: Page, server: str, state: State, widths: dict[int, int], looks: tuple[Look, ...]) -> Iterator[str]:
    """One line for each fault, under the state, the look and the width. The state is brought about once."""
    first, height = next(iter(widths.items()))
    _look(page, looks[0])
    if state.is_plain:
        page.set_viewport_size({"width": first, "height": height})
        page.goto(f"{server}/{state.path}")
    else:
        visit(
            page, f"{server}/{state.path}", width=first, height=height, scheme="dark" if looks[0] == "dark" else "light"
        )
    try:
        state.steps(page)
    except (Error, AssertionError) as error:
        yield f"{state.name}: could not be brought about: {str(error)[:200]}"
        return
    for look in looks:
        _look(page, look)
        page.wait_for_timeout(_REPAINT_MS)
        for width, tall in widths.items():
            if width > state.widest:
                continue
            page.set_viewport_size({"width": width, "height": tall})
            wide = [] if state.is_plain else too_wide(page)
            broken = [fault for fault in axe_faults(page) if not fault.startswith(state.known)]
            for fault in (*wide, *broken):
                yield f"{state.name}, {look}, {width}: {fault}"
    _look(page, "light")


def main(wanted: list[str]) -> int:
    """All states, or those whose name holds one of the words, in every look and width; how many faults there are."""
    found = 0
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox", "--disable-gpu"])
        with running_server(Path(place) / "log.txt") as server:
            for state in states():
                if wanted and not any(word in state.name for word in wanted):
                    continue
                page = new_window(browser)
                for fault in faults_of(page, server, state, WIDTHS, LOOKS):
                    found += 1
                    print(fault, flush=True)
                page.context.close()
                print(f"{state.name}: looked at", flush=True)
        browser.close()
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
