import Testing

@testable import Bulletins

struct PageJoinTests {
  private static let first = "会议要求各单位在汛期到来之前完成取水口的清淤工作，并把备用水源的启用方案报省水务协"
  private static let second = "会秘书处备案，逾期不报的通报批评。"

  private func text(between: String, _ first: String = first, _ second: String = second) -> String {
    let issue = "# 简讯\n\n第5期\n\n## 清淤\n\n\(first)\(between)\(second)"
    return parse(issue).articles.first?.text.string ?? ""
  }

  @Test(arguments: [
    "\n\n", "\n\n\n\n\n", "\n\n---\n\n", "\n\n— 3 —\n\n", "\n\n- 3 -\n\n", "\n\n第 3 页 共 12 页\n\n",
    "\u{C}", "\n\u{C}\n", "\n\n![](photo.jpg)\n\n", "\n\n# 简讯\n\n", "\r\n\r\n",
    "\n\n<!-- 翻页 -->\n\n",
  ])
  func `a paragraph goes on behind whatever a page break leaves`(between: String) {
    #expect(text(between: between) == Self.first + Self.second)
  }

  @Test(arguments: [
    "## 新的题目\n\n", "- ", "一、", "（一）", "1. ", "　　", "【", "注：", "图1 ", "| 甲 | 乙 |\n|---|---|\n| ",
  ])
  func `what begins a new paragraph is not joined`(opening: String) {
    #expect(!text(between: "\n\n", Self.first, opening + Self.second).contains("水务协会秘书处"))
  }

  @Test(arguments: ["。", "！", "？", "：", "；", "”", "）", "》", "…"])
  func `a paragraph that has ended is not joined`(ending: String) {
    let paragraphs = text(between: "\n\n", Self.first + ending).split(separator: "\n")
    #expect(paragraphs.count == 2)
  }

  @Test func `lines of one paragraph are joined without counting as page breaks`() {
    let issue = "# 简讯\n\n第5期\n\n## 清淤\n\n\(Self.first)\n\(Self.second)"
    let article = parse(issue).articles.first
    #expect(article?.text.string == Self.first + Self.second)
    #expect(article?.joins == [])
  }

  @Test func `Latin words of two lines keep a blank between them`() {
    let text =
      "The pumping station at the old river was opened to the public\nlast Sunday in the afternoon."
    let bulletin = parse("# Letter\n\n第5期\n\n## Station\n\n\(text)")
    #expect(bulletin.articles.first?.text.string == text.replacingLineFeeds())
  }

  @Test func `a repeated character without evidence is kept and reported`() {
    let bulletin = parse("# 简讯\n\n第5期\n\n## 清淤\n\n会议要求各单位在汛期到来之前完成取水口清淤工作，做到好好学习天\n\n天向上，人人有责。")
    #expect(bulletin.articles.first?.text.string.contains("学习天天向上") == true)
    #expect(bulletin.warnings == [.doubledCharacters("天", line: 9)])
  }

  @Test func `a page with links was never cut`() {
    let text = "见[说明](http://example.org/a)\n\n\(Self.first)\n\n\(Self.second)"
    let bulletin = parse("# 简讯\n\n第5期\n\n## 清淤\n\n\(text)")
    #expect(bulletin.articles.first?.text.string == "见说明\n\(Self.first)\n\(Self.second)")
  }
}
