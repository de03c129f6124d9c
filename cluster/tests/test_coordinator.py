"""A coordinator in this process, whose hosts are in it too: what Ray does for them, `test_cluster` has."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from unittest import mock

from bsearch_cluster.collection import remove_litter, write_generation
from bsearch_cluster.coordinator import Coordinator, Edition, HostName, Serving
from bsearch_cluster.host import ShardHost
from bsearch_cluster.shards import Address, Patience
from tests.support import PATIENT, DoubleTestCase, expected, start_host, texts_of, until, write_double

APPLE = b'{"op":"search","query":"apple","options":{}}'
NEW = [["a new apple"], ["another apple"], ["a third apple"]]


class LocalHosts:
    """Hosts in this process, in the place of actors."""

    def __init__(self, case: DoubleTestCase) -> None:
        self._case = case
        self._found: dict[HostName, ShardHost] = {}

    async def address(self, name: HostName) -> Address:
        if name not in self._found:
            self._found[name] = await start_host(self._case)
        return await self._found[name].address()

    async def status(self, name: HostName) -> dict[str, object]:
        return {"trouble": self._found[name]._trouble if name in self._found else ""}

    def remove_others(self, names: set[HostName]) -> None:
        self._found = {name: host for name, host in self._found.items() if name in names}


class CoordinatorTests(DoubleTestCase):
    async def start(self, patience: Patience = PATIENT, replicas: int = 1) -> Coordinator:
        hosts = LocalHosts(self)
        serving = Serving(str(self.folder), self.program, replicas=replicas, processes=1, patience=patience)
        with mock.patch("bsearch_cluster.coordinator.Hosts", lambda _: hosts):
            coordinator = Coordinator.__new__(Coordinator)
            await coordinator.__init__(serving)  # type: ignore[misc]
        self.addAsyncCleanup(self.end, coordinator)
        await until(lambda: coordinator._edition is not None)
        return coordinator

    async def end(self, coordinator: Coordinator) -> None:
        for task in list(coordinator._tasks):
            task.cancel()
        await asyncio.gather(*coordinator._tasks, return_exceptions=True)
        if coordinator._edition is not None:
            coordinator._edition.close()

    def edition(self, coordinator: Coordinator) -> Edition:
        assert coordinator._edition is not None
        return coordinator._edition

    def assert_answer(self, answer: bytes, shards: list[list[str]], missing: list[int] | None = None) -> None:
        record = json.loads(answer)
        self.assertEqual(record["missing"], missing or [], record)
        self.assertEqual(record["response"]["results"], expected("apple", shards))

    @property
    def old(self) -> list[list[str]]:
        return [texts_of(shard) for shard in range(1, self.COUNT + 1)]

    async def test_many_requests_at_once_are_each_answered_as_by_one_index(self) -> None:
        coordinator = await self.start()
        requests = [APPLE.replace(b"apple", b"text %d" % (number % 5)) for number in range(100)]
        answers = await asyncio.gather(*(coordinator.ask(request) for request in requests))
        for number, answer in enumerate(answers):
            results = json.loads(answer)["response"]["results"]
            self.assertEqual(results, expected(f"text {number % 5}", self.old))

    async def test_a_gatherer_that_is_killed_at_work_is_replaced_and_nothing_is_lost(self) -> None:
        coordinator = await self.start()
        self.fault("wait", 1)
        asked = [asyncio.ensure_future(coordinator.ask(APPLE)) for _ in range(5)]
        await until(lambda: self.edition(coordinator).shards[0].lanes[0].load == 5)
        pid = self.edition(coordinator).gatherer_pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        self.heal("wait", 1)
        for answer in await asyncio.gather(*asked):
            self.assert_answer(answer, self.old)

    async def test_a_request_that_kills_every_gatherer_is_refused_and_no_other_is(self) -> None:
        coordinator = await self.start()
        deadly = await coordinator.ask(APPLE.replace(b"apple", b"deadly"))
        self.assertEqual(json.loads(deadly)["error"]["code"], "unavailable")
        self.assert_answer(await coordinator.ask(APPLE), self.old)

    async def test_a_shard_that_does_not_answer_is_named_and_the_others_answer(self) -> None:
        coordinator = await self.start()
        self.fault("die", 2)
        self.assert_answer(await coordinator.ask(APPLE), [self.old[0], []], missing=[1])
        self.heal("die", 2)
        self.assert_answer(await coordinator.ask(APPLE), self.old)

    async def test_a_coordinator_that_starts_without_a_shard_answers_and_takes_it_in_when_it_comes(self) -> None:
        with mock.patch("bsearch_cluster.coordinator.START_SECONDS", 0.5):
            kept = (self.folder / "gen-000001/shard-2-of-2.index").rename(self.home / "kept")
            impatient = Patience(deadline=60, hedge=60, outage=0)
            coordinator = await self.start(impatient)
            self.assert_answer(await coordinator.ask(APPLE), [self.old[0], []], missing=[1])
            first = self.edition(coordinator).gatherer_pid
            kept.rename(self.folder / "gen-000001/shard-2-of-2.index")
            await until(lambda: self.edition(coordinator).gatherer_pid != first)
            self.assert_answer(await coordinator.ask(APPLE), self.old)

    async def test_a_new_generation_is_seen_whole_while_requests_under_way_end_with_the_old(self) -> None:
        coordinator = await self.start()
        self.fault("wait", 1)
        under_way = asyncio.ensure_future(coordinator.ask(APPLE))
        await until(lambda: self.edition(coordinator).shards[0].lanes[0].load == 1)
        write_double(self.folder, 2, NEW)
        await until(lambda: self.edition(coordinator).generation.generation == 2)
        self.assert_answer(await coordinator.ask(APPLE), NEW)
        self.assertFalse(under_way.done())
        self.heal("wait", 1)
        self.assert_answer(await under_way, self.old)
        await until(lambda: len(coordinator._tasks) == 1)
        self.assert_answer(await coordinator.ask(APPLE), NEW)

    async def test_a_generation_with_a_shard_that_does_not_open_is_not_switched_to(self) -> None:
        coordinator = await self.start()
        with mock.patch("tests.support.write_generation", lambda folder, generation: None):
            generation = write_double(self.folder, 2, NEW[:2])
        (self.folder / "gen-000002" / "shard-2-of-2.index").unlink()
        write_generation(self.folder, generation)
        await until(lambda: "No such file" in coordinator._trouble)
        self.assertIn("shards 2 of gen-000002", coordinator._trouble)
        self.assert_answer(await coordinator.ask(APPLE), self.old)
        write_double(self.folder, 3, NEW)
        await until(lambda: self.edition(coordinator).generation.generation == 3)
        self.assert_answer(await coordinator.ask(APPLE), NEW)

    async def test_a_generation_that_is_served_is_not_removed(self) -> None:
        coordinator = await self.start()
        for number in (2, 3):
            (self.folder / f"gen-00000{number}").mkdir()
        (self.folder / "CURRENT.new").write_text("gen-000003\n")
        with mock.patch("bsearch_cluster.collection.current_name", lambda _: "gen-000003"):
            remove_litter(self.folder)
        self.assertTrue((self.folder / "gen-000001").exists())
        await self.end(coordinator)
        with mock.patch("bsearch_cluster.collection.current_name", lambda _: "gen-000003"):
            remove_litter(self.folder)
        self.assertFalse((self.folder / "gen-000001").exists())
