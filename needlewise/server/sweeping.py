"""What a visit left in memory goes when its time is over, on a server that nobody else visits too.

Streamlit drops a session that lost its connection only when the next one is stored: on a quiet server the answers and
the PDF of the last visitor would wait for the next.
"""

from __future__ import annotations

import asyncio
import gc
from typing import Any

from streamlit import runtime

EVERY_SECONDS = 15


async def sweep_for_ever() -> None:
    """Sweep, again and again, until the task is cancelled. To be run in the server's own loop."""
    while True:
        await asyncio.sleep(EVERY_SECONDS)
        sweep()


def sweep() -> int:
    """End every session whose time without a connection is over; returns how many.

    With a session go its answers, its widgets and its files. Must be called in the server's loop, as Streamlit's own
    keeping of sessions is.
    """
    if not runtime.exists():
        return 0
    manager = _manager()
    with manager._storage_lock:  # noqa: SLF001
        over = [info for _, info in manager._session_storage._cache.expire()]  # noqa: SLF001
    count = len(over)
    while over:
        # Nothing here may hold on to the last of them.
        _empty(over.pop().session)
    if count:
        # Sessions hold themselves in circles, and Streamlit's own collection after each run is off (config.toml).
        gc.collect()
    return count


def _empty(session: Any) -> None:  # noqa: ANN401 -- as below
    """End a session, and take out of it what a person told.

    Streamlit's loop keeps the session that it served last, until it serves the next.
    """
    session.shutdown()
    session._session_state.clear()  # noqa: SLF001
    session._client_state.Clear()  # noqa: SLF001
    session._browser_queue.clear()  # noqa: SLF001
    session._fragment_storage.clear()  # noqa: SLF001


def _manager() -> Any:  # noqa: ANN401 -- of Streamlit's own; there is no public way to it, so a test holds what is used of it
    return runtime.get_instance()._session_mgr  # noqa: SLF001


def kept() -> int:
    """How many sessions without a connection are still kept for their visitors to come back; to be asked in the loop.

    To count them drops those whose time is over, so they are swept first.
    """
    if not runtime.exists():
        return 0
    sweep()
    return len(_manager()._session_storage._cache)  # noqa: SLF001
