"""A slow line, and one that breaks: a proxy of plain TCP between the browser and the server."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit


class Line:
    """A line to a server: `address` is where a browser connects. It can be slow, and cut and mended."""

    def __init__(self, server: str) -> None:
        self._to = urlsplit(server)
        self._loop = asyncio.new_event_loop()
        self._open: set[asyncio.StreamWriter] = set()
        self._cut = False
        self._stalled = False
        self.delay = 0.0
        """Seconds that everything takes longer, each way."""
        started = asyncio.run_coroutine_threadsafe(
            asyncio.start_server(self._serve, "127.0.0.1", 0), self._run_in_a_thread()
        )
        self._listener = started.result()
        self.address = f"http://127.0.0.1:{self._listener.sockets[0].getsockname()[1]}"

    def cut(self) -> None:
        """End all connections and refuse new ones."""
        self._cut = True
        self._loop.call_soon_threadsafe(self._end_all)

    def mend(self) -> None:
        """Take connections again."""
        self._cut = self._stalled = False

    def stall(self) -> None:
        """Swallow everything, and tell neither end."""
        self._stalled = True

    def close(self) -> None:
        """End everything."""
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _close(self) -> None:
        self._listener.close()
        self._end_all()
        passing = asyncio.all_tasks() - {asyncio.current_task()}
        for task in passing:
            task.cancel()
        await asyncio.gather(*passing, return_exceptions=True)

    def _run_in_a_thread(self) -> asyncio.AbstractEventLoop:
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        return self._loop

    def _end_all(self) -> None:
        for writer in self._open:
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._cut:
            writer.transport.abort()
            return
        far_reader, far_writer = await asyncio.open_connection(self._to.hostname, self._to.port)
        ends = {writer, far_writer}
        self._open |= ends
        with suppress(OSError):
            await asyncio.gather(self._pass_on(reader, far_writer), self._pass_on(far_reader, writer))
        for end in ends:
            end.transport.abort()
        self._open -= ends

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # What came first is passed on first, however long each piece waits.
        pieces: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def write() -> None:
            while True:
                due, piece = await pieces.get()
                await asyncio.sleep(max(due - self._loop.time(), 0))
                if not piece:
                    writer.close()
                    return
                writer.write(piece)
                await writer.drain()

        writing = asyncio.ensure_future(write())
        try:
            while True:
                piece = await reader.read(65536)
                if piece and self._stalled:
                    continue
                pieces.put_nowait((self._loop.time() + self.delay, piece))
                if not piece:
                    break
            await writing
        finally:
            writing.cancel()


@contextmanager
def line_to(server: str) -> Iterator[Line]:
    """A line to a server, closed at the end."""
    line = Line(server)
    try:
        yield line
    finally:
        line.close()
