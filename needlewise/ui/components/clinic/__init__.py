"""Draws what a clinic says of itself: on top, at the foot, beside an option, and on About.

All of it marked as the clinic's own.

Every element made here from a clinic's settings beside an option has the class `nw-own`: taken away, what remains is
the
page as it would stand without a clinic, letter for letter (a test holds that).
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from needlewise.clinic.clinic_note import ClinicNote, clinic_note
from needlewise.clinic.funding import funding
from needlewise.clinic.logo import KINDS
from needlewise.clinic.settings import Clinic, Contact, current, faults
from needlewise.evidence.rules.course import Course
from needlewise.ui.templates import macro, render

_CSS = Path(__file__).with_name("style.css")
_TEMPLATE = "components/clinic/template.html"


LOGO_ADDRESS = "clinic/logo"


# What is tinted with the product's own accent, and what Streamlit draws in its theme's colour, follows the clinic's;
# pale
# enough for ink and for the dots upon it. The room keeps the product's colours: they have the contrast a wall needs.
_CHOSEN = ".stApp .stButtonGroup button:is([data-selected=true],[aria-checked=true])"


_TICKED = ".stApp .stCheckbox[data-selected=true] label>span+div"


_TINTED = (
    f".nw-badge,{_CHOSEN}{{background:color-mix(in srgb,var(--accent) 10%,var(--paper))}}"
    f"{_CHOSEN}{{border-color:var(--accent)}}"
    f"{_TICKED}{{background:var(--accent);border-color:var(--accent)}}{_TICKED} svg{{stroke:var(--paper)}}"
)


def style() -> Markup:
    """The styles of what a clinic adds, and its accent colour as a variable for both themes."""
    return _style(tuple(current().accents().values()))


@functools.cache
def _style(accents: tuple[str, ...]) -> Markup:
    coloured = f":root{{--accent:light-dark({','.join(accents)})}}{_TINTED}" if accents else ""
    return render("style.html", css=f"{_CSS.read_text(encoding='utf-8')}{coloured}")


def header() -> Markup:
    """The clinic's logo, name and telephone or website, for the top of every page; nothing without a clinic.

    Where its file has a fault, one line says so: whoever runs the page sees it on the first page they open.
    """
    clinic = current()
    if clinic.is_unread:
        return macro(_TEMPLATE, "unread", len(faults()))
    if not clinic.is_set:
        return Markup()
    logo = LOGO_ADDRESS if clinic.logo else ""
    return macro(_TEMPLATE, "header", clinic.name, logo, _contact(clinic.contact))


def footer() -> Markup:
    """Name and contact, for the foot of every page; nothing without a clinic."""
    clinic = current()
    if not clinic.is_set:
        return Markup()
    return macro(_TEMPLATE, "footer", clinic.name, _contact(clinic.contact))


def phone() -> Markup:
    """The clinic's telephone, large; without one, where to find the number of whoever treated you."""
    contact = current().contact
    ways = _contact(contact)
    return macro(_TEMPLATE, "phone", current().name, ways[0] if contact.phone else None)


def who_pays() -> str:
    """Who pays for this page, and that it buys nothing on it: text, on every page and every paper."""
    return funding(current())


class _Way(NamedTuple):
    """One way to reach the clinic; a link where it has an address, in a new window where that leaves this product."""

    text: str
    address: str = ""
    leaves: bool = False


def _contact(contact: Contact) -> list[_Way]:
    """Telephone, website and email as links, and where the clinic is."""
    ways = []
    if contact.phone:
        dialled = "".join(character for character in contact.phone if character.isdigit() or character == "+")
        ways.append(_Way(contact.phone, f"tel:{dialled}"))
    if contact.website:
        ways.append(_Way(contact.website.removeprefix("https://").rstrip("/"), contact.website, leaves=True))
    if contact.email:
        ways.append(_Way(contact.email, f"mailto:{contact.email}"))
    if contact.address:
        ways.append(_Way(contact.address))
    return ways


def beside(concern_id: str, treatment_id: str, studied: Course | None) -> ClinicNote:
    """What this process's clinic says about an option."""
    return clinic_note(current(), concern_id, treatment_id, studied)


def mark(said: ClinicNote) -> Markup:
    """`not offered here`, for beside an option's name; nothing where it is offered or the clinic does not say."""
    return macro(_TEMPLATE, "mark", said.not_offered)


def note(*texts: str) -> Markup:
    """The clinic's own texts as one note below a studied figure; nothing without any."""
    return macro(_TEMPLATE, "note", [text for text in texts if text])


def lead() -> Markup:
    """One sentence above a table that holds the clinic's marks and figures, to keep them apart from the studies'."""
    clinic = current()
    has_own = clinic.fees is not None or bool(clinic.usual)
    if not has_own and clinic.offered is None:
        return Markup()
    marks = "both" if has_own and clinic.offered is not None else "own" if has_own else "offered"
    return macro(_TEMPLATE, "lead", clinic.name, marks)


def about() -> Markup:
    """For About: who runs this page and what that cannot change, or that the settings file is faulty.

    Nothing without a clinic.
    """
    fault_count, clinic = len(faults()), current()
    if not fault_count and not clinic.is_set:
        return Markup()
    return macro(_TEMPLATE, "about", clinic.name, fault_count)


def picture(clinic: Clinic) -> tuple[bytes, str] | None:
    """The logo's bytes and type; None without one or when the file has gone."""
    if clinic.logo is None:
        return None
    try:
        return clinic.logo.read_bytes(), KINDS[clinic.logo.suffix.lower()]
    except OSError:
        return None
