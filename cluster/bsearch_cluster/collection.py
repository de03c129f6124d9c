"""A collection on disk: generations of shards in a folder that all machines see.

    DIR/CURRENT                      the name of the generation that is served, and a line end
    DIR/gen-000002/collection.json   what the generation is made of (`Generation`)
    DIR/gen-000002/shard-1-of-4.index …
    DIR/lines/NAME/0001.jsonl …      pieces of large files of JSON lines (`pieces`)
    DIR/lock                         held while a collection is changed

A generation is never changed once `CURRENT` has named it. What is neither the current nor the previous
generation nor held by a coordinator (`hold`) is litter, and the next run of `index` clears it away.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from bsearch_cluster.errors import ClusterError

FORMAT_VERSION = 1
DESCRIPTION = "collection.json"
GENERATION_NAME = re.compile(r"gen-(\d{6,})")
SHARD_FILE = re.compile(r"gen-\d{6,}/shard-\d+-of-\d+\.index")


@dataclass(frozen=True)
class Source:
    """A file or folder that was given to be indexed."""

    path: str
    format: str
    is_cut: bool = False
    """Whether shards are made of pieces of it. Once cut it stays so: the index knows it by its pieces."""


@dataclass(frozen=True)
class ShardFile:
    file: str
    bytes: int
    articles: int


@dataclass(frozen=True)
class Generation:
    """What `collection.json` says."""

    version: int
    generation: int
    sources: list[Source]
    shards: list[ShardFile]

    @property
    def name(self) -> str:
        return generation_name(self.generation)

    @property
    def articles(self) -> int:
        return sum(shard.articles for shard in self.shards)


def generation_name(number: int) -> str:
    return f"gen-{number:06}"


def shard_file(shard: int, count: int) -> str:
    """The name of a shard's file; shards count from 1."""
    return f"shard-{shard}-of-{count}.index"


def current_name(folder: Path) -> str | None:
    """The name of the current generation, or `None` for a folder without one."""
    try:
        name = (folder / "CURRENT").read_text().strip()
    except FileNotFoundError:
        return None
    if not GENERATION_NAME.fullmatch(name):
        raise ClusterError(f"{folder / 'CURRENT'} does not name a generation; index anew with another --out")
    return name


def read_generation(folder: Path, name: str) -> Generation:
    path = folder / name / DESCRIPTION
    try:
        record = json.loads(path.read_text())
        version = record["version"]
        if version != FORMAT_VERSION:
            raise ClusterError(f"{path} has version {version}, and this program reads {FORMAT_VERSION}")
        return Generation(
            version,
            record["generation"],
            [Source(**source) for source in record["sources"]],
            [ShardFile(**shard) for shard in record["shards"]],
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ClusterError(f"{path} cannot be read ({error}); index anew with another --out") from error


def current_generation(folder: Path) -> Generation | None:
    name = current_name(folder)
    return None if name is None else read_generation(folder, name)


def write_generation(folder: Path, generation: Generation) -> None:
    """Describes the generation whose shards are written, and makes it the current one."""
    home = folder / generation.name
    _replace(home / DESCRIPTION, json.dumps(asdict(generation), ensure_ascii=False, indent=1) + "\n")
    _replace(folder / "CURRENT", generation.name + "\n")


def _replace(path: Path, text: str) -> None:
    """Writes a file whole or not at all, whenever the machine stops."""
    temporary = path.with_name(path.name + ".new")
    with temporary.open("w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keeps others from changing the collection. The system drops the lock of a process that dies."""
    with (folder / "lock").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            owner = file.read().strip() or "another process"
            raise ClusterError(f"{folder} is being changed by {owner}; wait for it and try again") from None
        file.truncate(0)
        file.write(f"process {os.getpid()} on {os.uname().nodename}")
        file.flush()
        yield
        file.truncate(0)


def hold(folder: Path, name: str) -> IO[str]:
    """Keeps a generation from being removed until the file is closed or its process dies."""
    file = (folder / name / DESCRIPTION).open()
    fcntl.flock(file, fcntl.LOCK_SH)
    return file


def remove_litter(folder: Path) -> None:
    """Removes what killed runs left, and generations before the previous one that nobody holds."""
    current = current_name(folder)
    names = sorted(name.name for name in folder.glob("gen-*") if GENERATION_NAME.fullmatch(name.name))
    before = [name for name in names if current is not None and len(name) == len(current) and name < current]
    kept = {current, *before[-1:]}
    for name in names:
        if name not in kept and not _is_held(folder / name / DESCRIPTION):
            shutil.rmtree(folder / name)


def _is_held(description: Path) -> bool:
    try:
        with description.open() as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False
