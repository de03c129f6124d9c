import AnswerRecords
import Testing

@testable import BulletinSearch
@testable import bsearch

/// Invented results for the tests of rendering.
enum Examples {
  static let issue = IssueSummary(
    bulletin: "青川水务简讯", label: "92", year: 2022, number: 8, total: 92,
    numberText: "2022年第8期（总第92期）", date: "2022-08-30", publisher: "青川水务局",
    path: "issues/2022-08.md", encoding: "utf-8", articleCount: 2, characterCount: 300,
    unsignedCount: 0, joinCount: 1, contentsCount: 2, contentsMatchedCount: 2)

  /// Another one, in the same file, as in a volume.
  static let otherIssue = {
    var issue = IssueSummary(
      bulletin: "青川水务简讯", label: "93", year: 2022, number: 9, total: 93,
      numberText: "2022年第9期（总第93期）", date: "2022-09-30", publisher: nil,
      path: Examples.issue.path, encoding: "utf-8", articleCount: 1, characterCount: 100,
      unsignedCount: 0, joinCount: 0, contentsCount: 0, contentsMatchedCount: 0)
    issue.id = "93"
    return issue
  }()

  /// An article on a pumping station, found by 泵站.
  static func result(
    _ id: String = "92/3", issue: IssueSummary = Examples.issue, match: MatchKind = .verbatim
  ) -> SearchResult {
    SearchResult(
      id: id, issue: issue, ordinal: 3,
      title: Excerpt(text: "城南泵站投入运行", highlights: [6..<12], line: 40),
      sectionExcerpt: Excerpt(text: "工程建设", line: 38, column: 4, field: .section),
      bylineExcerpt: Excerpt(text: "林舟", line: 52, column: 40, field: .byline), authors: ["林舟"],
      unit: nil, page: 3...3, lines: 40...52,
      score: 7.5, match: match,
      passages: [
        Excerpt(
          text: "八月起泵站日供水两万吨，", highlights: [9..<15], isCutAtStart: true, isCutAtEnd: true,
          line: 42, column: 10)
      ])
  }

  static func answer(
    _ results: [SearchResult], totals: SearchTotals? = nil, hasMore: Bool = false
  ) -> SearchAnswer {
    SearchAnswer(
      query: "泵站",
      response: SearchResponse(
        results: results, totals: totals, match: results.last?.match ?? .verbatim,
        hasMore: hasMore),
      elapsed: .microseconds(600))
  }
}

extension ResultRendering {
  /// All that is written of an answer.
  func rendered(_ answer: SearchAnswer) -> String {
    var (answer, text) = (answer, "")
    do {
      try render(&answer) { text += $0 }
    } catch {
      Issue.record(error)
    }
    return text
  }
}
