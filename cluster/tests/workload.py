"""Collections to be asked, and what one index answers to the same."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from bsearch_cluster.indexing import Request, index
from bsearch_cluster.search import search
from tests.support import DOUBLE, expected, texts_of, write_double

CORPUS = Path(__file__).parents[2] / "corpus"


class Workload(Protocol):
    folder: Path
    program: str
    cases: list[tuple[bytes, Any]]
    """Requests and what is right."""

    def prepare(self, ask: Callable[[bytes], bytes]) -> None:
        """Makes the cases, of requests that `bsearch` writes and answers of one index."""

    def judge(self, answer: bytes, expected: Any) -> str:
        """`right`, `incomplete` if shards are named as missing, `error: …` or `wrong: …`."""


class DoubleWorkload:
    """The double: four shards, whose answers are computed here too."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "collection"
        self.program = str(home / "bsearch")
        shutil.copy(DOUBLE, self.program)
        self._shards = [texts_of(shard) for shard in range(1, 5)]
        write_double(self.folder, 1, self._shards)
        self.cases: list[tuple[bytes, Any]] = []

    def prepare(self, ask: Callable[[bytes], bytes]) -> None:
        for query in ["apple", "apple apple", "shard 3", "text 1", "nothing", "2"]:
            request = {"op": "search", "query": query, "options": {}}
            self.cases.append((json.dumps(request).encode(), expected(query, self._shards)))

    def judge(self, answer: bytes, expected: Any) -> str:
        record = json.loads(answer)
        if "error" in record:
            return f"error: {record}"
        if record["missing"]:
            return "incomplete"
        return "right" if record["response"]["results"] == expected else f"wrong: {record}"


class RealWorkload:
    """The corpus of the repository, in one index and in four shards."""

    QUERIES = 12
    OPTIONS = (["--json"], ["--any", "--json"], ["-c"], ["--limit", "3", "--format", "md"])

    def __init__(self, home: Path, program: str) -> None:
        self.folder = home / "collection"
        self.program = program
        self.cases: list[tuple[bytes, Any]] = []
        self._home = home
        self._one = home / "one.index"
        run = [program, "index", str(CORPUS / "bulletins"), "--index", str(self._one)]
        subprocess.run(run, check=True, stderr=subprocess.DEVNULL)
        request = Request(self.folder, [CORPUS / "bulletins"], "bulletin", program, 4, 2, 1, [], lambda _: None)
        index(request)

    def prepare(self, ask: Callable[[bytes], bytes]) -> None:
        lines = (CORPUS / "queries.tsv").read_text().splitlines()
        queries = [line.split("\t")[1] for line in lines if line][: self.QUERIES]
        for query in [*queries, "没有这样的文字吧"]:
            for options in self.OPTIONS:
                self._prepare(["search", *options, "--", query], ask)

    def _prepare(self, arguments: list[str], ask: Callable[[bytes], bytes]) -> None:
        """Takes what is answered while all is well as right, if `bsearch` makes of it what it says of one index."""

        def note(line: bytes) -> bytes:
            answer = ask(line)
            self.cases.append((line, self._compared(answer)))
            return answer

        one = subprocess.run(
            [self.program, *arguments[:1], "--index", str(self._one), *arguments[1:]], capture_output=True
        )
        with (self._home / "said").open("wb+") as said, (self._home / "complaints").open("wb+") as complaints:
            status = search(self.program, arguments, note, True, complaints.fileno(), said.fileno())
            said.seek(0)
            complaints.seek(0)
            found = (status, said.read(), complaints.read())
        if found != (one.returncode, one.stdout, one.stderr):
            raise AssertionError(f"{arguments}: four shards say {found}, one index {one}")

    def judge(self, answer: bytes, expected: Any) -> str:
        record = json.loads(answer)
        if "error" in record:
            return f"error: {record}"
        if record.get("missing"):
            return "incomplete"
        return "right" if self._compared(answer) == expected else f"wrong: {record}"

    @staticmethod
    def _compared(answer: bytes) -> Any:
        """An answer without what it took."""
        return json.loads(answer, object_hook=lambda record: {k: v for k, v in record.items() if k != "elapsed"})
