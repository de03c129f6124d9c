internal import BulletinSearch

/// Counts articles, issues and occurrences, and how they are spread.
struct CountTool: Tool {
  let name = "count"
  private static let facetLimit = 10

  func title(_ words: Words) -> String { words.say("计数", "Count") }

  func description(_ words: Words) -> String {
    words.say(
      "有多少篇文章、多少期、多少处写到，以及按刊物、年份、栏目、作者的分布。数目是准确的。",
      "How many articles and issues say it, how often, and how they are spread over bulletins, years, sections and authors. Exact."
    )
  }

  func parameters(_ words: Words) -> [Parameter] {
    [
      Parameter(
        name: "query", schema: Schema.text(words.say("检索式", "what to look for")), isRequired: true)
    ] + Scope.parameters(words)
  }

  var outputSchema: JSONValue {
    let value = Schema.object(
      ["value": Schema.text(), "articles": Schema.count()], required: ["value", "articles"])
    let facet = Schema.array(value, "The first \(Self.facetLimit) with their articles.")
    return Schema.object(
      [
        "articles": Schema.count(), "issues": Schema.count(), "occurrences": Schema.count(),
        "match": Schema.text(among: MatchKind.allCases.map(\.rawValue)),
        "bulletins": facet, "years": facet, "sections": facet, "authors": facet,
        "alsoSearched": Schema.array(Schema.text(), "Other names that were searched for too."),
        "notes": Schema.array(Schema.text(), "What of the query was not read as it may be meant."),
      ],
      required: ["articles", "issues", "match", "bulletins", "years", "sections", "authors"])
  }

  func call(_ arguments: Arguments, _ request: ToolRequest) throws -> JSONValue {
    let query = try arguments.text("query") ?? ""
    var options = request.searchOptions
    options.facetLimit = Self.facetLimit
    try Scope.set(arguments, in: &options)
    var alternatives: [String] = []
    let totals = try request.index.count(query, options: options) { alternatives = $0 }
    let notes = QueryNotes(query, request).texts
    func facet(_ facet: SearchFacets.Facet?) -> JSONValue {
      .array(
        (facet?.values ?? []).map {
          ["value": .string($0.name), "articles": .integer($0.articles)]
        })
    }
    return .object(of: [
      "articles": .integer(totals.articles), "issues": .integer(totals.issues),
      "occurrences": totals.occurrences.map(JSONValue.integer),
      "match": .string(totals.match.rawValue),
      "bulletins": facet(totals.facets?.bulletins),
      "years": facet(totals.facets?.years),
      "sections": facet(totals.facets?.sections),
      "authors": facet(totals.facets?.authors),
      "alsoSearched": alternatives.isEmpty ? nil : .array(alternatives.map(JSONValue.string)),
      "notes": notes.isEmpty ? nil : .array(notes.map(JSONValue.string)),
    ])
  }
}

/// What of a query was most likely meant otherwise than it was read.
struct QueryNotes {
  let texts: [String]

  init(_ query: String, _ request: ToolRequest) {
    let words = request.words
    let problems = QueryInspection.parse(query, today: request.searchOptions.today).problems
    texts = problems.map { problem in
      let characters = Array(query)
      let range = problem.range.clamped(to: 0..<characters.count)
      let part = String(characters[range])
      return words.say(
        "“\(part)”处可能未按原意解读（\(problem.kind.rawValue)）",
        "\(problem.kind.rawValue) at \"\(part)\": it may not be read as it is meant.")
    }
  }
}
