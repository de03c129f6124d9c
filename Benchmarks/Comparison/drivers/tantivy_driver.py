"""tantivy, by its package for Python."""

import os

import tantivy
import timing
from tantivy import Occur, Query, TextAnalyzerBuilder, Tokenizer

HEAP_SIZE = 1_000_000_000
FIELD = "body"
# Segments need not keep the order of the documents.
NUMBER = "number"
RECORDS = {"plain": "freq", "positions": "position"}


def build(tokens, index, variant):
    os.makedirs(index)
    opened = _open(index, variant)
    writer = opened.writer(heap_size=HEAP_SIZE, num_threads=1)
    for number, line in enumerate(timing.lines(tokens)):
        document = tantivy.Document()
        document.add_unsigned(NUMBER, number)
        document.add_text(FIELD, line)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def answers(index, mode, limit):
    opened = _open(index, "positions")
    opened.reload()
    searcher = opened.searcher()
    schema = opened.schema

    def parsed(text):
        words = text.split()
        if mode == "phrase":
            return Query.phrase_query(schema, FIELD, words)
        terms = [Query.term_query(schema, FIELD, word, "freq") for word in words]
        if len(terms) == 1:
            return terms[0]
        occur = Occur.Must if mode == "and" else Occur.Should
        return Query.boolean_query([(occur, term) for term in terms])

    def count(text):
        # The package counts only beside a search; a constant score spares it the ranking.
        return searcher.search(Query.const_score_query(parsed(text), 1.0), 1, True).count

    def search(text):
        return searcher.search(parsed(text), limit, False).hits

    def show(hits):
        addresses = [address for _, address in hits]
        return -1, searcher.fast_field_values(NUMBER, addresses) if addresses else []

    return (search, show) if limit else (count, lambda found: (found, []))


def _open(index, variant):
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(
        FIELD, stored=False, tokenizer_name="spaces", index_option=RECORDS[variant]
    )
    builder.add_unsigned_field(NUMBER, fast=True)
    opened = tantivy.Index(builder.build(), path=index)
    opened.register_tokenizer("spaces", TextAnalyzerBuilder(Tokenizer.whitespace()).build())
    return opened


if __name__ == "__main__":
    import sys

    timing.main(sys.modules[__name__])
