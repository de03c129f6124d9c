internal import BulletinSearch

/// Lists the issues of the index.
struct IssuesTool: Tool {
  let name = "issues"
  private static let limits = 1...100
  private static let usualLimit = 30

  func title(_ words: Words) -> String { words.say("列出各期", "List issues") }

  func description(_ words: Words) -> String {
    words.say(
      "索引里有哪些刊物、哪些期，最近的在前，以及缺哪些期。",
      "Which bulletins and issues there are, the latest first, and which are missing.")
  }

  func parameters(_ words: Words) -> [Parameter] {
    [
      Parameter(
        name: "bulletin",
        schema: Schema.text(words.say("只要刊名含有它的", "only bulletins with this in their name"))),
      Parameter(
        name: "limit",
        schema: Schema.integer(
          words.say(
            "最多几期，默认 \(Self.usualLimit)", "how many at most; \(Self.usualLimit) if not given"),
          in: Self.limits)),
      Cursor.parameter(words),
    ]
  }

  var outputSchema: JSONValue {
    let bulletin = Schema.object(
      [
        "name": Schema.text(), "issues": Schema.count(),
        "missing": Schema.array(Schema.text(), "Numbers that no issue has, as 7..8 or 2022: 3..3."),
      ], required: ["name", "issues", "missing"])
    return Schema.object(
      [
        "bulletins": Schema.array(bulletin),
        "issues": Schema.array(
          Schema.object(IssueFields.schema, required: IssueFields.required)),
        "nextCursor": Cursor.schema,
      ], required: ["bulletins", "issues"])
  }

  func call(_ arguments: Arguments, _ request: ToolRequest) throws -> JSONValue {
    let name = try arguments.text("bulletin")
    let limit = try arguments.integer("limit", in: Self.limits) ?? Self.usualLimit
    let start = try arguments.start()
    let list = try request.index.issueList()
    func isWanted(_ bulletin: String) -> Bool { name.map(bulletin.contains) ?? true }
    // In a list each bulletin stands by itself, in the order of time.
    let issues = list.issues.filter { isWanted($0.bulletin) }.enumerated()
      .sorted { ($0.element.date ?? "", $0.offset) > ($1.element.date ?? "", $1.offset) }
      .map(\.element)
    let page = issues.dropFirst(start).prefix(limit)
    return .object(of: [
      "bulletins": .array(list.bulletins.filter { isWanted($0.name) }.map(Self.bulletin)),
      "issues": .array(page.map { .object(of: IssueFields.values(of: $0)) }),
      "nextCursor": start + page.count < issues.count
        ? Cursor(start: start + page.count).value : nil,
    ])
  }

  private static func bulletin(_ bulletin: BulletinSummary) -> JSONValue {
    [
      "name": .string(bulletin.name), "issues": .integer(bulletin.issueCount),
      "missing": .array(
        bulletin.missing.map { gap in
          .string((gap.year.map { "\($0): " } ?? "") + "\(gap.first)..\(gap.last)")
        }),
    ]
  }
}

/// What is said of an issue.
enum IssueFields {
  static let schema: [String: JSONValue] = [
    "id": Schema.text("Names the issue: give it to show for its contents."),
    "bulletin": Schema.text(), "number": Schema.text(), "date": Schema.text(),
    "articles": Schema.count(), "file": Schema.text(),
  ]

  static let required = ["id", "bulletin", "articles", "file"]

  static func values(of issue: IssueSummary) -> [String: JSONValue?] {
    [
      "id": .string(issue.id), "bulletin": .string(issue.bulletin),
      "number": issue.numberText.isEmpty ? nil : .string(issue.numberText),
      "date": issue.date.map(JSONValue.string), "articles": .integer(issue.articleCount),
      "file": .string(issue.path),
    ]
  }
}
