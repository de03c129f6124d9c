"""SQLite's FTS5, by Python's own module, with no text kept.

Its tokenizer takes everything but a space as part of a word and folds case, so words have to be in
lower case. Without positions it keeps no frequencies either (`detail=none`), which no other engine does.
"""

import os
import sqlite3
import sys

import timing

FILE = "fts.db"
TOKENIZER = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Z* C*' separators ' '"
DETAILS = {"plain": "none", "positions": "full"}
CACHE = "PRAGMA cache_size = -262144"


def build(tokens, index, variant):
    os.makedirs(index)
    connection = sqlite3.connect(os.path.join(index, FILE), isolation_level=None)
    for pragma in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", CACHE):
        connection.execute(pragma)
    connection.execute(
        f"CREATE VIRTUAL TABLE texts USING fts5(body, content='', detail={DETAILS[variant]}, "
        f'tokenize="{TOKENIZER}")'
    )
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO texts(rowid, body) VALUES (?, ?)", enumerate(timing.lines(tokens))
    )
    connection.execute("COMMIT")
    connection.execute("INSERT INTO texts(texts) VALUES ('optimize')")
    connection.execute("VACUUM")
    connection.close()


def answers(index, mode, limit):
    connection = sqlite3.connect(f"file:{os.path.join(index, FILE)}?mode=ro", uri=True)
    connection.execute("PRAGMA mmap_size = 8000000000")
    connection.execute(CACHE)

    def parsed(text):
        words = [word.replace('"', '""') for word in text.split()]
        if mode == "phrase":
            return f'"{" ".join(words)}"'
        operator = " AND " if mode == "and" else " OR "
        return operator.join(f'"{word}"' for word in words)

    def count(text):
        sql = "SELECT count(*) FROM texts WHERE texts MATCH ?"
        return connection.execute(sql, (parsed(text),)).fetchone()[0]

    def search(text):
        sql = "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?"
        return connection.execute(sql, (parsed(text), limit)).fetchall()

    if limit:
        return search, lambda rows: (-1, [row[0] for row in rows])
    return count, lambda found: (found, [])


if __name__ == "__main__":
    timing.main(sys.modules[__name__])
