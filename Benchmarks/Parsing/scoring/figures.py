"""How far what `bsearch` says agrees with the marks."""

from dataclasses import dataclass, field, fields

from .marks import ArticleMarks, IssueMarks, Reading, folded
from .product import Article, Issue, Parsed


@dataclass
class Figures:
    """Counts over one issue or several."""

    issues: int = 0
    names: int = 0
    numbers: int = 0
    numbers_invented: int = 0
    dates: int = 0
    titles_marked: int = 0
    titles_found: int = 0
    titles_right: int = 0
    sections_right: int = 0
    signed: int = 0
    signed_right: int = 0
    authors_invented: int = 0
    joins_wrong: int = 0
    joins_missed: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(Figures)))

    @property
    def precision(self) -> float:
        return self.titles_right / self.titles_found if self.titles_found else float(not self.titles_marked)

    @property
    def recall(self) -> float:
        return self.titles_right / self.titles_marked if self.titles_marked else 1.0

    @property
    def f1(self) -> float:
        both = self.titles_found + self.titles_marked
        return 2 * self.titles_right / both if both else 1.0


@dataclass
class Score:
    """The figures of one issue, and what differs in it."""

    figures: Figures
    differences: list[str] = field(default_factory=list)


@dataclass
class _Matching:
    """Which article found is which one marked, under one reading."""

    pairs: list[tuple[Article, ArticleMarks]]
    missed: list[ArticleMarks]
    wrong: list[Article]

    @property
    def right(self) -> int:
        return sum(not mark.is_optional for _, mark in self.pairs)

    @property
    def f1(self) -> float:
        both = 2 * self.right + len(self.missed) + len(self.wrong)
        return 2 * self.right / both if both else 1.0


def score(marks: IssueMarks, parsed: Parsed, issue: Issue | None) -> Score:
    """Compares an issue with its marks, under that reading of them which agrees best with it."""
    matching = max((_matched(reading, parsed.articles) for reading in marks.readings), key=lambda each: each.f1)
    result = Score(
        Figures(
            issues=1,
            titles_marked=matching.right + len(matching.missed),
            titles_found=matching.right + len(matching.wrong),
            titles_right=matching.right,
            joins_wrong=len(parsed.joins - marks.joins),
            joins_missed=len(marks.joins - parsed.joins),
        )
    )
    result.differences += [f"line {mark.line}: no article with this title" for mark in matching.missed]
    result.differences += [f"line {extra.first_line}: article too much: {extra.title}" for extra in matching.wrong]
    for first, second in sorted(parsed.joins - marks.joins):
        result.differences.append(f"lines {first} and {second}: joined")
    _score_sections(result, matching)
    _score_authors(result, marks, parsed.articles)
    _score_issue(result, marks, parsed, issue)
    return result


def _matched(reading: Reading, articles: list[Article]) -> _Matching:
    """Gives every article the first mark that has its title where it begins and that no other has."""
    left = list(reading)
    matching = _Matching([], [], [])
    for article in articles:
        title = folded(article.title)
        mark = next((each for each in left if title in each.titles and article.first_line in each.starts), None)
        if mark is None:
            matching.wrong.append(article)
        else:
            left.remove(mark)
            matching.pairs.append((article, mark))
    matching.missed = [mark for mark in left if not mark.is_optional]
    return matching


def _score_sections(result: Score, matching: _Matching) -> None:
    for article, mark in matching.pairs:
        section = None if article.section is None else folded(article.section)
        if section in mark.sections:
            result.figures.sections_right += not mark.is_optional
        else:
            result.differences.append(f"line {mark.line}: section is {article.section}")


def _score_authors(result: Score, marks: IssueMarks, articles: list[Article]) -> None:
    """Authors are compared by where an article begins, so that a wrong title is no wrong author as well."""
    marked = {mark for reading in marks.readings for mark in reading}
    for article in articles:
        here = [mark for mark in marked if article.first_line in mark.starts]
        possible = frozenset[str]().union(*(mark.authors | mark.possible_authors for mark in here or marked))
        invented = sorted(article.authors - possible)
        result.figures.authors_invented += len(invented)
        result.differences += [f"line {article.first_line}: author invented: {name}" for name in invented]
    for mark in sorted((mark for mark in marked if mark.authors), key=lambda each: each.line):
        found = [article.authors for article in articles if article.first_line in mark.starts]
        is_right = any(mark.authors <= names <= mark.authors | mark.possible_authors for names in found)
        result.figures.signed += 1
        result.figures.signed_right += is_right
        if not is_right:
            result.differences.append(f"line {mark.line}: authors are wrong")


def _score_issue(result: Score, marks: IssueMarks, parsed: Parsed, issue: Issue | None) -> None:
    if issue is None:
        result.differences.append("not in the index of its folder")
        return
    if issue.article_count != len(parsed.articles):
        result.differences.append(f"{len(parsed.articles)} articles, but {issue.article_count} in the index")
    name = folded(issue.name) if issue.name else None
    is_named_right = name in marks.names or (name is None and not marks.is_named)
    given = {number for number in (issue.number, issue.total) if number is not None}
    is_numbered_right = marks.number in given if marks.number is not None else not given
    figures = result.figures
    figures.names += is_named_right
    figures.numbers += is_numbered_right
    figures.numbers_invented += bool(given) and marks.number is None
    figures.dates += issue.date == marks.date
    if not is_named_right:
        result.differences.append(f"name is {issue.name}")
    if not is_numbered_right:
        result.differences.append(f"number is {', '.join(map(str, sorted(given))) or 'not found'}")
    if issue.date != marks.date:
        result.differences.append(f"date is {issue.date or 'not found'}")
