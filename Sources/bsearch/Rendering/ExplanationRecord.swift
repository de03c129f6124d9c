internal import BulletinSearch

/// An explanation in the words of JSON output.
struct ExplanationRecord: Encodable {
  var version = JSONText.version
  var query: String
  var id: String
  var title: String
  var match: MatchKind
  var order: WayOrder
  var isWhole: Bool
  var rank: Int
  var score: Double
  var terms: [ScoreExplanation.Term]
  var missingTerms: Int
  var nearness: ScoreExplanation.Nearness?
  var length: Int
  var averageLength: Double
  var articles: Int

  init(_ explanation: ScoreExplanation, query: String) {
    self.query = query
    id = explanation.id
    title = explanation.title
    match = explanation.match
    order = explanation.order
    isWhole = explanation.isWhole
    rank = explanation.rank
    score = explanation.score
    terms = explanation.terms
    missingTerms = explanation.missingTermCount
    nearness = explanation.nearness
    length = explanation.length
    averageLength = explanation.averageLength
    articles = explanation.articleCount
  }
}

/// How a query is read, in the words of JSON output.
struct QueryRecord: Encodable {
  var version = JSONText.version
  var query: String
  /// The query in ASCII signs, with numbers and dates as they were understood.
  var canonical: String
  /// The parts as indented lines.
  var tree: String
  var problems: [QueryProblemRecord]
  var terms: [ScoreExplanation.Term]

  init(_ query: String, _ inspection: QueryInspection, _ terms: [ScoreExplanation.Term]) {
    self.query = query
    canonical = inspection.canonical
    tree = inspection.tree
    problems = inspection.problems.map(QueryProblemRecord.init)
    self.terms = terms
  }
}
