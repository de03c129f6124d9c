import Testing

@testable import Bulletins

struct TitleTests {
  private func titles(_ body: String) -> [String] {
    parse("# 青禾水务简讯\n\n第5期\n\n" + body).articles.map(\.title)
  }

  @Test func `without contents each heading with text is a title whatever its level`() {
    let body = "## 水厂开放日\n\n来了百人。\n\n# 管网换新\n\n换了三公里。\n\n### 夜间抢修\n\n修了一夜。"
    #expect(titles(body) == ["水厂开放日", "管网换新", "夜间抢修"])
  }

  @Test func `a unit above a title is part of it`() {
    #expect(titles("## 北岭供水公司\n\n### 完成换表\n\n换了一万只。") == ["北岭供水公司 完成换表"])
  }

  @Test func `a subtitle with a dash follows its title`() {
    #expect(titles("## 水从哪里来\n\n### ——记东渡水厂三十年\n\n三十年了。") == ["水从哪里来——记东渡水厂三十年"])
    #expect(titles("## 水从哪里来\n\n——记东渡水厂三十年\n\n三十年了。") == ["水从哪里来——记东渡水厂三十年"])
  }

  @Test func `a numbered heading within an article is no title`() {
    let bulletin = parse("# 简讯\n\n第5期\n\n## 经验\n\n开头。\n\n### 一、做法\n\n甲。\n\n### （一）细节\n\n乙。")
    #expect(bulletin.articles.map(\.title) == ["经验"])
    #expect(bulletin.articles.first?.text.string == "开头。\n一、做法\n甲。\n（一）细节\n乙。")
  }

  @Test func `an unlisted deeper heading stays in its article if the contents are complete`() {
    let contents = "## 目录\n\n甲厂投产 ...... 1\n乙厂检修 ...... 2\n丙厂验收 ...... 3\n\n"
    let body = "## 甲厂投产\n\n投产了。\n\n### 工艺特点\n\n先进。\n\n## 乙厂检修\n\n修了。\n\n## 丙厂验收\n\n收了。"
    #expect(titles(contents + body) == ["甲厂投产", "乙厂检修", "丙厂验收"])
  }

  @Test func `a note of the editors belongs to the article below it`() {
    let bulletin = parse("# 简讯\n\n第5期\n\n## 【经验】\n\n编者按：值得一读。\n\n## 老井新用\n\n打了井。")
    #expect(bulletin.articles.map(\.title) == ["老井新用"])
    #expect(bulletin.articles.first?.text.string == "编者按：值得一读。\n打了井。")
    #expect(bulletin.articles.first?.lines == 7...11)
  }

  @Test func `a running head is no title`() {
    let bulletin = parse("# 青禾水务简讯\n\n第5期\n\n## 水厂开放\n\n来了百人。\n\n# 青禾水务简讯\n\n走了百人。")
    #expect(bulletin.articles.map(\.title) == ["水厂开放"])
    #expect(bulletin.articles.first?.text.string == "来了百人。\n走了百人。")
  }
}
