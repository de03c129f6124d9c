import Testing

@testable import Bulletins

struct SectionTests {
  @Test(arguments: ["【要闻】", "## 【要闻】", "#### 〖要闻〗", "**【要闻】**", "〔要闻〕", "### ◆要闻", "◆ 要闻", "■要闻"])
  func `a mark of any kind opens a section`(mark: String) {
    let bulletin = parse("# 简讯\n\n第5期\n\n\(mark)\n\n## 水厂投产\n\n投产了。\n\n## 泵站验收\n\n验收了。")
    #expect(bulletin.articles.map(\.section) == ["要闻", "要闻"])
    #expect(bulletin.sections == [Section(name: "要闻", line: 5, articles: 0..<2)])
  }

  @Test func `a sign before a point of an article opens no section`() {
    let bulletin = parse("# 简讯\n\n第5期\n\n## 水厂投产\n\n◆ 产能\n\n十万吨。\n\n◆ 工艺\n\n超滤。")
    #expect(bulletin.sections.isEmpty)
    #expect(bulletin.articles.map(\.text.string) == ["◆ 产能\n十万吨。\n◆ 工艺\n超滤。"])
  }

  @Test func `a section without articles is listed`() {
    let bulletin = parse("# 简讯\n\n第5期\n\n【要闻】\n\n【动态】\n\n## 水厂投产\n\n投产了。")
    #expect(bulletin.sections.map(\.name) == ["要闻", "动态"])
    #expect(bulletin.sections.map(\.articles) == [0..<0, 0..<1])
  }

  @Test func `a heading above several deeper ones is a section`() {
    let bulletin = parse(
      "# 简讯\n\n第5期\n\n## 要闻\n\n### 水厂投产\n\n投产了。\n\n### 泵站验收\n\n验收了。\n\n## 动态\n\n### 换表\n\n换了。\n\n### 查漏\n\n查了。"
    )
    #expect(bulletin.articles.map(\.section) == ["要闻", "要闻", "动态", "动态"])
  }
}
