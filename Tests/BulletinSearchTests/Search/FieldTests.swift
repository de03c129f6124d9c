@testable import BulletinSearch
import Testing

/// Fields, numbers and dates of a query choose among articles.
struct FieldTests {
  @Test(arguments: [
    ("标题：水库", ["41/1", "42/2"]), ("title:水库", ["41/1", "42/2"]),
    ("标题：（水库 或 大坝）", ["41/1", "41/2", "42/2"]), ("正文：水库 -标题：水库", ["41/2"]),
    ("作者：沈青", ["41/1", "42/1"]), ("author:\"沈\"", ["41/1", "42/1"]),
    ("作者：沈青 水库", ["41/1"]), ("标题：水庫", ["41/1", "42/2"]),
    ("期：5", ["41/1", "41/2"]), ("期：第六期", ["42/1", "42/2"]), ("总期：>=42", ["42/1", "42/2"]),
    ("总期：四十一..四十二 水库", ["41/1", "41/2", "42/2"]), ("总期：7", []),
    ("日期：2024-05", ["41/1", "41/2"]), ("日期：二〇二四年六月", ["42/1", "42/2"]),
    ("日期：2024-05-31..2024-06", ["41/1", "41/2", "42/1", "42/2"]), ("日期：2023", []),
    ("日期：..2024-05 水库", ["41/1", "41/2"]), ("日期：上个月 水库", ["41/1", "41/2"]),
    ("日期：1800..2200 水库", ["41/1", "41/2", "42/2"]), ("日期：2100..", []),
    ("水库 -期：5", ["42/2"]), ("标题：c*", ["42/1"]), ("标题：\"水库 加固\"~2", ["41/1"]),
  ])
  func `a condition chooses articles`(query: String, ids: [String]) throws {
    var options = SearchOptions()
    options.today = CalendarDate(year: 2024, month: 6, day: 20)
    options.keepsToStrictest = true
    let response = try Self.index.get().search(query, options: options)
    #expect(response.results.map(\.id).sorted() == ids, "\(query)")
    #expect(response.totals?.articles == ids.count, "\(query)")
  }

  @Test(arguments: [
    ("刊：水务", ["41/1", "42/1", "增刊1/1"]), ("刊：林业", ["9/1"]), ("bulletin:林業 造林", ["9/1"]),
    ("刊：“青禾 林业简讯”", ["9/1"]), ("刊：（水务 或 林业） 造林", ["42/1", "9/1"]), ("造林 -刊：林业", ["42/1"]),
    ("刊：渔业", []), ("期：8", ["42/1"]), ("期：增刊1", ["增刊1/1"]), ("期：增刊", ["增刊1/1"]), ("期：1", []),
  ])
  func `a bulletin and its supplements are chosen`(query: String, ids: [String]) throws {
    #expect(try Self.bulletins.get().ids(query).sorted() == ids.sorted(), "\(query)")
  }

  private static let bulletins = Result {
    func text(_ name: String, _ number: String, _ article: String) -> String {
      "# \(name)\n\n\(number)\n\n2024年7月31日\n\n## 【要闻】\n\n### \(article)\n\n\(article)完毕。\n"
    }
    return try makeIndex(of: [
      ("a.md", text("青禾水务简讯", "2024年第6期（总第41期）", "水库清淤")),
      ("b.md", text("青禾水务简讯", "2024年第7-8期（总第42期）", "堤岸造林")),
      ("c.md", text("青禾水务简讯", "2024年增刊第1期", "河道巡查")),
      ("d.md", text("青禾林业简讯", "2024年第2期（总第9期）", "南山造林")),
    ])
  }

  @Test func `a condition holds however loosely the words match`() throws {
    let response = try Self.index.get().search("期：6 水库 糠醛 大坝")
    #expect(response.match == .some)
    #expect(response.results.map(\.id) == ["42/2"])
    #expect(response.totals?.articles == 1)
  }

  @Test func `one of several conditions holds however loosely the words match`() throws {
    #expect(try Self.index.get().ids("（期：6 或 期：7） 水库 糠醛 大坝") == ["42/2"])
    #expect(try Self.index.get().ids("（期：7 或 期：8） 水库 糠醛 大坝").isEmpty)
  }

  @Test func `a name that is no field is text`() throws {
    #expect(try Self.index.get().ids("注：按旧例") == ["42/1"])
    #expect(try Self.index.get().search("备注：按旧例").match == .some)
  }

  @Test func `what looks like a field is found as text too`() throws {
    let response = try Self.index.get().search("期：五月")
    #expect(response.results.map(\.id) == ["42/1"])
    let pasted = try Self.index.get().search("作者：佚名")
    #expect(pasted.results.map(\.id) == ["42/1"])
    #expect(pasted.totals?.whole == WholeCount(articles: 1, occurrences: 1))
    #expect(pasted.totals?.articles == 1)
  }

  private static let index = Result {
    let first = TestIssue(articles: [
      TestArticle("水库除险加固", "大坝与水库同日验收。"),
      TestArticle("大坝巡查", "巡查到水库为止。", author: "陆远"),
    ])
    let second = TestIssue(
      number: 6, total: 42, date: "2024-06-28",
      articles: [
        TestArticle("Cloud 平台", "检期：五月。旧稿写明作者：佚名，注：按旧例。"),
        TestArticle("水库清淤", "清淤之后，大堤不动。", author: "陆远"),
      ])
    return try makeIndex(of: [("05.md", first.text), ("06.md", second.text)])
  }
}
