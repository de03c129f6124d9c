"""The actor that answers for a collection: it knows the current generation and where its shards are.

It keeps nothing that it could not find again. When it dies Ray starts it anew, it reads `CURRENT`, finds the
hosts by their names, and those who asked ask again.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import re
import time
from collections.abc import Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import ray
from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

from bsearch_cluster.collection import Generation, current_name, hold, read_generation
from bsearch_cluster.gatherer import OPEN, Gatherer, GathererLostError, Round
from bsearch_cluster.host import ShardHost
from bsearch_cluster.shards import Address, Patience, Shard

log = logging.getLogger(__name__)

WATCH_SECONDS = 0.2
"""How often the coordinator looks whether there is a new generation or anything to mend."""
START_SECONDS = 10.0
"""How long a coordinator that serves nothing yet waits for all shards before it serves without some."""
STUCK_SECONDS = 30.0
"""How long a gatherer may be at a request without asking shards."""
REQUEST_TRIES = 3
"""How many gatherers may die of a request before it is refused."""
UNSERVED_SECONDS = 20.0
"""How long a request waits for a generation to be served."""
LEAST_CPUS = 0.001
"""What is set aside for a host of which nothing else is said: Ray places at random what needs nothing at all."""
RETIRE_SECONDS = 60.0
"""How long requests under way may keep a generation that is no longer current."""


@dataclass(frozen=True)
class Serving:
    """How a collection is served."""

    folder: str
    program: str
    replicas: int = 1
    processes: int = 2
    """Processes of each replica, so that a long search does not keep a short one waiting."""
    host_cpus: float = 0
    """Processors that Ray sets aside for each replica."""
    patience: Patience = field(default_factory=Patience)


@dataclass(frozen=True)
class HostName:
    """A replica of a shard, both counted from 1."""

    shard: int
    replica: int

    def __str__(self) -> str:
        return f"shard-{self.shard}-replica-{self.replica}"


class Hosts:
    """Finds the actors of shards by name, and starts those that are missing."""

    def __init__(self, serving: Serving) -> None:
        self._serving = serving
        self._actors: dict[HostName, Any] = {}

    async def address(self, name: HostName) -> Address:
        try:
            actor: Any = self._actors.get(name) or await asyncio.to_thread(self._start, name)
            self._actors[name] = actor
            address: Address = await actor.address.remote()
            return address
        except ray.exceptions.ActorDiedError:
            self._actors.pop(name, None)
            raise

    async def status(self, name: HostName) -> dict[str, Any]:
        actor = self._actors.get(name)
        if actor is None:
            return {"trouble": "not started"}
        try:
            found: dict[str, Any] = await asyncio.wait_for(actor.status.remote(), 2)
            return found
        except (ray.exceptions.RayError, asyncio.TimeoutError):
            return {"trouble": "does not answer; waiting to be started by Ray"}

    def remove_others(self, names: set[HostName]) -> None:
        for name in [name for name in self._actors if name not in names]:
            ray.kill(self._actors.pop(name), no_restart=True)

    def _start(self, name: HostName) -> Any:
        return (
            ray.remote(ShardHost)
            .options(
                name=str(name),
                lifetime="detached",
                get_if_exists=True,
                max_restarts=-1,
                num_cpus=self._serving.host_cpus or LEAST_CPUS,
                scheduling_strategy=self._place(name),
            )
            .remote(self._serving.folder, self._serving.program)
        )

    def _place(self, name: HostName) -> NodeAffinitySchedulingStrategy | str:
        """Where a host should run: replicas of a shard on different machines, and as many on each.

        Ray starts it elsewhere when the machine is gone. Where processors are set aside, Ray decides by those
        that are left, and an autoscaler adds machines.
        """
        if self._serving.host_cpus > 0:
            return "SPREAD"
        nodes = sorted(
            node["NodeID"]
            for node in ray.nodes()  # type: ignore[no-untyped-call]
            if node["Alive"] and node["Resources"].get("CPU", 0) > 0
        )
        if not nodes:
            return "SPREAD"
        return NodeAffinitySchedulingStrategy(nodes[(name.shard + name.replica) % len(nodes)], soft=True)


class Edition:
    """A generation as it is served: its shards' processes and a gatherer."""

    def __init__(self, generation: Generation, serving: Serving, hosts: Hosts) -> None:
        self.generation = generation
        self._serving = serving
        self._held = hold(Path(serving.folder), generation.name)
        self.hosts = [
            [HostName(number, replica) for replica in range(1, serving.replicas + 1)]
            for number in range(1, len(generation.shards) + 1)
        ]
        self.shards = [
            Shard(
                f"{generation.name}/{shard.file}",
                [lambda name=name: hosts.address(name) for name in names],  # type: ignore[misc]
                serving.processes,
            )
            for shard, names in zip(generation.shards, self.hosts, strict=True)
        ]
        self._gatherer: Gatherer | None = None
        self._opened_without: list[Shard] = []
        self._opening: asyncio.Task[Gatherer] | None = None
        self._ending: asyncio.Task[None] | None = None

    @property
    def is_up(self) -> bool:
        return all(shard.is_up for shard in self.shards)

    @property
    def missing(self) -> list[int]:
        return [number for number, shard in enumerate(self.shards, 1) if not shard.is_up]

    @property
    def gatherer_pid(self) -> int | None:
        return self._gatherer.pid if self._gatherer else None

    async def gatherer(self) -> Gatherer:
        """The gatherer, which is started if there is none."""
        if self._gatherer is not None and not self._gatherer.lost.is_set():
            return self._gatherer
        if self._opening is None or self._opening.done():
            self._opening = asyncio.get_running_loop().create_task(self._open())
        return await asyncio.shield(self._opening)

    async def _open(self) -> Gatherer:
        gatherer = Gatherer(self._serving.program, self.shards, self._serving.patience)
        await gatherer.start()
        answer = await gatherer.request(OPEN)
        record = json.loads(answer)
        if "error" in record:
            gatherer.close()
            raise RefusedError(answer)
        self._gatherer = gatherer
        self._opened_without = [self.shards[number] for number in record["missing"]]
        return gatherer

    async def mend(self) -> None:
        """Replaces a gatherer that is lost or hangs, or that was opened without shards that are back."""
        gatherer = self._gatherer
        if gatherer is not None and gatherer.is_stuck(STUCK_SECONDS):
            gatherer.close()
        if self._opened_without and any(shard.is_up for shard in self._opened_without):
            with contextlib.suppress(RefusedError, GathererLostError):
                await self._open()
                if gatherer is not None:
                    self._ending = asyncio.get_running_loop().create_task(_end(gatherer))
        await self.gatherer()

    async def retire(self) -> None:
        """Ends the processes when the requests under way are answered."""
        if self._gatherer is not None:
            await _end(self._gatherer)
        self.close()

    def close(self) -> None:
        if self._gatherer is not None:
            self._gatherer.close()
        for shard in self.shards:
            shard.close()
        self._held.close()


class RefusedError(Exception):
    """The gatherer does not open these shards; the argument is its answer."""


async def _end(gatherer: Gatherer) -> None:
    """Ends a gatherer when its requests are answered."""
    end = time.monotonic() + RETIRE_SECONDS
    while not gatherer.is_idle and time.monotonic() < end:  # noqa: ASYNC110
        await asyncio.sleep(WATCH_SECONDS)
    gatherer.close()


class Coordinator:
    """Answers requests of `bsearch` by all shards of the current generation."""

    async def __init__(self, serving: Serving) -> None:  # type: ignore[misc]
        self._serving = serving
        self._folder = Path(serving.folder)
        self._hosts = Hosts(serving)
        self._edition: Edition | None = None
        self._served = asyncio.Event()
        self._trouble = ""
        self._tasks: set[asyncio.Task[None]] = set()
        self._keep(self._watch())

    async def ask(self, request: bytes) -> bytes:
        """Answers a line by a line."""
        return await self._ask(request, None)

    async def measure(self, request: bytes) -> tuple[bytes, float, list[tuple[float, dict[int, int]]]]:
        """Answers a line, and says how many seconds that took here.

        Of each round of questions it says the seconds, and what each shard's answer says to have `elapsed`, in
        microseconds.
        """
        rounds: list[Round] = []
        began = time.perf_counter()
        answer = await self._ask(request, rounds)
        seconds = time.perf_counter() - began
        return (
            answer,
            seconds,
            [(one.seconds, {shard: _elapsed(line) for shard, line in one.answers}) for one in rounds],
        )

    async def renew_gatherer(self) -> None:
        """Replaces the gatherer by one that knows nothing yet: for the benchmark."""
        assert self._edition is not None
        old = await self._edition.gatherer()
        await self._edition._open()
        old.close()

    async def status(self) -> dict[str, Any]:
        """What is served, by which processes."""
        edition = self._edition
        found: dict[str, Any] = {
            "folder": self._serving.folder,
            "pid": os.getpid(),
            "node": ray.get_runtime_context().get_node_id(),
            "generation": None,
            "current": None,
            "trouble": self._trouble,
            "shards": [],
        }
        with contextlib.suppress(Exception):
            found["current"] = current_name(self._folder)
        if edition is not None:
            names = [name for hosts in edition.hosts for name in hosts]
            states = dict(
                zip(names, await asyncio.gather(*(self._hosts.status(name) for name in names)), strict=True)
            )
            found["generation"] = edition.generation.name
            found["articles"] = edition.generation.articles
            found["gatherer"] = edition.gatherer_pid
            found["shards"] = [
                {
                    "file": file.file,
                    "articles": file.articles,
                    "up": shard.replicas_up,
                    "replicas": [states[name] for name in hosts],
                }
                for file, shard, hosts in zip(edition.generation.shards, edition.shards, edition.hosts, strict=True)
            ]
        return found

    async def _ask(self, request: bytes, rounds: list[Round] | None) -> bytes:
        refusal = "the program that makes one answer of the shards' died of this request"
        for _ in range(REQUEST_TRIES):
            if not self._served.is_set():
                try:
                    await asyncio.wait_for(self._served.wait(), UNSERVED_SECONDS)
                except asyncio.TimeoutError:
                    refusal = self._trouble or "no generation is served yet"
                    break
            assert self._edition is not None
            try:
                gatherer = await self._edition.gatherer()
                return await gatherer.request(request.strip(), rounds)
            except GathererLostError:
                continue
            except RefusedError as error:
                return bytes(error.args[0])
        return _refusal(request, refusal)

    async def _watch(self) -> None:
        pause = WATCH_SECONDS
        while True:
            try:
                await self._update()
                self._trouble = ""
                pause = WATCH_SECONDS
            except Exception as error:
                # Whatever keeps a generation from being served is shown by `status`, and tried again.
                self._trouble = str(error) or type(error).__name__
                log.warning("%s", self._trouble)
                pause = min(pause * 2, 5)
            await asyncio.sleep(pause)

    async def _update(self) -> None:
        name = current_name(self._folder)
        served = self._edition
        if name is not None and (served is None or served.generation.name != name):
            edition = Edition(read_generation(self._folder, name), self._serving, self._hosts)
            try:
                if not await self._open(edition, served):
                    edition.close()
                    return
            except BaseException:
                edition.close()
                raise
            self._edition = edition
            self._served.set()
            if served is not None:
                self._keep(self._retire(served))
        elif served is not None:
            await served.mend()

    async def _open(self, edition: Edition, served: Edition | None) -> bool:
        """Waits until the edition can answer; returns false if it is outdated meanwhile."""
        patient_until = time.monotonic() + START_SECONDS
        while not edition.is_up:
            if served is None and time.monotonic() > patient_until and any(s.is_up for s in edition.shards):
                break
            if served is not None:
                with contextlib.suppress(GathererLostError, RefusedError):
                    await served.mend()
            self._trouble = await self._reason(edition)
            await asyncio.sleep(WATCH_SECONDS)
            if current_name(self._folder) != edition.generation.name:
                return False
        await edition.gatherer()
        return True

    async def _reason(self, edition: Edition) -> str:
        """What an edition waits for, and what a process of a missing shard has last complained of."""
        missing = edition.missing
        names = [name for number in missing for name in edition.hosts[number - 1]]
        states = await asyncio.gather(*(self._hosts.status(name) for name in names))
        complaints = [str(state["trouble"]).splitlines()[-1] for state in states if state.get("trouble")]
        reason = f" ({complaints[0]})" if complaints else ""
        return f"waiting for shards {', '.join(map(str, missing))} of {edition.generation.name}{reason}"

    async def _retire(self, edition: Edition) -> None:
        await edition.retire()
        if self._edition is not None:
            self._hosts.remove_others({name for names in self._edition.hosts for name in names})

    def _keep(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _refusal(request: bytes, message: str) -> bytes:
    """An answer as a gatherer gives it, for a request that none could answer."""
    record: dict[str, Any] = {"error": {"code": "unavailable", "message": message}, "missing": []}
    with contextlib.suppress(ValueError, AttributeError):
        record["op"] = json.loads(request).get("op")
    return json.dumps(record | {"rounds": 0, "shardTime": 0, "version": 1}, ensure_ascii=False).encode()


def _elapsed(answer: bytes | None) -> int:
    found = re.search(rb'"elapsed":(\d+)', answer or b"")
    return int(found.group(1)) if found else 0
