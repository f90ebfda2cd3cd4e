"""Draws what a clinic says of itself: on top, at the foot, beside an option, and on About. All of it marked as the clinic's own.

Every element made here from a clinic's settings beside an option has the class `nw-own`: taken away, what remains is the
page as it would stand without a clinic, letter for letter (a test holds that).
"""

from __future__ import annotations

import functools
from html import escape
from pathlib import Path

from needlewise.clinic.clinic_note import ClinicNote, clinic_note
from needlewise.clinic.logo import KINDS
from needlewise.clinic.settings import Clinic, Contact, current, faults
from needlewise.evidence.rules.course import Course
from needlewise.words import say, sentence

_CSS = Path(__file__).with_name("style.css")


LOGO_ADDRESS = "clinic/logo"


# What is tinted with the product's own accent, and what Streamlit draws in its theme's colour, follows the clinic's; pale
# enough for ink and for the dots upon it. The room keeps the product's colours: they have the contrast a wall needs.
_CHOSEN = ".stApp .stButtonGroup button:is([data-selected=true],[aria-checked=true])"


_TICKED = ".stApp .stCheckbox[data-selected=true] label>span+div"


_TINTED = (
    f".nw-badge,{_CHOSEN}{{background:color-mix(in srgb,var(--accent) 10%,var(--paper))}}"
    f"{_CHOSEN}{{border-color:var(--accent)}}{_TICKED}{{background:var(--accent);border-color:var(--accent)}}{_TICKED} svg{{stroke:var(--paper)}}"
)


def style() -> str:
    """The styles of what a clinic adds, and its accent colour as a variable for both themes."""
    return _style(tuple(current().accents().values()))


@functools.cache
def _style(accents: tuple[str, ...]) -> str:
    coloured = f":root{{--accent:light-dark({','.join(accents)})}}{_TINTED}" if accents else ""
    return f"<style>{_CSS.read_text(encoding='utf-8')}{coloured}</style>"


def header() -> str:
    """The clinic's logo, name and telephone or website, for the top of every page; nothing without a clinic."""
    clinic = current()
    if not clinic.is_set:
        return ""
    # The name stands beside it in words, so the picture says nothing more.
    logo = f'<img class="nw-logo" src="{LOGO_ADDRESS}" alt="">' if clinic.logo else ""
    first = (_contact(clinic.contact) or [""])[0]
    return f'<div class="nw-clinic">{logo}<span class="nw-clinic-name">{escape(clinic.name)}</span>{first}</div>'


def footer() -> str:
    """Name and contact, for the foot of every page; nothing without a clinic."""
    clinic = current()
    if not clinic.is_set:
        return ""
    ways = "".join(f"<li>{way}</li>" for way in _contact(clinic.contact))
    contact = (
        f'<ul class="nw-contact" aria-label="{escape(say("clinic-contact", name=clinic.name))}">{ways}</ul>'
        if ways
        else ""
    )
    return f"<p><strong>{escape(say('clinic-header', name=clinic.name))}</strong></p>{contact}"


def who_pays() -> str:
    """Who pays for this page, and that it buys nothing on it: text, on every page and every paper."""
    clinic = current()
    return say("clinic-who-pays", who=sentence(clinic.who_pays)) if clinic.is_set else say("funding")


def _contact(contact: Contact) -> list[str]:
    """Each way to reach the clinic: telephone, website, email as links, and the address."""
    ways = []
    if contact.phone:
        dialled = "".join(sign for sign in contact.phone if sign.isdigit() or sign == "+")
        ways.append(f'<a href="tel:{escape(dialled)}">{escape(contact.phone)}</a>')
    if contact.website:
        shown = contact.website.removeprefix("https://").rstrip("/")
        ways.append(f'<a href="{escape(contact.website)}" target="_blank">{escape(shown)}</a>')
    if contact.email:
        ways.append(f'<a href="mailto:{escape(contact.email)}">{escape(contact.email)}</a>')
    if contact.address:
        ways.append(escape(contact.address))
    return ways


def beside(concern_id: str, treatment_id: str, studied: Course | None) -> ClinicNote:
    """What this process's clinic says about an option."""
    return clinic_note(current(), concern_id, treatment_id, studied)


def mark(said: ClinicNote) -> str:
    """`not offered here`, for beside an option's name; nothing where it is offered or the clinic does not say."""
    return f'<span class="nw-own nw-not-here">{escape(said.not_offered)}</span>' if said.not_offered else ""


def note(*texts: str) -> str:
    """The clinic's own texts as one note below a studied figure; nothing without any."""
    lines = "".join(f"<span>{escape(text)}</span>" for text in texts if text)
    return f'<span class="nw-own nw-note">{lines}</span>' if lines else ""


def lead() -> str:
    """One sentence above a table that holds the clinic's marks and figures, to keep them apart from the studies'."""
    clinic = current()
    has_own = clinic.fees is not None or bool(clinic.usual)
    if not has_own and clinic.offered is None:
        return ""
    marks = "both" if has_own and clinic.offered is not None else "own" if has_own else "offered"
    return f'<p class="nw-own nw-lead">{escape(say("clinic-marks-lead", name=clinic.name, marks=marks))}</p>'


def about() -> str:
    """For About: who runs this page and what that cannot change, or that the settings file is faulty; nothing without a clinic."""
    found, clinic = faults(), current()
    if found:
        return f'<p role="status">{escape(say("clinic-about-fault", count=len(found)))}</p>'
    return f"<p>{escape(say('clinic-about-set', name=clinic.name))}</p>" if clinic.is_set else ""


def picture(clinic: Clinic) -> tuple[bytes, str] | None:
    """The logo's bytes and type; None without one or when the file has gone."""
    if clinic.logo is None:
        return None
    try:
        return clinic.logo.read_bytes(), KINDS[clinic.logo.suffix.lower()]
    except OSError:
        return None
