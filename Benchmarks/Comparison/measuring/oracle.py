"""The right answers, by looking at all documents: slow, and short enough to be seen to be right."""

import math
from collections import Counter

K1 = 1.2
B = 0.75
# Engines add up in single precision, so that scores which agree so far are the same.
TOLERANCE = 1e-5


class Oracle:
    """Documents and scores of queries over a file of words."""

    def __init__(self, tokens_path, queries):
        wanted = {word for query in queries for word in query.split()}
        self.frequencies = {word: {} for word in wanted}
        self.lengths = []
        self.lines = []
        with open(tokens_path, encoding="utf-8") as file:
            for number, line in enumerate(file):
                words = line.split()
                self.lengths.append(len(words))
                self.lines.append(line.rstrip("\n").encode())
                for word, frequency in Counter(filter(wanted.__contains__, words)).items():
                    self.frequencies[word][number] = frequency
        self.average = sum(self.lengths) / len(self.lengths)

    def scores(self, query, mode):
        """The score of each document that matches, by BM25."""
        words = query.split()
        postings = [self.frequencies[word] for word in dict.fromkeys(words)]
        if mode in ("and", "phrase"):
            matches = set(postings[0]).intersection(*postings[1:])
        else:
            matches = set().union(*postings)
        if mode == "phrase":
            phrase = f" {query} ".encode()
            matches = {number for number in matches if phrase in b" " + self.lines[number] + b" "}
        return {number: self._score(postings, number) for number in matches}

    def _score(self, postings, number):
        norm = K1 * (1 - B + B * self.lengths[number] / self.average)
        total = 0.0
        for frequencies in postings:
            frequency = frequencies.get(number)
            if frequency:
                without = len(self.lengths) - len(frequencies)
                rarity = math.log(1 + (without + 0.5) / (len(frequencies) + 0.5))
                total += rarity * frequency / (frequency + norm)
        return total


class Expected:
    """What the answer to one query has to be."""

    def __init__(self, scores, limit):
        self.count = len(scores)
        self.scores = scores
        best = sorted(scores.values(), reverse=True)[:limit]
        self.threshold = best[-1] * (1 - TOLERANCE) if best else 0
        self.size = len(best)

    def good(self, documents):
        """How many of these documents are among the best; any of equal score is as good."""
        return sum(1 for number in documents if self.scores.get(number, -1) >= self.threshold)
