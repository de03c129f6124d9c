"""The rivals that answer as a user asks; see drivers/asked.py."""

import shutil
from dataclasses import dataclass

from engines.engine import COMPILED_LATE, JAVA_OPTIONS
from engines.paths import DRIVERS, SYSTEM_PYTHON
from measuring.processes import run


@dataclass
class Rival:
    name: str
    program: list
    kinds: tuple = ("words", "run", "question")
    warm_up_factor: float = 1
    # Whether it wants the texts without JSON around them.
    takes_lines: bool = False

    def build(self, corpus, path):
        """Makes the index anew and returns what that took."""
        shutil.rmtree(path, ignore_errors=True)
        if self.takes_lines:
            corpus = _lines(corpus, path.with_suffix(".lines"))
        return run([*self.program, "build", corpus, path])

    def ask(self, path, queries, kind, limit, options):
        """The lines of the answer, in columns."""
        usage = run([
            *self.program, "ask", path, queries, kind, limit,
            "--warm-up", options.warm_up * self.warm_up_factor, "--passes", options.passes,
        ])
        return [line.split("\t") for line in usage.output.splitlines()]


def rivals(installation):
    lucene = installation.lucene
    libraries = f"{lucene}/classes:{lucene}/jars/*"
    return [
        Rival("tantivy", [installation.python, DRIVERS / "asked_tantivy.py"]),
        Rival("sqlite", [SYSTEM_PYTHON, DRIVERS / "asked_sqlite.py"], kinds=("words", "run")),
        Rival(
            "lucene", [installation.java, *JAVA_OPTIONS, "-cp", libraries, "AskedLucene"],
            warm_up_factor=COMPILED_LATE, takes_lines=True,
        ),
    ]


def _lines(corpus, path):
    """A text a line, as the other drivers read them."""
    import sys

    sys.path.insert(0, str(DRIVERS))
    from asked import documents

    with open(path, "w", encoding="utf-8") as file:
        for text in documents(corpus):
            file.write(f"{text}\n")
    return path
