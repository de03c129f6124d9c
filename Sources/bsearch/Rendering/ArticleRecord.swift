internal import BulletinSearch

/// A whole article in the words of JSON output.
struct ArticleRecord: Encodable {
  var id: String
  var issue: IssueSummary
  var ordinal: Int
  var title: String
  var section: String?
  var byline: String?
  var authors: [String]
  var unit: String?
  /// The first and the last, as `lines`.
  var page: ClosedRange<Int>?
  var lines: ClosedRange<Int>
  var paragraphs: [String]
  var citation: String

  init(_ article: ArticleContent) {
    id = article.id
    issue = article.issue
    ordinal = article.ordinal
    title = article.title
    section = article.section
    byline = article.byline
    authors = article.authors
    unit = article.unit
    page = article.page
    lines = article.lines
    paragraphs = article.paragraphs
    citation = article.citation
  }
}
