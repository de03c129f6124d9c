"""Lines over a stream, without a task and nearly without a copy: they decide what a round of questions costs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import cast


class LineStream(asyncio.Protocol):
    """Calls back for each line that arrives, without its end, and once when the stream is lost."""

    def __init__(self, on_line: Callable[[bytes], None], on_lost: Callable[[LineStream], None]) -> None:
        self._on_line = on_line
        self._on_lost = on_lost
        self._buffer = bytearray()
        self._searched = 0
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        if not self._buffer and data.find(b"\n") == len(data) - 1:
            self._on_line(data[:-1])
            return
        self._buffer += data
        while (end := self._buffer.find(b"\n", self._searched)) >= 0:
            line = bytes(memoryview(self._buffer)[:end])
            del self._buffer[: end + 1]
            self._searched = 0
            self._on_line(line)
        self._searched = len(self._buffer)

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        self._on_lost(self)

    @property
    def is_open(self) -> bool:
        return self._transport is not None

    def send(self, line: bytes) -> None:
        """Sends a line, to which the end is added. Does nothing if the stream is lost."""
        if self._transport is not None:
            self._transport.write(line + b"\n")

    def abort(self) -> None:
        """Ends the stream at once; `on_lost` is called soon."""
        if self._transport is not None:
            self._transport.abort()
