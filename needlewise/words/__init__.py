"""Every word of the interface and of the sentence maker comes from one catalogue: `en.ftl` (Project Fluent).

A second language is one more file beside it. Nothing here knows what the messages mean.
"""

from __future__ import annotations

import functools
import math
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

_FOLDER = Path(__file__).resolve().parent
LANGUAGE = "en"


@functools.cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((_FOLDER / f"{language}.ftl").read_text(encoding="utf-8")))
    return bundle


def say(message_id: str, /, **values: str | float) -> str:
    """The text of a message, or of one of its attributes (`message.attribute`).

    Raises:
        KeyError: when the catalogue has no such message.
        ValueError: when the message needs a value it was not given.
    """
    return _filled(message_id, values) if values else _plain(message_id)


@functools.cache
def _plain(message_id: str) -> str:
    # Asked for again and again while a page is drawn.
    return _filled(message_id, {})


def _filled(message_id: str, values: dict[str, str | float]) -> str:
    name, _, attribute = message_id.partition(".")
    bundle = _bundle(LANGUAGE)
    if not bundle.has_message(name):
        raise KeyError(message_id)
    message = bundle.get_message(name)
    pattern = message.attributes[attribute] if attribute else message.value
    if pattern is None:
        raise KeyError(message_id)
    text, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise ValueError(f"{message_id}: {errors[0]}")
    return str(text).strip()


def has(message_id: str) -> bool:
    """True when the catalogue holds this message."""
    return _bundle(LANGUAGE).has_message(message_id)


def number(value: float) -> str:
    """A figure as people write it: no trailing zeros, at most one decimal (two below one)."""
    digits = 2 if abs(value) < 1 else 1
    text = f"{round_half_up(value, digits):.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text.replace("-", "−")


def thousands(value: int) -> str:
    """`1,234`."""
    return f"{value:,}"


def span(low: float, high: float) -> str:
    """`3 to 5` written as `3–5`, or one figure when both are the same as shown."""
    first, last = number(low), number(high)
    return first if first == last else f"{first}–{last}"


def round_half_up(value: float, digits: int = 0) -> float:
    """Round halves away from zero, as people do by hand (Python rounds them to even)."""
    scale = 10**digits
    return math.copysign(math.floor(abs(value) * scale + 0.5) / scale, value)


def join_list(items: list[str] | tuple[str, ...], *, word: str = "and") -> str:
    """`a, b and c`; `a, b; c; and d` where an item holds a comma itself."""
    if len(items) < 2:
        return "".join(items)
    if any("," in item for item in items):
        return f"{'; '.join(items[:-1])}; {word} {items[-1]}"
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def capital(text: str) -> str:
    """The text with a capital in front."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text with its first letter a capital and a full stop at its end."""
    text = capital(text.strip())
    return text if text.endswith((".", "?", "!")) else f"{text}."
