import AnswerRecords
import BulletinSearch
import Testing

@testable import bsearch

struct HumanResultsTests {
  private func rendered(
    _ answer: SearchAnswer, color: Bool = false, width: Int? = nil, language: Language = .chinese
  ) -> String {
    HumanResults(
      messages: Messages(language: language), painter: Painter(usesColor: color), width: width
    ).rendered(answer)
  }

  @Test func `an article stands below its issue, its passages below its title`() {
    let totals = SearchTotals(articles: 1, issues: 1, occurrences: 4, match: .verbatim)
    #expect(
      rendered(Examples.answer([Examples.result()], totals: totals)) == """
        青川水务简讯  2022年第8期（总第92期）  2022-08-30
          92/3  【工程建设】城南⟦泵站⟧投入运行   林舟  第3页
                …八月起⟦泵站⟧日供水两万吨，…
        1 篇，1 期，4 处（逐字）  0.6 ms

        """)
  }

  @Test func `articles of one issue in a row share its head`() {
    let results = [
      Examples.result("92/3"), Examples.result("92/1"),
      Examples.result("93/1", issue: Examples.otherIssue), Examples.result("92/2"),
    ]
    let heads = rendered(Examples.answer(results)).split(separator: "\n")
      .filter { $0.hasPrefix("青川") }
    #expect(heads.map { $0.contains("总第92期") } == [true, false, true])
  }

  @Test func `weaker matches come below a line that says so`() {
    let results = [Examples.result("92/3"), Examples.result("92/4", match: .scattered)]
    #expect(rendered(Examples.answer(results)).contains("\n以下词语不相连：\n青川"))
  }

  @Test func `section and byline are lit as the title is`() {
    var result = Examples.result()
    result.sectionExcerpt?.highlights = [0..<6]
    result.bylineExcerpt?.highlights = [0..<3]
    #expect(rendered(Examples.answer([result])).contains("【⟦工程⟧建设】城南⟦泵站⟧投入运行   ⟦林⟧舟  第3页"))
  }

  @Test func `a list that a limit cut says how much there is and how to see it`() {
    let totals = SearchTotals(articles: 43, issues: 9, occurrences: 75, match: .verbatim)
    let results = [Examples.result(), Examples.result("92/4")]
    #expect(!rendered(Examples.answer(results, totals: totals)).contains("--all"))
    var answer = Examples.answer(results, totals: totals, hasMore: true)
    answer.offset = 10
    #expect(
      rendered(answer, language: .english)
        .hasSuffix("2 of 43 articles shown; --all shows all, --offset 12 goes on\n"))
    answer.totals?.articles = 1
    #expect(rendered(answer, language: .english).contains("more articles that match less exactly"))
  }

  @Test func `colours take the place of brackets`() {
    let text = rendered(Examples.answer([Examples.result()]), color: true)
    #expect(text.contains("城南\u{1B}[1;31m泵站\u{1B}[0m投入运行"))
    #expect(!text.contains("⟦"))
  }

  @Test func `a highlight that is broken over lines keeps its colour and its brackets`() {
    var result = Examples.result()
    result.passages = [
      Excerpt(text: "新建城南城北城东城西四座泵站，", highlights: [6..<42], line: 42, column: 10)
    ]
    func passage(color: Bool) -> [String] {
      rendered(Examples.answer([result]), color: color, width: 24).split(separator: "\n")
        .suffix(2).map(String.init)
    }
    #expect(passage(color: false) == ["    新建⟦城南城北城东城", "    西四座泵站⟧，"])
    #expect(
      passage(color: true)
        == ["    新建\u{1B}[1;31m城南城北城东城西\u{1B}[0m", "    \u{1B}[1;31m四座泵站\u{1B}[0m，"])
  }

  @Test(arguments: [20, 31, 40, 80])
  func `no line is wider than the terminal`(width: Int) {
    let answer = Examples.answer([Examples.result(), Examples.result("青川水务简讯:2022-8/3")])
    for line in rendered(answer, width: width).split(separator: "\n") {
      #expect(displayWidth(of: String(line)) <= width, "\(line)")
    }
  }

  @Test func `English counts in words`() {
    let totals = SearchTotals(articles: 1, issues: 2, occurrences: 1200, match: .scattered)
    #expect(
      rendered(Examples.answer([], totals: totals), language: .english)
        == "1 article, 2 issues, 1,200 places (scattered)  0.6 ms\n")
  }

  @Test func `a title that gives orders to the terminal is shown harmless`() {
    var result = Examples.result()
    result.title = Excerpt(text: "\u{1B}]0;题目\u{07}\n泵站\u{202E}", highlights: [])
    let text = rendered(Examples.answer([result]))
    #expect(text.contains("␛]0;题目␇ 泵站\u{FFFD}"))
  }
}
