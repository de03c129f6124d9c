"""What `bsearch` says of a file and of a folder."""

import json
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Article:
    title: str
    authors: frozenset[str]
    section: str | None
    first_line: int


@dataclass(frozen=True)
class Parsed:
    """A file as it is read by itself."""

    articles: list[Article]
    joins: frozenset[tuple[int, int]]


@dataclass(frozen=True)
class Issue:
    """An issue as the index of its folder has it."""

    name: str | None
    number: int | None
    total: int | None
    date: str | None
    article_count: int


class Product:
    """The command, which runs in the folder of all publishers. Errors: CalledProcessError when it fails."""

    def __init__(self, executable: Path, publishers: Path) -> None:
        self._executable = executable.resolve()
        self._publishers = publishers

    def parse(self, file: str) -> Parsed:
        issue = self._run("parse", "--json", file)["file"]["issue"]
        return Parsed(
            articles=[
                Article(
                    title=article.get("title") or "",
                    authors=frozenset(article["authors"]),
                    section=article.get("section"),
                    first_line=article["lines"][0],
                )
                for article in issue["articles"]
            ],
            joins=frozenset(
                (join["firstLine"], join["secondLine"]) for article in issue["articles"] for join in article["joins"]
            ),
        )

    def issues(self, publisher: str) -> dict[str, Issue]:
        """The issues of a publisher's folder, by the paths of their files, which begin with the folder's name."""
        with tempfile.TemporaryDirectory() as work:
            index = Path(work, "index")
            self._command("index", publisher, "--index", index)
            listed = self._run("issues", "--json", "--index", index)["issues"]
        return {
            issue["path"]: Issue(
                name=issue.get("bulletin"),
                number=issue.get("number"),
                total=issue.get("total"),
                date=issue.get("date"),
                article_count=issue["articleCount"],
            )
            for issue in listed
        }

    def _run(self, *arguments: str | Path) -> Any:
        return json.loads(self._command(*arguments))

    def _command(self, *arguments: str | Path) -> bytes:
        command = [self._executable, *arguments]
        return subprocess.run(command, cwd=self._publishers, check=True, capture_output=True).stdout
