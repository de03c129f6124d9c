import BulletinSearch
import Testing

struct ArticleTests {
  @Test func `an article of a numbered bulletin is named by issue and place`() throws {
    let index = try makeIndex(of: [("a.md", Self.water.text)])
    #expect(try index.ids("换表") == ["41/2"])
    let article = try #require(try index.article("41/2"))
    #expect(article.title == "北岭供水公司换表")
    #expect(article.paragraphs == ["换表三千只。", "不收费用。"])
    #expect(article.byline == "陆禾")
    #expect(article.authors == ["陆禾"])
    #expect(article.ordinal == 2)
    #expect(article.issue.label == "41")
    #expect(article.citation == "陆禾. 北岭供水公司换表[J]. 青禾水务简讯，2024（5）.")
  }

  @Test func `an issue without a running number is named by its number`() throws {
    var issue = Self.water
    issue.total = nil
    let index = try makeIndex(of: [("a.md", issue.text)])
    #expect(try index.ids("换表") == ["5/2"])
    #expect(try index.article("5/2")?.title == "北岭供水公司换表")
    #expect(try index.article("青禾水务简讯:2024-5/2")?.title == "北岭供水公司换表")
  }

  @Test func `where several bulletins share an index the name comes first`() throws {
    var forest = Self.water
    forest.name = "青禾林业简讯"
    forest.articles = [TestArticle("南山造林", "造林三千亩。")]
    let index = try makeIndex(of: [("a.md", Self.water.text), ("b.md", forest.text)])
    #expect(try Set(index.ids("三千")) == ["青禾水务简讯:41/2", "青禾林业简讯:41/1"])
    #expect(try index.article("青禾林业简讯:41/1")?.title == "南山造林")
    #expect(try index.articles(ofIssue: "青禾水务简讯:41").map(\.ordinal) == [1, 2])
    #expect(throws: IssueReferenceError.self) { try index.article("41/2") }
  }

  @Test func `a second issue with the same number can be reached`() throws {
    var other = Self.water
    other.articles = [TestArticle("南湖清淤", "清淤三万方。")]
    let index = try makeIndex(of: [("a.md", Self.water.text), ("b.md", other.text)])
    #expect(try index.ids("清淤") == ["b/1"])
    #expect(try index.article("b/1")?.title == "南湖清淤")
    #expect(try index.issues().map(\.label) == ["41", "41"])
  }

  @Test(arguments: [
    "41/0", "41/3", "41/-1", "42/1", "41", "/1", "41/", "", "41/99999999999999999999", "林业:41/1",
  ])
  func `there is no article of another name`(id: String) throws {
    let index = try makeIndex(of: [("a.md", Self.water.text)])
    #expect(try index.article(id) == nil)
  }

  @Test func `an issue knows what was read`() throws {
    let index = try makeIndex(of: [("a.md", Self.water.text)])
    let issue = try #require(try index.issues().first)
    #expect(issue.bulletin == "青禾水务简讯")
    #expect(issue.numberText == "2024年第5期（总第41期）")
    #expect(issue.date == "2024-05-31")
    #expect(issue.publisher == "青禾省水务协会秘书处")
    #expect(issue.encoding == "utf-8")
    #expect(issue.articleCount == 2)
    #expect(issue.unsignedCount == 0)
    #expect(issue.path.hasSuffix("/issues/a.md"))
    #expect(try index.status().articles == 2)
    #expect(try index.status().isAnalyzerCurrent)
    #expect(try index.status().report.characters == issue.characterCount)
  }

  private static let water = TestIssue(articles: [
    TestArticle("东渡水厂投产", "日供水十万吨。"),
    TestArticle("北岭供水公司换表", "换表三千只。", "不收费用。", author: "陆禾"),
  ])
}
