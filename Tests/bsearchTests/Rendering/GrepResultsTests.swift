import AnswerRecords
import BulletinSearch
import Testing

@testable import bsearch

struct GrepResultsTests {
  private func rendered(
    _ result: SearchResult, color: Bool = false, language: Language = .english
  ) -> String {
    GrepResults(messages: Messages(language: language), painter: Painter(usesColor: color))
      .rendered(Examples.answer([result]))
  }

  @Test func `what does not stand as it was written has a mark`() {
    let apart = Examples.result(match: .scattered)
    #expect(rendered(apart).contains(":42:10:[apart] …八月起泵站"))
    #expect(rendered(apart, language: .chinese).contains(":42:10:［分散］…八月起泵站"))
    #expect(rendered(Examples.result(match: .some)).contains(":42:10:[some] …八月起泵站"))
  }

  @Test func `a paragraph is file, line, column and text`() {
    var result = Examples.result()
    result.passages = [
      Excerpt(text: "八月起泵站日供水两万吨。", highlights: [9..<15], line: 42, column: 10)
    ]
    #expect(rendered(result) == "issues/2022-08.md:42:10:八月起泵站日供水两万吨。\n")
  }

  @Test func `an article without passages has the line of its title`() {
    var result = Examples.result()
    result.passages = []
    #expect(rendered(result) == "issues/2022-08.md:40:1:城南泵站投入运行\n")
  }

  @Test func `a paragraph stays one line whatever it holds`() {
    var result = Examples.result()
    result.passages = [Excerpt(text: "泵站\r\n一\t二\u{2028}三\u{9B}31m", highlights: [0..<6])]
    #expect(rendered(result) == "issues/2022-08.md:1:1:泵站 一 二\u{FFFD}三\u{FFFD}31m\n")
  }

  @Test func `a file name cannot break the line`() {
    var result = Examples.result()
    result.issue.path = "a\nb\u{1B}.md"
    #expect(rendered(result).hasPrefix("a b␛.md:42:10:"))
  }

  @Test func `what was found stands in a line of its own`() {
    var result = Examples.result()
    result.passages = [
      Excerpt(text: "泵站", highlights: [0..<6], line: 40, column: 7, field: .title),
      Excerpt(text: "泵\r\n站\u{1B}", highlights: [0..<9], line: 42, column: 10),
    ]
    let answer = Examples.answer([result])
    #expect(
      MatchResults(painter: Painter(usesColor: false)).rendered(answer) == """
        issues/2022-08.md:40:7:泵站
        issues/2022-08.md:42:10:泵 站␛

        """)
    #expect(
      MatchResults(painter: Painter(usesColor: true)).rendered(answer)
        .contains("\u{1B}[1;31m泵站\u{1B}[0m\n"))
  }

  @Test func `places are file and identifier`() {
    let answer = Examples.answer([Examples.result()])
    #expect(
      PlaceResults(painter: Painter(usesColor: false)).rendered(answer)
        == "issues/2022-08.md:92/3\n")
  }
}
