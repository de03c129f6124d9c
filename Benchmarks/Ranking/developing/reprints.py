"""Which articles are the same: by their titles, or by most of their text."""

from collections import Counter, defaultdict
from zlib import crc32

from developing.collection import SEPARATORS, Article

#: The length of the runs of characters by which texts are compared.
RUN = 8
#: One run of so many is kept, by its checksum, so that the same runs are kept of all texts.
KEPT = 16
#: The share of the kept runs of both texts together that reprints have in common.
COMMON = 0.6


class Reprints:
    """Groups of articles that are the same."""

    def __init__(self, articles: list[Article]) -> None:
        self._by_title: dict[str, list[str]] = defaultdict(list)
        self._runs: dict[str, set[int]] = {}
        self._with_run: dict[int, list[str]] = defaultdict(list)
        for article in articles:
            if article.key:
                self._by_title[article.key].append(article.id)
            self._runs[article.id] = kept_runs(article.body)
            for run in self._runs[article.id]:
                self._with_run[run].append(article.id)

    def of(self, article: Article) -> list[str]:
        """The article, those with its title, and those with most of its text."""
        same = set(self._by_title[article.key]) | {article.id}
        runs = self._runs[article.id]
        shared = Counter(other for run in runs for other in self._with_run[run])
        for other, count in shared.items():
            if count >= COMMON * (len(runs) + len(self._runs[other]) - count):
                same.add(other)
        return sorted(same)


def kept_runs(text: str) -> set[int]:
    plain = SEPARATORS.sub("", text)
    sums = (crc32(plain[start : start + RUN].encode()) for start in range(len(plain) - RUN + 1))
    return {checksum for checksum in sums if checksum % KEPT == 0}
