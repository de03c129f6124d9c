import AnswerRecords
import TestSupport
import Testing

@testable import BulletinSearch
@testable import bsearch

/// `bsearch trend`: every format says the same, and gaps are no zeros in any.
struct TrendCommandTests {
  private static func indexed() throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    for (number, text) in [(1, "水库水库"), (2, "大坝"), (5, "水库，大坝")] {
      try folder.write(
        "# 青禾水务简讯\n\n2023年第\(number)期\n\n2023-0\(number)-28\n\n## **一篇讲水利的文章**\n\n\(text)。\n",
        to: "issues/\(number).md")
    }
    _ = try Command(folder: folder.path).run("index", "issues")
    return folder
  }

  @Test func `in a pipe a line has a span and three cells for each query, empty ones for a gap`()
    throws
  {
    let folder = try Self.indexed()
    let command = Command(folder: folder.path)
    let lines = try command.run("trend", "水库", "大坝", "--by", "month").output
      .split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
    #expect(lines.map { $0[0] } == ["2023-01", "2023-02", "2023-03", "2023-04", "2023-05"])
    #expect(lines.map { $0[1] } == ["2", "0", "", "", "1"])
    #expect(lines.map { $0[5] } == ["0", "1", "", "", "1"])
    #expect(lines.allSatisfy { $0.count == 7 })
  }

  @Test func `a table for spreadsheets has a heading and no formulas of others`() throws {
    let folder = try Self.indexed()
    let command = Command(folder: folder.path)
    let lines = try command.run("trend", "水库", "=大坝,\"1\"", "--by", "month", "--csv").output
      .split(separator: "\n")
    #expect(lines[0].hasPrefix("month,issues,characters,水库,水库 articles,"))
    #expect(lines[0].contains("\"'=大坝,\"\"1\"\"\""))
    #expect(lines[3].hasPrefix("2023-03,0,0,,,,"))
    let issues = try command.run("trend", "水库", "--csv").output.split(separator: "\n")
    #expect(issues[0].hasPrefix("issue,bulletin,date,issues,"))
    #expect(issues[1].hasPrefix("1,青禾水务简讯,2023-01-28,1,"))
    #expect(issues[3].hasPrefix("3,青禾水务简讯,,0,0,,,"))
  }

  @Test func `JSON has the points, the gaps as null and the first and the last mention`() throws {
    let folder = try Self.indexed()
    let command = Command(folder: folder.path)
    let json = try JSONValue(command.run("trend", "水库", "--json").output)
    let series = json["series"]?[0]
    #expect(json["version"] == .number(1))
    #expect(json["unit"] == .string("issue"))
    #expect(series?["points"]?[0]?["occurrences"] == .number(2))
    #expect(series?["points"]?[2] == .null)
    #expect(series?["first"]?["date"] == .string("2023-01-28"))
    #expect(series?["last"]?["id"] == .string("5/1"))
    let nothing = try command.run("trend", "没有的词", "--json")
    #expect(nothing.status == 1)
    #expect(try JSONValue(nothing.output)["series"]?[0]?["totals"]?["articles"] == .number(0))
  }

  @Test func `the chart is a file by itself with marks and words in the language`() throws {
    let folder = try Self.indexed()
    let command = Command(folder: folder.path)
    let svg = try command.run("trend", "水库", "--by", "month", "--svg", "--lang", "zh").output
    #expect(svg.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns="))
    #expect(svg.contains("水库：出现次数") && svg.contains("xml:lang=\"zh\""))
    #expect(svg.contains("首见 2023-01-28") && svg.contains("末见 2023-05-28"))
    #expect(!svg.contains("<script") && !svg.contains("href"))
    let english = try command.run("trend", "水库", "--svg", "--lang", "en").output
    #expect(english.contains("first 2023-01-28"))
    #expect(!english.contains("首见"))
  }

  @Test func `what cannot be is refused, and what is not found says so by its status`() throws {
    let folder = try Self.indexed()
    let command = Command(folder: folder.path)
    #expect(try command.run("trend").status == 2)
    #expect(try command.run("trend", "水库", "--csv", "--svg").status == 2)
    #expect(try command.run("trend", "水库", "--by", "day").status == 2)
    #expect(try command.run("trend", "没有的词").status == 1)
    #expect(try command.run("trend", "没有的词", "水库").status == 0)
  }

  @Test func `the Chinese name before words is the command, which says how they are searched for`()
    throws
  {
    let folder = try Self.indexed()
    let command = Command(folder: folder.path)
    let named = try command.run("趋势", "水库")
    #expect(try named.output == command.run("trend", "水库").output)
    #expect(named.messages.contains("bsearch search 趋势 水库"))
    #expect(try command.run("趋势").messages.contains("bsearch trend"))
  }

  // MARK: - On a terminal

  private static func trend(_ queries: [String], spans: Int) -> Trend {
    let labels = (0..<spans).map { "\(2020 + $0 / 12)-\($0 % 12 < 9 ? "0" : "")\($0 % 12 + 1)" }
    return Trend(
      unit: .month,
      spans: labels.enumerated().map { number, label in
        Trend.Span(
          label: label, issueCount: number % 7 == 3 ? 0 : 1, articleCount: 9, characterCount: 900)
      },
      series: queries.enumerated().map { number, query in
        Trend.Series(
          query: query,
          totals: SearchTotals(articles: 40, issues: 9, occurrences: 1_234, match: .verbatim),
          points: (0..<spans).map { span in
            guard span % 7 != 3 else { return nil }
            var point = Trend.Point()
            point.occurrences = span * (number + 1) * 17
            point.articles = span
            point.characters = 900
            return point
          },
          first: Trend.Mention(
            id: "97/4", date: "2020-01-31", bulletin: "简讯", numberText: "第1期",
            title: "一月末全省基站达到很多很多个而且标题也很长很长", span: 0),
          undatedArticles: 0, undatedOccurrences: 0, alternatives: [])
      }, undated: Trend.Undated())
  }

  @Test(arguments: [40, 80, 200], [1, 2, 7])
  func `no line is longer than the terminal is wide`(width: Int, queries: Int) {
    let names = (0..<queries).map { "5G基站\($0)" + String(repeating: "长", count: $0 * 9) }
    for language in [Language.chinese, .english] {
      for measure in Trend.Measure.allCases {
        let text = TrendText(
          words: TrendWords(messages: Messages(language: language), measure: measure),
          painter: Painter(usesColor: false), width: width
        ).render(Self.trend(names, spans: 30))
        for line in text.split(separator: "\n") {
          #expect(displayWidth(of: line) <= width, "\(line)")
        }
        #expect(text.contains("█"))
      }
    }
  }

  @Test func `a bar is as long as its share, and what is more than nothing is seen`() {
    #expect(Bars.bar(1, width: 4) == "████")
    #expect(Bars.bar(0.5, width: 3) == "█▌")
    #expect(Bars.bar(0.0001, width: 3) == "▏")
    #expect(Bars.bar(0, width: 3) == "")
    #expect(Bars.line([0, 1, nil, 4, 8]) == "▁▂ ▅█")
  }
}
