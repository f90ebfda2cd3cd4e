"""The answer in the first HTML of every page: it can be read before any script has run, and where none may run.

Streamlit's own first page is empty until some 2 MB of code have come and a websocket has answered: seconds, on a phone.
What stands here is made from the same functions as the page that follows and works by itself: concerns and pages are
plain links, a figure leads to its rows. It is for a person who has told nothing: what was told in a session is no part
of an address. `early.js` takes it away once the page is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs

from markupsafe import Markup

from needlewise import DATA_FOLDER
from needlewise.caching import shared
from needlewise.clinic.settings import fingerprint
from needlewise.decision.consult_room import SCREENS, ScreenId
from needlewise.evidence.model.rows import Concern
from needlewise.evidence.reading.load import load, loaded
from needlewise.server.compressed import Encoded
from needlewise.ui import layout
from needlewise.ui.components import clinic
from needlewise.ui.page_registry import PAGES, room_screen_from
from needlewise.ui.state import after as after_state
from needlewise.ui.state import concern as concern_state
from needlewise.ui.state import keys
from needlewise.ui.state import options as options_state
from needlewise.ui.state.room import ROOM
from needlewise.ui.templates import render
from needlewise.ui.views.about import view as about
from needlewise.ui.views.after import view as after
from needlewise.ui.views.asking import view as asking
from needlewise.ui.views.compare import view as compare
from needlewise.ui.views.evidence import view as evidence_view
from needlewise.ui.views.explore import view as explore
from needlewise.ui.views.plan import view as plan
from needlewise.ui.views.room import view as room
from needlewise.ui.views.suitability import view as suitability
from needlewise.ui.views.take_home import view as take_home
from needlewise.words import say

_CSS = Path(__file__).with_name("first_page.css")


@dataclass(frozen=True)
class Asked:
    """What an address asks for, as far as it is answered in the first HTML.

    Attributes:
        page: the page's name.
        concern_id: empty where none is picked.
        option_ids: those of the address, else the usual ones; empty on pages without options.
        treatment_id: on After, what was done; empty where it asks.
        screen: the screen of the consult room; empty outside it.
        day: today, on pages with dates; else None, so that one answer serves for ever.
    """

    page: str
    concern_id: str = ""
    option_ids: tuple[str, ...] = ()
    treatment_id: str = ""
    screen: ScreenId | Literal[""] = ""
    day: date | None = None

    @property
    def asks(self) -> bool:
        """True where the page asks for a concern and says nothing else."""
        return not self.concern_id and _BY_NAME[self.page].asks_concern


_BY_NAME = {page.name: page for page in PAGES}
_BY_PATH = {f"/{page.path}": page for page in PAGES}
# Pages that say when, or for how long still.
_DATED = frozenset({"plan", "suitability", "take_home"})


def asked(path: str, query: str, today: date | None = None) -> Asked | None:
    """What an address asks for.

    None where no answer can be promised: for a page that is none, for a concern that nothing here has the name of, for
    the room before a concern is picked, for a plan with days in it and the like, and when `data/` has faults.
    """
    page, given = _BY_PATH.get(path), parse_qs(query)
    evidence, _ = loaded(DATA_FOLDER)
    # What a page's own pickers put into the address changes what it says first.
    if page is None or evidence is None or any(name.startswith(f"{page.name}_") for name in given):
        return None
    named = given.get(keys.CONCERN)
    concern_id = concern_state.known_concern(evidence, named[-1]) if named else ""
    if concern_id is None:
        return None
    in_room = given.get(keys.VIEW, [""])[-1] == ROOM
    options: tuple[str, ...] = ()
    if concern_id and (page.has_options or in_room):
        known, _ = options_state.known_options(evidence, concern_id, given.get(keys.OPTIONS, []))
        usual = options_state.usual_options(evidence, concern_id)
        options = options_state.at_least_two(evidence, concern_id, known) if known else usual
    if in_room and not concern_id:
        return None
    if in_room:
        wanted = given.get(keys.SCREEN, [""])[-1]
        screen = next((name for name in SCREENS if name == wanted), room_screen_from(page.path))
        return Asked(page.name, concern_id, options, screen=screen)
    treatment = given.get(keys.TREATMENT, [""])[-1] if page.name == "after" else ""
    names = after_state.names() if treatment else {}
    treatment_id = next((name for name, label in names.items() if treatment in (name, label)), "")
    day = today or datetime.now(UTC).date()
    return Asked(page.name, concern_id, options, treatment_id, day=day if page.name in _DATED else None)


def first_html(wanted: Asked) -> str:
    """HTML for the body of a page, before any script has run.

    Raises:
        EvidenceError: when `data/` has faults.
    """
    concerns, page = load().concerns, _BY_NAME[wanted.page]
    current = concerns.get(wanted.concern_id)
    css = (layout.stylesheet(), _styles(wanted), _CSS.read_text(encoding="utf-8"))
    above = asking.opening(page.name) if wanted.asks else layout.fold(_name(current), folded=True)
    html = render(
        "first_page.html",
        style=render("style.html", css="".join(css)) + clinic.style(),
        brand=layout.brand(),
        above=above,
        concerns=list(concerns.values()),
        current=current,
        name=ROOM if wanted.screen else page.name,
        path=page.path,
        view=ROOM if wanted.screen else "",
        answer=asking.below(page.name, early=True) if wanted.asks else _answer(wanted),
        others=[one for one in PAGES if one is not page],
    )
    # Ready and whole: who cuts or joins it now means the text.
    return str(html)


def _name(concern: Concern | None) -> str | None:
    return None if concern is None else concern.name


def _answer(wanted: Asked) -> Markup:
    """What the page says first, by the functions that draw it."""
    concern_id, options, day = wanted.concern_id, wanted.option_ids, wanted.day or date.min
    if wanted.screen:
        return room.opening(concern_id, options, wanted.screen)
    opening: dict[str, Callable[[], Markup]] = {
        "explore": lambda: explore.opening(concern_id),
        "compare": lambda: compare.opening(concern_id, options),
        "plan": lambda: plan.opening(concern_id, options, day),
        "suitability": lambda: suitability.opening(concern_id, day),
        "evidence": lambda: evidence_view.opening(concern_id),
        "take_home": lambda: take_home.opening(concern_id, options, day),
        "after": lambda: after.opening(concern_id, wanted.treatment_id or None),
        "about": about.opening,
    }
    return opening[wanted.page]() if wanted.page in opening else Markup()


_STYLES = {
    "explore": asking,
    "compare": compare,
    "plan": plan,
    "suitability": suitability,
    "evidence": evidence_view,
    "take_home": take_home,
    "after": after,
    "about": about,
}


def _styles(wanted: Asked) -> str:
    if wanted.asks:
        return asking.stylesheet()
    view = room if wanted.screen else _STYLES.get(wanted.page)
    return "" if view is None else str(view.stylesheet())


def title(wanted: Asked | None) -> str:
    """The title of a page: what it is and about which concern; in the room nothing about anyone."""
    if wanted is None or wanted.screen:
        return say("page-title")
    return layout.title(wanted.page, _name(load().concerns.get(wanted.concern_id)))


_ICON, _OUR_ICON = b"./favicon.png", b"./app/static/mark.png"
_TITLE = re.compile(rb"<title>.*?</title>")
# Behind what Streamlit draws: the first link of a page is then the one that leads past its menu.
_LIVE = re.compile(rb"(?<=<div id=\"root\"></div>)")
_EMPTY = re.compile(rb"<noscript>.*?</noscript>\s*(?=<div id=\"root\">)", re.DOTALL)


def assembled_page(
    body: bytes, head: Head, foot: bytes, address: tuple[str, str] | None, base: str, encoding: str
) -> Encoded:
    """A page of Streamlit's as it is sent, with the answer for its address (path and query), where there is one."""
    return _assembled(body, head, foot, None if address is None else asked(*address), base, encoding)


class Head:
    """What stands in the head of every page, around its title."""

    def __init__(self, template: str, **values: object) -> None:
        self._template, self._values = template, values

    def titled(self, words: str, base: str) -> bytes:
        """The HTML of it; `base` is where this server is asked (`https://host`), empty where that is not known."""
        return render(self._template, title=words, base=base, **self._values).encode()


# A first page takes 10 to 40 kB compressed; those of the usual options of every concern, and of as many others.
_HELD = 256


@shared(size=_HELD, depends_on=fingerprint)
def _assembled(body: bytes, head: Head, foot: bytes, wanted: Asked | None, base: str, encoding: str) -> Encoded:
    """The page with its title, the card that all figures share, and the answer instead of words about JavaScript."""
    named = head.titled(title(wanted), base)
    page = _TITLE.sub(lambda _: named, body, count=1).replace(_ICON, _OUR_ICON)
    if wanted is not None:
        answer = first_html(wanted).encode()
        page = _EMPTY.sub(lambda _: answer, page, count=1)
    page = _LIVE.sub(lambda _: foot, page, count=1)
    return Encoded(page, encoding)
