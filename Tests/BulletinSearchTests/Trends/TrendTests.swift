import BulletinSearch
import TestSupport
import Testing

/// Counts over time: of which span they are, what is a gap, and that they are those of a plain scan.
///
/// `BSEARCH_TREND_QUERIES=100` asks 1,000 random queries.
struct TrendTests {
  private static func issue(_ head: String, _ articles: [(title: String, text: String)]) -> String {
    "# 青禾水务简讯\n\n\(head)\n\n"
      + articles.map { "## **\($0.title)**\n\n\($0.text)。\n\n（王宁）\n\n" }.joined()
  }

  private static func files(_ heads: [String], text: (Int) -> String) -> [(
    name: String, text: String
  )] {
    heads.enumerated().map { number, head in
      ("\(number).md", issue(head, [("第\(number)篇讲水利工作", text(number))]))
    }
  }

  @Test func `an issue that is missing is a gap, and one without the word is zero`() throws {
    let index = try makeIndex(
      of: Self.files([
        "2023年第1期（总第41期）\n\n2023-01-31", "2023年第2期（总第42期）\n\n2023-02-28",
        "2023年第5期（总第45期）\n\n2023-05-31",
      ]) { $0 == 1 ? "今天没有" : "水库和水库" })
    let trend = try index.trend(of: ["水库"])
    #expect(trend.unit == .issue)
    #expect(trend.spans.map(\.label) == ["41", "42", "43", "44", "45"])
    #expect(trend.spans.map(\.issueCount) == [1, 1, 0, 0, 1])
    #expect(trend.series[0].points.map { $0?.occurrences } == [2, 0, nil, nil, 2])
    #expect(trend.series[0].first?.id == "41/1" && trend.series[0].last?.id == "45/1")
    #expect(trend.series[0].last?.span == 4)
    let months = try index.trend(of: ["水库"], by: .month)
    #expect(months.spans.map(\.label) == ["2023-01", "2023-02", "2023-03", "2023-04", "2023-05"])
    #expect(months.series[0].points.map { $0?.occurrences } == [2, 0, nil, nil, 2])
    #expect(
      try index.trend(of: ["水库"], by: .quarter).series[0].points.map { $0?.articles } == [1, 1])
    #expect(try index.trend(of: ["水库"], by: .year).spans.map(\.label) == ["2023"])
  }

  @Test func `what a joint issue has taken is no gap`() throws {
    let index = try makeIndex(
      of: Self.files([
        "2023年第2期\n\n2023-02-28", "2023年第3—4期\n\n2023-04-30", "2023年第5期\n\n2023-05-31",
      ]) { _ in "水库" })
    #expect(try index.trend(of: ["水库"], by: .issue).spans.map(\.issueCount) == [1, 1, 1])
  }

  @Test func `issues without a date are told and in no month, and in their order by number`() throws
  {
    let index = try makeIndex(
      of: Self.files([
        "第1期\n\n2023-01-31", "第2期", "第3期\n\n2023-03-31",
      ]) { "水库" + String(repeating: "大坝", count: $0) })
    let months = try index.trend(of: ["大坝"], by: .month)
    #expect(months.spans.map(\.label) == ["2023-01", "2023-02", "2023-03"])
    #expect(months.series[0].points.map { $0?.occurrences } == [0, nil, 2])
    #expect(months.undated.issueCount == 1)
    #expect(months.series[0].undatedOccurrences == 1)
    #expect(months.series[0].totals.occurrences == 3)
    let issues = try index.trend(of: ["大坝"], by: .issue)
    #expect(issues.series[0].points.map { $0?.occurrences } == [0, 1, 2])
    #expect(issues.undated.issueCount == 0)
    #expect(issues.series[0].first?.id == "2/1")
  }

  @Test func `a query for one bulletin or some dates has gaps where it asks for no issue`() throws {
    var files = Self.files([
      "2023年第1期\n\n2023-01-31", "2023年第2期\n\n2023-02-28", "2023年第3期\n\n2023-03-31",
    ]) { _ in "水库" }
    files.append(
      (
        "b/4.md",
        Self.issue("2023年第1期\n\n2023-04-30", [("山里的水库也有", "水库水库")])
          .replacing("青禾水务简讯", with: "云岭林业通讯")
      ))
    let index = try makeIndex(of: files)
    let trend = try index.trend(
      of: ["水库", "刊：水务 水库", "日期：2023-02..2023-03 水库", "水库 -期：2"], by: .month)
    #expect(trend.series[0].points.map { $0?.occurrences } == [1, 1, 1, 3])
    #expect(trend.series[1].points.map { $0?.occurrences } == [1, 1, 1, nil])
    #expect(trend.series[2].points.map { $0?.occurrences } == [nil, 1, 1, nil])
    #expect(trend.series[3].points.map { $0?.occurrences } == [1, nil, 1, 3])
    let narrow = try index.trend(of: ["日期：2023-02..2023-03 水库"], by: .month)
    #expect(narrow.spans.map(\.label) == ["2023-02", "2023-03"])
    // Issues of each bulletin stand together.
    let issues = try index.trend(of: ["水库"], by: .issue)
    #expect(
      issues.spans.map(\.bulletin) == ["青禾水务简讯", "青禾水务简讯", "青禾水务简讯", "云岭林业通讯"])
  }

  @Test func `the rate is that of the characters of the issues`() throws {
    let index = try makeIndex(of: Self.files(["第1期\n\n2023-01-31"]) { _ in "水库水库" })
    let trend = try index.trend(of: ["水库"])
    let characters = try index.issues()[0].characterCount
    #expect(trend.spans[0].characterCount == characters)
    #expect(
      trend.series[0].points[0]?.perTenThousand == 20_000 / Double(characters))
  }

  @Test func `documents with dates of their own are counted in their months`() throws {
    let lines = [
      ("a", "2023-01-05", "水库水库"), ("b", "2023-03-01", "水库"), ("c", "2023-01-31", "大坝"),
    ].map { #"{"id":"\#($0.0)","title":"","date":"\#($0.1)","body":"\#($0.2)"}"# }
    var options = IndexingOptions()
    options.format = .jsonl
    let index = try makeIndex(
      of: [("d.jsonl", lines.joined(separator: "\n"))], options: options)
    let trend = try index.trend(of: ["水库"], by: .month)
    #expect(trend.spans.map(\.label) == ["2023-01", "2023-02", "2023-03"])
    #expect(trend.series[0].points.map { $0?.occurrences } == [2, nil, 1])
    #expect(trend.series[0].points.map { $0?.characters } == [6, nil, 2])
    #expect(trend.series[0].first?.id == "a" && trend.series[0].last?.id == "b")
  }

  @Test func `several bulletins are told by month or year, not issue by issue`() throws {
    var files = Self.files((1...3).map { "第\($0)期\n\n2023-0\($0)-28" }) { _ in "水库" }
    files.append(
      ("c/1.md", "# 云岭林业通讯\n\n第1期\n\n2021-01-31\n\n## **林区的新年工作**\n\n水库。\n"))
    let index = try makeIndex(of: files)
    // Most months between 2021 and 2023 have no issue, and most quarters too.
    #expect(try index.trend(of: ["水库"]).unit == .year)
  }

  @Test func `a query that finds nothing has zeros, and an empty index no spans`() throws {
    let index = try makeIndex(of: Self.files(["第1期\n\n2023-01-31"]) { _ in "水库" })
    let trend = try index.trend(of: ["大坝"])
    #expect(trend.series[0].points.map { $0?.occurrences } == [0])
    #expect(trend.series[0].first == nil && trend.series[0].totals.articles == 0)
    #expect(throws: QueryError.self) { try index.trend(of: ["水库", " "]) }
  }

  // MARK: - A plain scan

  private static let queryCount =
    environmentVariable("BSEARCH_TREND_QUERIES").flatMap { Int($0) } ?? 15

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `counts are those of a plain scan of the articles of each span`(seed: UInt64) throws {
    var random = SeededGenerator(seed: 900 + seed)
    let index = try Self.randomIndex(using: &random)
    let issues = try index.issues()
    let articles = try issues.flatMap { try index.articles(ofIssue: $0.id) }
    let scans = Dictionary(uniqueKeysWithValues: articles.map { ($0.id, FieldScan($0)) })
    for _ in 0..<Self.queryCount {
      let query = RandomQuery(using: &random)
      var options = SearchOptions()
      options.comparesAsWritten = query.isWritten
      let totals = try index.count(query.text, options: options)
      options.keepsToStrictest = true
      options.limit = articles.count
      let found = try Set(index.search(query.text, options: options).results.map(\.id))
      for unit in Trend.Unit.allCases {
        let trend = try index.trend(of: [query.text], by: unit, options: options)
        let series = trend.series[0]
        let context = Comment(rawValue: "\(query.text) by \(unit), seed \(seed)")
        #expect(series.totals == totals, context)
        var sums = Trend.Point()
        for point in series.points.compactMap(\.self) {
          sums.articles += point.articles
          sums.occurrences += point.occurrences
        }
        #expect(sums.articles + series.undatedArticles == totals.articles, context)
        #expect(sums.occurrences + series.undatedOccurrences == totals.occurrences, context)
        for (span, point) in zip(trend.spans, series.points) {
          let own = articles.filter {
            Self.key(of: $0.issue, unit) == (unit == .issue ? span.issue ?? "missing" : span.label)
          }
          guard let point else {
            // Nothing that is found is in a gap.
            #expect(own.allSatisfy { !found.contains($0.id) }, context)
            continue
          }
          let matching = own.filter { found.contains($0.id) }
          #expect(point.articles == matching.count, context)
          guard totals.match == .verbatim else { continue }
          let scanned = matching.reduce(0) {
            $0 + (scans[$1.id]?.count(of: query.runs, isWritten: query.isWritten) ?? 0)
          }
          #expect(point.occurrences == scanned, context)
        }
      }
    }
  }

  /// The span of an issue, found by the words of its date; nil if it is in none.
  private static func key(of issue: IssueSummary, _ unit: Trend.Unit) -> String? {
    guard unit != .issue else { return issue.id }
    guard let date = issue.date else { return unit == .year ? issue.year.map { "\($0)" } : nil }
    let parts = date.split(separator: "-")
    switch unit {
    case .issue: return nil
    case .year: return String(parts[0])
    case .month: return "\(parts[0])-\(parts[1])"
    case .quarter: return "\(parts[0])-Q\(((Int(parts[1]) ?? 0) + 2) / 3)"
    }
  }

  /// Issues of two bulletins, some of them without a date and some numbers left out.
  private static func randomIndex(using random: inout SeededGenerator) throws -> BulletinIndex {
    var files: [(name: String, text: String)] = []
    for number in 1...8 where Int.random(in: 0..<4, using: &random) > 0 {
      for name in ["青禾水务简讯", "云岭林业通讯"] where Bool.random(using: &random) {
        let year = 2021 + number / 3
        var text = "# \(name)\n\n\(year)年第\(number)期\n\n"
        if Int.random(in: 0..<4, using: &random) > 0 {
          text += "\(year)-0\(Int.random(in: 1...9, using: &random))-15\n\n"
        }
        for _ in 0..<3 {
          text += "## **\(RandomQuery.words(3...8, using: &random))讯**\n\n"
          for _ in 0..<Int.random(in: 1...4, using: &random) {
            text += RandomQuery.words(4...30, using: &random) + "。\n\n"
          }
        }
        files.append(("\(name)/\(number).md", text))
      }
    }
    files.append(("z.md", "# 青禾水务简讯\n\n2024年第9期\n\n2024-09-30\n\n## **水库讯一则**\n\n水。\n"))
    return try makeIndex(of: files)
  }
}
