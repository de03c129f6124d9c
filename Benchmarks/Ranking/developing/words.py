"""Words, as `bsearch segment` cuts them."""

import subprocess
from bisect import bisect_right
from pathlib import Path

#: How many bytes are cut at once: less than Linux lets an argument have (128 KiB).
BATCH = 100_000


def cut(texts: list[str], bsearch: Path) -> list[list[str]]:
    """The words of every text in their order, folded; of what marks join, the parts."""
    words: list[list[str]] = [[] for _ in texts]
    start = 0
    while start < len(texts):
        end, size, offsets = start, 0, []
        pieces: list[bytes] = []
        while end < len(texts) and (end == start or size + 3 * len(texts[end]) < BATCH):
            piece = plain(texts[end]).encode()[: BATCH - 1]
            offsets.append(size)
            pieces.append(piece)
            size += len(piece) + 1
            end += 1
        for place, word in lines(b"\n".join(pieces), bsearch):
            words[start + bisect_right(offsets, place) - 1].append(word)
        start = end
    return words


def plain(text: str) -> str:
    """One line, without what no argument can have."""
    return " ".join(text.replace("\0", " ").split())


def lines(text: bytes, bsearch: Path) -> list[tuple[int, str]]:
    if not text.strip():
        return []
    said = subprocess.run(
        # A blank before the text, so that it is no option.
        [bsearch, "segment", b" " + text], capture_output=True, check=False
    ).stdout.decode(errors="replace")
    cells = (line.split("\t") for line in said.splitlines())
    return [(int(cell[0].split("–")[0]) - 1, cell[3]) for cell in cells if len(cell) > 4 and cell[4] != "compound"]
