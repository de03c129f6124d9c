"""Folders of issues, which an index can follow."""

import json
import shutil
from pathlib import Path

ARTICLES = 20


def from_json_lines(source, count):
    """Issues of as many articles each, in Markdown, of the first documents of a file; a last short one as well."""
    issues, articles = [], []
    with open(source, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number == count:
                break
            document = json.loads(line)
            articles.append(_article(document["title"], document["body"]))
            if len(articles) == ARTICLES:
                issues.append(_issue(len(issues), articles))
                articles = []
    if articles:
        issues.append(_issue(len(issues), articles))
    return issues


def from_folder(source):
    """The files of a folder and its folders."""
    files = sorted(path for path in Path(source).rglob("*") if path.is_file())
    return [(f"{number:06}-{path.name}", path.read_bytes()) for number, path in enumerate(files)]


def write(issues, folder):
    """Writes issues, and nothing else, to a folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in issues:
        (folder / name).write_bytes(content)


def _issue(number, articles):
    head = f"# 云岭简报 2024年第{number + 1}期\n"
    return f"{number:06}.md", "\n".join([head, *articles]).encode()


def _article(title, body):
    return f"## {_plain(title)}\n\n{_plain(body)}\n"


def _plain(text):
    """Without what would begin another article."""
    return "\n\n".join(line.lstrip("#> \t") for line in text.splitlines())
