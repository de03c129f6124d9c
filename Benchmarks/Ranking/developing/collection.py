"""Articles of folders of issues and of files of JSON lines, and the folders of a test collection."""

import json
import random
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

#: What is no character of a word: two titles that differ in nothing else are one.
SEPARATORS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Article:
    id: str
    title: str
    body: str
    #: What the editors filed its issue under, in the front matter.
    tags: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What the titles of reprints have in common."""
        return SEPARATORS.sub("", self.title).lower()

    def untitled(self) -> dict[str, str]:
        """The document: without its title, and without a first line that repeats it."""
        first, _, rest = self.body.partition("\n")
        body = rest if SEPARATORS.sub("", first).lower() == self.key else self.body
        return {"id": self.id, "title": "", "body": body}


@dataclass
class Topic:
    """A query and what answers it: grades from 1 to 3 by document."""

    text: str
    grades: dict[str, int] = field(default_factory=dict)


def articles(source: Path, bsearch: Path) -> Iterator[Article]:
    """The articles of a folder of issues as `bsearch parse` reads them, or the documents of a file of JSON lines."""
    if source.is_file():
        with source.open(encoding="utf-8") as lines:
            for line in lines:
                document = json.loads(line)
                body = document.get("body") or document.get("text") or ""
                yield Article(document["id"], document.get("title") or "", body)
        return
    files = sorted(path for path in source.rglob("*") if path.suffix in {".md", ".mdx", ".txt", ".html"})
    for number, path in enumerate(files):
        # What cannot be read as an issue is no part of the collection; bsearch says why.
        parsed = subprocess.run([bsearch, "parse", "--json", path], capture_output=True, check=False)
        if parsed.returncode != 0:
            continue
        tags = front_matter_tags(path.read_text(encoding="utf-8", errors="replace"))
        for place, article in enumerate(json.loads(parsed.stdout)["file"]["issue"]["articles"]):
            yield Article(
                f"{source.name}-{number:04}-{place:03}",
                article.get("title") or "",
                "\n".join(article["paragraphs"]),
                tags,
            )


def front_matter_tags(text: str) -> tuple[str, ...]:
    """The tags and categories of front matter, in either form of a YAML list."""
    front = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    tags: list[str] = []
    for _, flow, block in re.findall(
        r"^(tags|categories):[ ]*(?:\[(.*)\])?[ ]*\n?((?:[ ]+- .*\n?)*)", front[1] if front else "", re.MULTILINE
    ):
        tags += flow.split(",") + [line.strip()[2:] for line in block.splitlines()]
    return tuple(dict.fromkeys(tag for tag in (tag.strip(" \"'") for tag in tags) if tag))


def write_documents(folder: Path, documents: Iterable[dict[str, str]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "corpus.jsonl").open("w", encoding="utf-8") as out:
        for document in documents:
            out.write(json.dumps(document, ensure_ascii=False) + "\n")


def write_topics(folder: Path, kind: str, topics: list[Topic], random_: random.Random) -> None:
    """Two thirds of the topics, drawn by chance, beside the documents, and one third below `unseen`."""
    drawn = set(random_.sample(range(len(topics)), len(topics) // 3))
    for part, target in ((False, folder), (True, folder / "unseen")):
        target.mkdir(parents=True, exist_ok=True)
        with (
            (target / f"{kind}.queries.tsv").open("w", encoding="utf-8") as queries,
            (target / f"{kind}.qrels.tsv").open("w", encoding="utf-8") as judgements,
        ):
            for number, topic in enumerate(topics):
                if (number in drawn) != part:
                    continue
                queries.write(f"{kind}{number:04}\t{topic.text}\n")
                for document, grade in sorted(topic.grades.items()):
                    judgements.write(f"{kind}{number:04}\t{document}\t{grade}\n")
