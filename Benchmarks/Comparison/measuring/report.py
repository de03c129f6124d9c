"""Turns what was measured into tables and a chart."""

import math
import statistics

from measuring import chart
from measuring.comparison import LIMIT
from measuring.markdown import table

OURS = "bsearch"


class Report:
    """Ratios of our engine to the best rival, class by class."""

    def __init__(self, engines, results, queries):
        self.engines = engines
        self.results = results
        self.queries = queries
        self.keys = [
            (query_class.name, limit)
            for limit in (LIMIT, 0)
            for query_class in queries
            if limit or query_class.is_counted
        ]

    def latencies(self):
        """A table of the medians, the ratio to the best rival and its range over the rounds."""
        head = ["microseconds, median"] + [engine.name for engine in self.engines]
        rows = []
        for key in self.keys:
            cells = [_time(self._figure(key, engine)) for engine in self.engines]
            ratio = self._ratio(key)
            if ratio:
                cells += [f"**{ratio[0]:.2f}** ({ratio[1]:.2f}–{ratio[2]:.2f})", ratio[3]]
            else:
                cells += ["–", "–"]
            rows.append([_label(key), *cells])
        ratios = [ratio for ratio in map(self._ratio, self.keys) if ratio]
        if ratios:
            mean = math.exp(statistics.fmean(math.log(ratio[0]) for ratio in ratios))
            blanks = [""] * len(self.engines)
            rows.append(["geometric mean", *blanks, f"**{mean:.2f}**", ""])
        return table([*head, "ratio (range)", "best rival"], rows)

    def builds(self):
        """A table of what building took."""
        rows = [
            [
                f"{engine}, {variant}", f"{build.wall:.1f} s", f"{build.cpu:.1f} s",
                f"{build.peak_bytes / 1e6:.0f} MB", f"{build.index_bytes / 1e6:.1f} MB",
            ]
            for (engine, variant), build in self.results.builds.items()
        ]
        return table(["index", "wall", "CPU", "memory", "size"], rows)

    def checks(self):
        """A table of how the answers agree with the oracle."""
        rows = []
        for engine in self.engines:
            counts = [self._last(key, engine) for key in self.keys if key[1] == 0]
            tops = [self._last(key, engine) for key in self.keys if key[1] > 0]
            counted = sum(len(done.times) for done in counts if done)
            wrong = sum(done.wrong_counts for done in counts if done)
            short = sum(done.wrong_counts for done in tops if done)
            good = sum(done.good for done in tops if done)
            expected = sum(done.expected for done in tops if done)
            rows.append([
                engine.name, f"{counted - wrong} of {counted}" if counted else "–",
                short, f"{good / expected:.4f}" if expected else "–",
            ])
        return table(
            ["engine", "counts that are exact", "answers of a wrong length", f"overlap of the top {LIMIT}"],
            rows,
        )

    def svg(self, note):
        """A chart of the ratios, or nothing if there is no rival."""
        rows = []
        for key in self.keys:
            ratio = self._ratio(key)
            if ratio:
                rows.append((_label(key), *ratio[:3], f"({ratio[3]})"))
        return chart.ratios("Time of bsearch ÷ time of the fastest rival", note, rows) if rows else None

    def _figure(self, key, engine):
        """The time that stands for an engine: the median of its rounds, or the best."""
        rounds = self.results.rounds.get((*key, engine.name))
        if not rounds:
            return None
        medians = [done.median for done in rounds]
        return min(medians) if engine.takes_best_round else statistics.median(medians)

    def _ratio(self, key):
        """Ratio, least, greatest, and the rival's name; nothing without a rival."""
        ours = self.results.rounds.get((*key, OURS))
        rivals = {
            engine.name: self._figure(key, engine)
            for engine in self.engines
            if engine.name != OURS and self._figure(key, engine)
        }
        if not ours or not rivals:
            return None
        best = min(rivals, key=rivals.get)
        engine = next(engine for engine in self.engines if engine.name == best)
        theirs = [done.median for done in self.results.rounds[(*key, best)]]
        if engine.takes_best_round:
            theirs = [rivals[best]] * len(ours)
        each = [mine.median / other for mine, other in zip(ours, theirs)]
        middle = statistics.median(done.median for done in ours) / rivals[best]
        return middle, min(each), max(each), best

    def _last(self, key, engine):
        rounds = self.results.rounds.get((*key, engine.name))
        return rounds[-1] if rounds else None


def _label(key):
    name, limit = key
    return name if limit else f"count {name}"


def _time(value):
    return "–" if value is None else f"{value:.1f}" if value < 100 else f"{value:.0f}"
