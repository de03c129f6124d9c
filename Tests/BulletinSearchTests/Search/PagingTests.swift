import BulletinSearch
import Testing

struct PagingTests {
  @Test(arguments: ["水库", "水库 大坝", "水库大坝", "大坝 -3号", "旱情 大坝"], [false, true])
  func `pages tile the whole result`(query: String, matchesAny: Bool) throws {
    let index = try Self.index.get()
    var options = SearchOptions()
    options.matchesAny = matchesAny
    options.limit = 100
    let whole = try index.search(query, options: options).results
    #expect(whole.count > 10)
    for size in [1, 3, 7] {
      options.limit = size
      var pages: [SearchResult] = []
      for offset in stride(from: 0, to: whole.count + size, by: size) {
        options.offset = offset
        pages += try index.search(query, options: options).results
      }
      #expect(pages == whole)
    }
  }

  @Test func `a page of no results has totals`() throws {
    var options = SearchOptions()
    options.limit = 0
    let response = try Self.index.get().search("水库", options: options)
    #expect(response.results.isEmpty)
    #expect(response.totals?.articles == 30)
  }

  @Test func `all results may be asked for`() throws {
    var options = SearchOptions()
    options.limit = .max
    options.offset = 25
    #expect(try Self.index.get().search("水库", options: options).results.count == 5)
  }

  @Test func `totals are left out if they are not wanted`() throws {
    var options = SearchOptions()
    options.includesTotals = false
    #expect(try Self.index.get().search("水库", options: options).totals == nil)
  }

  @Test(arguments: ["", " ", "\n\u{3000}"])
  func `an empty query is an error`(query: String) throws {
    let index = try Self.index.get()
    #expect(throws: QueryError.nothingToSearch(query: query)) { try index.search(query) }
    #expect(throws: QueryError.nothingToSearch(query: query)) { try index.count(query) }
  }

  @Test(arguments: ["。！", "“”", "()", "（ ）", "---", "“……”", "%"])
  func `punctuation is found as it is written`(query: String) throws {
    let index = try Self.index.get()
    #expect(try index.search(query).results.isEmpty)
    #expect(try index.count(query).articles == 0)
    #expect(try index.count("，").articles == 30)
    #expect(try index.count("。").occurrences == 30)
    #expect(try index.search("，").results.count == 10)
  }

  @Test(arguments: ["大坝 水库", "水位 大坝水库", "水库和大坝在哪里"])
  func `pages have every result once, in the order of one long page`(query: String) throws {
    // More than are looked at closely, and more of them with the whole query than a page.
    let documents = (1...700).map { number in
      let filler = String(repeating: "水位正常。", count: number % 9)
      let text = number % 3 == 0 ? "大坝水库" : number % 3 == 1 ? "水库在大坝下" : "大坝。\(filler)水库"
      return TestDocument(id: "\(number)", body: filler + text + filler)
    }
    let index = try makeIndex(of: documents)
    var options = SearchOptions()
    options.passageCount = 0
    options.matchesAny = true
    options.limit = 1_000
    let all = try index.ids(query, options: options)
    var pages: [String] = []
    options.limit = 70
    while pages.count < all.count {
      options.offset = pages.count
      let page = try index.ids(query, options: options)
      if page.isEmpty { break }
      pages += page
    }
    #expect(pages == all)
    #expect(Set(pages).count == 700)
  }

  /// Thirty articles with 水库, of which every second has 大坝, every third of these side by side.
  private static let index = Result {
    try makeIndex(
      of: (1...30).map { number in
        let dam = number % 6 == 0 ? "水库大坝" : number % 2 == 0 ? "大坝在\(number)号水库" : "水库"
        return TestDocument(id: "\(number)", title: "\(number)号", body: dam + "，水位正常。")
      })
  }
}
