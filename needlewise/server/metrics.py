"""Counts for whoever runs this server, in the text form that Prometheus reads. Nothing in them is about a visitor."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from needlewise import __version__
from needlewise.clinic import settings
from needlewise.server import gate, sweeping, warming
from needlewise.server.tables import current_evidence

_STARTED = time.time()
_PROCESS = Path("/proc/self")


async def metrics(request: Request) -> Response:
    """The counts, for this machine and its own network; for everyone else there is no such page."""
    if not is_near(request):
        return PlainTextResponse("Not found\n", 404)
    return PlainTextResponse("".join(f"{line}\n" for line in _lines()), media_type="text/plain; version=0.0.4")


def is_near(request: Request) -> bool:
    """Whether a request comes from this machine or its private network, and through no proxy."""
    if "x-forwarded-for" in request.headers or request.client is None:
        return False
    address = gate.address_of(request.client.host)
    return address is not None and (address.is_loopback or address.is_private)


def _lines() -> Iterator[str]:
    evidence, _ = current_evidence()
    yield f'needlewise_info{{version="{__version__}",streamlit="{streamlit.__version__}"}} 1'
    yield f"needlewise_ready {int(warming.state() == 'ready')}"
    yield f"needlewise_tables_sound {int(evidence is not None)}"
    yield f"needlewise_settings_faults {len(settings.faults())}"
    yield f"needlewise_sockets_open {gate.sockets['open']}"
    yield f"needlewise_sockets_most {gate.most_sockets()}"
    yield f"needlewise_sessions_kept {sweeping.kept()}"
    for why, count in sorted(gate.refused.items()):
        yield f'needlewise_refused_total{{why="{why}"}} {count}'
    yield f"process_start_time_seconds {_STARTED:.0f}"
    times = os.times()
    yield f"process_cpu_seconds_total {times.user + times.system:.2f}"
    if sys.platform == "linux":
        pages = int((_PROCESS / "statm").read_text(encoding="ascii").split()[1])
        yield f"process_resident_memory_bytes {pages * os.sysconf('SC_PAGE_SIZE')}"
        yield f"process_open_fds {len(list((_PROCESS / 'fd').iterdir()))}"
