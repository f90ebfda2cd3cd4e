"""Works out what all visitors share before the first of them comes, beside the running server.

A load balancer that asks `/api/ready` sends nobody here before that is done. Who comes earlier is answered all the
same, and
waits for what the page needs: it is worked out once (`needlewise.caching`), by whoever asks first.
"""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Literal, get_args

from needlewise import DATA_FOLDER, ui
from needlewise.charts.palette import Mode
from needlewise.clinic import settings
from needlewise.evidence.reading.load import load, loaded
from needlewise.server import compressed, gate, run_start, sweeping
from needlewise.ui import templates
from needlewise.ui.state import evidence as evidence_state
from needlewise.ui.views.explore import view as explore

State = Literal["cold", "warming", "ready", "faults", "failed", "settings"]


# The script that Streamlit runs for each visitor: to import it would be to run it. And what only shows the components.
_LEFT_OUT = ("needlewise.ui.frame", "needlewise.ui.examples")
_EXAMPLE = ".example"


THREAD = "needlewise-warm-up"


class WarmUp:
    """One round of work in a thread of its own, begun once however often it is asked for."""

    def __init__(self, work: Callable[[], Iterator[Callable[[], object]]]) -> None:
        self._work = work
        self._guard = threading.Lock()
        self._state: State = "cold"

    @property
    def state(self) -> State:
        """How far it is: "faults" when the tables have some, "failed" when something could not be worked out."""
        return self._state

    def begin(self) -> None:
        """Start, and return at once; later calls change nothing."""
        with self._guard:
            if self._state != "cold":
                return
            self._state = "warming"
        # Ends with the process: a server that is stopped while it warms does not wait for it.
        threading.Thread(target=self._run, name=THREAD, daemon=True).start()

    def _run(self) -> None:
        if loaded(DATA_FOLDER)[0] is None:
            self._state = "faults"
            return
        done = False
        try:
            for step in self._work():
                step()
            done = True
        finally:
            # What went wrong is told by Python itself, on the server's own output; nothing of a visitor is in it.
            self._state = "ready" if done else "failed"


def _modules() -> None:
    """Import what stands behind every page, with the libraries it needs."""
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        if module.name not in _LEFT_OUT and not module.name.endswith(_EXAMPLE):
            importlib.import_module(module.name)


def shared_by_all() -> Iterator[Callable[[], object]]:
    """The modules and templates of every page; what the first shows, for every concern and theme.

    The menus of the findings; the files of the front end that a first visit asks for.
    """
    yield _modules
    yield templates.compile_all
    for concern_id in load().concerns:
        yield partial(explore.opening, concern_id)
        for mode in get_args(Mode):
            yield partial(explore.prepare, concern_id, mode)
    yield evidence_state.menus
    for address in compressed.first_files():
        yield partial(compressed.file, address, compressed.ENCODINGS[0])


everything = WarmUp(shared_by_all)


"""The warm-up of this process."""


def state() -> State:
    """How far this process is, for whoever sends people to it.

    "settings" when it is warm, but the clinic's file that it was given has a fault: it would then say nothing of the
    clinic, nor who pays. A server that is exchanged for a new one keeps the old one until that is mended.
    """
    now = everything.state
    return "settings" if now == "ready" and settings.faults() else now


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """Begin with the server, in `streamlit run app.py` and in `uvicorn app:app` alike.

    The server does not wait for it.
    """
    gate.ask_for_handles()
    run_start.keep()
    everything.begin()
    sweeper = asyncio.create_task(sweeping.sweep_for_ever())
    yield
    sweeper.cancel()
