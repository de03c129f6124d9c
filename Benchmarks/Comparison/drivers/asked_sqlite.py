"""SQLite's FTS5 with its trigram tokenizer and snippet(); texts are stored.

It finds nothing of fewer than three characters, and a question's words have no spaces between: for such queries it
has no answer.
"""

import os
import sqlite3
import sys

import asked

FILE = "fts.db"
SHORTEST = 3
PASSAGE_TOKENS = 40


def build(documents, path):
    os.makedirs(path)
    connection = sqlite3.connect(os.path.join(path, FILE))
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5(body, tokenize='trigram')")
    connection.executemany("INSERT INTO texts VALUES (?)", ((text,) for text in documents))
    connection.commit()
    connection.execute("INSERT INTO texts(texts) VALUES ('optimize')")
    connection.commit()


def asker(path, kind, limit):
    connection = sqlite3.connect(f"file:{os.path.join(path, FILE)}?mode=ro", uri=True)
    connection.execute("PRAGMA mmap_size = 8000000000")
    count = "SELECT count(*) FROM texts WHERE texts MATCH ?"
    search = (
        f"SELECT snippet(texts, 0, '[', ']', '…', {PASSAGE_TOKENS}) FROM texts WHERE texts MATCH ? "
        "ORDER BY rank LIMIT ?"
    )

    def ask(text):
        parts = text.split() if kind == "words" else [text]
        if kind == "question" or any(len(part) < SHORTEST for part in parts):
            return -1, []
        quoted = [part.replace('"', '""') for part in parts]
        match = " ".join(f'"{part}"' for part in quoted)
        total = connection.execute(count, (match,)).fetchone()[0]
        if limit == 0:
            return total, []
        return total, [row[0] for row in connection.execute(search, (match, limit))]

    return ask


if __name__ == "__main__":
    asked.main(sys.modules[__name__])
