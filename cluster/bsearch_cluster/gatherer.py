"""The process that makes one answer of the shards' (`bsearch gather`), and what it is told and asked.

It says what it wants to know as `{"ask":[[SHARD,LINE],…],"id":ID}`, where shards count from 0, and is told the
shards' lines as they are. Answers are passed on as they are too: only asks are read here.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import socket
import time
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, field
from typing import Any

from bsearch_cluster.lines import LineStream
from bsearch_cluster.programs import kill, mortal
from bsearch_cluster.shards import Patience, Question, Shard, answers

OPEN = b'{"op":"open"}'


class GathererLostError(Exception):
    """The process died, or said what cannot be understood."""


@dataclass
class Round:
    """What a round of questions took: for the benchmark."""

    seconds: float
    answers: list[tuple[int, bytes | None]]
    """Of each shard that was asked."""


@dataclass
class Request:
    """A request under way."""

    answer: asyncio.Future[bytes]
    working_since: float = field(default_factory=time.monotonic)
    """Since when the gatherer has been at it; infinite while shards are asked."""
    rounds: list[Round] | None = None


class Gatherer:
    """A `bsearch gather` process and the requests that it has."""

    def __init__(self, program: str, shards: Sequence[Shard], patience: Patience) -> None:
        self.lost = asyncio.Event()
        self._command = [program, "gather", "--shards", str(len(shards))]
        self._shards = shards
        self._patience = patience
        self._requests: dict[bytes, Request] = {}
        self._numbers = itertools.count(1)
        self._stream = LineStream(self._read, self._lose)
        self._process: asyncio.subprocess.Process | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        with theirs:
            self._process = await asyncio.create_subprocess_exec(
                *mortal(self._command), stdin=theirs.fileno(), stdout=theirs.fileno()
            )
        await asyncio.get_running_loop().create_unix_connection(lambda: self._stream, sock=ours)

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    @property
    def is_idle(self) -> bool:
        return not self._requests

    def is_stuck(self, seconds: float) -> bool:
        """Whether it has been at a request for longer than so many seconds, and not waiting for shards."""
        now = time.monotonic()
        return any(now - request.working_since > seconds for request in self._requests.values())

    def request(self, line: bytes, rounds: list[Round] | None = None) -> asyncio.Future[bytes]:
        """Passes a request on. The answer fails with `GathererLostError` if the process dies."""
        request = Request(asyncio.get_running_loop().create_future(), rounds=rounds)
        if not self._stream.is_open:
            request.answer.set_exception(GathererLostError())
            return request.answer
        identifier = b"%d" % next(self._numbers)
        self._requests[identifier] = request
        self._stream.send(b'{"id":"%s","request":%s}' % (identifier, line))
        return request.answer

    def close(self) -> None:
        self._stream.abort()
        if self._process and self._process.returncode is None:
            kill(self._process)

    def _keep(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _read(self, line: bytes) -> None:
        """Takes `{"ask":…,"id":"12"}` or `{"answer":…,"id":"12"}`; only asks are looked into."""
        head, _, identifier = line.rpartition(b',"id":"')
        identifier = identifier[: -len(b'"}')]
        request = self._requests.get(identifier)
        key, _, value = head.partition(b":")
        if request is None:
            self.close()
        elif key == b'{"ask"':
            self._keep(self._ask(identifier, request, value))
        elif key == b'{"answer"':
            del self._requests[identifier]
            if not request.answer.done():
                request.answer.set_result(value)
        else:
            self.close()

    async def _ask(self, identifier: bytes, request: Request, asks: bytes) -> None:
        request.working_since = float("inf")
        began = time.perf_counter()
        try:
            shards: list[tuple[int, str]] = json.loads(asks)
            questions = [Question(self._shards[shard], line.encode(), self._patience) for shard, line in shards]
        except (ValueError, LookupError, TypeError):
            self.close()
            return
        found = await answers(questions)
        if request.rounds is not None:
            request.rounds.append(
                Round(time.perf_counter() - began, [(s, a) for (s, _), a in zip(shards, found, strict=True)])
            )
        request.working_since = time.monotonic()
        told = b",".join(answer or b"null" for answer in found)
        self._stream.send(b'{"id":"%s","answers":[%s]}' % (identifier, told))

    def _lose(self, stream: LineStream) -> None:
        self.lost.set()
        requests, self._requests = self._requests, {}
        for request in requests.values():
            if not request.answer.done():
                request.answer.set_exception(GathererLostError())
        self.close()
