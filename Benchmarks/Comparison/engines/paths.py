"""Where things are."""

from pathlib import Path

COMPARISON = Path(__file__).resolve().parent.parent
BENCHMARKS = COMPARISON.parent
CHECKOUT = BENCHMARKS.parent
DRIVERS = COMPARISON / "drivers"
DEFAULT_WORK = BENCHMARKS / ".build-compare"
# The Python that Debian's packages are for.
SYSTEM_PYTHON = Path("/usr/bin/python3")
