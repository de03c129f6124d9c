import Testing

@testable import Bulletins

/// Forms of single lines that real issues have.
struct SmallFormsTests {
  @Test func `the only numbered entry below a heading is an entry`() {
    let bulletin = parse(
      """
      # 山茶周刊（第 12 期）

      ## 研究

      1.[茶树越冬](https://example.org/a)

      用稻草覆盖根部。

      2.[雨水收集](https://example.org/b)

      池深一米。

      ## 工具

      1.[嫁接刀的磨法](https://example.org/c)

      顺着刃口磨。

      ## 附记

      本周下雨，参见

      1.[天气](https://example.org/d)
      """)
    #expect(bulletin.sections.map(\.name) == ["研究", "工具"])
    #expect(
      bulletin.articles.map(\.title) == ["1.茶树越冬", "2.雨水收集", "1.嫁接刀的磨法", "附记"])
    #expect(bulletin.articles[2].section == "工具")
    #expect(bulletin.articles[2].text.string == "顺着刃口磨。")
  }

  private static let note = "编者按：助老专员把半年来的见闻记成了日记，现摘登几则。"

  @Test(arguments: [
    "\(note)\n\n## 工作日记\n\n岚江移讯公司 方小满\n\n今天没有人来。", "\(note)\n\n## 工作日记\n\n作者：方小满\n\n今天没有人来。",
    "## 工作日记\n\n\(note)\n\n岚江移讯公司 方小满\n\n今天没有人来。",
    "## 工作日记\n\n\(note)\n\n方小满\n\n今天没有人来。",
  ])
  func `words of the editors do not hide the author`(text: String) throws {
    let bulletin = parse("# 岚江简讯\n\n第8期 总第92期\n\n## 【经验交流】\n\n\(text)")
    let article = try #require(bulletin.articles.first)
    #expect(bulletin.articles.count == 1)
    #expect(article.title == "工作日记")
    #expect(article.byline?.authors == ["方小满"])
    #expect(article.text.string == "\(Self.note)\n今天没有人来。")
  }

  @Test func `a backslash at the end of a line breaks it and is not shown`() {
    let bulletin = parse("## 甲\\\n\n文字\\\n后面\n\n## 乙\\\\\n\n路径 C:\\\\\n")
    #expect(bulletin.articles.map(\.title) == ["甲", "乙\\"])
    #expect(bulletin.articles[0].text.string == "文字\n后面")
    #expect(bulletin.articles[1].text.string == "路径 C:\\")
  }

  @Test(arguments: [
    ("【岚江周刊】第8期：春天", "春天"), ("【岚江周刊 第8期】春天", "春天"), ("《岚江周刊》第8期 春天", "春天"), ("「岚江周刊」第8期", nil),
    ("岚江周刊（第8期）：春天", "春天"),
  ])
  func `brackets around a name are none of it`(heading: String, subtitle: String?) {
    let bulletin = parse("# \(heading)\n\n## 甲\n\n内容。\n")
    #expect(bulletin.masthead.name == "岚江周刊")
    #expect(bulletin.masthead.number?.number == 8)
    #expect(bulletin.masthead.subtitle == subtitle)
  }

  @Test func `lines with labels stay apart, and a number between them is no page`() {
    let text = parse(
      "各区服务热线一览\n以下热线在节日期间有效\n\n\n1\n东湖区\n值班室：1001\n热线：2001、2002\n\n2\n西山区\n值班室：1003\n热线：2003\n"
    ).articles[0].text.string
    #expect(text.contains("值班室：1001\n热线：2001、2002\n2\n西山区\n值班室：1003\n热线：2003"))
  }
}
