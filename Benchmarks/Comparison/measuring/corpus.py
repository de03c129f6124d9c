"""Generated corpora, which are kept: the same number and seed give the same articles."""

from measuring.comparison import say
from measuring.processes import run

SUFFIXES = {"tokens": "txt", "jsonl": "jsonl"}


def generated(programs, folder, count, seed, form):
    """The file of a corpus as `tokens` or as `jsonl`, made if it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"generated-{count}-{seed}.{SUFFIXES[form]}"
    if not path.exists():
        # What an interruption leaves has another name.
        partial = path.with_suffix(".part")
        usage = run([programs / "generate-corpus", count, f"--{form}", partial, "--seed", seed])
        partial.rename(path)
        say(f"generated {path.name} in {usage.wall:.1f} s")
    return path
