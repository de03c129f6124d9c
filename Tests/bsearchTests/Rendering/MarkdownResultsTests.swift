import AnswerRecords
import BulletinSearch
import Testing

@testable import bsearch

struct MarkdownResultsTests {
  @Test func `articles are items, passages are quotations`() {
    let totals = SearchTotals(articles: 1, issues: 1, occurrences: 2, match: .verbatim)
    let text = MarkdownResults(messages: Messages(language: .chinese)).rendered(
      Examples.answer([Examples.result()], totals: totals))
    #expect(
      text == """
        ## 青川水务简讯  2022年第8期（总第92期）  2022-08-30

        - **92/3** 【工程建设】城南**泵站**投入运行 — 林舟，第3页

          > …八月起**泵站**日供水两万吨，…

        1 篇，1 期，2 处（逐字）

        """)
  }

  @Test
  func `section and byline are lit, and what matches loosely stands under a line that says so`() {
    var result = Examples.result(match: .scattered)
    result.sectionExcerpt?.highlights = [0..<6]
    result.bylineExcerpt?.highlights = [0..<3]
    let text = MarkdownResults(messages: Messages(language: .english)).rendered(
      Examples.answer([result]))
    #expect(text.hasPrefix("*where the words stand apart:*\n\n## "))
    #expect(text.contains("【**工程**建设】城南**泵站**投入运行 — **林**舟, p. 3"))
  }

  @Test func `mark-up of the text is shown, not obeyed`() {
    #expect(
      MarkdownResults.escaped("<b>*一*</b> [二](三) & #四")
        == "&lt;b\\>\\*一\\*&lt;/b\\> \\[二\\](三) &amp; \\#四")
  }
}
