package import BulletinSearch

/// A result in the words of JSON output.
package struct HitRecord: Encodable {
  /// `hit` where it is a line of its own.
  package var type: String?
  package var id: String
  package var issue: IssueSummary
  package var ordinal: Int
  package var title: ExcerptRecord
  package var section: String?
  package var byline: String?
  package var authors: [String]
  package var unit: String?
  /// The first and the last, as `lines`.
  package var page: ClosedRange<Int>?
  package var lines: ClosedRange<Int>
  /// The first and the last place in a document; absent for a text file.
  package var document: DocumentPlace.Span?
  package var score: Double
  package var match: MatchKind
  /// The section and the byline, where something was found in them.
  package var fields: [ExcerptRecord]
  package var passages: [ExcerptRecord]
  /// Why the article has its score; absent unless it was asked for.
  package var explanation: ScoreExplanation?

  package init(_ result: SearchResult, type: String? = nil) {
    self.type = type
    id = result.id
    issue = result.issue
    ordinal = result.ordinal
    title = ExcerptRecord(result.title)
    section = result.section
    byline = result.byline
    authors = result.authors
    unit = result.unit
    page = result.page
    lines = result.lines
    document = result.document
    score = result.score
    match = result.match
    fields = [result.sectionExcerpt, result.bylineExcerpt].compactMap(\.self)
      .filter { !$0.highlights.isEmpty }.map(ExcerptRecord.init)
    passages = result.passages.map(ExcerptRecord.init)
    explanation = result.explanation
  }
}
