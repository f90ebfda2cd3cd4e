"""Every key of the session and the address: who owns it, how long it lasts, where it may stand, what it is about.

A value of the session is kept, put into the address or forgotten by what is declared here, and by nothing else. A key
that is not declared here is a fault: `declared` finds it, and a test walks through all pages and asks for each key.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

# The page, or the room of the product, whose state module writes the key.
Owner = Literal[
    "address", "after", "compare", "concern", "connection", "evidence", "files", "options", "plan", "priorities",
    "pictures", "ready", "room", "search", "second", "suitability", "take_home",
]  # fmt: skip

# `client`: what a person chose, told or was told because of it. `window`: how this window is drawn and connected,
# nothing
# of a person. `product`: the same for everyone, made once a session; the only one that outlives New client.
Lasts = Literal["client", "window", "product"]


@dataclass(frozen=True)
class Key:
    """One key, or all keys with one beginning.

    Attributes:
        name: the key; of a family, what its keys begin with.
        owner: who writes it.
        lasts: for whom it is kept.
        is_family: the rest of the key names a concern, an option, a criterion, a button.
        in_address: it may stand in the address.
        is_health: it holds or shows an answer about health: in the session only.
        is_told: while it holds something, this session alone knows what a person told, and its loss is said.
    """

    name: str
    owner: Owner
    lasts: Lasts = "client"
    is_family: bool = False
    in_address: bool = False
    is_health: bool = False
    is_told: bool = False

    def __post_init__(self) -> None:
        """Refuse a key that would show what it must not.

        Raises:
            ValueError: for a key about health, or one that tells of a person, in the address or longer than the client.
        """
        if (self.is_health or self.is_told) and (self.in_address or self.lasts != "client"):
            raise ValueError(f"{self.name}: what a person told stays in the session, and goes with them")


_KEYS: dict[str, Key] = {}


def _declare(key: Key) -> str:
    if key.name in _KEYS:
        raise ValueError(f"{key.name} is declared twice")
    _KEYS[key.name] = key
    return key.name


def _key(
    name: str, owner: Owner, lasts: Lasts = "client", *, address: bool = False, health: bool = False, told: bool = False
) -> str:
    return _declare(Key(name, owner, lasts, in_address=address, is_health=health, is_told=told))


def _family(
    name: str, owner: Owner, lasts: Lasts = "client", *, address: bool = False, health: bool = False, told: bool = False
) -> str:
    return _declare(Key(name, owner, lasts, is_family=True, in_address=address, is_health=health, is_told=told))


# The concern, on top of every page.
CONCERN = _key("concern", "concern", address=True)
CONCERN_NOTE = _key("unknown_concern", "concern")

# For which concern the pictures are drawn; the place where they stand.
PICTURES_OF = _key("pictures_of", "pictures")
PICTURES_DRAW = _key("pictures_draw", "pictures", "window")
PICTURES_PLACE = _key("pictures", "pictures", "window")

# The second concern, held beside the first, and the switch between the two.
ALSO = _key("also", "second", address=True)
# What it was last, to be kept from page to page, as with the options.
ALSO_HELD = _key("also_held", "second")
ALSO_KEPT = _key("also_kept", "second")
ALSO_AGAIN = _key("also_kept_again", "second")
ALSO_SHOWN = _key("also_shown", "second")
ALSO_OPEN = _key("also_open", "second", "window")
# The same window once a second is held: a window of another key, so the choice closes the one it was made in.
ALSO_OPEN_HELD = _key("also_open_held", "second", "window")
ALSO_DROP = _key("also_drop", "second", "window")

# The search: what is typed may tell of health.
SEARCH_TEXT = _key("search_text", "search", health=True)
SEARCH_GO = _key("search_go", "search")
SEARCH_OPEN = _key("search_open", "search", "window")

# The options compared.
OPTIONS = _key("options", "options", address=True)
OPTIONS_NOTE = _key("options_note", "options")
OPTIONS_SHOWN = _key("options_shown", "options")
OPTIONS_KEPT = _key("options_kept", "options")
OPTIONS_AGAIN = _key("options_kept_again", "options")
OPTIONS_WAITING = _key("options_waiting", "options")
OPTIONS_SWAP = _key("options_swap", "options")
# The options of each concern looked at, so that the switch between two concerns brings them back.
OPTIONS_OF = _key("options_of", "options")

# What an address gave.
VERSION = _key("version", "address", address=True)
ADDRESS_SEEDED = _key("address_seeded", "address")
PAGE_SHOWN = _key("page_shown", "address")

# Compare.
COMPARE_FIRST = _key("compare_first", "compare", address=True)

# Plan: every choice stands in the address, so that a link brings the plan back.
PLAN_START = _key("plan_start", "plan", address=True)
PLAN_EVENT = _key("plan_event", "plan", address=True)
PLAN_AWAY = _key("plan_away", "plan", address=True)
PLAN_DAYS = _key("plan_days", "plan", address=True)
PLAN_VARY = _key("plan_vary", "plan", address=True)
PLAN_VISITS = _family("plan_visits_", "plan", address=True)
PLAN_APART = _family("plan_apart_", "plan", address=True)
PLAN_TIME = _key("plan_time", "plan", address=True)
PLAN_ALL = _key("plan_all", "plan", address=True)
# Visits there were and money paid are told of a person: in the session only.
PLAN_HAD = _family("plan_had_", "plan", told=True)
PLAN_LAST = _family("plan_last_", "plan", told=True)
PLAN_PRICE = _family("plan_price_", "plan", told=True)
# What ties the calendar files of one plan together: a token drawn by chance, and what the files held so far.
PLAN_TOKEN = _key("plan_id", "plan", address=True)
PLAN_HANDED = _family("plan_handed_", "plan")
PLAN_AWAY_PICKED = _key("plan_pick", "plan")
PLAN_AWAY_NOTE = _key("plan_away_note", "plan")
PLAN_SAID = _key("plan_said", "plan")
# Own numbers, visits there were and money paid of each concern, kept while another one is planned.
PLAN_OWN = _key("plan_own", "plan", told=True)
PLAN_UNUSED = _key("plan_unused", "plan")
PLAN_FILE = _family("plan-file-", "plan")

# After: the treatment a person had; it says no more of them than an option does.
TREATMENT = _key("treatment", "after", address=True)

# Right for me?: answers about health, and the choices that show which of them were asked for.
SKIN = _key("suitability_skin", "suitability", health=True, told=True)
SKIN_TOLD_HERE = _key("suitability_skin_here", "suitability", health=True)
CONDITIONS = _key("suitability_held", "suitability", health=True, told=True)
# What decides more than a tick: which of its choices, since which day, in which week; and the age.
SITUATION_CHOICE = _family("suitability_choice_", "suitability", health=True, told=True)
SITUATION_DAY = _family("suitability_day_", "suitability", health=True, told=True)
SITUATION_WEEK = _family("suitability_week_", "suitability", health=True, told=True)
AGE = _key("suitability_age", "suitability", health=True, told=True)
LAST_TOLD = _key("suitability_last", "suitability", health=True)
# The checklist has a row of pills for each group of conditions; which rows there are depends on the options shown.
CHECKLIST = {part: _family(f"suitability_{part}_", "suitability", health=True) for part in ("skin", "pain", "all")}
SCOPE = _family("suitability_scope_", "suitability")
SUITABILITY_CLEAR = _key("suitability_clear", "suitability")
# The skin tones once more, where they change what is said on the spot.
SKIN_SHORT = {place: _key(f"{place}_skin", "suitability", health=True) for place in ("compare", "room")}

# What matters to me.
CRITERIA_PICKED = _family("priorities_picked_", "priorities")
CRITERIA_ORDER = _family("priorities_order_", "priorities", told=True)
CRITERIA_POINTS = _family("priorities_points_", "priorities")
CRITERIA_OWN = _family("priorities_own_", "priorities", told=True)
CRITERIA_GIVE = _family("priorities_give_", "priorities")
CRITERIA_UP = _family("priorities_up_", "priorities")
CRITERIA_DOWN = _family("priorities_down_", "priorities")

# Evidence: what is shown of all that there is.
EVIDENCE_MENUS = {
    menu: _key(f"evidence_{menu}", "evidence", address=True)
    for menu in (
        "part", "scope", "order", "ground", "treatment", "comparator", "outcome", "design", "certainty", "checked",
        "kind", "saying",
    )
}  # fmt: skip
# What is looked for may tell of a person, so it stays out of the address.
EVIDENCE_TEXT = _key("evidence_text", "evidence", health=True)
EVIDENCE_PAGE = _key("evidence_page", "evidence", address=True)
EVIDENCE_SOURCES_PAGE = _key("evidence_sources_page", "evidence", address=True)
EVIDENCE_DOWNLOAD = _key("evidence_download", "evidence")

# Take home: what goes in, and a person's own words.
TAKE_HOME_PART = _family("take_home_part_", "take_home")
TAKE_HOME_EMPTY = _family("take_home_empty_", "take_home")
TAKE_HOME_WORDS = {field: _key(f"take_home_{field}", "take_home", told=True) for field in ("name", "own", "note")}
TAKE_HOME_PAPER = _key("take_home_paper", "take_home")
TAKE_HOME_PDF = _key("take_home_pdf", "take_home")

# The check of what was understood; gone with the client, in no address and on no paper.
READY_ASKED = _family("ready_asked_", "ready")
READY_SURE = _family("ready_sure_", "ready")

# Files on their way to the browser.
FILE_ASKED = _family("file_asked_", "files")
FILE_PRESSES = _key("file_presses", "files")
FILE_PAGE = _key("file_page", "files")
FILE_TIMES = _key("file_times", "files", "window")
FILE_WAIT = _key("file_wait", "files")
FILE_LINK = _family("nw_file_", "files")

# The consult room: view and screen stand in the address only.
VIEW = _key("view", "room", address=True)
SCREEN = _key("screen", "room", address=True)
CONSULT = _key("consult_going_on", "room")
ROOM_SCREEN = _key("room_screen", "room")
# The screen that was on show last, to come back to.
ROOM_LEFT = _key("room_left", "room")
# The screens that were on show, so that the paper can name those that were not.
ROOM_SEEN = _key("room_seen", "room")
ROOM_BUTTONS = tuple(
    _key(f"room_{button}", "room", "window")
    for button in ("enter", "forget", "back", "next", "page_up", "page_down", "other")
)
ALL_FORGOTTEN = _key("all_forgotten", "room", "window")

# The connection: which session drew the page, in which run.
CONNECTION_WAKE = _key("connection_wake", "connection", "window")
CONNECTION_RUN = _key("connection_run", "connection", "window")
ONCE = {
    "session": _key("kept_session", "connection", "window"),
    "pages": _key("kept_pages", "connection", "product"),
}

_FAMILIES = sorted((key for key in _KEYS.values() if key.is_family), key=lambda key: len(key.name), reverse=True)


def declared(name: str) -> Key | None:
    """What is declared of a key: itself, or else the family with the longest beginning; None for an unknown key."""
    if (key := _KEYS.get(name)) is not None and not key.is_family:
        return key
    return next((key for key in _FAMILIES if name.startswith(key.name) and name != key.name), None)


def of_owner(names: Iterable[str], owner: Owner) -> list[str]:
    """Those of the names that belong to an owner."""
    return [name for name in names if (key := declared(name)) is not None and key.owner == owner]


def outliving(names: Iterable[str]) -> list[str]:
    """Those of the names that stay when a client leaves: only what is the same for everyone.

    What is the window's goes too and begins anew, so that nothing ties one client to the next.
    """
    return [name for name in names if (key := declared(name)) is not None and key.lasts == "product"]


def told(names: Iterable[str]) -> list[str]:
    """Those of the names that hold what a person told, while they hold something."""
    return [name for name in names if (key := declared(name)) is not None and key.is_told]


def every() -> tuple[Key, ...]:
    """All that is declared."""
    return tuple(_KEYS.values())
