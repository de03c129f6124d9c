"""What the figures were measured on."""

import os
import platform
import subprocess
from pathlib import Path


def description(swift="swift"):
    """One line on the machine and one on the software."""
    load = os.getloadavg()[0]
    return [
        f"{_processor()}, {os.cpu_count()} processors, {_memory()} GB of memory; load {load:.1f} at the end",
        f"{_system()}, Linux {platform.release()}, {_first_line([swift, '--version'])}, "
        f"Python {platform.python_version()}",
    ]


def _processor():
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def _memory():
    kilobytes = int(Path("/proc/meminfo").read_text().split()[1])
    return round(kilobytes * 1024 / 1e9)


def _system():
    return platform.freedesktop_os_release().get("PRETTY_NAME", "unknown system")


def _first_line(command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return f"{command[0]} of an unknown version"
    return done.stdout.splitlines()[0].strip()
