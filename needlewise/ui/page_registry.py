"""One table of pages: what each is called, where it stands, and what leads from one to the next.

How a page is added stands in docs/recipes.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from needlewise.decision.consult_room import SCREENS, ScreenId


@dataclass(frozen=True)
class Page:
    """One page of the product.

    Attributes:
        name: of its script in `pages/`, its folder in `views/` and its words.
        path: its address; never changes. Empty for the home page.
        has_options: the picker of options stands on it, and its address holds them.
        is_onward: a way on at the foot of every page; the others are in the menu only.
        follows: the pages whose answers end with a link to this one.
        room_screen: where the consult room opens from it.
        deepens: the screen of the room that this page goes deeper into.
        fills: the part of the take-home that is filled in on it.
        asks_concern: without a concern in the address it asks for one and says nothing else.
    """

    name: str
    path: str
    has_options: bool = False
    is_onward: bool = False
    follows: tuple[str, ...] = ()
    room_screen: ScreenId = SCREENS[0]
    deepens: ScreenId | None = None
    fills: str = ""
    asks_concern: bool = True


# In the order in which people use them, which is that of the menu.
PAGES = (
    Page("explore", ""),
    Page("compare", "compare", has_options=True, is_onward=True, follows=("explore",), room_screen="works"),
    Page(
        "plan",
        "plan",
        has_options=True,
        is_onward=True,
        follows=("explore", "compare"),
        room_screen="recovery",
        deepens="recovery",
        fills="plan",
    ),
    Page(
        "suitability",
        "suitability",
        is_onward=True,
        follows=("explore", "compare"),
        room_screen="harms",
        deepens="harms",
        fills="cautions",
        asks_concern=False,
    ),
    Page(
        "priorities",
        "priorities",
        has_options=True,
        is_onward=True,
        follows=("explore", "compare"),
        room_screen="matters",
        deepens="matters",
        fills="priorities",
    ),
    Page("evidence", "evidence", room_screen="works", deepens="works", asks_concern=False),
    Page("take_home", "take_home", has_options=True, is_onward=True, room_screen="home", deepens="home"),
    Page("after", "after", room_screen="home", asks_concern=False),
    Page("about", "about", asks_concern=False),
)
# Where an answer ends, what decides most comes first; it differs from the menu, which follows the course of a decision.
_NEXT_STEPS = ("compare", "suitability", "priorities", "plan")
# The part of Right for me? that other pages lead to.
SKIN_TONE = "skin-tone"
PAGES_WITH_OPTIONS = tuple(page.path for page in PAGES if page.has_options)


def next_steps(name: str) -> tuple[str, ...]:
    """The pages that a page's answer leads to, by name."""
    following = {page.name for page in PAGES if name in page.follows}
    return tuple(step for step in _NEXT_STEPS if step in following)


def room_screen_from(path: str) -> ScreenId:
    """Where the consult room opens from the page with this address."""
    return next((page.room_screen for page in PAGES if page.path == path), SCREENS[0])


def page_that_deepens(screen: ScreenId) -> Page | None:
    """The page that goes deeper into a screen of the room; None where there is none."""
    return next((page for page in PAGES if page.deepens == screen), None)


def page_that_fills(part: str) -> Page:
    """The page on which a part of the take-home is filled in.

    Raises:
        StopIteration: for a part that is filled in nowhere else.
    """
    return next(page for page in PAGES if page.fills == part)
