"""Cuts large files of JSON lines, so that their articles are spread over all shards.

Shards share files, not lines: a file of a million lines would be a shard of its own. A source that has a
file above `LARGE` is cut into `DIR/lines/NAME/…/0001.jsonl` and so on, each of whole lines, and the pieces are
indexed in its place. A piece ends with the line that fills it, so it depends on what stands before and in it
only: the same input gives the same pieces, and lines added at the end change the last piece and add others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

LARGE = 4 << 20
"""Bytes above which a file is cut."""
PIECE = 2 << 20
"""Bytes that fill a piece."""
SUFFIXES = {".jsonl", ".ndjson"}


def files_of_lines(source: Path) -> list[Path]:
    """The files of JSON lines of a source, in the order of their paths."""
    if not source.is_dir():
        return [source]
    found = (path for path in source.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    return sorted(path for path in found if not any(part[0] == "." for part in path.relative_to(source).parts))


def is_large(source: Path) -> bool:
    return any(path.stat().st_size > LARGE for path in files_of_lines(source))


def pieces_folder(lines: Path, source: Path) -> Path:
    """Where the pieces of a source go: its name, and a part of a hash of its path, since names repeat."""
    return lines / f"{source.stem}-{hashlib.sha256(bytes(source)).hexdigest()[:8]}"


def cut(source: Path, lines: Path) -> Path:
    """Writes those pieces of a source that differ from what is there, and returns their folder."""
    target = pieces_folder(lines, source)
    expected: set[Path] = set()
    for path in files_of_lines(source):
        home = target / path.relative_to(source) if source.is_dir() else target
        home.mkdir(parents=True, exist_ok=True)
        for number, piece in enumerate(_pieces(path), 1):
            file = home / f"{number:04}.jsonl"
            expected.add(file)
            _write_if_different(file, piece)
    for file in target.rglob("*"):
        if file.is_file() and file not in expected:
            file.unlink()
    return target


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece + file.readline()


def _write_if_different(path: Path, content: bytes) -> None:
    try:
        if path.stat().st_size == len(content) and path.read_bytes() == content:
            return
    except FileNotFoundError:
        pass
    temporary = path.with_name(path.name + ".new")
    temporary.write_bytes(content)
    temporary.replace(path)
