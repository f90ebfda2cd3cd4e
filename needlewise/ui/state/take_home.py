"""What goes into the take-home and what a person writes: in the session only."""

from __future__ import annotations

import streamlit as st

from needlewise.decision.case import Words
from needlewise.ui.state.keys import TAKE_HOME_EMPTY, TAKE_HOME_PAPER, TAKE_HOME_PART, TAKE_HOME_WORDS
from needlewise.words import say


def words_written() -> Words:
    """The words as they stand in the session, also before their fields are drawn."""
    return Words(**{field: st.session_state.get(key) or "" for field, key in TAKE_HOME_WORDS.items()})


def pick_part(part: str, label: str, *, empty: bool) -> bool:
    """Draw one checkbox of what goes in, on at first; one for a part with nothing in it cannot be ticked."""
    if empty:
        st.checkbox(label, value=False, key=f"{TAKE_HOME_EMPTY}{part}", disabled=True)
        return False
    return st.checkbox(label, value=True, key=f"{TAKE_HOME_PART}{part}", persist_state="session")


def write_name(most: int) -> str:
    """Draw the field for a name to print."""
    return (
        st.text_input(
            say("take_home-name"),
            key=TAKE_HOME_WORDS["name"],
            max_chars=most,
            help=say("take_home-name-help"),
            persist_state="session",
        )
        or ""
    )


def write_words(field: str, most: int) -> str:
    """Draw a field for own questions (`own`) or a note (`note`)."""
    words = st.text_area(
        say(f"take_home-{field}"),
        key=TAKE_HOME_WORDS[field],
        max_chars=most,
        height=130,
        placeholder=say(f"take_home-{field}-placeholder"),
        persist_state="session",
    )
    return words or ""


def pick_paper(names: dict[str, str]) -> str:
    """Draw the choice of paper; US Letter at first where people use it."""
    first = "us-letter" if (st.context.locale or "").upper().endswith(_LETTER_COUNTRIES) else "a4"
    label = say("take_home-paper")
    return str(
        st.pills(
            label,
            list(names),
            format_func=names.__getitem__,
            default=first,
            required=True,
            key=TAKE_HOME_PAPER,
            persist_state="session",
        )
    )


# Countries whose offices print on US Letter (CLDR supplemental data, paperSize), at the end of a browser's language.
_LETTER_COUNTRIES = tuple(
    f"-{land}" for land in ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
)
