"""Lets `bsearch search` ask the shards of a collection instead of an index.

`bsearch` writes its requests to a descriptor, a line each, and reads the answers from another:
`$BSEARCH_COLLECTION` names both. All that it prints is what it would print of one index.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from typing import IO

from bsearch_cluster.messages import say

Ask = Callable[[bytes], bytes]


def search(program: str, arguments: list[str], ask: Ask, must_be_complete: bool, stderr: int, stdout: int = 1) -> int:
    """Runs `bsearch` and returns its exit status, or 2 if shards are missing in an answer that has to be complete."""
    from_bsearch, requests = os.pipe()
    answers, to_bsearch = os.pipe()
    with tempfile.TemporaryFile() as held_back:
        process = subprocess.Popen(
            [program, *arguments],
            pass_fds=(answers, requests),
            env=os.environ | {"BSEARCH_COLLECTION": f"{answers},{requests}"},
            stdout=held_back if must_be_complete else stdout,
            stderr=stderr,
        )
        os.close(answers)
        os.close(requests)
        with process, os.fdopen(from_bsearch, "rb") as reading, os.fdopen(to_bsearch, "wb", buffering=0) as writing:
            try:
                absent = _carry(reading, writing, ask, must_be_complete)
            except BaseException:
                process.kill()
                raise
            is_refused = must_be_complete and bool(absent)
            if is_refused:
                process.kill()
        if absent:
            named = ", ".join(map(str, sorted(absent)))
            what = "nothing is shown" if is_refused else "what they have is not in the answer"
            say(f"no answer of shards {named}: {what}")
        if is_refused:
            return 2
        held_back.seek(0)
        with os.fdopen(os.dup(stdout), "wb") as output:
            shutil.copyfileobj(held_back, output)
    return process.returncode if process.returncode >= 0 else 128 - process.returncode


def _carry(reading: IO[bytes], writing: IO[bytes], ask: Ask, must_be_complete: bool) -> set[int]:
    """Carries requests and answers until `bsearch` ends, and returns the shards that were missing in any.

    It stops before an answer that is not complete if it has to be.
    """
    absent: set[int] = set()
    for line in reading:
        answer = ask(line.rstrip(b"\n"))
        absent |= missing(answer)
        if absent and must_be_complete:
            break
        with contextlib.suppress(BrokenPipeError):
            writing.write(answer + b"\n")
    return absent


def missing(answer: bytes) -> set[int]:
    """The shards that an answer names as missing, from 1, as files are named."""
    if b'"missing":[]' in answer or b'"missing"' not in answer:
        return set()
    return {number + 1 for number in json.loads(answer).get("missing", [])}
