"""What Streamlit says at the start of every run though it never changes: the look and the settings, worked out once.

With each run Streamlit reads all of its settings again and writes this product's colours and fonts from them into its
first message: a tenth of what a tap costs. The settings of a process change only when their file is read anew, so the
finished parts are kept until then. A newer Streamlit that does it otherwise is left as it is; a test holds that the
message is the same, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from streamlit import config
from streamlit.runtime import app_session

# The functions of Streamlit's that fill a part of the message from the settings alone.
_PARTS = ("_populate_theme_msg", "_populate_config_msg")

Fill = Callable[..., None]


class Kept:
    """Fills a part of a message from what was made for the first one, instead of from the settings."""

    def __init__(self, fill: Fill) -> None:
        self._fill = fill
        self._made: dict[tuple[Any, ...], Any] = {}

    def __call__(self, part: Any, *section: str) -> None:  # noqa: ANN401 -- a message of Streamlit's, of whatever kind
        """Fill `part`, an empty part of a message."""
        made = self._made.get(section)
        if made is None:
            made = type(part)()
            self._fill(made, *section)
            self._made[section] = made
        # To merge nothing would still mark the part as given.
        if made.ByteSize():
            part.MergeFrom(made)

    def forget(self) -> None:
        """Make all parts anew when they are asked for next."""
        self._made.clear()


def keep() -> None:
    """Put it in its place, once."""
    for name in _PARTS:
        fill = getattr(app_session, name, None)
        if fill is not None and not isinstance(fill, Kept):
            kept = Kept(fill)
            setattr(app_session, name, kept)
            config.on_config_parsed(kept.forget, force_connect=True)
