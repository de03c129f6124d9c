import Testing

@testable import Bulletins

struct MastheadTests {
  @Test func `secrecy, number of the copy and signer are masthead, not text`() {
    let bulletin = parse(
      """
      内部资料 注意保存
      编号 017

      # 青禾水务简讯

      2024年第5期（总第41期）\t2024年5月31日

      青禾省水务协会编印　　签发：高若水

      ## 水厂投产

      投产了。
      """)
    #expect(bulletin.masthead.date == IssueDate(year: 2024, month: 5, day: 31))
    #expect(bulletin.articles.map(\.text.string) == ["投产了。"])
    #expect(bulletin.masthead.lines == 1...8)
  }

  @Test func `a special issue has its theme on a line of its own`() {
    let bulletin = parse(
      "# 青禾水务简讯\n\n增刊第1期\n\n抗旱保供专刊\n\n青禾省水务协会\n\n2024年7月1日\n\n## 打井\n\n打了井。")
    #expect(bulletin.masthead.number?.kind == .supplement)
    #expect(bulletin.masthead.number?.theme == "抗旱保供")
    #expect(bulletin.articles.map(\.title) == ["打井"])
  }

  @Test func `the name may be no heading`() {
    let bulletin = parse("青禾水务简讯\n\n第5期\n\n二〇二四年五月三十一日\n\n## 打井\n\n打了井。")
    #expect(bulletin.masthead.name == "青禾水务简讯")
    #expect(bulletin.masthead.date == IssueDate(year: 2024, month: 5, day: 31))
  }

  @Test func `the date of the issue is not that of a paper in it`() {
    let bulletin = parse("# 公报\n\n第5期\n\n2024年5月31日\n\n## 通知\n\n有关办法照旧。\n\n1987年12月13日")
    #expect(bulletin.masthead.date == IssueDate(year: 2024, month: 5, day: 31))
  }

  @Test func `a date before there were such bulletins is a warning`() throws {
    let date = try #require(IssueDate(year: 1931, month: 5, day: 31))
    let bulletin = parse("# 公报\n\n第5期\n\n1931年5月31日\n\n## 通知\n\n照旧。")
    #expect(bulletin.warnings == [.dateOutOfRange(date)])
  }
}
