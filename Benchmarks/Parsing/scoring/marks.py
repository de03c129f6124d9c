"""What a reader found in an issue, read from the marks and the marked file.

Marks hold no text of the issues: a title or an author is a line and a range of characters in it, and is looked up in
the file. README.md describes the form.
"""

import hashlib
import html
import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_IMAGE_OR_LINK = re.compile(r"""!?\[([^\[\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)""")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_LINE_MARK = re.compile(r"\s*(?:#{1,6}\s+|[-*+]\s+|>\s*)+")


def visible(line: str) -> str:
    """A line of Markdown as it is shown: links and images as their text, without marks, tags and entities."""
    text = _LINE_MARK.sub("", line, count=1) if _LINE_MARK.match(line) else line
    text = _IMAGE_OR_LINK.sub(r"\1", text)
    return html.unescape(_TAG.sub("", text)).replace("*", "").replace("`", "")


def folded(text: str) -> str:
    """A title or a name as it is compared: without white space, and without a colon that ends it."""
    return "".join(text.split()).replace("\u200b", "").rstrip("：:")


@dataclass(frozen=True)
class ArticleMarks:
    """An article, with everything that may be said of it; all texts but those of authors are folded."""

    line: int
    starts: range
    """The lines on which it may begin: from its title to the first line of its text."""
    titles: frozenset[str]
    sections: frozenset[str | None]
    authors: frozenset[str]
    possible_authors: frozenset[str]
    """Who may stand as an author besides, but need not."""
    is_optional: bool


Reading = list[ArticleMarks]


@dataclass
class IssueMarks:
    """An issue. Where a reader could divide it in several ways, it has several readings."""

    file: str
    names: frozenset[str]
    is_named: bool
    number: int | None
    date: str | None
    joins: frozenset[tuple[int, int]]
    readings: list[Reading] = field(default_factory=list)

    @property
    def publisher(self) -> str:
        return self.file.split("/", 1)[0]


class FileMissing(Exception):
    """The marked file is not in the folder."""


class FileChanged(Exception):
    """The file is not the one that was marked."""


def load(path: Path, publishers: Path) -> IssueMarks:
    """The marks of one issue, with the texts they point at. Errors: FileMissing, FileChanged."""
    marks = json.loads(path.read_text(encoding="utf-8"))
    try:
        data = (publishers / marks["file"]).read_bytes()
    except OSError as error:
        raise FileMissing(marks["file"]) from error
    if hashlib.sha256(data).hexdigest() != marks["sha256"]:
        raise FileChanged(marks["file"])
    source = _Source(data.decode("utf-8").split("\n"))
    choices = [
        [[source.article(mark) for mark in reading] for reading in entry["either"]]
        if "either" in entry
        else [[source.article(entry)]]
        for entry in marks["articles"]
    ]
    name, number, date = marks["name"], marks["number"], marks["date"]
    own = [name["value"]] if name["value"] is not None else []
    return IssueMarks(
        file=marks["file"],
        names=frozenset(folded(text) for text in own + name.get("accept", [])),
        is_named=bool(own),
        number=number and number["value"],
        date=date and date["value"],
        joins=frozenset((first, second) for first, second in marks["joins"]),
        readings=list(_combined(choices)),
    )


def _combined(choices: list[list[Reading]]) -> Iterator[Reading]:
    for chosen in itertools.product(*choices):
        yield [article for part in chosen for article in part]


class _Source:
    """The lines of a marked file; numbers of lines begin with 1."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._front_matter = 0
        if lines[0].strip() == "---":
            self._front_matter = next(n for n, line in enumerate(lines[1:], 2) if line.strip() == "---")

    def article(self, mark: dict[str, Any]) -> ArticleMarks:
        first, last = mark["lines"]
        sections = mark["section_line"]
        authors = frozenset(self._name(place) for place in mark.get("authors", []))
        possible = frozenset(self._name(place) for place in mark.get("may_have_authors", []))
        return ArticleMarks(
            line=first,
            starts=range(first, self._text_after(last) + 1),
            titles=frozenset(self._titles(first, last, mark.get("titles"))),
            sections=frozenset(
                None if line is None else folded(visible(self._lines[line - 1]))
                for line in (sections if isinstance(sections, list) else [sections])
            ),
            authors=authors,
            possible_authors=possible,
            is_optional=mark.get("optional", False),
        )

    def _titles(self, first: int, last: int, ranges: list[list[int]] | None) -> Iterator[str]:
        raw = " ".join(self._lines[first - 1 : last])
        for start, end in ranges or [[0, len(raw)]]:
            yield folded(visible(raw[start:end]))

    def _text_after(self, line: int) -> int:
        """The first line behind a title that has something on it; the title itself at the end of the file."""
        begin = max(line, self._front_matter)
        for number, text in enumerate(self._lines[begin:], begin + 1):
            if text.strip():
                return number
        return line

    def _name(self, place: dict[str, Any]) -> str:
        line: int = place["line"]
        start, end = place["span"]
        return self._lines[line - 1][start:end]
