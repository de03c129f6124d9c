import TestSupport
import Testing

@testable import BulletinSearch

/// Where the way of matching decides about places, and where scores do.
struct WayOrderTests {
  @Test func `for a question an article that happens to have all words does not hide the answer`()
    throws
  {
    let filler = String(repeating: "集市上人来人往，摊位从早摆到晚。", count: 30)
    let index = try documents(
      "水塔\(filler)高度\(filler)检修\(filler)周期\(filler)记录", "水塔高度检修周期表：水塔高度检修每年一次，检修周期不变。",
      "山路")
    let response = try index.search("水塔高度的检修周期记录在哪里")
    #expect(response.results.map(\.id) == ["2", "1"])
    #expect(response.results.map(\.match) == [.some, .scattered])
    #expect(response.match == .some)
    #expect(response.totals?.match == .scattered)
    let first = try #require(try index.explain("水塔高度的检修周期记录在哪里", id: "2"))
    #expect(first.order == .evidence)
    #expect(first.rank == 1)
  }

  @Test func `what is short and stands as it was typed comes first, whatever others score`() throws
  {
    let filler = String(repeating: "集市上人来人往，摊位从早摆到晚。", count: 40)
    let index = try documents("高度水塔边上高度水塔边上高度水塔边上", "\(filler)水塔高度\(filler)")
    #expect(try index.ids("水塔高度") == ["2", "1"])
    #expect(try index.explain("水塔高度", id: "2")?.order == .verbatimFirst)
    let named = try documents("检修周期，水塔高度，双桥镇。双桥镇检修", "\(filler)双桥镇水塔高度检修周期\(filler)")
    #expect(try named.ids("双桥镇水塔高度检修周期") == ["2", "1"])
    #expect(try index.ids("“水塔高度”") == ["2"])
    let long = "双桥水塔高度检修周期记录由镇里保存"
    let pasted = try documents(
      "双桥，水塔，检修：高度周期记录，保存由镇里。记录周期，检修高度水塔双桥", "\(filler)\(long)\(filler)")
    #expect(try pasted.ids(long) == ["2", "1"])
    #expect(try pasted.ids("双桥水塔高度检修 周期记录由镇里保存").first == "2")
  }

  @Test func `words that stand side by side in the text count across the spaces of a query`() throws
  {
    let index = try documents("提速之后，宽带扩容", "宽带扩容提速了", "宽带不变")
    #expect(try index.ids("扩容 提速").first == "2")
    let gain = try #require(try index.explain("扩容 提速", id: "2")?.nearness)
    #expect(gain.run > 0)
    #expect(gain.complete > 0)
  }

  @Test func `words at the beginning of an article count more`() throws {
    let filler = String(repeating: "集市上人来人往，摊位从早摆到晚。", count: 10)
    let index = try documents("\(filler)水塔检修", "水塔检修\(filler)", "\(filler)水塔。")
    #expect(try index.ids("水塔 检修") == ["2", "1", "3"])
  }

  @Test func `with enough articles of a way all looser ones come behind it`() throws {
    let many = (0..<12).map { "水塔\(String(repeating: "人来人往，", count: 9 * $0))检修" }
    let index = try makeIndex(
      of: (many + ["水塔水塔水塔", "检修检修"]).enumerated().map {
        TestDocument(id: "\($0.offset + 1)", body: $0.element)
      })
    var options = SearchOptions()
    options.limit = 20
    let matches = try index.search("水塔 检修", options: options).results.map(\.match)
    #expect(matches == Array(repeating: .verbatim, count: 12) + [.some, .some])
  }

  /// Some in the text, that is asked for with others, does not hide what has the others.
  @Test func `marks around a word in a sentence ask for no more than the word`() throws {
    let index = try documents("数字哨兵系统的验收标准由县里制定", "哨兵的数字", "“数字哨兵”上岗")
    #expect(try index.ids("什么是“数字哨兵”系统验收标准").first == "1")
    #expect(try index.ids("验收标准里的“数字化哨兵”是什么").first == "1")
    #expect(try index.ids("“数字化哨兵” 验收标准") == [])
    #expect(try index.ids("\"数字化哨兵\"验收标准") == [])
  }

  /// Lists of every length against all articles, each explained by itself and sorted by the rule.
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `a list is in the order of the scores of all articles`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = ["水塔", "高度", "检修", "周期", "记录", "集市", "摊位", "的", "在哪里", "5G"]
    func text(_ counts: ClosedRange<Int>, _ separator: String) -> String {
      (0..<Int.random(in: counts, using: &random))
        .map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
        .joined(separator: separator)
    }
    let documents = (0..<40).map { number in
      TestDocument(
        id: "\(number)", title: text(1...3, ""), body: text(1...30, ["", "，水", " "][number % 3]))
    }
    let index = try makeIndex(of: documents)
    for _ in 0..<6 {
      let query = text(2...7, Bool.random(using: &random) ? " " : "")
      var options = SearchOptions()
      options.limit = 100
      options.passageCount = 0
      let all = try index.search(query, options: options)
      let explanations = try all.results.map { result in
        try #require(try index.explain(query, id: result.id))
      }
      #expect(explanations.map(\.score) == all.results.map(\.score))
      #expect(
        explanations.map(\.rank)
          == Array(1...max(explanations.count, 1)).prefix(explanations.count).map { $0 })
      guard explanations.first?.order == .evidence else { continue }
      let strict = all.results.count { $0.match != .some }
      let open = all.results.filter { strict < Ranker.enough || $0.match == .some }
      // Articles whose title is the query, and walls of many, are put first.
      let rest = open.drop { $0.title.text == query }
      #expect(zip(rest, rest.dropFirst()).allSatisfy { $0.score >= $1.score }, "\(query)")
      for limit in [1, 3, 9, 10, 11, 25] {
        options.limit = limit
        #expect(
          try index.search(query, options: options).results == Array(all.results.prefix(limit)))
      }
    }
  }

  /// An index of documents with these texts, whose identifiers count from 1.
  private func documents(_ texts: String...) throws -> BulletinIndex {
    try makeIndex(
      of: texts.enumerated().map { TestDocument(id: "\($0.offset + 1)", body: $0.element) })
  }
}
