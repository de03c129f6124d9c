internal import BulletinSearch

/// The numbers that stand with a term, issue by issue.
struct FiguresTool: Tool {
  let name = "figures"
  private static let limits = 1...50
  private static let usualLimit = 20
  private static let mostUnits = 20

  func title(_ words: Words) -> String { words.say("历期数据", "Figures over time") }

  func description(_ words: Words) -> String {
    words.say(
      """
      逐期列出与某个词同句出现、说的就是它的数：数值（已换算，5.2万为 52000）、单位、类别、所指时间、原句和出处，按时间排列。\
      contradictions 列出各期说法不一的数。
      """,
      """
      The numbers that are said of a term, issue by issue: value (5.2万 is 52000), unit, kind, the time that it is said of, the \
      sentence and its place, by date. Contradictions name numbers that issues give differently.
      """)
  }

  func parameters(_ words: Words) -> [Parameter] {
    [
      Parameter(
        name: "term",
        schema: Schema.text(words.say("说的是什么，如 5G基站", "what the numbers are said of, as 5G基站")),
        isRequired: true),
      Parameter(
        name: "units",
        schema: Schema.array(
          Schema.text(), words.say("只要这些单位：个、元、%", "only these units, as 个, 元, %"),
          upTo: Self.mostUnits)),
      Parameter(
        name: "kinds",
        schema: Schema.array(
          Schema.text(among: FoundFigure.Kind.allCases.map(\.rawValue)),
          words.say("只要这些类别", "only these kinds"))),
      Parameter(
        name: "uncertain",
        schema: Schema.bool(
          words.say("也要把握不大的数", "give numbers too of which the rules are not certain"))),
      Parameter(
        name: "limit",
        schema: Schema.integer(
          words.say(
            "最多几个数，默认 \(Self.usualLimit)", "how many at most; \(Self.usualLimit) if not given"),
          in: Self.limits)),
      Cursor.parameter(words),
    ]
  }

  var outputSchema: JSONValue {
    let figure = Schema.object(
      [
        "id": Schema.text(), "uri": Schema.text(), "title": Schema.text(),
        "bulletin": Schema.text(), "issue": Schema.text(), "date": Schema.text(),
        "place": Schema.text(), "text": Schema.text("The number as it stands."),
        "value": Schema.number(), "upper": Schema.number("The end of a range."),
        "unit": Schema.text(),
        "kind": Schema.text(among: FoundFigure.Kind.allCases.map(\.rawValue)),
        "qualifier": Schema.text("近, 超过, 约."), "comparison": Schema.text("同比, 比上月末."),
        "period": Schema.text("When it is said of: 2023-07, 2023-01..2023-06."),
        "subject": Schema.text(), "owner": Schema.text("Whose it is."),
        "certain": Schema.bool(), "sentence": Schema.text(),
      ],
      required: [
        "id", "uri", "title", "bulletin", "issue", "place", "text", "value", "unit", "kind",
        "subject", "certain", "sentence",
      ])
    return Schema.object(
      [
        "figures": Schema.array(figure), "count": Schema.count("How many there are in all."),
        "contradictions": Schema.array(
          Schema.array(figure), "Numbers of one thing and time that differ."),
        "uncertain": Schema.count("How many more there are of which the rules are not certain."),
        "articles": Schema.count("How many articles have the term."), "nextCursor": Cursor.schema,
      ], required: ["figures", "count", "contradictions", "uncertain", "articles"])
  }

  func call(_ arguments: Arguments, _ request: ToolRequest) throws -> JSONValue {
    var options = FigureOptions()
    options.search = request.searchOptions
    options.includesUncertain = try arguments.bool("uncertain")
    options.units = Set(try arguments.texts("units", upTo: Self.mostUnits))
    for name in try arguments.texts("kinds", upTo: FoundFigure.Kind.allCases.count) {
      guard let kind = FoundFigure.Kind(rawValue: name) else {
        let names = FoundFigure.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ToolFailure(
          message: request.words.say("kinds 只能取：\(names)", "A kind has to be one of \(names)."))
      }
      options.kinds.insert(kind)
    }
    let limit = try arguments.integer("limit", in: Self.limits) ?? Self.usualLimit
    let start = try arguments.start()
    let list = try request.index.figures(
      about: try arguments.text("term") ?? "", options: options)
    try request.checkCancellation()
    let page = list.figures.dropFirst(start).prefix(limit)
    // Of those that begin on this page, so that each is told once.
    let contradictions = list.contradictions.filter { contradiction in
      contradiction.figures.first.map { (start..<start + page.count).contains($0) } ?? false
    }
    return .object(of: [
      "figures": .array(page.map(Self.figure)), "count": .integer(list.figures.count),
      "contradictions": .array(
        contradictions.map { .array($0.figures.map { Self.figure(list.figures[$0]) }) }),
      "uncertain": .integer(list.uncertainCount), "articles": .integer(list.articleCount),
      "nextCursor": start + page.count < list.figures.count
        ? Cursor(start: start + page.count).value : nil,
    ])
  }

  private static func figure(_ figure: FoundFigure) -> JSONValue {
    let sentence = figure.sentence
    let place = sentence.document.map { "\($0)" } ?? "\(sentence.line):\(sentence.column)"
    return .object(of: [
      "id": .string(figure.id), "uri": .string(ResourceURI(id: figure.id).text),
      "title": .string(figure.title), "bulletin": .string(figure.issue.bulletin),
      "issue": .string(figure.issue.id), "date": figure.issue.date.map(JSONValue.string),
      "place": .string("\(figure.issue.path):\(place)"), "text": .string(figure.text),
      "value": .number(figure.value.approximation),
      "upper": figure.upper.map { .number($0.approximation) },
      "unit": .string(figure.fullUnit), "kind": .string(figure.kind.rawValue),
      "qualifier": figure.qualifier.map(JSONValue.string),
      "comparison": figure.comparison.map(JSONValue.string),
      "period": figure.period.map { .string("\($0)") }, "subject": .string(figure.subject),
      "owner": figure.owner.map(JSONValue.string), "certain": .bool(figure.isCertain),
      "sentence": .string(sentence.text),
    ])
  }
}
