@testable import BulletinSearch
import Testing

/// Prefixes, nearness, factors, and characters as they are written.
struct OperatorTests {
  @Test func `a prefix finds words that begin with it, and no others`() throws {
    let index = try documents("router 升级", "routing 表", "一台 Router", "subroute", "ROUTE")
    #expect(try index.ids("rout*").sorted() == ["1", "2", "3", "5"])
    #expect(try index.ids("ｒｏｕｔ＊").sorted() == ["1", "2", "3", "5"])
    #expect(try index.count("rout*").occurrences == 4)
    #expect(try index.ids("rou").sorted() == ["1", "2", "3", "4", "5"])
  }

  @Test func `words are near if so few characters stand between them`() throws {
    let index = try documents("水库的大坝", "大坝和水库", "水库在上游，另有一座大坝", "水库")
    #expect(try index.ids("\"水库 大坝\"~1").sorted() == ["1", "2"])
    #expect(try index.ids("“水库 大坝”～7").sorted() == ["1", "2", "3"])
    #expect(try index.ids("\"水库 大坝\"~0").isEmpty)
    #expect(try index.count("\"水库 大坝\"~1").occurrences == 4)
  }

  @Test func `a factor changes the order`() throws {
    let index = try documents("水库水库", "大坝大坝", "水库", "大坝")
    #expect(try index.ids("水库^5 或 大坝").prefix(2) == ["1", "3"])
    #expect(try index.ids("水库 或 大坝^5").prefix(2) == ["2", "4"])
  }

  @Test func `characters are compared as they are written on request`() throws {
    let index = try documents("５Ｇ基站", "5G基站", "5g基站", "5G 基站", "裡面", "里面")
    var options = SearchOptions()
    options.comparesAsWritten = true
    #expect(try index.ids("5G基站").count == 4)
    #expect(try index.ids("5G基站", options: options) == ["2"])
    #expect(try index.ids("５Ｇ基站", options: options) == ["1"])
    #expect(try index.ids("裡面", options: options) == ["5"])
    #expect(try index.ids("正文：里面", options: options) == ["6"])
    #expect(try index.ids("标题：里面", options: options).isEmpty)
    let result = try #require(try index.search("5G", options: options).results.first)
    #expect(result.passages.first?.text == "5G基站")
    #expect(result.passages.first?.highlights == [0..<2])
  }

  @Test func `a query with signs is found as it was pasted, before all else`() throws {
    let index = try documents("水库 -大坝 一览", "水库清淤", "水库大坝", "5G-DMN | 专网", "（5G）")
    let response = try index.search("水库 -大坝")
    #expect(response.results.map(\.id) == ["1", "2"])
    #expect(response.totals?.articles == 2)
    #expect(response.totals?.whole == WholeCount(articles: 1, occurrences: 1))
    #expect(try index.search("5G-DMN | 专网").results.first?.id == "4")
    #expect(try index.count("（5G）").whole == WholeCount(articles: 1, occurrences: 1))
    let ranges = try documents("100-201", "水库", "201")
    #expect(try ranges.count("-201").whole == WholeCount(articles: 1, occurrences: 1))
    #expect(try ranges.search("-201").results.map(\.id) == ["1", "2"])
  }

  @Test func `words side by side come before the same words apart`() throws {
    let far = String(repeating: "河道巡查照常进行。", count: 20)
    let index = try documents("水库。\(far)大坝。", "水库大坝。\(far)", "水库、闸门、大坝。\(far)")
    #expect(try index.ids("大坝 水库") == ["2", "3", "1"])
  }

  @Test func `a question with a name that no dictionary has still finds something`() throws {
    let index = try documents("乌石渔港位于湾口", "湾口气象", "渔政巡查")
    #expect(try index.ids("乌石渔港在哪里？").first == "1")
  }

  @Test func `a text that is typed twice counts once`() throws {
    let index = try documents("水库水库", "大坝")
    #expect(try index.count("水库 水库").occurrences == 2)
    #expect(try index.count("水库 或 水庫").occurrences == 2)
    #expect(try index.count("\"水库 水库 水库\"~3").articles == 1)
  }

  @Test func `nearness holds for characters as they are written`() throws {
    let index = try documents("水库的大坝", "水庫的大坝")
    var options = SearchOptions()
    options.comparesAsWritten = true
    #expect(try index.ids("\"水库 大坝\"~1").count == 2)
    #expect(try index.ids("\"水库 大坝\"~1", options: options) == ["1"])
    #expect(try index.count("\"水库 大坝\"~1", options: options).occurrences == 2)
  }

  @Test func `what one alternative leaves out the others keep, however loosely all matches`() throws
  {
    let index = try documents("水库大坝", "水库", "闸门大坝", "闸门")
    let response = try index.search("糠醛 （水库 或 （闸门 -大坝））")
    #expect(response.match == .some)
    #expect(Set(response.results.map(\.id)) == ["1", "2", "3", "4"])
    #expect(response.totals?.articles == 4)
    #expect(try index.ids("糠醛 （水库 闸门） -大坝").sorted() == ["2", "4"])
  }

  @Test func `an article that has only a character of the words is not found`() throws {
    let index = try documents("水文", "库存", "水库的闸门")
    let response = try index.search("水库糠醛")
    #expect(response.match == .some)
    #expect(response.results.map(\.id) == ["3"])
    #expect(response.totals?.articles == 1)
  }

  @Test func `a factor for all of a query changes nothing`() throws {
    let index = try documents("水库大坝水位", "水库水水水水", "水库库库。", "水库", "大坝")
    #expect(try index.ids("水库^1000") == index.ids("水库"))
    #expect(try index.ids("水库").count == 4)
  }

  private func documents(_ texts: String...) throws -> BulletinIndex {
    try makeIndex(
      of: texts.enumerated().map { TestDocument(id: "\($0.offset + 1)", body: $0.element) })
  }
}
