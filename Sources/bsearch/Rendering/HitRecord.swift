internal import BulletinSearch

/// A result in the words of JSON output.
struct HitRecord: Encodable {
  /// `hit` where it is a line of its own.
  var type: String?
  var id: String
  var issue: IssueSummary
  var ordinal: Int
  var title: ExcerptRecord
  var section: String?
  var byline: String?
  var authors: [String]
  var unit: String?
  /// The first and the last, as `lines`.
  var page: ClosedRange<Int>?
  var lines: ClosedRange<Int>
  /// The first and the last place in a document; absent for a text file.
  var document: DocumentPlace.Span?
  var score: Double
  var match: MatchKind
  /// The section and the byline, where something was found in them.
  var fields: [ExcerptRecord]
  var passages: [ExcerptRecord]
  /// Why the article has its score; absent unless it was asked for.
  var explanation: ScoreExplanation?

  init(_ result: SearchResult, type: String? = nil) {
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

/// How much was found, in the words of JSON output.
struct SummaryRecord: Encodable {
  /// `summary` where it is a line of its own.
  var type: String?
  var articles: Int?
  var issues: Int?
  var occurrences: Int?
  var match: MatchKind
  /// How many articles there are of each way of matching that was looked for.
  var ways: [WayCount]
  /// How many articles the output has.
  var returned: Int
  /// Whether there are more behind them.
  var hasMore: Bool
  var milliseconds: Double
  /// How the articles are spread; absent unless it was asked for.
  var facets: SearchFacets?
  /// What may have been meant; absent where nothing was missing.
  var suggestions: [Suggestion]?
  /// What was searched for besides what was typed; absent where nothing was.
  var alternatives: [String]?
  /// What of the query was not read as it may have been meant, or not at all; absent where there is nothing.
  var problems: [QueryProblem]?

  init(_ answer: SearchAnswer, type: String? = nil) {
    self.type = type
    let totals = answer.totals
    articles = totals?.articles
    issues = totals?.issues
    occurrences = totals?.occurrences
    match = totals?.match ?? answer.match
    facets = totals?.facets
    ways = answer.ways
    returned = answer.count
    hasMore = answer.hasMore
    milliseconds = answer.elapsed.milliseconds
    suggestions = answer.suggestions
    alternatives = answer.alternatives.isEmpty ? nil : answer.alternatives
    problems = answer.problems.isEmpty ? nil : answer.problems
  }
}
