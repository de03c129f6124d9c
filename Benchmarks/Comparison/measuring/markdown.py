"""Tables, and the marked parts of a document that scripts fill in."""

import datetime
from pathlib import Path


def table(head, rows):
    """A table whose first column is text and whose others are figures."""
    lines = [head, ["---"] + ["---:"] * (len(head) - 1)] + rows
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def fill(document, name, text):
    """Replaces what stands between the marks of a part; a document without them is an error."""
    path = Path(document)
    begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
    before, found, rest = path.read_text().partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"{path} has no part {name}")
    path.write_text(f"{before}{begin}\n\n{text.strip()}\n\n{end}{after}")


def today():
    return datetime.date.today().isoformat()
