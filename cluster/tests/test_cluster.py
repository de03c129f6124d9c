"""Kills at random, under load, what a cluster of several nodes consists of, and compares every answer.

Only processes that this test has started, directly or through Ray, are killed, by their numbers.
`BSEARCH_CLUSTER_KILLS` says how many, `BSEARCH_CLUSTER_SEED` which.
"""

from __future__ import annotations

import contextlib
import functools
import logging
import os
import random
import shutil
import signal
import tempfile
import threading
import time
import unittest
from collections import Counter
from pathlib import Path
from typing import Any

import ray
from ray.cluster_utils import Cluster

from bsearch_cluster.collection import current_name
from bsearch_cluster.coordinator import Serving
from bsearch_cluster.errors import ClusterError
from bsearch_cluster.messages import say
from bsearch_cluster.serving import start, status, stop
from bsearch_cluster.session import NAMESPACE, persistently
from bsearch_cluster.shards import Patience
from tests.workload import DoubleWorkload, RealWorkload, Workload

KILLS = int(os.environ.get("BSEARCH_CLUSTER_KILLS", "20"))
SEED = int(os.environ.get("BSEARCH_CLUSTER_SEED", "0")) or random.randrange(1, 1 << 31)
BACK_SECONDS = 10.0
"""The bar for being back to full, held where the kills are many (`BSEARCH_CLUSTER_KILLS` of 100 and more)."""
REPLICAS = 2
PROCESSES = 2
NAME = f"test-{os.getpid()}"
HEALTH = {"health_check_period_ms": 500, "health_check_timeout_ms": 1000, "health_check_failure_threshold": 4}
"""How soon Ray finds a node dead: README.md has the same for real clusters."""


def ask(actor: Any, line: bytes) -> Any:
    return actor.ask.remote(line)


class Load:
    """Threads that ask all the time and note what they are answered."""

    def __init__(self, workload: Workload, threads: int) -> None:
        self.outcomes: Counter[str] = Counter()
        self.wrong: list[str] = []
        self._workload = workload
        self._ends = threading.Event()
        self._threads = [threading.Thread(target=self._ask, args=(number,)) for number in range(threads)]
        for thread in self._threads:
            thread.start()

    def end(self) -> None:
        self._ends.set()
        for thread in self._threads:
            thread.join()

    def _ask(self, number: int) -> None:
        chance = random.Random(SEED + number)
        while not self._ends.is_set():
            request, expected = chance.choice(self._workload.cases)
            try:
                answer = persistently(functools.partial(ask, line=request), NAME, 60)
                outcome = self._workload.judge(answer, expected)
            except ClusterError as error:
                outcome = f"error: {error}"
            except Exception as error:
                outcome = f"wrong: {error!r}"
            self.outcomes[outcome.split(":")[0]] += 1
            if outcome.startswith("wrong"):
                self.wrong.append(f"{request!r}: {outcome}")


class ClusterTests(unittest.TestCase):
    home: Path
    cluster: Any
    workload: Workload

    @classmethod
    def setUpClass(cls) -> None:
        cls.home = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.home, ignore_errors=True)
        cls.cluster = Cluster(
            initialize_head=True,
            head_node_args={"num_cpus": 2, "include_dashboard": False, "_system_config": HEALTH},
        )
        cls.addClassCleanup(cls.cluster.shutdown)
        for _ in range(2):
            cls.cluster.add_node(num_cpus=2)
        ray.init(
            address=cls.cluster.address,
            namespace=NAMESPACE + NAME,
            log_to_driver=False,
            logging_level=logging.CRITICAL,
        )
        cls.addClassCleanup(ray.shutdown)
        program = os.environ.get("BSEARCH_CLUSTER_PROGRAM")
        cls.workload = RealWorkload(cls.home, program) if program else DoubleWorkload(cls.home)
        serving = Serving(
            str(cls.workload.folder), cls.workload.program, REPLICAS, PROCESSES, patience=Patience(deadline=20)
        )
        start(serving, NAME, 120, lambda _: None)
        cls.addClassCleanup(stop, NAME)
        cls.workload.prepare(lambda line: persistently(functools.partial(ask, line=line), NAME, 60))

    def test_1_replicas_of_a_shard_are_on_different_nodes(self) -> None:
        self.wait_until_full()
        for shard in status(NAME)["shards"]:
            nodes = {replica["node"] for replica in shard["replicas"]}
            self.assertEqual(len(nodes), REPLICAS)

    def test_2_killing_anything_gives_no_wrong_answer_and_none_is_lost(self) -> None:
        chance = random.Random(SEED)
        load = Load(self.workload, threads=3)
        slowest: dict[str, float] = {}
        kills: Counter[str] = Counter()
        try:
            self.wait_until_full()
            for _ in range(KILLS):
                kind = chance.choice(["process", "process", "gatherer", "host", "host", "coordinator", "node"])
                self.kill(kind, chance)
                kills[kind] += 1
                slowest[kind] = max(slowest.get(kind, 0), self.wait_until_full())
        finally:
            load.end()
        took = ", ".join(f"{kind} {seconds:.1f} s" for kind, seconds in sorted(slowest.items()))
        say(f"seed {SEED}; kills: {dict(kills)}; answers: {dict(load.outcomes)}; slowest to be back: {took}")
        self.assertEqual(load.wrong, [])
        self.assertGreater(load.outcomes["right"], KILLS)
        if KILLS >= 100:
            self.assertLessEqual(max(slowest.values()), BACK_SECONDS)

    def test_3_lines_that_are_added_are_found_as_soon_as_their_generation_is_served(self) -> None:
        if not isinstance(self.workload, RealWorkload):
            self.skipTest("there are no real programs")
        before = current_name(self.workload.folder)
        self.workload.extend()
        generation = current_name(self.workload.folder)
        self.assertNotEqual(generation, before)
        while status(NAME)["generation"] != generation:
            time.sleep(0.05)
        self.workload.prepare(lambda line: persistently(functools.partial(ask, line=line), NAME, 60))

    def kill(self, kind: str, chance: random.Random) -> None:
        state = status(NAME)
        replicas = [replica for shard in state["shards"] for replica in shard["replicas"]]
        match kind:
            case "process":
                pid = chance.choice([pid for replica in replicas for pid in replica["processes"]])
            case "gatherer":
                pid = state["gatherer"]
            case "host":
                pid = chance.choice(replicas)["pid"]
            case "coordinator":
                pid = state["pid"]
            case _:
                node = chance.choice(list(self.cluster.worker_nodes))
                self.cluster.worker_nodes.remove(node)
                (raylet,) = node.all_processes["raylet"]
                os.kill(raylet.process.pid, signal.SIGKILL)
                node.kill_all_processes(check_alive=False, allow_graceful=False)
                self.cluster.add_node(num_cpus=2)
                return
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)

    def wait_until_full(self) -> float:
        """Waits until every process of every replica is up, and returns the seconds that it took."""
        began = time.monotonic()
        while not self.is_full():
            self.assertLess(time.monotonic() - began, 120, "not back to full")
            time.sleep(0.05)
        return time.monotonic() - began

    def is_full(self) -> bool:
        state: dict[str, Any] = status(NAME)
        if state["generation"] is None or state["trouble"] or not is_alive(state["gatherer"]):
            return False
        return all(
            shard["up"] == REPLICAS
            and all(
                len(replica.get("processes", [])) == PROCESSES and all(map(is_alive, replica["processes"]))
                for replica in shard["replicas"]
            )
            for shard in state["shards"]
        )


def is_alive(pid: int | None) -> bool:
    try:
        return pid is not None and Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
