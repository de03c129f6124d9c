internal import BulletinSearch

/// Finds articles, best first.
struct SearchTool: Tool {
  let name = "search"
  private static let limits = 1...20
  private static let usualLimit = 5
  private static let passageCounts = 0...5
  private static let usualPassageCount = 2
  /// About a sentence and a half.
  private static let passageLength = 100

  func title(_ words: Words) -> String { words.say("检索文章", "Search articles") }

  func description(_ words: Words) -> String {
    words.say(
      """
      在简讯、周刊等内部刊物的全文中检索，最相关的文章在前，附片段、出处和引文格式。查得到任何连续的原文，一个字也可以。\
      检索式：空格表示都要有；OR 或 | 表示任一；-词 排除；"…" 原样；词* 前缀；"A B"~5 相近；标题：作者：栏目：单位：期：日期： 限定字段。\
      match 为 verbatim 表示原样出现，scattered 表示各词都在，some 表示只有部分词。
      """,
      """
      Searches the full text of Chinese bulletins, best articles first, with passages, places and citations. Every run of \
      characters that was written is found, even a single one. Query: a blank means all of them; OR or | any; -word not; \
      "…" verbatim; word* a prefix; "A B"~5 near; title: author: section: unit: issue: date: for a field. The match is \
      verbatim (as it was typed), scattered (all words) or some (only some of the words). Ask in Chinese: nothing is translated.
      """)
  }

  func parameters(_ words: Words) -> [Parameter] {
    [
      Parameter(
        name: "query", schema: Schema.text(words.say("检索式", "what to look for")), isRequired: true),
      Parameter(
        name: "limit",
        schema: Schema.integer(
          words.say(
            "最多几篇，默认 \(Self.usualLimit)",
            "how many articles at most; \(Self.usualLimit) if not given"), in: Self.limits)),
      Cursor.parameter(words),
      Parameter(
        name: "passages",
        schema: Schema.integer(
          words.say(
            "每篇几个片段，默认 \(Self.usualPassageCount)",
            "how many passages of each; \(Self.usualPassageCount) if not given"),
          in: Self.passageCounts)),
      Parameter(
        name: "sort",
        schema: Schema.text(
          words.say("排序，默认按相关度", "in which order; by score if not given"),
          among: ResultOrder.allCases.map(\.rawValue))),
    ] + Scope.parameters(words)
  }

  var outputSchema: JSONValue {
    let passage = Schema.object(
      [
        "text": Schema.text(), "place": Schema.text("Where in the file."),
        "found": Schema.array(Schema.text(), "What stands in it of what was asked for."),
      ], required: ["text", "place", "found"])
    var hit = ArticleFields.schema
    hit["match"] = Schema.text(among: MatchKind.allCases.map(\.rawValue))
    hit["score"] = Schema.number("Comparable within one query only.")
    hit["passages"] = Schema.array(passage)
    return Schema.object(
      [
        "hits": Schema.array(
          Schema.object(hit, required: ArticleFields.required + ["match", "score", "passages"])),
        "articles": Schema.count("How many articles match as well as the best."),
        "issues": Schema.count(),
        "occurrences": Schema.count(
          "How often it occurs in them; absent where only some words match."),
        "match": Schema.text(
          "How the counted articles match.", among: MatchKind.allCases.map(\.rawValue)),
        "alsoSearched": Schema.array(Schema.text(), "Other names that were searched for too."),
        "notes": Schema.array(Schema.text(), "What of the query was not read as it may be meant."),
        "nextCursor": Cursor.schema,
      ], required: ["hits", "articles", "issues", "match"])
  }

  func call(_ arguments: Arguments, _ request: ToolRequest) throws -> JSONValue {
    let query = try arguments.text("query") ?? ""
    var options = request.searchOptions
    options.limit = try arguments.integer("limit", in: Self.limits) ?? Self.usualLimit
    options.offset = try arguments.start()
    options.passageCount =
      try arguments.integer("passages", in: Self.passageCounts) ?? Self.usualPassageCount
    options.passageLength = Self.passageLength
    options.order = try arguments.choice("sort") ?? .score
    try Scope.set(arguments, in: &options)
    let found = try request.index.find(query, options: options)
    var hits: [JSONValue] = []
    try found.forEachResult { result in
      try request.checkCancellation()
      hits.append(hit(result))
    }
    let notes = QueryNotes(query, request).texts
    let totals = found.totals
    return .object(of: [
      "hits": .array(hits), "articles": .integer(totals?.articles ?? 0),
      "issues": .integer(totals?.issues ?? 0),
      "occurrences": totals?.occurrences.map(JSONValue.integer),
      "match": .string((totals?.match ?? found.match).rawValue),
      "alsoSearched": found.alternatives.isEmpty
        ? nil : .array(found.alternatives.map(JSONValue.string)),
      "notes": notes.isEmpty ? nil : .array(notes.map(JSONValue.string)),
      "nextCursor": found.hasMore && !hits.isEmpty
        ? Cursor(start: options.offset + hits.count).value : nil,
    ])
  }

  private func hit(_ result: SearchResult) -> JSONValue {
    var values = ArticleFields.values(of: result)
    values["match"] = .string(result.match.rawValue)
    values["score"] = .number(result.score)
    values["passages"] = .array(
      result.passages.map { excerpt in
        let place = excerpt.document.map { "\($0)" } ?? "\(excerpt.line):\(excerpt.column)"
        var found: [String] = []
        for highlight in excerpt.countedHighlights where !found.contains(highlight.text) {
          found.append(highlight.text)
        }
        return [
          "text": .string(
            (excerpt.isCutAtStart ? "…" : "") + excerpt.text + (excerpt.isCutAtEnd ? "…" : "")),
          "place": .string("\(result.issue.path):\(place)"),
          "found": .array(found.map(JSONValue.string)),
        ]
      })
    return .object(of: values)
  }
}
