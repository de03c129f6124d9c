"""What the drivers have in common that answer as a user asks.

The same work for all: the best ten documents, a passage of each with what was found lit, and how many match. A driver is a
program with these arguments:

    build CORPUS INDEX
    ask INDEX QUERIES KIND COUNT [--warm-up SECONDS] [--passes N]

CORPUS has a JSON object a line, with `title` and `body`. KIND says what the texts are: `words` (all of them are wanted, a single
text as it stands), `run` (as it stands) or `question` (any of its words). A COUNT of 0 only counts. A line of the answer has the
number of the query, the median of its microseconds, how many documents match, and the first passage.
"""

import argparse
import json
import statistics
import time


def main(engine):
    """Runs a driver; the engine has `build` and `asker`, see the other files of this folder."""
    parser = argparse.ArgumentParser()
    actions = parser.add_subparsers(dest="action", required=True)
    build = actions.add_parser("build")
    build.add_argument("corpus")
    build.add_argument("index")
    ask = actions.add_parser("ask")
    ask.add_argument("index")
    ask.add_argument("queries")
    ask.add_argument("kind", choices=["words", "run", "question"])
    ask.add_argument("limit", type=int)
    ask.add_argument("--warm-up", type=float, default=1)
    ask.add_argument("--passes", type=int, default=3)
    arguments = parser.parse_args()
    if arguments.action == "build":
        engine.build(documents(arguments.corpus), arguments.index)
    else:
        _measure(engine.asker(arguments.index, arguments.kind, arguments.limit), arguments)


def documents(path):
    """The texts of the documents, each on one line."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            document = json.loads(line)
            text = f"{document.get('title', '')} {document.get('body', '')}"
            yield text.replace("\n", " ").replace("\r", " ")


def _measure(ask, arguments):
    with open(arguments.queries, encoding="utf-8") as file:
        queries = [line.rstrip("\n") for line in file]
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
        count, passages = ask(query)
        shown = passages[0].replace("\t", " ").replace("\n", " ") if passages else ""
        print(number, f"{statistics.median(times[number]) / 1_000:.2f}", count, shown, sep="\t")
