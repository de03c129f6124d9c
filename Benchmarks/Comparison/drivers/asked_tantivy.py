"""tantivy with the words of jieba, its highlighter, and counts; texts are stored."""

import os
import sys

import rjieba
import tantivy
from tantivy import Occur, Query, SnippetGenerator, TextAnalyzerBuilder, Tokenizer

import asked

FIELD = "body"
PASSAGE_LENGTH = 100
HEAP = 1_000_000_000


def _words(text):
    """Words in search mode, as jieba's users index them, with a space between."""
    return [word for word in rjieba.cut(text.lower(), True) if word.strip()]


def _schema():
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(FIELD, stored=True, tokenizer_name="spaces", index_option="position")
    return builder.build()


def _register(index):
    index.register_tokenizer("spaces", TextAnalyzerBuilder(Tokenizer.whitespace()).build())


def build(documents, path):
    os.makedirs(path)
    index = tantivy.Index(_schema(), path=path)
    _register(index)
    writer = index.writer(heap_size=HEAP, num_threads=1)
    for text in documents:
        document = tantivy.Document()
        document.add_text(FIELD, " ".join(_words(text)))
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def asker(path, kind, limit):
    schema = _schema()
    index = tantivy.Index(schema, path=path)
    _register(index)
    index.reload()
    searcher = index.searcher()

    def parsed(text):
        words = [word for word in _words(text) if word[0].isalnum()]
        terms = [Query.term_query(schema, FIELD, word) for word in words]
        if len(terms) == 1:
            return terms[0]
        if kind == "run" and words:
            return Query.phrase_query(schema, FIELD, words)
        occur = Occur.Should if kind == "question" else Occur.Must
        return Query.boolean_query([(occur, term) for term in terms])

    def ask(text):
        query = parsed(text)
        found = searcher.search(query, max(limit, 1), True)
        if limit == 0:
            return found.count, []
        generator = SnippetGenerator.create(searcher, query, schema, FIELD)
        generator.set_max_num_chars(PASSAGE_LENGTH)
        return found.count, [
            generator.snippet_from_doc(searcher.doc(address)).to_html() for _, address in found.hits
        ]

    return ask


if __name__ == "__main__":
    asked.main(sys.modules[__name__])
