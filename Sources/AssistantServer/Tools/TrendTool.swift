internal import BulletinSearch

/// How often something was written about over time.
struct TrendTool: Tool {
  let name = "trend"
  /// More lines than these side by side are read by nobody.
  private static let mostQueries = 5
  /// The spans of a page: five years of months.
  private static let pageLength = 60

  func title(_ words: Words) -> String { words.say("历年趋势", "Trend over time") }

  func description(_ words: Words) -> String {
    words.say(
      "各期、月、季或年里写到多少次，几个检索式并列；附最早和最近一次提到的文章。没有刊物的时段不列出，不等于零。",
      """
      How often something was written about in each issue, month, quarter or year, several queries side by side, with the \
      articles that mention it first and last. Spans without an issue are left out: a gap is no zero.
      """)
  }

  func parameters(_ words: Words) -> [Parameter] {
    [
      Parameter(
        name: "queries",
        schema: Schema.array(
          Schema.text(), words.say("检索式，每个一条线", "what to look for, a series each"),
          upTo: Self.mostQueries),
        isRequired: true),
      Parameter(
        name: "by",
        schema: Schema.text(
          words.say("时段；不给则自动选择", "how long the spans are; chosen if not given"),
          among: Trend.Unit.allCases.map(\.rawValue))),
      Cursor.parameter(words),
    ] + Scope.parameters(words)
  }

  var outputSchema: JSONValue {
    let mention = Schema.object(
      [
        "id": Schema.text(), "uri": Schema.text(), "title": Schema.text(),
        "bulletin": Schema.text(), "number": Schema.text(), "date": Schema.text(),
      ], required: ["id", "uri", "title", "bulletin"])
    let point = Schema.object(
      [
        "articles": Schema.count(), "occurrences": Schema.count(),
        "perTenThousand": Schema.number("Occurrences in 10,000 characters."),
      ], required: ["articles", "occurrences"])
    let series = Schema.object(
      [
        "query": Schema.text(), "articles": Schema.count(), "occurrences": Schema.count(),
        "match": Schema.text(among: MatchKind.allCases.map(\.rawValue)),
        "first": mention, "last": mention,
      ], required: ["query", "articles", "match"])
    let span = Schema.object(
      [
        "span": Schema.text("2022-08, 2022-Q3, 2022, or the label of an issue."),
        "bulletin": Schema.text("Of an issue."), "issues": Schema.count(),
        "articles": Schema.count("In all."), "characters": Schema.count("In all."),
        "points": Schema.array(
          ["anyOf": [point, ["type": "null"]]],
          "One for each series; null where a query asks for none of these issues."),
      ], required: ["span", "issues", "articles", "characters", "points"])
    return Schema.object(
      [
        "by": Schema.text(among: Trend.Unit.allCases.map(\.rawValue)),
        "series": Schema.array(series), "spans": Schema.array(span),
        "undatedIssues": Schema.count("Issues of which it is not known when they appeared."),
        "notes": Schema.array(
          Schema.text(), "What of the queries was not read as it may be meant."),
        "nextCursor": Cursor.schema,
      ], required: ["by", "series", "spans", "undatedIssues"])
  }

  func call(_ arguments: Arguments, _ request: ToolRequest) throws -> JSONValue {
    let queries = try arguments.texts("queries", upTo: Self.mostQueries)
    guard !queries.isEmpty else {
      throw ToolFailure(
        message: request.words.say("queries 至少要有一个检索式", "queries has to have a query."))
    }
    var options = request.searchOptions
    try Scope.set(arguments, in: &options)
    let start = try arguments.start()
    let trend = try request.index.trend(
      of: queries, by: try arguments.choice("by"), options: options)
    try request.checkCancellation()
    let filled = trend.spans.indices.filter { trend.spans[$0].issueCount > 0 }
    let page = filled.dropFirst(start).prefix(Self.pageLength)
    let notes = queries.flatMap { QueryNotes($0, request).texts }
    return .object(of: [
      "by": .string(trend.unit.rawValue),
      "series": .array(trend.series.map(Self.series)),
      "spans": .array(page.map { Self.span($0, of: trend) }),
      "undatedIssues": .integer(trend.undated.issueCount),
      "notes": notes.isEmpty ? nil : .array(notes.map(JSONValue.string)),
      "nextCursor": start + page.count < filled.count
        ? Cursor(start: start + page.count).value : nil,
    ])
  }

  private static func series(_ series: Trend.Series) -> JSONValue {
    .object(of: [
      "query": .string(series.query), "articles": .integer(series.totals.articles),
      "occurrences": series.totals.occurrences.map(JSONValue.integer),
      "match": .string(series.totals.match.rawValue), "first": series.first.map(mention),
      "last": series.last.map(mention),
    ])
  }

  private static func mention(_ mention: Trend.Mention) -> JSONValue {
    .object(of: [
      "id": .string(mention.id), "uri": .string(ResourceURI(id: mention.id).text),
      "title": .string(mention.title), "bulletin": .string(mention.bulletin),
      "number": mention.numberText.isEmpty ? nil : .string(mention.numberText),
      "date": mention.date.map(JSONValue.string),
    ])
  }

  private static func span(_ place: Int, of trend: Trend) -> JSONValue {
    let span = trend.spans[place]
    return .object(of: [
      "span": .string(span.label), "bulletin": span.bulletin.map(JSONValue.string),
      "issues": .integer(span.issueCount), "articles": .integer(span.articleCount),
      "characters": .integer(span.characterCount),
      "points": .array(
        trend.series.map { series in
          guard let point = series.points[place] else { return .null }
          return .object(of: [
            "articles": .integer(point.articles), "occurrences": .integer(point.occurrences),
            "perTenThousand": point.perTenThousand.map(JSONValue.number),
          ])
        }),
    ])
  }
}
