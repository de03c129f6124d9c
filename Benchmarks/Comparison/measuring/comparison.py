"""Runs engines over the same words and queries, and keeps what they took and answered."""

import shutil
import statistics
import sys
from dataclasses import dataclass, field

from measuring.oracle import Expected
from measuring.processes import ProgramFailed, byte_count, run

LIMIT = 10


@dataclass
class Build:
    """What building an index took, in the fastest of the rounds."""

    wall: float
    cpu: float
    peak_bytes: int
    index_bytes: int


@dataclass
class Round:
    """An engine's answers to the queries of a class: microseconds a query, and how many are right."""

    times: list
    good: int = 0
    expected: int = 0
    wrong_counts: int = 0

    @property
    def median(self):
        return statistics.median(self.times)


@dataclass
class Results:
    """Everything that was measured."""

    builds: dict = field(default_factory=dict)
    # Rounds by the name of a class, the number of documents asked for, and the name of an engine.
    rounds: dict = field(default_factory=dict)


def build_all(engines, tokens, folder, results, round_count):
    """Builds all variants of all engines, in turn."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(round_count):
        for engine in engines:
            for variant in engine.variants:
                key = (engine.name, variant)
                index = folder / f"{engine.name}.{variant}"
                _remove(index)
                usage = run(engine.build_command(tokens, index, variant))
                build = Build(usage.wall, usage.cpu, usage.peak_bytes, byte_count(index))
                if number == 0 or build.cpu < results.builds[key].cpu:
                    results.builds[key] = build
                say(f"built {engine.name}.{variant}: {build.cpu:.1f} s CPU, {build.index_bytes / 1e6:.1f} MB")


def ask_all(engines, work, queries, oracle, results, options):
    """Asks all engines the queries of all classes, one engine after the other in each class."""
    expected = {}
    for number in range(options.rounds):
        for query_class, texts in queries.items():
            for limit in (LIMIT, 0) if query_class.is_counted else (LIMIT,):
                if number == 0:
                    expected[query_class] = [
                        Expected(oracle.scores(text, query_class.mode), LIMIT) for text in texts
                    ]
                for engine in engines:
                    if engine.can(query_class.mode, limit):
                        done = _ask(engine, work, query_class, limit, expected[query_class], options)
                        key = (query_class.name, limit, engine.name)
                        results.rounds.setdefault(key, []).append(done)
        say(f"round {number + 1} of {options.rounds} done")


def _ask(engine, work, query_class, limit, expected, options):
    index = work / "indexes" / f"{engine.name}.{engine.queried_variant}"
    path = work / "queries" / f"{query_class.name}.txt"
    usage = run(
        engine.query_command(index, path, query_class.mode, limit, options.warm_up, options.passes)
    )
    lines = [line.split("\t") for line in usage.output.splitlines()]
    if len(lines) != len(expected):
        raise ProgramFailed(f"{engine.name} answered {len(lines)} of {len(expected)} queries")
    done = Round([float(time) for _, time, _, _ in lines])
    for (_, _, count, shown), wanted in zip(lines, expected):
        if limit == 0:
            done.wrong_counts += int(count) != wanted.count
        else:
            documents = [int(number) for number in shown.split(",") if number]
            done.wrong_counts += len(documents) != wanted.size
            done.good += wanted.good(documents)
            done.expected += wanted.size
    return done


def say(text):
    """Tells on standard error how far it is."""
    print(text, file=sys.stderr, flush=True)


def _remove(index):
    if index.is_dir():
        shutil.rmtree(index)
    else:
        index.unlink(missing_ok=True)
