"""Asks the shards of a generation, each of which is answered by the first of its processes that can.

A *lane* is a connection to a process. A question goes to the lane of its shard that has least to do; if that
has not answered after a while, to a second one as well, of another replica if there is one; if it is lost, or
answers what is no object, to another at once. Questions change nothing, so they may be asked twice.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bsearch_cluster.lines import LineStream

Address = tuple[str, int, str]
Find = Callable[[], Awaitable[Address]]

HEALTH = b'{"op":"health"}'
TRIES = 3
"""How many processes may die of a question before it counts as not answered."""
CONNECT_SECONDS = 10.0
"""How long a process may take to open its shard."""
FIRST_PAUSE = 0.02
LONGEST_PAUSE = 0.5


@dataclass(frozen=True)
class Patience:
    """How long shards are waited for, in seconds."""

    deadline: float = 5.0
    """A question that has no answer by then counts as not answered, and its processes are started anew."""
    hedge: float = 0.1
    """When a question is asked a second time."""
    outage: float = 1.0
    """How long a shard may have been without any process until questions no longer wait for one."""


class LaneLostError(Exception):
    """The process died, or said what is no answer."""


class Lane:
    """A connection to a process of a shard, kept up until it is closed."""

    def __init__(self, shard: Shard, replica: int, file: str, find: Find) -> None:
        self.replica = replica
        self.is_up = False
        self._shard = shard
        self._file = file
        self._find = find
        self._pending: deque[asyncio.Future[bytes]] = deque()
        self._lost = asyncio.Event()
        self._stream = LineStream(self._answered, self._lose)
        self._task = asyncio.get_running_loop().create_task(self._keep_up())

    @property
    def load(self) -> int:
        return len(self._pending)

    def ask(self, line: bytes) -> asyncio.Future[bytes]:
        answer = asyncio.get_running_loop().create_future()
        self._pending.append(answer)
        self._stream.send(line)
        return answer

    def restart(self) -> None:
        """Ends the process, of which nothing good is to be expected any more; another is started."""
        self.is_up = False
        self._stream.abort()

    def close(self) -> None:
        self._task.cancel()
        self.restart()

    async def _keep_up(self) -> None:
        address: Address | None = None
        pause = FIRST_PAUSE
        loop = asyncio.get_running_loop()
        while True:
            try:
                if address is None:
                    address = await asyncio.wait_for(self._find(), CONNECT_SECONDS)
                self._lost = asyncio.Event()
                self._stream = LineStream(self._answered, self._lose)
                host, port, secret = address
                connecting = loop.create_connection(lambda: self._stream, host, port)
                await asyncio.wait_for(connecting, CONNECT_SECONDS)
                self._stream.send(f"{secret} {self._file}".encode())
                await asyncio.wait_for(self.ask(HEALTH), CONNECT_SECONDS)
                self.is_up = True
                pause = FIRST_PAUSE
                self._shard.came_up()
                await self._lost.wait()
                await asyncio.sleep(FIRST_PAUSE)
            except Exception:
                # Whatever keeps the process from coming up is tried again; `status` asks the host for the reason.
                self._stream.abort()
                address = None
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)

    def _answered(self, line: bytes) -> None:
        if not (self._pending and line.startswith(b"{") and line.endswith(b"}")):
            self.restart()
            return
        answer = self._pending.popleft()
        if not answer.done():
            answer.set_result(line)

    def _lose(self, stream: LineStream) -> None:
        if stream is not self._stream:
            return
        self.is_up = False
        self._shard.went_down()
        self._lost.set()
        pending, self._pending = self._pending, deque()
        for answer in pending:
            if not answer.done():
                answer.set_exception(LaneLostError())
                answer.exception()  # Nobody may wait for it any more, which is no reason to complain.


class Shard:
    """The processes that answer for one shard."""

    def __init__(self, file: str, finds: Sequence[Find], processes: int) -> None:
        self._waiting: set[Question] = set()
        self._down_since: float | None = asyncio.get_running_loop().time()
        self.lanes = [Lane(self, replica, file, find) for _ in range(processes) for replica, find in enumerate(finds)]

    @property
    def is_up(self) -> bool:
        return self._down_since is None

    @property
    def replicas_up(self) -> int:
        return len({lane.replica for lane in self.lanes if lane.is_up})

    def came_up(self) -> None:
        self._down_since = None
        waiting, self._waiting = self._waiting, set()
        for question in waiting:
            question.attempt()

    def went_down(self) -> None:
        if self._down_since is None and not any(lane.is_up for lane in self.lanes):
            self._down_since = asyncio.get_running_loop().time()

    def outage(self) -> float:
        """For how many seconds there has been no process."""
        return 0 if self._down_since is None else asyncio.get_running_loop().time() - self._down_since

    def choose(self, besides: Sequence[Lane]) -> Lane | None:
        """The lane with least to do besides those, of another replica if there is one."""
        replicas = {lane.replica for lane in besides}
        up = [lane for lane in self.lanes if lane.is_up and lane not in besides]
        return min(up, key=lambda lane: (lane.replica in replicas, lane.load), default=None)

    def wait_for(self, question: Question) -> None:
        self._waiting.add(question)

    def forget(self, question: Question) -> None:
        self._waiting.discard(question)

    def close(self) -> None:
        for lane in self.lanes:
            lane.close()


class Question:
    """A line that a shard is asked, until it is answered or given up: `answer` then is the line or `None`."""

    def __init__(self, shard: Shard, line: bytes, patience: Patience) -> None:
        loop = asyncio.get_running_loop()
        self.answer: asyncio.Future[bytes | None] = loop.create_future()
        self._shard = shard
        self._line = line
        self._patience = patience
        self._asked: list[Lane] = []
        self._lost = 0
        self._timer = loop.call_later(patience.hedge, self._hedge)
        self.attempt()

    def attempt(self) -> None:
        """Asks one more process, or waits for one to come up."""
        if self.answer.done():
            return
        lane = self._shard.choose(self._asked)
        if lane is not None:
            self._asked.append(lane)
            lane.ask(self._line).add_done_callback(lambda answer: self._take(lane, answer))
        elif not self._asked:
            left = self._patience.outage - self._shard.outage()
            if left > 0:
                self._shard.wait_for(self)
                asyncio.get_running_loop().call_later(left, self._give_up_waiting)
            else:
                self._settle(None)

    def _take(self, lane: Lane, answer: asyncio.Future[bytes]) -> None:
        if self.answer.done():
            return
        if answer.exception() is None:
            self._settle(answer.result())
            return
        self._asked.remove(lane)
        self._lost += 1
        if self._lost < TRIES:
            self.attempt()
        elif not self._asked:
            self._settle(None)

    def _hedge(self) -> None:
        left = self._patience.deadline - self._patience.hedge
        self._timer = asyncio.get_running_loop().call_later(left, self._expire)
        if len(self._asked) == 1:
            self.attempt()

    def _expire(self) -> None:
        """No process has answered in time; those that were asked may hang."""
        self._settle(None)
        for lane in self._asked:
            lane.restart()

    def _give_up_waiting(self) -> None:
        if not self._asked:
            self._settle(None)

    def _settle(self, answer: bytes | None) -> None:
        if not self.answer.done():
            self._timer.cancel()
            self._shard.forget(self)
            self.answer.set_result(answer)


async def answers(questions: Sequence[Question]) -> list[bytes | None]:
    """Waits for all. They were sent when they were made, so the slowest decides."""
    for question in questions:
        with contextlib.suppress(asyncio.CancelledError):
            await question.answer
    return [question.answer.result() for question in questions]
