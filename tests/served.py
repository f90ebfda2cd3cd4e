"""One request to an ASGI app, without a network."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass
from typing import cast
from urllib.parse import unquote

from starlette.types import ASGIApp, Message


@dataclass(frozen=True)
class Answer:
    """What the server sent back; the names of the headers in small letters."""

    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def kind(self) -> str:
        """What the content is."""
        return self.headers.get("content-type", "")


def get(app: ASGIApp, path: str, *, method: str = "GET", **headers: str) -> Answer:
    """Ask for a path, with headers whose names are written with `_` for `-`."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    where, _, query = path.partition("?")
    scope = {
        "type": "http",
        "method": method,
        "path": unquote(where),
        "raw_path": where.encode(),
        "query_string": query.encode(),
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
    }
    asyncio.run(cast("Coroutine[None, None, None]", app(scope, receive, send)))
    return Answer(
        sent[0]["status"],
        {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]},
        b"".join(part.get("body", b"") for part in sent[1:]),
    )
