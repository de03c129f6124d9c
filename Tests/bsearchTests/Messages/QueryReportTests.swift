import AnswerRecords
import BulletinSearch
import Testing

@testable import bsearch

struct QueryReportTests {
  private func render(_ query: String, width: Int = 80, _ language: Language = .english) -> String {
    QueryReport(messages: Messages(language: language), width: width)
      .render(QueryInspection.parse(query).problems, of: query)
  }

  @Test func `the mark is below the place, whose characters are wide`() {
    #expect(
      render("水库 “大坝") == """
          水库 “大坝
               ^
          character 4: the quotation mark is not closed

        """)
    #expect(
      render("期：八月 大坝", .chinese) == """
          期：八月 大坝
              ^^^^
          第 3 字：不是数字；可写 8、8..12、>=8、第八期

        """)
  }

  @Test func `each problem has its own mark`() {
    let lines = render("“甲 乙)").split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines.map { $0.contains("^") } == [false, true, false, false, true, false])
  }

  @Test func `nothing in the query is an order to a terminal`() {
    #expect(
      render("\u{1B}[31m\t\r\n(水")
        == """
          ␛[31m  (水
                 ^
          character 8: the bracket is not closed

        """)
  }

  @Test(arguments: [(0, 200), (100, 100), (200, 0), (3, 300)])
  func `a long query is cut around the place`(before: Int, after: Int) throws {
    let query =
      String(repeating: "水", count: before) + " (" + String(repeating: "坝", count: after)
    let lines = render(query, width: 40).split(separator: "\n").map(String.init)
    let caret = try #require(lines[1].firstIndex(of: "^"))
    let column = displayWidth(of: lines[1][..<caret])
    var shown = lines[0]
    while displayWidth(of: shown) > column { shown.removeLast() }
    #expect(displayWidth(of: shown) == column)
    #expect(lines[0].dropFirst(shown.count).first == "(")
    #expect(displayWidth(of: lines[0]) <= 40)
    #expect(lines[0].contains("…水") == (before > 20))
    #expect(lines[0].hasSuffix("…") == (after > 20))
  }

  @Test func `every problem has words in both languages`() {
    for kind in QueryProblem.Kind.allCases {
      let problem = QueryProblem(kind: kind, range: 0..<1)
      let chinese = Messages(language: .chinese).queryProblem(problem)
      #expect(chinese.unicodeScalars.contains { $0.properties.isIdeographic })
      let english = Messages(language: .english).queryProblem(problem)
      #expect(english.hasPrefix("character 1: ") && english.utf8.count > 20)
    }
  }
}
