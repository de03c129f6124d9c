"""Generations on disk, and the pieces of files of lines."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import tempfile
import unittest
from multiprocessing.synchronize import Event
from pathlib import Path
from unittest import mock

from bsearch_cluster import collection, pieces
from bsearch_cluster.collection import current_generation, hold, locked, remove_litter
from bsearch_cluster.errors import ClusterError
from tests.support import write_double


def hold_lock(folder: Path, has: Event) -> None:
    with locked(folder):
        has.set()
        multiprocessing.Event().wait()


class FolderTestCase(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def names(self) -> list[str]:
        return sorted(path.name for path in self.folder.glob("gen-*"))


class CollectionTests(FolderTestCase):
    def test_what_is_written_is_read(self) -> None:
        generation = write_double(self.folder, 7, [["a"], ["b", "c"]])
        self.assertEqual(current_generation(self.folder), generation)
        self.assertEqual((generation.name, generation.articles), ("gen-000007", 3))

    def test_a_generation_of_another_version_is_refused(self) -> None:
        write_double(self.folder, 1, [["a"]])
        with (
            mock.patch.object(collection, "FORMAT_VERSION", 2),
            self.assertRaisesRegex(ClusterError, "has version 1"),
        ):
            current_generation(self.folder)

    def test_the_current_and_the_previous_generation_stay_and_litter_goes(self) -> None:
        for number in (1, 2, 3):
            write_double(self.folder, number, [["a"]])
        (self.folder / "gen-000004").mkdir()
        remove_litter(self.folder)
        self.assertEqual(self.names(), ["gen-000002", "gen-000003"])

    def test_a_generation_that_is_held_stays_until_it_is_let_go(self) -> None:
        for number in (1, 2, 3):
            write_double(self.folder, number, [["a"]])
        with hold(self.folder, "gen-000001"):
            remove_litter(self.folder)
            self.assertIn("gen-000001", self.names())
        remove_litter(self.folder)
        self.assertNotIn("gen-000001", self.names())

    def test_two_do_not_change_a_collection_at_once_and_the_lock_of_the_dead_is_void(self) -> None:
        spawn = multiprocessing.get_context("spawn")
        has = spawn.Event()
        other = spawn.Process(target=hold_lock, args=(self.folder, has))
        other.start()
        has.wait()
        with (
            self.assertRaisesRegex(ClusterError, f"process {other.pid} on {os.uname().nodename}"),
            locked(self.folder),
        ):
            pass
        other.kill()
        other.join()
        with locked(self.folder):
            pass


class PiecesTests(FolderTestCase):
    def setUp(self) -> None:
        super().setUp()
        for name, value in (("LARGE", 100), ("PIECE", 50)):
            patch = mock.patch.object(pieces, name, value)
            patch.start()
            self.addCleanup(patch.stop)
        self.source = self.folder / "large.jsonl"
        self.lines = self.folder / "lines"

    def cut(self, lines: list[str]) -> dict[str, bytes]:
        self.source.write_text("".join(lines))
        target = pieces.cut(self.source, self.lines)
        return {
            str(path.relative_to(target)): path.read_bytes()
            for path in sorted(target.rglob("*.jsonl"))
            if path.is_file()
        }

    def stamps(self) -> dict[str, int]:
        return {path.name: path.stat().st_ino for path in self.lines.rglob("*.jsonl")}

    def test_pieces_are_whole_lines_and_together_the_file(self) -> None:
        lines = [f'{{"id":{number},"text":"{"x" * (number * 7 % 90)}"}}\n' for number in range(40)]
        lines[-1] = lines[-1].rstrip("\n")
        found = self.cut(lines)
        self.assertEqual(b"".join(found.values()), "".join(lines).encode())
        self.assertTrue(all(piece.endswith(b"\n") for piece in list(found.values())[:-1]))
        self.assertTrue(all(len(piece) >= 50 for piece in list(found.values())[:-1]))

    def test_the_same_file_leaves_all_pieces_alone_and_lines_added_change_the_last(self) -> None:
        lines = [f"line {number}\n" for number in range(47)]
        self.cut(lines)
        before = self.stamps()
        self.cut(lines)
        self.assertEqual(self.stamps(), before)
        self.cut([*lines, *(f"more {number}\n" for number in range(20))])
        after = self.stamps()
        changed = [name for name in sorted(before) if before[name] != after[name]]
        self.assertEqual(changed, [sorted(before)[-1]])
        self.assertGreater(len(after), len(before))

    def test_pieces_of_what_was_removed_are_removed(self) -> None:
        before = self.cut([f"line {number}\n" for number in range(50)])
        after = self.cut([f"line {number}\n" for number in range(20)])
        self.assertLess(len(after), len(before))

    def test_a_folder_with_a_large_file_is_cut_file_by_file(self) -> None:
        home = self.folder / "source"
        (home / "sub").mkdir(parents=True)
        (home / "small.jsonl").write_text("one\n")
        (home / "sub" / "large.jsonl").write_text("line\n" * 50)
        (home / "notes.txt").write_text("x" * 1000)
        (home / ".hidden.jsonl").write_text("x" * 1000)
        self.assertTrue(pieces.is_large(home))
        target = pieces.cut(home, self.lines)
        folders = sorted({str(path.parent.relative_to(target)) for path in target.rglob("0*.jsonl")})
        self.assertEqual(folders, ["small.jsonl", "sub/large.jsonl"])

    def test_files_of_one_name_in_different_folders_have_pieces_of_their_own(self) -> None:
        folders = {pieces.pieces_folder(self.lines, self.folder / name / "a.jsonl") for name in ("x", "y")}
        self.assertEqual(len(folders), 2)
