"""Runs the benchmarks of our own package and reads what they measured."""

import json
import os
import statistics
import subprocess
from dataclasses import dataclass

from engines.paths import BENCHMARKS

REFERENCE = "reference"
BUILD = "build"
WALL = "Time (wall clock)"
MEMORY = "Memory (resident peak)"
# The exporter repeats a measure of one benchmark with all that follow, so these are read where they belong.
OWN_MEASURES = {
    BUILD: ("Files (KB/s)", "Index (KB)"),
    "fold": ("Text (MB/s)",),
    "fold and list grams": ("Text (MB/s)",),
    "fold and cut into words": ("Text (MB/s)",),
}

# In microseconds.
TIME_SLICE = 10_000


@dataclass
class Benchmark:
    """What one benchmark measured."""

    program: str
    name: str
    # Microseconds, which the exporter gives whatever the framework's own tables say, in order.
    times: list
    # Medians by the name of the measure, for benchmarks that have any.
    measures: dict

    @property
    def median(self):
        return statistics.median(self.times)

    @property
    def high(self):
        """The 99th percentile."""
        return self._percentile(99)

    @property
    def typical(self):
        """What is compared: the median, so that it stands for all queries of a class.

        What takes longer than a process may run at a time is always interrupted on a busy machine, and
        its least times are nearer to what it needs.
        """
        return self.median if self.median < TIME_SLICE else self._percentile(10)

    def _percentile(self, percent):
        return self.times[min(len(self.times) - 1, len(self.times) * percent // 100)]


def measure(swift):
    """Builds and runs all benchmarks, and returns them by program, in order."""
    command = [
        swift, "package", "--package-path", BENCHMARKS, "benchmark", "--format", "jmh",
        "--path", "stdout", "--no-progress", "--quiet",
    ]
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, text=True, env=os.environ)
    # Other lines may stand before and after the one with the results.
    lines = [line for line in done.stdout.splitlines() if line.startswith("[{")]
    if done.returncode != 0 or not lines:
        raise RuntimeError(f"the benchmarks failed with status {done.returncode}")
    benchmarks = [_read(element) for element in json.loads(lines[0])]
    return sorted(benchmarks, key=lambda benchmark: (benchmark.program, benchmark.name))


def relative_times(benchmarks):
    """What each benchmark takes in units of the reference of its program."""
    references = {
        benchmark.program: benchmark.typical
        for benchmark in benchmarks
        if benchmark.name == REFERENCE
    }
    return {
        benchmark.name: benchmark.typical / references[benchmark.program]
        for benchmark in benchmarks
        if benchmark.name != REFERENCE
    }


def _read(element):
    _, _, program, name = element["benchmark"].split(".", 3)
    name = name.replace("_", " ")
    metrics = element["secondaryMetrics"]
    measures = {
        measure: statistics.median(_samples(metrics[measure]))
        for measure in OWN_MEASURES.get(name, ())
    }
    if name == BUILD:
        measures[MEMORY] = statistics.median(_samples(metrics[MEMORY])) / 1e6
    return Benchmark(program, name, sorted(_samples(metrics[WALL])), measures)


def _samples(metric):
    return metric["rawData"][0]
