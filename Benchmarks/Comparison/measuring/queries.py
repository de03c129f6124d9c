"""Queries of all classes, drawn from the documents that they are asked of."""

import random
from collections import Counter
from dataclasses import dataclass

# A word is rare if it is in less than this share of the documents, and frequent from the other on.
RARE_BELOW = 0.002
FREQUENT_FROM = 0.02
# Words of fewer documents are mostly misspellings and names.
FEWEST_DOCUMENTS = 3
# So many documents are queries drawn from, all over the corpus.
SAMPLE_SIZE = 4_000
SHORTEST_DOCUMENT = 24
# The first words of a document are those of its title.
TITLE_LENGTH = 8
# How often a word of a query is to be rare, middling or frequent.
BANDS = (0, 1, 1, 2)
# A class is given up after so many attempts in vain for each query.
ATTEMPTS = 200


@dataclass(frozen=True)
class QueryClass:
    """A kind of query: what its words have to do, and how they are drawn."""

    mode: str
    kind: str

    @property
    def name(self):
        return f"{self.mode}-{self.kind}"

    @property
    def is_counted(self):
        return self.mode != "term"


CLASSES = [
    QueryClass(mode, kind)
    for mode, kinds in {
        "term": ("rare", "middling", "frequent"),
        "and": ("2", "3", "frequent", "title"),
        "or": ("2", "3", "5", "frequent", "title", "question"),
        "phrase": ("2", "3", "frequent", "title"),
    }.items()
    for kind in kinds
]


class QueryDrawing:
    """Draws queries from a file of words, the same for the same file and seed."""

    def __init__(self, tokens_path, seed):
        self.random = random.Random(seed)
        self.frequencies = Counter()
        lines = []
        with open(tokens_path, encoding="utf-8") as file:
            for number, line in enumerate(file):
                words = line.split()
                self.frequencies.update(set(words))
                self._sample(lines, number, words)
        self.document_count = number + 1
        self.documents = [words for words in lines if len(words) >= SHORTEST_DOCUMENT]

    def _sample(self, lines, number, words):
        """Keeps any document with the same probability."""
        if number < SAMPLE_SIZE:
            lines.append(words)
        else:
            place = self.random.randrange(number + 1)
            if place < SAMPLE_SIZE:
                lines[place] = words

    def queries(self, query_class, count):
        """Different queries, as many as there are up to a number."""
        if query_class.mode == "term":
            return self._terms(query_class.kind, count)
        found = {}
        for _ in range(count * ATTEMPTS):
            if len(found) == count:
                break
            words = self._draw(query_class)
            if words:
                found[" ".join(words)] = None
        return list(found)

    def _terms(self, kind, count):
        band = ("rare", "middling", "frequent").index(kind)
        words = sorted(
            word
            for word, frequency in self.frequencies.items()
            if frequency >= FEWEST_DOCUMENTS and self._band(word) == band
        )
        return self.random.sample(words, min(count, len(words)))

    def _draw(self, query_class):
        words = self.random.choice(self.documents)
        if query_class.mode == "phrase":
            return self._phrase(words, query_class.kind)
        match query_class.kind:
            case "frequent":
                frequent = sorted({word for word in words if self._band(word) == 2})
                count = self.random.randint(2, 3 if query_class.mode == "and" else 5)
                return self.random.sample(frequent, count) if len(frequent) >= count else None
            case "title":
                distinct = list(dict.fromkeys(words[:TITLE_LENGTH]))
                count = self.random.randint(3, 5)
                return distinct[:count] if len(distinct) >= count else None
            case "question":
                return self._mixed(words, self.random.randint(4, 12))
            case number:
                return self._mixed(words, int(number))

    def _mixed(self, words, count):
        """Different words of a document, of all bands."""
        chosen = []
        for _ in range(12 * count):
            word = self.random.choice(words)
            if self._band(word) == self.random.choice(BANDS) and word not in chosen:
                chosen.append(word)
            if len(chosen) == count:
                return chosen
        return None

    def _phrase(self, words, kind):
        """Words of a document that stand side by side."""
        match kind:
            case "title":
                return words[: self.random.randint(2, 4)]
            case "frequent":
                start = self.random.randrange(len(words) - 1)
                pair = words[start : start + 2]
                return pair if all(self._band(word) == 2 for word in pair) else None
            case number:
                start = self.random.randrange(len(words) - int(number))
                return words[start : start + int(number)]

    def _band(self, word):
        share = self.frequencies[word] / self.document_count
        return 0 if share < RARE_BELOW else 1 if share < FREQUENT_FROM else 2
