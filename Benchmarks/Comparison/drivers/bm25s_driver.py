"""bm25s, which keeps the score of every posting: unions alone, without positions and counts."""

import sys

import bm25s
import timing


def build(tokens, index, variant):
    if variant != "plain":
        sys.exit("bm25s has no positions")
    documents = [line.split() for line in timing.lines(tokens)]
    retriever = bm25s.BM25(method="lucene", k1=1.2, b=0.75, backend="numba")
    retriever.index(documents, show_progress=False)
    retriever.save(index, show_progress=False)


def answers(index, mode, limit):
    if mode not in ("term", "or") or limit == 0:
        sys.exit("bm25s only ranks unions")
    retriever = bm25s.BM25.load(index, mmap=True, load_vocab=True)
    retriever.backend = "numba"

    def search(text):
        return retriever.retrieve(
            [text.split()], k=limit, n_threads=1, show_progress=False, backend_selection="numba"
        )

    def show(found):
        ranked = zip(found.documents[0].tolist(), found.scores[0].tolist())
        return -1, [document for document, score in ranked if score > 0]

    return search, show


if __name__ == "__main__":
    timing.main(sys.modules[__name__])
