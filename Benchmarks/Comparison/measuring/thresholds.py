"""What the benchmarks may take, and how far they may be off.

Times are in units of a reference that the same programs measure, and the tolerance is wide: on a machine
that others use as well, a narrower one would fail by chance. Sizes do not depend on the machine.
"""

import json

from engines.paths import BENCHMARKS
from measuring.suite import BUILD, MEMORY, relative_times

PATH = BENCHMARKS / "Thresholds" / "suite.json"
INDEX_SIZE = "Index (KB)"
TOLERANCES = {"time": 1.6, MEMORY: 1.3, INDEX_SIZE: 1.02}


def measured(benchmarks):
    """What is compared, by its name."""
    values = {f"time: {name}": value for name, value in relative_times(benchmarks).items()}
    for benchmark in benchmarks:
        if benchmark.name == BUILD:
            values |= {name: benchmark.measures[name] for name in (MEMORY, INDEX_SIZE)}
    return values


def better(first, second):
    """The lower of two values of each."""
    return {name: min(first[name], second.get(name, first[name])) for name in first}


def failures(values):
    """A line for each value that is above its threshold, is missing, or has none."""
    thresholds = json.loads(PATH.read_text())
    lines = []
    for name in sorted(thresholds.keys() | values.keys()):
        tolerance = TOLERANCES[name.split(":")[0]]
        if name not in values:
            lines.append(f"{name}: not measured")
        elif name not in thresholds:
            lines.append(f"{name}: has no threshold; suite --update-thresholds makes one")
        elif values[name] > thresholds[name] * tolerance:
            excess = values[name] / thresholds[name]
            lines.append(f"{name}: {excess:.2f} times the threshold, where {tolerance} are allowed")
    return lines


def update(values):
    """Makes these values the thresholds."""
    PATH.parent.mkdir(exist_ok=True)
    rounded = {name: float(f"{value:.4g}") for name, value in sorted(values.items())}
    PATH.write_text(json.dumps(rounded, indent=2, ensure_ascii=False) + "\n")
