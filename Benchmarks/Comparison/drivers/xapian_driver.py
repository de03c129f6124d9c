"""Xapian, by its package for Python."""

import sys

import timing
import xapian

# Xapian takes no longer terms.
LONGEST_TERM = 240


def build(tokens, index, variant):
    database = xapian.WritableDatabase(index, xapian.DB_CREATE_OR_OVERWRITE)
    for line in timing.lines(tokens):
        document = xapian.Document()
        add = document.add_posting if variant == "positions" else _without_position(document)
        for position, word in enumerate(line.encode().split(), 1):
            add(word[:LONGEST_TERM], position)
        database.add_document(document)
    database.commit()
    database.close()


def _without_position(document):
    return lambda word, _: document.add_term(word)


def answers(index, mode, limit):
    database = xapian.Database(index)
    operator = {
        "term": xapian.Query.OP_OR,
        "or": xapian.Query.OP_OR,
        "and": xapian.Query.OP_AND,
        "phrase": xapian.Query.OP_PHRASE,
    }[mode]
    everything = database.get_doccount()

    def enquiry(text):
        enquire = xapian.Enquire(database)
        enquire.set_query(xapian.Query(operator, [word.encode() for word in text.split()]))
        return enquire

    def count(text):
        enquire = enquiry(text)
        enquire.set_weighting_scheme(xapian.BoolWeight())
        enquire.set_docid_order(xapian.Enquire.DONT_CARE)
        # What is said to be an estimate is exact if all documents are to be looked at.
        return enquire.get_mset(0, 0, everything).get_matches_estimated()

    def search(text):
        enquire = enquiry(text)
        enquire.set_weighting_scheme(xapian.BM25Weight(1.2, 0, 1, 0.75, 0))
        return enquire.get_mset(0, limit)

    if limit:
        # Xapian counts documents from 1.
        return search, lambda found: (-1, [match.docid - 1 for match in found])
    return count, lambda found: (found, [])


if __name__ == "__main__":
    timing.main(sys.modules[__name__])
