import Testing

@testable import Bulletins

struct NewsletterTests {
  private static let weekly = """
    # 河岸周刊（第 288 期）：写字的手

    这里记录每周值得分享的内容。

    ![](https://example.org/cover.jpg)

    ## 新闻

    ### [城里开了一家旧书店](https://example.org/a?b=1)

    书店在河边，[店主](https://example.org/c)是一位**退休**教师。

    ### 🐎 新桥通车

    ```swift
    let bridge = "新桥"
    ```

    ## 文章

    1、[怎样修一支钢笔](https://example.org/d)

    先洗净，再晾干。

    2、[墨水的颜色](https://example.org/e)（英文）

    蓝黑最耐看。

    ## 订阅

    每周五发布。
    """

  private let bulletin = parse(weekly, path: "issue-288.md")

  @Test func `the first heading is the masthead`() {
    #expect(bulletin.masthead.name == "河岸周刊")
    #expect(bulletin.masthead.number?.number == 288)
    #expect(bulletin.masthead.subtitle == "写字的手")
  }

  @Test func `entries are articles, the section above them is theirs`() {
    #expect(
      bulletin.articles.map(\.title) == [
        "写字的手", "城里开了一家旧书店", "🐎 新桥通车", "1、怎样修一支钢笔", "2、墨水的颜色（英文）", "订阅",
      ])
    #expect(bulletin.articles.map(\.section) == [nil, "新闻", "新闻", "文章", "文章", nil])
    #expect(bulletin.sections.map(\.articles) == [1..<3, 3..<5])
  }

  @Test func `text under the masthead is the leading article`() {
    #expect(bulletin.articles.first?.isLead == true)
    #expect(bulletin.articles.first?.text.string == "这里记录每周值得分享的内容。")
  }

  @Test func `targets and mark-up are no text, titles of links and code are`() {
    #expect(bulletin.articles.dropFirst().first?.text.string == "书店在河边，店主是一位退休教师。")
    #expect(bulletin.articles.dropFirst(2).first?.text.string == "let bridge = \"新桥\"")
  }

  @Test(arguments: [
    ("issue-12.md", 12, nil), ("第99期.md", 99, nil),
    ("#100-2020.02.10.md", 100, IssueDate(year: 2020, month: 2, day: 10)),
    ("2022-08-30.md", nil, IssueDate(year: 2022, month: 8, day: 30)),
  ])
  func `number and date may stand in the name of the file alone`(
    name: String, number: Int?, date: IssueDate?
  ) {
    let masthead = parse("## 新闻\n\n没有新闻。\n\n## 天气\n\n晴。", path: name).masthead
    #expect(masthead.number?.number == number)
    #expect(masthead.date == date)
  }

  @Test func `the date may stand in the front matter`() {
    let bulletin = parse(
      "---\ntitle: 周刊\ndate: 2021-03-05\n---\n\n# 周刊\n\n## 新闻\n\n无。\n\n## 天气\n\n晴。")
    #expect(bulletin.masthead.date == IssueDate(year: 2021, month: 3, day: 5))
    #expect(bulletin.articles.map(\.title) == ["新闻", "天气"])
  }

  @Test func `text under the heading of a section is an article of its own`() {
    let bulletin = parse(
      "# 周刊\n\n## 新闻\n\n### 甲\n\n一。\n\n## 文章\n\n编者荐文。\n\n### 乙\n\n二。\n\n## 工具\n\n### 丙\n\n三。")
    #expect(bulletin.articles.map(\.title) == ["甲", "文章", "乙", "丙"])
  }

  @Test func `deeper headings of an article are its paragraphs`() {
    let bulletin = parse("# 周刊\n\n## 新桥\n\n通车了。\n\n### 长度\n\n三百米。\n\n## 天气\n\n晴。")
    #expect(bulletin.articles.map(\.text.string) == ["通车了。\n长度\n三百米。", "晴。"])
  }

  @Test func `bold lines are titles of entries where there are no headings`() {
    let bulletin = parse(
      "# 河岸日报 2024-05-31\n\n今天有两条。\n\n**旧书店开张**\n\n在河边。\n\n**新桥通车**\n\n在上游。", path: "a.md")
    #expect(bulletin.articles.map(\.title).suffix(2) == ["旧书店开张", "新桥通车"])
    #expect(bulletin.articles.map(\.text.string) == ["今天有两条。", "在河边。", "在上游。"])
    #expect(bulletin.articles.map(\.isLead) == [true, false, false])
  }
}
