import BulletinSearch
import TestSupport
import Testing

/// Lists of names and contents: everything that an issue prints, counted once.
struct NameListTests {
  private static func issue(_ bulletin: String, _ number: Int, _ articles: [[String]]) -> String {
    "# \(bulletin)\n\n2023年第\(number)期\n\n2023-0\(number)-28\n\n"
      + articles.map { article in
        "## 【\(article[0])】\n\n### **\(article[1])**\n\n水厂供水正常，设备完好。\n\n（\(article[2])）\n\n"
      }.joined()
  }

  private static let index = Result {
    try makeIndex(of: [
      (
        "1.md",
        issue(
          "青禾水务简讯", 1, [["行业动态", "一月水厂工作情况", "王宁"], ["行业动态", "水库安全检查结束", "李红 王宁"]])
      ),
      (
        "2.md",
        issue("青禾水务简讯", 2, [["行業動態", "二月水厂工作情况", "李红"], ["工作研究", "水价改革的几点想法", "张俊清"]])
      ),
      ("3.md", issue("云岭林业通讯", 3, [["行业动态", "三月护林工作情况", "王宁"]])),
    ])
  }

  private static func lines(_ names: [NameCount]) -> [String] {
    names.map {
      "\($0.name) \($0.articleCount) \($0.issueCount) \($0.first ?? "") \($0.last ?? "")"
    }
  }

  @Test func `sections are counted by articles, and forms that are searched alike are one`() throws
  {
    #expect(
      Self.lines(try Self.index.get().names(of: .section)) == [
        "行业动态 4 3 2023-01-28 2023-03-28", "工作研究 1 1 2023-02-28 2023-02-28",
      ])
  }

  @Test func `authors are people and not bylines`() throws {
    #expect(
      Self.lines(try Self.index.get().names(of: .author)) == [
        "王宁 3 2 2023-01-28 2023-03-28", "李红 2 2 2023-01-28 2023-02-28",
        "张俊清 1 1 2023-02-28 2023-02-28",
      ])
  }

  @Test func `bulletins have all their articles and issues`() throws {
    #expect(
      Self.lines(try Self.index.get().names(of: .bulletin)) == [
        "青禾水务简讯 4 2 2023-01-28 2023-02-28", "云岭林业通讯 1 1 2023-03-28 2023-03-28",
      ])
    #expect(try Self.index.get().names(of: .unit).isEmpty)
  }

  @Test func `the contents of an issue have its articles in their order`() throws {
    let contents = try #require(try Self.index.get().contents(ofIssue: "青禾水务简讯:1"))
    #expect(contents.articles.map(\.title) == ["一月水厂工作情况", "水库安全检查结束"])
    #expect(contents.articles.map(\.section) == ["行业动态", "行业动态"])
    #expect(contents.articles.map(\.authors) == [["王宁"], ["李红", "王宁"]])
    #expect(try Self.index.get().contents(ofIssue: "99") == nil)
  }
}
