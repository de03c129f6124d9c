"""Programs that are run and measured."""

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

# Linux counts the resident memory of a process in units of this many bytes.
MEMORY_UNIT = 1024


class ProgramFailed(Exception):
    """A program ended with an error."""


@dataclass
class Usage:
    """What a program needed, and what it printed."""

    wall: float
    cpu: float
    peak_bytes: int
    output: str


def run(command, accepted=(0,), keeps_output=True):
    """Runs a program to its end; what it printed is kept in a file until then, however much it is, or not at all.

    Linux begins to count the memory of a program before it replaces its parent, so that the peak is never
    below what this process has in memory. A status that is not accepted is an error.
    """
    command = [str(part) for part in command]
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output if keeps_output else subprocess.DEVNULL,
            stderr=errors,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in accepted:
            errors.seek(0)
            message = errors.read()[-2000:].decode(errors="replace")
            raise ProgramFailed(f"{' '.join(command)}: status {process.returncode}\n{message}")
        output.seek(0)
        return Usage(
            wall=wall,
            cpu=usage.ru_utime + usage.ru_stime,
            peak_bytes=usage.ru_maxrss * MEMORY_UNIT,
            output=output.read().decode(),
        )


def byte_count(path):
    """The size of a file, or of all files in a folder."""
    path = Path(path)
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
