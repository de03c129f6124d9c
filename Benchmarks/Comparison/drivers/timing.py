"""What the drivers of engines that are used from Python have in common.

A driver is a program with the arguments of `engine-bench`:

    build TOKENS INDEX VARIANT
    query INDEX QUERIES MODE COUNT [--warm-up SECONDS] [--passes N]
"""

import argparse
import statistics
import time


def main(engine):
    """Runs a driver; the engine has `build` and `answers`, see the other files of this folder."""
    parser = argparse.ArgumentParser()
    actions = parser.add_subparsers(dest="action", required=True)
    build = actions.add_parser("build")
    build.add_argument("tokens")
    build.add_argument("index")
    build.add_argument("variant", choices=["plain", "positions"])
    query = actions.add_parser("query")
    query.add_argument("index")
    query.add_argument("queries")
    query.add_argument("mode", choices=["term", "and", "or", "phrase"])
    query.add_argument("limit", type=int)
    query.add_argument("--warm-up", type=float, default=0.5)
    query.add_argument("--passes", type=int, default=5)
    arguments = parser.parse_args()
    if arguments.action == "build":
        engine.build(arguments.tokens, arguments.index, arguments.variant)
    else:
        _measure(engine, arguments)


def lines(path):
    """The lines of a file without their ends."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


def _measure(engine, arguments):
    """Asks all queries again and again, and prints the median time of each and its answer."""
    queries = list(lines(arguments.queries))
    ask, show = engine.answers(arguments.index, arguments.mode, arguments.limit)
    start = time.monotonic()
    while True:
        for query in queries:
            ask(query)
        if time.monotonic() - start >= arguments.warm_up:
            break
    times = [[] for _ in queries]
    for _ in range(arguments.passes):
        for number, query in enumerate(queries):
            start = time.perf_counter_ns()
            ask(query)
            times[number].append(time.perf_counter_ns() - start)
    for number, query in enumerate(queries):
        count, documents = show(ask(query))
        median = statistics.median(times[number]) / 1_000
        print(number, f"{median:.2f}", count, ",".join(map(str, documents)), sep="\t")
