"""What updates took, read from the lines of `update-bench run`."""

import statistics
from dataclasses import dataclass


@dataclass
class Step:
    """One update; times are in seconds."""

    name: str
    wall: float
    cpu: float
    written: int
    disk: float
    segments_before: int
    segments: int
    is_moved: bool
    size: int

    @property
    def is_merged(self):
        """Whether segments were put together, or all of the file was written anew."""
        new = 0 if self.name.split(",")[0] in ("remove", "nothing") else 1
        return self.is_moved or self.segments < self.segments_before + new


class Steps:
    """All updates of a run, the first of which makes the index and the last of which compacts it."""

    def __init__(self, output):
        steps = [_step(line) for line in output.splitlines()]
        self.build, self.updates, self.compaction = steps[0], steps[1:-1], steps[-1]

    def plain_rows(self):
        """A row for each kind of update, of those that merged nothing."""
        rows = []
        for name, steps in self._named(lambda step: step.name).items():
            plain = [step for step in steps if not step.is_merged]
            if not plain:
                continue
            row = [name, len(plain)]
            for values in ([step.wall for step in plain], [step.cpu for step in plain]):
                row += [milliseconds(statistics.median(values)), milliseconds(late(values))]
            written = [step.written for step in plain]
            rows.append([
                *row, milliseconds(statistics.median(step.disk for step in plain)),
                kilobytes(statistics.median(written)), kilobytes(late(written)),
            ])
        return rows

    def merge_rows(self):
        """A row for each step, of what merges add to all its updates."""
        rows = []
        for name, steps in self._named(lambda step: step.name.split(",")[0]).items():
            merges = [step for step in steps if step.is_merged]
            wall, written = sum(step.wall for step in steps), sum(step.written for step in steps)
            rows.append([
                name, len(steps), len(merges), f"{sum(step.wall for step in merges):.2f} s",
                milliseconds(max((step.wall for step in merges), default=0)),
                milliseconds(wall / len(steps)), kilobytes(written / len(steps)),
                f"{sum(step.written for step in merges) / max(written, 1) * 100:.0f} %",
            ])
        return rows

    def facts(self):
        """Sentences on the sizes and the segments."""
        added = [step for step in self.updates if step.name.startswith("add")]
        plain = [step.written for step in added if not step.is_merged]
        factor = sum(step.written for step in added) / (statistics.mean(plain or [1]) * len(added))
        every = max(len(added) // 20, 1)
        shown = ", ".join(str(step.segments) for step in added[::every])
        last, compact = self.updates[-1], self.compaction
        return [
            f"the index was made in {self.build.wall:.1f} s, {self.build.cpu:.1f} s of CPU, "
            f"with {self.build.size / 1e6:.1f} MB in {self.build.segments} segment(s)",
            f"adding writes {factor:.1f} times what it would without merges",
            f"segments, after every {every} issues that were added: {shown}",
            f"after all updates {last.size / 1e6:.1f} MB in {last.segments} segments, at most "
            f"{max(step.size for step in self.updates) / 1e6:.1f} MB and {max(step.segments for step in self.updates)} segments "
            f"on the way; compacted, in {compact.wall:.1f} s, {compact.size / 1e6:.1f} MB: "
            f"{last.size / compact.size:.2f} times as large",
        ]

    def _named(self, name):
        groups = {}
        for step in self.updates:
            groups.setdefault(name(step), []).append(step)
        return groups


def _step(line):
    name, *figures = line.split("\t")
    wall, cpu, written, disk, before, after, moved, size = map(int, figures)
    return Step(name, wall / 1e6, cpu / 1e6, written, disk / 1e6, before, after, moved == 1, size)


def late(values):
    """The 95th percentile."""
    return sorted(values)[min(len(values) * 95 // 100, len(values) - 1)]


def milliseconds(seconds):
    return f"{seconds * 1e3:.1f} ms"


def kilobytes(count):
    return f"{count / 1e3:,.0f} KB"
