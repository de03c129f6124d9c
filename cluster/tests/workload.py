"""Collections to be asked, and what one index answers to the same."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from bsearch_cluster.indexing import Request, index
from bsearch_cluster.pieces import pieces_folder
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
    """The issues of the repository and a large file of JSON lines, in one index and in four shards."""

    QUERIES = 12
    LINES = 9000
    """Enough for several pieces."""
    OPTIONS = (["--json"], ["--any", "--json"], ["-c"], ["--limit", "3", "--format", "md"])

    def __init__(self, home: Path, program: str) -> None:
        self.folder = home / "collection"
        self.program = program
        self.cases: list[tuple[bytes, Any]] = []
        self._home = home
        self._one = home / "one.index"
        self._lines = home / "文章.jsonl"
        self._lines.write_text("".join(_line(number) for number in range(self.LINES)))
        self._index("bulletin", [CORPUS / "bulletins"])
        self._index("jsonl", [self._lines])

    def extend(self) -> None:
        """Adds lines to the file and brings the collection and the one index up to date."""
        with self._lines.open("a") as file:
            file.writelines(_line(number) for number in range(self.LINES, self.LINES + 100))
        self._index("jsonl", [])

    def _index(self, form: str, paths: list[Path]) -> None:
        index(Request(self.folder, paths, form, self.program, 4, 2, 1, False, [], lambda _: None))
        # In the one index too the lines are in pieces, which are what results name.
        pieces = [pieces_folder(self.folder / "lines", path) if form == "jsonl" else path for path in paths]
        run = [self.program, "index", "--index", str(self._one), "--format", form, "--", *map(str, pieces)]
        subprocess.run(run, check=True, stderr=subprocess.DEVNULL)

    def prepare(self, ask: Callable[[bytes], bytes]) -> None:
        self.cases = []
        lines = (CORPUS / "queries.tsv").read_text().splitlines()
        queries = [line.split("\t")[1] for line in lines if line][: self.QUERIES]
        for query in [*queries, "第1235号 光缆", "工程", "第90号", "没有这样的文字吧"]:
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
            found = (status, _untimed(said.read()), complaints.read())
        if found != (one.returncode, _untimed(one.stdout), one.stderr):
            pairs = zip(found[1].splitlines(), _untimed(one.stdout).splitlines(), strict=False)
            differ = next((pair for pair in pairs if pair[0] != pair[1]), None)
            raise AssertionError(
                f"{arguments}: status {found[0]} and {one.returncode}, differing lines {differ}, "
                f"complaints {found[2]!r} and {one.stderr!r}"
            )

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
        timed = {"rounds", "shardTime"}
        return json.loads(answer, object_hook=lambda record: {k: v for k, v in record.items() if k not in timed})


def _line(number: int) -> str:
    words = ["光缆", "基站", "工程", "验收", "卫星", "会议", "计划", "设备"]
    numbers = [number * step for step in range(1, 25)]
    text = "。".join(f"{words[one % 8]}第{one % 977}号{words[number % 7]}完成" for one in numbers)
    return json.dumps({"id": f"a{number}", "title": f"第{number}号文章", "body": text}, ensure_ascii=False) + "\n"


def _untimed(output: bytes) -> bytes:
    return re.sub(rb'"milliseconds":[\d.e-]+', b'"milliseconds":0', output)
