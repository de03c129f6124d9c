"""The programs of `bsearch`, and how they are started so that they never outlive who started them."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
from pathlib import Path

from bsearch_cluster.errors import ClusterError


def program(given: str | None) -> str:
    """Finds `bsearch`: the one given, else that of `$BSEARCH`, else the first in `$PATH`.

    A name with a slash is made absolute, since actors and tasks run in other folders. On other machines the
    program has to be at the same place.
    """
    name = given or os.environ.get("BSEARCH") or "bsearch"
    found = shutil.which(name)
    if found is None:
        raise ClusterError(f"{name} is not a program here; name it by --bsearch FILE or $BSEARCH")
    return str(Path(found).absolute())


def mortal(command: list[str]) -> list[str]:
    """The command, to be killed by the system when the thread that starts it ends.

    Ray kills an actor without a chance to clean up, and its processes would be left behind. Where the
    util-linux program `setpriv` is missing the command is as it was: it then ends with its input.
    """
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "KILL", "--", *command] if setpriv else command


def kill(process: asyncio.subprocess.Process) -> None:
    """Kills a process. `Process.kill` would first ask whether it has ended, and who waits for that not hear of it."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(process.pid, signal.SIGKILL)
