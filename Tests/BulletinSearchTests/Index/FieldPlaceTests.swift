import BulletinSearch
import Testing

/// What is found in a title, a section or a byline stands in the file where the result says.
struct FieldPlaceTests {
  /// A file, what to look for, and where that stands.
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var file = "2024-05.md"
    var text: String
    var query: String
    /// The lines and columns of all places.
    var places: [String]

    var testDescription: String { name }
  }

  @Test(arguments: cases)
  func `an occurrence has the line and the column of the file`(given: Case) throws {
    let index = try makeIndex(of: [(given.file, given.text)])
    var options = SearchOptions()
    options.excerpts = .occurrences
    let found = try index.search("“\(given.query)”", options: options).results.flatMap(\.passages)
    #expect(found.map { "\($0.line):\($0.column)" } == given.places)
  }

  private static let head = "# 青禾水务简讯\n\n第5期 总第41期\n\n2024年5月31日\n\n"

  private static let cases: [Case] = [
    Case(
      name: "a title with a link and emphasis",
      text: "# 青禾周刊（第 5 期）\n\n## 新闻\n\n1、[东渡**水厂**](http://example.org/a)：投产\n\n正文甲。\n\n"
        + "2、[北岭](http://example.org/b)\n\n正文乙。\n",
      query: "投产", places: ["5:48"]),
    Case(
      name: "a title with an escape and an entity",
      text: head + "## 东渡\\*水厂 &lt;&gt;投产\n\n来了百人。\n", query: "投产", places: ["7:27"]),
    Case(
      name: "entities side by side", text: head + "## &lt;&amp;at\n\n来了百人。\n", query: "&at",
      places: ["7:8"]),
    Case(
      name: "a title over two headings",
      text: head + "## 东渡水务公司\n\n### **抢修**水管\n\n来了百人。（沈青）\n", query: "抢修水管",
      places: ["9:7"]),
    Case(
      name: "a title that the masthead lends",
      text: "# 青禾双周简报（第 5 期）：水厂投产\n\n开头一段。\n\n## 新闻\n\n正文。\n", query: "水厂投产", places: ["1:39"]),
    Case(
      name: "a title under a note of the editors",
      text: head + "【编者按】各地要学。\n\n## 东渡**水厂**\n\n来了百人。\n", query: "水厂", places: ["9:12"]),
    Case(
      name: "a title that is the first words of the text",
      text: "东渡水厂投产了。来了很多很多很多人，都说好。\n", query: "水厂", places: ["1:7", "1:7"]),
    Case(
      name: "a section under a mark",
      text: head + "## **【会员动态】**\n\n### 东渡水厂\n\n来了百人。\n\n### 北岭\n\n无事。\n", query: "动态",
      places: ["7:15", "7:15"]),
    Case(
      name: "a byline in brackets and one under the title",
      text: head + "## 东渡水厂\n\n北岭供水公司 赵田\n\n来了百人。（赵田 摄影：陆禾）\n\n## 又一篇\n\n（赵田）的话说完了。无人。\n",
      query: "赵田", places: ["9:20", "11:19", "15:4"]),
    Case(
      name: "a unit", text: head + "## 东渡水厂\n\n来了百人。\n\n（供稿：岚江公司　审核：沈青）\n", query: "岚江公司",
      places: ["11:13"]),
    Case(
      name: "a source beside a byline",
      text: head + "## 东渡水厂\n\n来了百人。（沈青）\n\n（来源：岚江晚报）\n", query: "岚江晚报", places: ["11:13"]),
    Case(
      name: "text of HTML over several lines", file: "a.html",
      text: "<h1>青禾简讯</h1>\n<h2>东渡\n  水厂</h2>\n<pre>甲乙\n丙水厂</pre>\n", query: "水厂",
      places: ["3:3", "5:4"]),
  ]

  @Test func `a unit that was asked for is lit and listed`() throws {
    let index = try makeIndex(of: [("05.md", Self.cases[9].text)])
    var options = SearchOptions()
    options.excerpts = .paragraphs
    let result = try #require(try index.search("单位：岚江", options: options).results.first)
    #expect(found(in: try #require(result.bylineExcerpt)) == ["岚江"])
    #expect(result.passages.map(\.field) == [.byline])
    #expect(result.title.highlights.isEmpty)
    #expect(try index.count("单位：岚江").occurrences == 1)
  }

  @Test func `what is asked for in one field is not lit in another`() throws {
    let index = try makeIndex(of: [("05.md", Self.head + "## 水厂投产\n\n水厂在东渡。\n")])
    let result = try #require(try index.search("标题：水厂").results.first)
    #expect(found(in: result.title) == ["水厂"])
    #expect(result.passages.flatMap(\.highlights).isEmpty)
    #expect(try index.count("标题：水厂").occurrences == 1)
    #expect(try index.count("正文：水厂").occurrences == 1)
    #expect(try index.count("水厂").occurrences == 2)
  }

  @Test func `a document of another kind has the line that it is in`() throws {
    let index = try makeIndex(of: [
      TestDocument(id: "1", title: "甲", body: "乙"), TestDocument(id: "2", title: "水厂", body: "水厂"),
    ])
    var options = SearchOptions()
    options.excerpts = .occurrences
    let places = try index.search("水厂", options: options).results.flatMap(\.passages)
    #expect(places.map(\.line) == [2, 2])
    #expect(places.map(\.column) == [1, 1])
  }
}
