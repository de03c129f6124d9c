import AnswerRecords
import Testing

@testable import BulletinSearch
@testable import bsearch

struct FigureTableTextTests {
  private static let issue = IssueSummary(
    bulletin: "山茶简报", id: "1", label: "1", numberText: "第1期", path: "1.md", encoding: "utf-8",
    articleCount: 1, characterCount: 1,
    unsignedCount: 0, joinCount: 0, contentsCount: 0, contentsMatchedCount: 0)

  private static func figure(
    _ sentence: String, _ text: String, value: Int, period: CalendarDate? = nil
  ) throws -> FoundFigure {
    let range = try #require(sentence.firstRange(of: text))
    let start = sentence.utf8.distance(from: sentence.startIndex, to: range.lowerBound)
    return FoundFigure(
      id: "1/1", issue: issue, title: "路灯",
      sentence: Excerpt(text: sentence, highlights: [start..<start + text.utf8.count]), text: text,
      value: FigureValue(value), unit: "盏", kind: .level,
      period: period.map { FoundFigure.Period($0, $0) }, subject: "路灯", isCertain: true,
      isRounded: false)
  }

  private static func list(_ figures: [FoundFigure]) -> FigureList {
    FigureList(
      figures: figures, contradictions: [], uncertainCount: 0, articleCount: 1, alternatives: [])
  }

  private static let long = "据省里的通报，经过三个多月的紧张施工，截至1月末，全省路灯总数达到5.2万盏，比去年同期多了不少，居民都说方便。"

  @Test(arguments: [20, 40, 80, 200])
  func `a line is no wider than the terminal, and the number stands in it`(width: Int) throws {
    for language in [Language.chinese, .english] {
      let text = FigureTableText(
        messages: Messages(language: language), painter: Painter(usesColor: false)
      )
      .render(Self.list([try Self.figure(Self.long, "5.2万盏", value: 52_000)]), width: width)
      for line in text.split(separator: "\n") {
        #expect(displayWidth(of: String(line)) <= max(width, 40), "\(width)")
      }
      #expect(text.contains("52,000 盏"))
      if width >= 40 { #expect(text.contains("5.2万盏")) }
    }
  }

  @Test func `what an issue says twice stands once, with its time`() throws {
    let month = CalendarDate(year: 2023, month: 1)
    let figures = [
      try Self.figure("路灯5.2万盏", "5.2万盏", value: 52_000),
      try Self.figure("1月末路灯5.2万盏", "5.2万盏", value: 52_000, period: month),
    ]
    let distinct = FigureTableText.distinct(figures)
    #expect(distinct.map(\.period?.first) == [month])
  }
}
