package import BulletinSearch

/// How many articles, issues and places there are, in the words of JSON output.
package struct CountRecord: Encodable {
  package var query: String
  package var totals: SearchTotals
  /// What was searched for besides what was typed; absent where nothing was looked for.
  package var alternatives: [String]?
  /// As ``SummaryRecord/problems``.
  package var problems: [QueryProblem]?

  package init(
    query: String, totals: SearchTotals, alternatives: [String]?, problems: [QueryProblem]
  ) {
    self.query = query
    self.totals = totals
    self.alternatives = alternatives
    self.problems = problems.isEmpty ? nil : problems
  }
}

/// The numbers that stand with a term, in the words of JSON output.
package struct FigureListRecord: Encodable {
  package var query: String
  package var figures: [FigureRecord]
  /// What issues say differently.
  package var contradictions: [FigureContradiction]
  /// How many figures are uncertain, whether they are in the list or not.
  package var uncertain: Int
  /// How many articles were read.
  package var articles: Int
  /// As ``SummaryRecord/problems``.
  package var problems: [QueryProblem]?

  package init(query: String, list: FigureList, problems: [QueryProblem]) {
    self.query = query
    figures = list.figures.map { FigureRecord($0) }
    contradictions = list.contradictions
    uncertain = list.uncertainCount
    articles = list.articleCount
    self.problems = problems.isEmpty ? nil : problems
  }
}

/// The issues of an index, in the words of JSON output.
package struct IssueListRecord: Encodable {
  package var bulletins: [BulletinSummary]
  package var issues: [IssueSummary]
  package var twins: [IssueTwin]

  package init(_ list: IssueList, twins: [IssueTwin]) {
    bulletins = list.bulletins
    issues = list.issues
    self.twins = twins
  }
}

/// The names of a kind, under its name, in the words of JSON output.
package struct NameListRecord: Encodable {
  package var kind: NameKind
  package var names: [NameCount]
  /// How many there are, of which ``names`` has the first.
  package var total: Int

  package init(_ kind: NameKind, names: [NameCount], total: Int) {
    self.kind = kind
    self.names = names
    self.total = total
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: RecordKey.self)
    try container.encode(names, forKey: RecordKey("\(kind.rawValue)s"))
    try container.encode(total, forKey: RecordKey("total"))
  }
}

/// How a text that was begun may go on, in the words of JSON output.
package struct CompletionListRecord: Encodable {
  package var prefix: String
  package var completions: [Completion]

  package init(prefix: String, completions: [Completion]) {
    self.prefix = prefix
    self.completions = completions
  }
}

/// Articles with their whole texts, in the words of JSON output.
package struct ArticleListRecord: Encodable {
  package var articles: [ArticleContent]

  package init(_ articles: [ArticleContent]) { self.articles = articles }
}

/// The name of a key that is known only when it is written.
struct RecordKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { nil }
}
