"""An engine of the comparison, ours or a rival."""

from dataclasses import dataclass

from engines.paths import DRIVERS, SYSTEM_PYTHON

ALL_MODES = ("term", "and", "or", "phrase")
JAVA_OPTIONS = [
    "-Xms1g", "-Xmx6g", "-XX:+UseSerialGC", "--add-modules", "jdk.incubator.vector",
    "--enable-native-access=ALL-UNNAMED",
]
# How many times longer than the others an engine is warmed up whose code is compiled while it runs.
COMPILED_LATE = 16


@dataclass
class Engine:
    """How an engine is driven, and what it can."""

    name: str
    program: list
    variants: tuple = ("plain", "positions")
    modes: tuple = ALL_MODES
    counts: bool = True
    warm_up_factor: float = 1
    # Chance decides how well it is compiled, so that its best round stands for it.
    takes_best_round: bool = False

    @property
    def queried_variant(self):
        return self.variants[-1]

    def can(self, mode, limit):
        return mode in self.modes and (limit > 0 or self.counts)

    def build_command(self, tokens, index, variant):
        return [*self.program, "build", tokens, index, variant]

    def query_command(self, index, queries, mode, limit, warm_up, passes):
        return [
            *self.program, "query", index, queries, mode, limit,
            "--warm-up", warm_up * self.warm_up_factor, "--passes", passes,
        ]


class OurEngine(Engine):
    """Ours, which takes an option where the drivers take the name of a variant."""

    def build_command(self, tokens, index, variant):
        options = ["--text"] if variant == "positions" else []
        return [*self.program, "build", tokens, index, *options]


def engines(installation, programs):
    """All engines, ours first."""
    python = installation.python
    lucene = installation.lucene
    libraries = f"{lucene}/classes:{lucene}/jars/*"
    return [
        OurEngine("bsearch", [programs / "engine-bench"]),
        Engine("tantivy", [python, DRIVERS / "tantivy_driver.py"]),
        Engine(
            "lucene", [installation.java, *JAVA_OPTIONS, "-cp", libraries, "LuceneDriver"],
            warm_up_factor=COMPILED_LATE, takes_best_round=True,
        ),
        Engine(
            "bm25s", [python, DRIVERS / "bm25s_driver.py"],
            variants=("plain",), modes=("term", "or"), counts=False,
        ),
        Engine("xapian", [SYSTEM_PYTHON, DRIVERS / "xapian_driver.py"]),
        Engine("sqlite", [SYSTEM_PYTHON, DRIVERS / "sqlite_driver.py"]),
    ]
