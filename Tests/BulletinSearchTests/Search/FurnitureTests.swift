import BulletinSearch
import Testing

/// What is printed around the articles is found when it is asked for, and only then.
struct FurnitureTests {
  private static let issue = """
    # 青禾水务简讯

    2024年第5期（总第41期）

    青禾省水务协会秘书处

    2024年5月31日

    ## 目 录

    水库除险加固.....1

    大坝巡查.....2

    ## **水库除险加固**

    大坝与水库同日验收。

    ## **大坝巡查**

    巡查到水库为止。

    ---

    编辑：陆远 地址：青禾路七号 电话：（0351）1234567
    """
  private static let page = """
    <html><head><title>春茶开采_岚江茶社</title></head><body>
    <nav><a href="/">首页</a> <a href="/t">茶讯</a></nav>
    <article><h1>春茶开采</h1><p>岚江两岸的茶园开采，茶讯频传。</p></article>
    <footer>岚江茶社&copy;2024 版权所有</footer></body></html>
    """
  private static let index = Result {
    try makeIndex(of: [("a.md", issue), ("b.html", page)])
  }

  private func found(_ query: String, _ change: (inout SearchOptions) -> Void = { _ in }) throws
    -> [String]
  {
    var options = SearchOptions()
    options.excerpts = .occurrences
    change(&options)
    let response = try Self.index.get().search(query, options: options)
    let passages = response.results.flatMap { result in
      result.passages.map {
        "\(result.issue.total ?? 0)/\(result.ordinal) \($0.line):\($0.column) \($0.text)"
      }
    }
    #expect(response.totals?.occurrences == passages.count, "\(query)")
    return passages
  }

  @Test(arguments: [
    ("刊头：秘书处", ["41/1 5:22 秘书处"]), ("furniture:青禾路七号", ["41/1 25:26 青禾路七号"]),
    ("刊头：水库除险", ["41/1 11:1 水库除险"]), ("刊頭：第5期", ["41/1 3:8 第5期"]),
    ("刊头：（秘书处 大坝验收）", []), ("刊头：秘书处 大坝与水库", ["41/1 5:22 秘书处", "41/1 17:1 大坝与水库"]),
  ])
  func `a query that names the masthead finds it with its place`(query: String, places: [String])
    throws
  {
    #expect(try found(query) == places)
  }

  @Test func `a page's menus and footers are found by name`() throws {
    #expect(try found("刊头：茶讯").map { $0.drop { $0 != " " } } == [" 2:42 茶讯"])
    #expect(try found("刊头：茶社©2024").count == 1)
  }

  @Test(arguments: ["秘书处", "青禾路七号", "版权所有", "1234567", "目录水库", "水务协会"])
  func `a plain query does not find it`(query: String) throws {
    let response = try Self.index.get().search(query)
    #expect(response.results.isEmpty || response.match != .verbatim)
    #expect(response.results.allSatisfy { $0.passages.allSatisfy { $0.field != .furniture } })
  }

  @Test func `characters are compared as written if asked for`() throws {
    #expect(try found("刊头：\"（0351）\"") { $0.comparesAsWritten = true }.count == 1)
    #expect(try found("刊头：\"(0351)\"") { $0.comparesAsWritten = true }.isEmpty)
  }

  @Test func `passages show where it stands`() throws {
    let response = try Self.index.get().search("刊头：秘书处")
    #expect(response.results.map(\.issue.total) == [41])
    let passage = try #require(response.results.first?.passages.first)
    #expect(passage.field == .furniture)
    #expect(passage.text.contains("青禾省水务协会秘书处"))
    #expect(!passage.highlights.isEmpty)
  }
}
