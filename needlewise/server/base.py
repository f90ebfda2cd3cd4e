"""Where this server is asked, as a browser or a proxy in front names it."""

from __future__ import annotations

import re

from starlette.datastructures import Headers
from starlette.types import Scope

# A host, with its port where it has one: what stands there is written into the page.
_HOST = re.compile(r"[\w.-]{1,253}(:\d{1,5})?|\[[0-9a-f:]{2,39}\](:\d{1,5})?", re.ASCII | re.IGNORECASE)


def base_of(request: Headers, scope: Scope) -> str:
    """Where this server is asked, as a browser or a proxy in front names it: `https://host`; empty for nonsense."""
    host = request.get("x-forwarded-host") or request.get("host", "")
    scheme = request.get("x-forwarded-proto") or scope.get("scheme", "http")
    return f"{scheme}://{host}" if _HOST.fullmatch(host) and scheme in ("http", "https") else ""
