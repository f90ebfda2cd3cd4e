"""Small pickers bound to the address: a row of pills, a list, a pager."""

from __future__ import annotations

import streamlit as st


def pick_pill(label: str, key: str, names: dict[str, str]) -> str:
    """Draw a row of pills bound to the address; returns the id picked. The first is picked at the start."""
    first = next(iter(names.values()))
    label_picked = st.pills(label, list(names.values()), default=first, required=True, key=key, bind="query-params")
    return _id_of(names, label_picked or first)


def pick_one(label: str, key: str, names: dict[str, str], *, resets: str = "") -> str:
    """Draw a list bound to the address; returns the id picked.

    `resets` is the key of a pager that goes back to page 1.
    """
    label_picked = st.selectbox(
        label,
        list(names.values()),
        key=key,
        bind="query-params",
        on_change=_first_page,
        args=(resets,) if resets else (),
    )
    return _id_of(names, label_picked)


def ask_words(label: str, key: str, *, example: str, longest: int, resets: tuple[str, ...] = ()) -> str:
    """Draw a field for words to look for, kept in the session only; returns what stands in it.

    `resets` are the keys of pagers that go back to page 1.
    """
    return st.text_input(
        label,
        key=key,
        placeholder=example,
        max_chars=longest,
        icon=":material/search:",
        on_change=_first_page,
        args=resets,
    ).strip()


def pick_page(key: str, pages: int) -> int:
    """Draw a pager bound to the address; returns the page picked, 1 at the start."""
    return st.pagination(pages, key=key, bind="query-params") if pages > 1 else 1


def page_picked(key: str) -> int:
    """The page a pager stands on, before it is drawn."""
    value = st.session_state.get(key) or st.query_params.get(key) or 1
    try:
        return max(1, int(value))
    except ValueError:
        return 1


def _id_of(names: dict[str, str], label: str) -> str:
    return next(name for name, text in names.items() if text == label)


def _first_page(*keys: str) -> None:
    for key in keys:
        if key in st.session_state:
            st.session_state[key] = 1
