import Testing

@testable import Bulletins

struct PlainTextTests {
  @Test(arguments: ["", " ", "\n\n", "\u{FEFF}", "---\n", "<!-- 空 -->"])
  func `a file without text has no article`(text: String) {
    #expect(parse(text).articles.isEmpty)
  }

  @Test func `a text without any form is one article titled by its first line`() {
    let bulletin = parse("河水涨了\n\n上游下了三天雨，下游的人都到堤上去了。\n\n夜里水退了。", path: "a.txt")
    #expect(bulletin.articles.map(\.title) == ["河水涨了"])
    #expect(bulletin.articles.first?.text.string == "上游下了三天雨，下游的人都到堤上去了。\n夜里水退了。")
  }

  @Test func `a text that begins with a paragraph is titled by its first words`() {
    let bulletin = parse("上游下了三天雨，下游的人都到堤上去了。夜里水退了。", path: "a.txt")
    #expect(bulletin.articles.map(\.title) == ["上游下了三天雨，下游的人都到堤上去了"])
    #expect(bulletin.articles.first?.text.string == "上游下了三天雨，下游的人都到堤上去了。夜里水退了。")
  }

  @Test func `an issue without mark-up is read by its contents`() {
    let bulletin = parse(
      """
      青禾水务简讯
      第5期（总第41期）
      青禾省水务协会秘书处
      2024.5.31

      目　录
      【要闻】……………1
      东渡水厂投产……………1
      北岭供水公司换表……………2

      【要闻】
      东渡水厂投产
      　　5月24日，东渡水厂投产。
      　　日供水十万吨。（沈青）
      北岭供水公司
      换表
      　　换了一万只。

      报：省水务局
      编辑：秘书处  电话：（0999）5550199
      """, path: "2024-05.txt")
    #expect(bulletin.masthead.name == "青禾水务简讯")
    #expect(bulletin.articles.map(\.title) == ["东渡水厂投产", "北岭供水公司 换表"])
    #expect(bulletin.articles.map(\.text.string) == ["5月24日，东渡水厂投产。\n日供水十万吨。", "换了一万只。"])
  }

  @Test func `the date of an issue may stand in its footer`() {
    let bulletin = parse("# 简讯\n\n第5期\n\n## 换表\n\n换了。\n\n---\n\n报：省水务局\n\n2024年5月31日印发")
    #expect(bulletin.masthead.date == IssueDate(year: 2024, month: 5, day: 31))
    #expect(bulletin.articles.first?.text.string == "换了。")
  }
}
