"""Makes the next generation of a collection: a task of Ray for each shard runs `bsearch index`.

A shard takes its share of the files first, and is then told of the others (`--beside`), since what an issue is
called can depend on all issues; that is repeated until no shard changes any more.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ray

from bsearch_cluster.collection import (
    FORMAT_VERSION,
    Generation,
    ShardFile,
    Source,
    current_generation,
    generation_name,
    locked,
    remove_litter,
    shard_file,
    write_generation,
)
from bsearch_cluster.errors import ClusterError
from bsearch_cluster.pieces import cut, is_large, pieces_folder
from bsearch_cluster.programs import mortal

ROUNDS = 6
"""How often shards are told of each other. Two rounds settle names, a third sees that nothing changes."""
TOLD = 20
"""How many lines of what shards say are passed on."""
TASK_RETRIES = 2
"""How often Ray gives a shard to another machine when one dies."""


@dataclass(frozen=True)
class Request:
    """What the command was asked to index."""

    folder: Path
    paths: list[Path]
    format: str
    program: str
    shards: int | None
    workers: int
    jobs: int
    is_forced: bool
    """Whether files are read that have not changed."""
    options: list[str]
    """Other options for `bsearch index`."""
    say: Callable[[str], None]


@dataclass(frozen=True)
class ShardRun:
    """What became of a shard."""

    has_changed: bool
    articles: int
    bytes: int
    said: list[str]
    """What `bsearch index` said beside its summary."""
    is_whole: bool
    """Whether everything could be read; if not, the shard keeps what it had of it."""


class ShardError(Exception):
    """`bsearch index` failed; the message is what it said."""


def index(request: Request) -> tuple[str, bool]:
    """Makes the collection what its sources are now.

    Returns a sentence of what was done, and whether everything could be read.
    """
    request.folder.mkdir(parents=True, exist_ok=True)
    with locked(request.folder):
        remove_litter(request.folder)
        done = _Indexing(request).run()
        remove_litter(request.folder)
        return done


class _Indexing:
    def __init__(self, request: Request) -> None:
        self._request = request
        self._folder = request.folder
        self._began = time.monotonic()
        old = current_generation(self._folder)
        self._sources = _sources(request, old)
        self._count = request.shards or (len(old.shards) if old else request.workers)
        self._number = old.generation + 1 if old else 1
        self._home = self._folder / generation_name(self._number)
        is_update = old is not None and len(old.shards) == self._count and _are_known(old.sources, self._sources)
        self._old = old
        self._old_home = self._folder / old.name if old and is_update else None

    def run(self) -> tuple[str, bool]:
        self._home.mkdir()
        try:
            return self._make()
        except BaseException:
            shutil.rmtree(self._home, ignore_errors=True)
            raise

    def _make(self) -> tuple[str, bool]:
        files = [self._home / shard_file(number, self._count) for number in range(1, self._count + 1)]
        olds = [None if self._old_home is None else self._old_home / file.name for file in files]
        groups = self._groups()
        options = [*self._options, *(["--force"] if self._request.is_forced else [])]
        runs = self._each(
            "shard",
            [
                (_index_shard, (self._request.program, file, old, groups, f"{number}/{self._count}", options))
                for number, (file, old) in enumerate(zip(files, olds, strict=True), 1)
            ],
        )
        self._tell(runs)
        is_whole = all(run.is_whole for run in runs)
        changed = [run.has_changed for run in runs]
        for _ in range(ROUNDS if self._count > 1 else 0):
            runs = self._each(
                "names of shard",
                [(_tell_shard, (self._request.program, file, files, self._options)) for file in files],
            )
            changed = [before or run.has_changed for before, run in zip(changed, runs, strict=True)]
            if not any(run.has_changed for run in runs):
                break
        else:
            if self._count > 1:
                raise ClusterError(f"names do not settle in {ROUNDS} rounds; index anew with another --out")
        return self._finish(files, olds, runs, changed), is_whole

    def _tell(self, runs: list[ShardRun]) -> None:
        """Passes on what is not as it should be, once if all shards say it."""
        lines = list(dict.fromkeys(line for run in runs for line in run.said))
        for line in lines[:TOLD]:
            self._request.say(line)
        if len(lines) > TOLD:
            self._request.say(f"… and {len(lines) - TOLD:,} more; `bsearch status --index SHARD` has them")

    def _finish(
        self, files: list[Path], olds: Sequence[Path | None], runs: list[ShardRun], changed: list[bool]
    ) -> str:
        for file, old, has_changed in zip(files, olds, changed, strict=True):
            if old is not None and not has_changed:
                _link_over(old, file)
            file.with_name(file.name + ".lock").unlink(missing_ok=True)
        articles = sum(run.articles for run in runs)
        seconds = time.monotonic() - self._began
        if self._old is not None and self._old_home and not any(changed) and self._sources == self._old.sources:
            shutil.rmtree(self._home)
            return f"nothing has changed; {self._old.name}, {articles:,} articles; {seconds:.2f} seconds"
        generation = Generation(
            FORMAT_VERSION,
            self._number,
            self._sources,
            [ShardFile(file.name, run.bytes, run.articles) for file, run in zip(files, runs, strict=True)],
        )
        write_generation(self._folder, generation)
        return (
            f"{generation.name}: {sum(changed)} of {self._count} shards changed, {articles:,} articles; "
            f"{seconds:.2f} seconds"
        )

    @property
    def _options(self) -> list[str]:
        return [*self._request.options, "--jobs", str(self._request.jobs)]

    def _groups(self) -> list[list[str]]:
        """The arguments that name the sources, one list for each format."""
        lines = self._folder / "lines"
        groups: dict[str, list[str]] = {}
        for source in self._sources:
            path = cut(Path(source.path), lines) if source.is_cut else Path(source.path)
            groups.setdefault(source.format, []).append(str(path))
        used = {pieces_folder(lines, Path(source.path)) for source in self._sources if source.is_cut}
        for folder in lines.glob("*"):
            if folder not in used:
                shutil.rmtree(folder)
        return [["--format", name, "--", *paths] for name, paths in groups.items()]

    def _each(self, what: str, calls: Sequence[tuple[Any, tuple[Any, ...]]]) -> list[ShardRun]:
        """Runs the calls as tasks, as many at once as there are workers; stops at the first that fails."""
        waiting = list(enumerate(calls))
        running: dict[Any, int] = {}
        results: dict[int, ShardRun] = {}
        while waiting or running:
            while waiting and len(running) < self._request.workers:
                number, (function, arguments) = waiting.pop(0)
                task = ray.remote(function).options(num_cpus=self._request.jobs, max_retries=TASK_RETRIES)
                running[task.remote(*arguments)] = number
            done, _ = ray.wait(list(running), num_returns=1)
            for reference in done:
                number = running.pop(reference)
                try:
                    results[number] = ray.get(reference)
                except ShardError as error:
                    raise ClusterError(f"{what} {number + 1}: {error}") from error
                except ray.exceptions.RayError as error:
                    raise ClusterError(f"{what} {number + 1}: its machine or process died; try again") from error
        return [results[number] for number in range(len(calls))]


def _sources(request: Request, old: Generation | None) -> list[Source]:
    """What was indexed before and what is to be now, in that order."""
    known = {source.path: source for source in old.sources} if old else {}
    for path in request.paths:
        absolute = str(path.absolute())
        if not path.exists():
            raise ClusterError(f"{path} is not there; name a file or folder")
        before = known.get(absolute)
        known[absolute] = Source(absolute, request.format, before is not None and before.is_cut)
    if not known:
        raise ClusterError(f"{request.folder} is no collection yet; name files or folders to index")
    return [
        Source(source.path, source.format, source.is_cut or is_large(Path(source.path)))
        if source.format == "jsonl"
        else Source(source.path, source.format)
        for source in known.values()
    ]


def _are_known(old: list[Source], new: list[Source]) -> bool:
    """Whether the shards know the old sources as they are now: else they hold files that no source gives any more."""
    return all(source in new for source in old)


def _index_shard(
    program: str, file: Path, old: Path | None, groups: list[list[str]], share: str, options: list[str]
) -> ShardRun:
    """Indexes a share of the sources, from a copy of what the last generation has. May be run again."""
    for leftover in file.parent.glob(file.name + "*"):
        leftover.unlink()
    if old is not None:
        _copy(old, file)
    runs = [_run([program, "index", "--json", "--index", str(file), "--share", share, *options, *g]) for g in groups]
    return _result(file, runs)


def _tell_shard(program: str, file: Path, all_files: list[Path], options: list[str]) -> ShardRun:
    """Lets a shard name its issues as all shards together demand."""
    beside = [argument for other in all_files for argument in ("--beside", str(other))]
    return _result(file, [_run([program, "index", "--json", "--index", str(file), *beside, *options])])


def _run(command: list[str]) -> tuple[dict[str, Any], list[str]]:
    """Runs `bsearch index`, and returns what it did and what it said."""
    done = subprocess.run(mortal(command), capture_output=True)
    said = [line.removeprefix("bsearch: ") for line in done.stderr.decode("utf-8", "replace").splitlines()]
    try:
        # The index is made, if not of everything, where there is a record.
        return json.loads(done.stdout), said
    except ValueError:
        raise ShardError("; ".join(said) or f"{command[0]} ended with status {done.returncode}") from None


def _result(file: Path, runs: list[tuple[dict[str, Any], list[str]]]) -> ShardRun:
    return ShardRun(
        has_changed=any(record["written"] for record, _ in runs),
        articles=runs[-1][0]["report"]["articles"],
        bytes=file.stat().st_size,
        said=[line for _, lines in runs for line in lines if file.name not in line],
        is_whole=not any(record["unread"] for record, _ in runs),
    )


def _copy(old: Path, new: Path) -> None:
    """Copies a file, without moving its bytes where the file system can share them."""
    with old.open("rb") as source, new.open("wb") as target:
        left = os.fstat(source.fileno()).st_size
        try:
            while left > 0 and (count := os.copy_file_range(source.fileno(), target.fileno(), left)) > 0:
                left -= count
        except OSError:
            source.seek(0)
            target.seek(0)
            left = 0
            shutil.copyfileobj(source, target, 1 << 20)
    if left > 0:
        raise ShardError(f"{old} became shorter while it was copied")


def _link_over(old: Path, new: Path) -> None:
    """Makes the new file another name of the old one, where the file system has such names."""
    temporary = new.with_name(new.name + ".same")
    try:
        os.link(old, temporary)
    except OSError:
        return
    temporary.replace(new)
