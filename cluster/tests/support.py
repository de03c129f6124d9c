"""What tests share: a collection of the double, and hosts without Ray."""

from __future__ import annotations

import asyncio
import json
import shutil
import tempfile
import unittest
from pathlib import Path

from bsearch_cluster.collection import FORMAT_VERSION, Generation, ShardFile, write_generation
from bsearch_cluster.host import ShardHost
from bsearch_cluster.shards import Address, Find, Patience, Shard

DOUBLE = Path(__file__).parent / "doubles" / "bsearch"


def texts_of(shard: int) -> list[str]:
    return [f"text {number} of shard {shard} has {'apple ' * (1 + number % 3)}" for number in range(5)]


class DoubleTestCase(unittest.IsolatedAsyncioTestCase):
    """A folder with the double, whose faults are files, and a collection of two shards."""

    COUNT = 2

    def setUp(self) -> None:
        self.home = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.program = str(self.home / "bsearch")
        shutil.copy(DOUBLE, self.program)
        self.folder = self.home / "collection"
        write_double(self.folder, 1, [texts_of(shard) for shard in range(1, self.COUNT + 1)])

    def fault(self, kind: str, shard: int) -> None:
        (self.home / f"{kind}-shard-{shard}-of-{self.COUNT}").touch()

    def heal(self, kind: str, shard: int) -> None:
        (self.home / f"{kind}-shard-{shard}-of-{self.COUNT}").unlink()

    def started(self, name: str) -> list[int]:
        """The processes of the double that have started so far under a name."""
        lines = (self.home / "log").read_text().splitlines()
        return [int(line.split()[1]) for line in lines if line.split()[0] == name]


def write_double(folder: Path, number: int, shards: list[list[str]]) -> Generation:
    """Writes a generation of shards that the double reads, and makes it current."""
    files = [
        ShardFile(f"shard-{shard}-of-{len(shards)}.index", 1, len(texts)) for shard, texts in enumerate(shards, 1)
    ]
    generation = Generation(FORMAT_VERSION, number, [], files)
    home = folder / generation.name
    home.mkdir(parents=True)
    for file, texts in zip(files, shards, strict=True):
        (home / file.file).write_text(json.dumps({"files": {}, "texts": texts, "all": 0}))
    write_generation(folder, generation)
    return generation


def expected(query: str, shards: list[list[str]]) -> list[list[object]]:
    """What one index of all texts answers."""
    texts = [text for shard in shards for text in shard]
    frequency = sum(query in text for text in texts) or 1
    found = [[text.count(query) / frequency, text] for text in texts if query in text]
    return sorted(found, key=lambda match: (-match[0], match[1]))  # type: ignore[operator]


async def start_host(case: DoubleTestCase) -> ShardHost:
    host = ShardHost.__new__(ShardHost)
    await host.__init__(str(case.folder), case.program)  # type: ignore[misc]
    case.addAsyncCleanup(_end, host)
    return host


async def _end(host: ShardHost) -> None:
    """Does what Ray and the system do when the actor is killed."""
    for process in list(host._processes.values()):
        process.kill()
    await until(lambda: not host._processes)
    for task in host._tasks:
        task.cancel()
    await asyncio.gather(*host._tasks, return_exceptions=True)
    asyncio.get_running_loop().remove_reader(host._hang_ups.fileno())
    host._hang_ups.close()
    host._listener.close()


def shard_of(case: DoubleTestCase, number: int, finds: list[Find], processes: int = 1) -> Shard:
    shard = Shard(f"gen-000001/shard-{number}-of-{case.COUNT}.index", finds, processes)
    case.addCleanup(shard.close)
    return shard


async def start_shards(
    case: DoubleTestCase, replicas: int, processes: int = 1
) -> tuple[list[ShardHost], list[Shard]]:
    """Hosts and shards of the collection, as soon as all processes are up."""
    hosts: list[ShardHost] = []
    shards: list[Shard] = []
    for number in range(1, case.COUNT + 1):
        own = [await start_host(case) for _ in range(replicas)]
        hosts += own
        shards.append(shard_of(case, number, [host.address for host in own], processes))
    await until(lambda: all(lane.is_up for shard in shards for lane in shard.lanes))
    return hosts, shards


async def nowhere() -> Address:
    raise OSError("there is no host")


async def until(condition: object, seconds: float = 60) -> None:
    """Waits for what is bound to come; how long that takes is not tested."""
    end = asyncio.get_running_loop().time() + seconds
    while not condition():  # type: ignore[operator]
        if asyncio.get_running_loop().time() > end:
            raise AssertionError("it does not come to pass")
        await asyncio.sleep(0.01)


PATIENT = Patience(deadline=60, hedge=60, outage=60)
"""For tests in which nobody has to wait: whatever is late is late because the machine is busy."""
