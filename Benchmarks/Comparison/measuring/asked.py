"""What users ask, drawn from the documents that are asked."""

import json
import random
import re
from dataclasses import dataclass

from measuring.queries import QueryClass, QueryDrawing

SAMPLE_SIZE = 4_000
# Titles that are typed; shorter ones are words.
TITLE_LENGTHS = range(8, 31)
# How many documents are shown, and how many queries are drawn to find one that has so many.
SHOWN = 10
DRAWN_FOR_EACH = 8
RARE_CHARACTERS = "龘靐齉爩鱻麤灪籲虋驫鸞讟"


@dataclass(frozen=True)
class Asked:
    """A kind of query."""

    name: str
    # What the drivers do with it.
    kind: str
    drawn: QueryClass | None = None
    quotes: bool = False

    def typed(self, text):
        """What is typed into the command."""
        return f'"{text}"' if self.quotes else text


CLASSES = [
    Asked("one rare word", "run", QueryClass("term", "rare")),
    Asked("one middling word", "run", QueryClass("term", "middling")),
    Asked("one frequent word", "run", QueryClass("term", "frequent")),
    Asked("two words", "words", QueryClass("and", "2")),
    Asked("three words", "words", QueryClass("and", "3")),
    Asked("a run of 4 to 8 characters", "run"),
    Asked("a run in quotes", "run", quotes=True),
    Asked("a title", "question"),
    Asked("a question", "question"),
    Asked("nothing found", "run"),
]


class Drawing:
    """Draws queries, the same for the same corpus and seed.

    Words and runs are such that there are ten documents to show: else an engine that also shows what matches less exactly, as ours,
    would have more to do than others.
    """

    def __init__(self, corpus, tokens, questions, seed):
        self.tokens = tokens
        self.words = QueryDrawing(tokens, seed)
        self.random = random.Random(seed)
        self.questions = []
        if questions:
            lines = questions.read_text(encoding="utf-8").splitlines()
            self.questions = [line.split("\t", 1)[-1].strip() for line in lines if line.strip()]
        with open(corpus, encoding="utf-8") as file:
            documents = [json.loads(line) for line in file]
        self.texts = [document.get("body", "").lower() for document in documents]
        self.documents = self.random.sample(documents, min(SAMPLE_SIZE, len(documents)))
        self.runs = []

    def queries(self, asked, count):
        if asked.drawn and asked.kind == "words":
            drawn = self.words.queries(asked.drawn, DRAWN_FOR_EACH * count)
            return self._frequent(drawn)[:count]
        if asked.drawn:
            drawn = self.words.queries(asked.drawn, DRAWN_FOR_EACH * count)
            return [word for word in drawn if self.words.frequencies[word] >= SHOWN][:count]
        match asked.name:
            case "a title":
                titles = [document.get("title", "").strip() for document in self.documents]
                return [title for title in titles if len(title) in TITLE_LENGTHS][:count]
            case "a question":
                return self.questions[:count]
            case "nothing found":
                return ["".join(self.random.sample(RARE_CHARACTERS, 2)) for _ in range(count)]
            case _:
                while len(self.runs) < count:
                    run = self._run()
                    if self._is_frequent(run) and run not in self.runs:
                        self.runs.append(run)
                return self.runs[:count]

    def _run(self):
        """Words of a document that stand side by side, of Han characters."""
        while True:
            words = self.random.choice(self.words.documents)
            start = self.random.randrange(len(words) - 3)
            run = "".join(words[start : start + self.random.randint(2, 3)])
            if re.fullmatch("[\u4e00-\u9fff]{4,8}", run):
                return run

    def _is_frequent(self, run):
        """Whether enough documents have a run of characters."""
        found = 0
        for text in self.texts:
            found += run in text
            if found == SHOWN:
                return True
        return False

    def _frequent(self, queries):
        """Those whose words are together in enough documents."""
        wanted = {word for query in queries for word in query.split()}
        places = {word: set() for word in wanted}
        with open(self.tokens, encoding="utf-8") as file:
            for number, line in enumerate(file):
                for word in wanted.intersection(line.split()):
                    places[word].add(number)
        return [
            query
            for query in queries
            if len(set.intersection(*(places[word] for word in query.split()))) >= SHOWN
        ]
