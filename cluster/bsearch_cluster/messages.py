"""What the user is told on standard error, and how all else is kept away from it."""

from __future__ import annotations

import os
import sys

_errors = sys.stderr
_results = sys.stdout


def say(text: str) -> None:
    """Tells the user something on standard error."""
    print(f"bsearch-cluster: {text}", file=_errors, flush=True)


def put(text: str) -> None:
    """Writes a result to standard output."""
    print(text, file=_results, flush=True)


def hush() -> int:
    """Sends what libraries print to nowhere, and returns the descriptor of the user's standard error.

    Ray speaks of every process that dies: from Python, also on standard output, and past Python from its core in
    C++. Its log files, which are below `/tmp/ray`, have the same and more.
    """
    global _errors
    users = os.dup(2)
    _errors = os.fdopen(os.dup(users), "w", buffering=1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    sys.stdout = sys.stderr = os.fdopen(nowhere, "w")
    return users
