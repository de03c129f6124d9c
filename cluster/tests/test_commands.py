"""The commands as a user runs them, with the double in the place of `bsearch`."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from ray.cluster_utils import Cluster

from tests.support import DOUBLE

COMMAND = str(Path(sys.executable).with_name("bsearch-cluster"))


class CommandTestCase(unittest.TestCase):
    place: tuple[str, ...] = ()

    def setUp(self) -> None:
        self.home = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.program = self.home / "bsearch"
        shutil.copy(DOUBLE, self.program)
        self.source = self.home / "source"
        self.source.mkdir()
        for number in range(8):
            (self.source / f"{number}.txt").write_text(f"apple {number}\npear {number}\n")
        self.out = self.home / "collection"

    def start(self, *arguments: str | Path) -> subprocess.Popen[str]:
        """Starts a command, whose standard input is not that of the tests."""
        return subprocess.Popen(
            [COMMAND, *map(str, arguments)],
            env=os.environ | {"BSEARCH": str(self.program)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run_command(self, *arguments: str | Path, status: int = 0) -> tuple[str, str]:
        with self.start(*arguments) as process:
            out, err = process.communicate()
        self.assertEqual(process.returncode, status, err)
        return out, err

    def index(self, *arguments: str | Path, status: int = 0) -> str:
        out, err = self.run_command("index", "--out", self.out, *self.place, *arguments, status=status)
        self.assertEqual(out, "")
        return err

    def generation(self) -> dict[str, object]:
        name = (self.out / "CURRENT").read_text().strip()
        found: dict[str, object] = json.loads((self.out / name / "collection.json").read_text())
        return found

    def texts(self) -> list[str]:
        """All texts of the current generation."""
        home = self.out / (self.out / "CURRENT").read_text().strip()
        return sorted(text for file in home.glob("*.index") for text in json.loads(file.read_text())["texts"])

    def sources(self) -> list[str]:
        return sorted(line for file in self.source.iterdir() for line in file.read_text().splitlines())


class IndexTests(CommandTestCase):
    """On a Ray that is there: starting one takes most of the time of a small update."""

    def setUp(self) -> None:
        super().setUp()
        cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 2, "include_dashboard": False})
        self.addCleanup(cluster.shutdown)
        self.place = ("--address", str(cluster.address))

    def test_updates_touch_what_changed_and_a_kill_leaves_the_old_generation(self) -> None:
        self.assertIn("gen-000001: 3 of 3 shards changed, 16 articles", self.index(self.source, "--shards", "3"))
        self.assertEqual(self.texts(), self.sources())
        self.assertIn("nothing has changed", self.index())
        self.assertEqual(self.generation()["generation"], 1)

        # As many lines as before, so that nothing changes for the shards that do not have the file.
        (self.source / "0.txt").write_text("apple 0\nplum 0\n")
        self.assertIn("gen-000002: 1 of 3 shards changed", self.index())
        self.assertEqual(self.texts(), self.sources())
        first, second = (self.out / f"gen-00000{number}" for number in (1, 2))
        same = [file.name for file in first.glob("*.index") if file.samefile(second / file.name)]
        self.assertEqual(len(same), 2)

        (self.source / "1.txt").write_text("plum 1\n")
        (self.home / "wait-index").touch()
        started = (self.home / "log").read_text().count("index")
        with self.start("index", "--out", self.out, *self.place) as process:
            while (self.home / "log").read_text().count("index") == started:
                time.sleep(0.01)
            process.kill()
            process.communicate()
        (self.home / "wait-index").unlink()
        self.assertEqual(self.generation()["generation"], 2)
        self.assertTrue((self.out / "gen-000003").exists())
        self.assertIn("gen-000003: 3 of 3 shards changed, 15 articles", self.index())
        self.assertEqual(self.texts(), self.sources())
        self.assertFalse((self.out / "gen-000001").exists())

        self.assertIn("gen-000004: 2 of 2 shards changed, 15 articles", self.index("--shards", "2"))
        self.assertEqual(self.texts(), self.sources())

        (self.home / "unread-index").touch()
        said = self.index(status=2)
        self.assertEqual(said.count("a file cannot be read"), 1)
        self.assertIn("nothing has changed", said)
        (self.home / "unread-index").unlink()

        (self.home / "die-index").touch()
        self.assertIn("the double fails", self.index("--force", status=2))
        self.assertEqual(self.generation()["generation"], 4)
        self.assertFalse((self.out / "gen-000005").exists())


class ServeTests(CommandTestCase):
    """On a Ray that the commands start themselves."""

    def test_mistakes_are_explained(self) -> None:
        self.assertIn("no collection yet", self.index(status=2))
        self.assertIn("nowhere is not there", self.index("nowhere", status=2))
        _, err = self.run_command("serve", self.out, status=2)
        self.assertIn("bsearch-cluster index", err)
        _, err = self.run_command("search", "apple", "--bsearch", "no-such-program", status=2)
        self.assertIn("no-such-program is not a program", err)

    def test_what_is_served_is_found_and_what_is_missing_is_said(self) -> None:
        self.index(self.source, "--shards", "2")
        serving = self.start("serve", self.out, "--deadline", "60")
        self.addCleanup(serving.stderr.close)  # type: ignore[union-attr]
        self.addCleanup(serving.stdout.close)  # type: ignore[union-attr]
        self.addCleanup(serving.wait)
        self.addCleanup(serving.send_signal, signal.SIGTERM)
        assert serving.stderr is not None
        for line in serving.stderr:
            if "Ctrl-C" in line:
                break
        out, err = self.run_command("search", "apple")
        self.assertEqual(sorted(line.split(" ", 1)[1] for line in out.splitlines()), self.texts()[:8])
        self.assertEqual(err, "")
        self.assertEqual(self.run_command("search", "--complete", "apple"), (out, ""))
        self.assertEqual(self.run_command("search", "no such text", status=1), ("", ""))
        out, _ = self.run_command("status", self.out)
        self.assertIn("shard 2: 1 of 1 replicas", out)
        _, err = self.run_command("serve", self.out, status=2)
        self.assertIn("is served by the name bsearch", err)

        (self.home / "die-shard-1-of-2").touch()
        out, err = self.run_command("search", "apple")
        self.assertTrue(0 < len(out.splitlines()) < 8, out)
        self.assertIn("no answer of shards 1", err)
        out, err = self.run_command("search", "apple", "--complete", status=2)
        self.assertEqual(out, "")
        self.assertIn("no answer of shards 1: nothing is shown", err)
        (self.home / "die-shard-1-of-2").unlink()

        _, err = self.run_command("stop")
        self.assertIn("ended 3 actors", err)
        out, _ = self.run_command("status", self.out)
        self.assertIn("not served", out)
        _, err = self.run_command("search", "apple", status=2)
        self.assertIn("nothing is served by the name bsearch", err)
