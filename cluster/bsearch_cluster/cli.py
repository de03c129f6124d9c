"""The command `bsearch-cluster`. Results go to standard output, all else to standard error; status 2 is failure."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any, NoReturn

from bsearch_cluster.errors import ClusterError
from bsearch_cluster.messages import hush, put, say
from bsearch_cluster.programs import program

SEARCH_SECONDS = 60.0
"""How long a search may take, restarts included."""


def main() -> NoReturn:
    try:
        status = _run(sys.argv[1:])
    except ClusterError as error:
        say(str(error))
        status = 2
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


def _run(arguments: list[str]) -> int:
    if arguments[:1] == ["search"]:
        return _search(arguments[1:])
    options = _parser().parse_args(arguments)
    action = {"index": _index, "serve": _serve, "status": _status, "stop": _stop}[options.command]
    return action(options)


def _index(options: argparse.Namespace) -> int:
    hush()
    from bsearch_cluster.indexing import Request, index
    from bsearch_cluster.session import join, processors

    executable = program(options.bsearch)
    passed: list[str] = []
    for name in ("encoding", "dictionary", "lang"):
        value = getattr(options, name)
        if value is not None:
            passed += [f"--{name}", str(Path(value).absolute()) if name == "dictionary" else value]
    wanted = (options.workers or 1) * (options.jobs or 1)
    seconds = join(options.address or "local", options.name, num_cpus=max(os.cpu_count() or 1, wanted))
    cpus, most_jobs = processors()
    workers = options.workers or min(cpus, options.shards or cpus)
    jobs = options.jobs or max(1, min(cpus // workers, most_jobs))
    if jobs > most_jobs:
        raise ClusterError(f"no machine has the {jobs} processors of --jobs; the largest has {most_jobs}")
    request = Request(
        folder=options.out.absolute(),
        paths=options.paths,
        format=options.format,
        program=executable,
        shards=options.shards,
        workers=workers,
        jobs=jobs,
        is_forced=options.force,
        options=passed,
        say=say,
    )
    done, is_whole = index(request)
    say(f"{done} ({seconds:.2f} before that to join Ray)")
    return 0 if is_whole else 2


def _serve(options: argparse.Namespace) -> int:
    hush()
    from bsearch_cluster.collection import current_generation
    from bsearch_cluster.coordinator import Serving
    from bsearch_cluster.serving import start, stop
    from bsearch_cluster.session import join
    from bsearch_cluster.shards import Patience

    folder = options.folder.absolute()
    if current_generation(folder) is None:
        raise ClusterError(f"{folder} has no generation yet; make one by `bsearch-cluster index`")
    serving = Serving(
        folder=str(folder),
        program=program(options.bsearch),
        replicas=options.replicas,
        processes=options.processes,
        host_cpus=options.cpus,
        patience=Patience(options.deadline, min(options.hedge, options.deadline)),
    )
    stays = False
    try:
        join(options.address or "auto", options.name)
    except ClusterError:
        if options.address is not None:
            raise
        join("local", options.name)
        stays = True
    state = start(serving, options.name, options.patience, say)
    counts = f"{len(state['shards'])} shards, {state['articles']:,} articles"
    say(f"{state['generation']} is served by the name {options.name}: {counts}")
    if stays:
        say("Ctrl-C ends it, as this process had to start Ray")
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            while True:
                signal.pause()
        except KeyboardInterrupt:
            stop(options.name)
    return 0


def _status(options: argparse.Namespace) -> int:
    hush()
    from bsearch_cluster.serving import description, status
    from bsearch_cluster.session import join

    state: dict[str, Any] | None = None
    try:
        join(options.address or "auto", options.name)
        state = status(options.name)
    except ClusterError as error:
        if options.address is not None:
            raise
        say(str(error))
    lines = description(options.folder.absolute(), state)
    put(json.dumps(state, ensure_ascii=False) if options.json else "\n".join(lines))
    return 0


def _stop(options: argparse.Namespace) -> int:
    hush()
    from bsearch_cluster.serving import stop
    from bsearch_cluster.session import join

    join(options.address or "auto", options.name)
    count = stop(options.name)
    say(f"ended {count} actors" if count else f"nothing was served by the name {options.name}")
    return 0


def _search(arguments: list[str]) -> int:
    """Takes its own options out; all others are those of `bsearch search`."""
    own = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    _add_place(own)
    own.add_argument("--complete", action="store_true")
    end = arguments.index("--") if "--" in arguments else len(arguments)
    options, others = own.parse_known_args(arguments[:end])

    stderr = hush()
    from bsearch_cluster.search import search
    from bsearch_cluster.session import join, persistently

    is_joined = False

    def ask(line: bytes) -> bytes:
        nonlocal is_joined
        if not is_joined:
            join(options.address or "auto", options.name)
            is_joined = True
        answer: bytes = persistently(lambda actor: actor.ask.remote(line), options.name, SEARCH_SECONDS)
        return answer

    command = ["search", *others, *arguments[end:]]
    return search(program(options.bsearch), command, ask, options.complete, stderr)


def _add_place(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--address", help="the Ray to join, as ray.init takes it (default: one of this machine)")
    parser.add_argument("--name", default="bsearch", help="what the served collection is called (default: bsearch)")
    parser.add_argument("--bsearch", metavar="FILE", help="the program (default: $BSEARCH, else bsearch of $PATH)")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("has to be 1 or more")
    return number


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bsearch-cluster",
        description="Indexes of bsearch on many machines that answer as one.",
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    index = commands.add_parser("index", help="make or update a collection", allow_abbrev=False)
    index.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files and folders (default: as before)")
    index.add_argument("--out", type=Path, required=True, metavar="DIR", help="the collection's folder")
    index.add_argument("--shards", type=_positive, metavar="N", help="how many (default: as before, else --workers)")
    index.add_argument("--workers", type=_positive, metavar="W", help="shards at once (default: one a processor)")
    index.add_argument("--jobs", type=_positive, metavar="J", help="threads of each worker (default: what is left)")
    index.add_argument("--format", choices=("bulletin", "jsonl"), default="bulletin", help="what PATHs hold")
    index.add_argument("--force", action="store_true", help="also read files that have not changed")
    for name in ("encoding", "dictionary", "lang"):
        index.add_argument(f"--{name}", help="as of `bsearch index`")
    _add_place(index)

    serve = commands.add_parser("serve", help="start the actors that answer", allow_abbrev=False)
    serve.add_argument("folder", type=Path, metavar="DIR", help="the collection's folder, the same on all machines")
    serve.add_argument("--replicas", type=_positive, default=1, metavar="R", help="actors of each shard (default: 1)")
    serve.add_argument("--processes", type=_positive, default=2, metavar="P", help="of each replica (default: 2)")
    serve.add_argument("--cpus", type=float, default=0, help="what Ray sets aside for a replica (default: 0)")
    serve.add_argument("--deadline", type=float, default=5, help="seconds for a shard to answer (default: 5)")
    serve.add_argument("--hedge", type=float, default=0.1, help="seconds before a second try (default: 0.1)")
    serve.add_argument("--patience", type=float, default=120, help="seconds for all to start (default: 120)")
    _add_place(serve)

    commands.add_parser("search", help="search; options as of `bsearch search`, and --complete", add_help=False)

    status = commands.add_parser("status", help="show a collection and who serves it", allow_abbrev=False)
    status.add_argument("folder", type=Path, metavar="DIR")
    status.add_argument("--json", action="store_true", help="the state of the coordinator as JSON")
    _add_place(status)

    stop = commands.add_parser("stop", help="end what serves a collection", allow_abbrev=False)
    _add_place(stop)
    return parser
