@testable import BulletinSearch
import Testing

/// A query with signs is found as a text too, whatever the signs say.
struct WholeQueryTests {
  @Test(arguments: [
    "Valve.OPEN* and Inlet.CLOSE", "“Valve.OPEN and Inlet”*", "“Valve.OPEN -- Inlet”~1",
  ])
  func `a query that is no match by its signs is found as it stands`(query: String) throws {
    let index = try makeIndex(of: [
      TestDocument(id: "1", body: "修正MainValve.OPEN* and Inlet.CLOSE的名称"),
      TestDocument(id: "2", body: "写作“Valve.OPEN and Inlet”*，不写别的"),
      TestDocument(id: "3", body: "写作“Valve.OPEN -- Inlet”~1，不写别的"),
      TestDocument(id: "4", body: "open and inlet and close"),
    ])
    let response = try index.search(query)
    #expect(response.results.first?.match == .verbatim)
    #expect(response.results.first?.passages.isEmpty == false)
    let totals = try index.count(query)
    #expect(totals == response.totals)
    #expect(totals.match == .verbatim)
    #expect(totals.whole == WholeCount(articles: 1, occurrences: 1))
  }

  @Test(arguments: [
    ("作者：张小三撰写", ["1"]), ("作者:张小三撰写", ["1"]), ("标题:港口纪事", ["1"]), ("标题：港口纪事", ["1"]),
    ("日期:待定", ["2"]), ("日期：待定", ["2"]), ("期:（暂缺）", ["2"]), ("注:港口", ["3"]), ("注：港口", ["3"]),
    ("－（五）度", ["4", "5"]), ("-5度", ["5", "1", "2", "3", "4", "6"]), ("-港口", ["6", "2", "4", "5"]),
  ])
  func `a text is found with signs of either width`(query: String, ids: [String]) throws {
    let index = try makeIndex(of: [
      TestDocument(id: "1", body: "作者：张小三撰写；标题：港口纪事。"),
      TestDocument(id: "2", body: "日期:待定，期：(暂缺)。作者张小三撰写。"),
      TestDocument(id: "3", body: "注：港口从略。"),
      TestDocument(id: "4", body: "水温-（五）度。"),
      TestDocument(id: "5", body: "气温−5度。"),
      TestDocument(id: "6", body: "题作－港口。"),
    ])
    var options = SearchOptions()
    options.keepsToStrictest = true
    let response = try index.search(query, options: options)
    #expect(response.results.first?.id == ids[0])
    #expect(Set(response.results.map(\.id)) == Set(ids), "\(query)")
    #expect(try index.count(query) == response.totals)
  }

  @Test func `as it is written signs are what they are`() throws {
    let index = try makeIndex(of: [TestDocument(id: "1", body: "作者：张小三撰写")])
    var options = SearchOptions()
    options.comparesAsWritten = true
    #expect(try index.ids("作者：张小三撰写", options: options) == ["1"])
    #expect(try index.ids("作者:张小三撰写", options: options) == [])
  }

  @Test func `as it is written a quotation with its marks comes before one without`() throws {
    let index = try makeIndex(of: [
      TestDocument(id: "1", body: "数字哨兵上岗，数字哨兵"), TestDocument(id: "2", body: "会上提到“数字哨兵”"),
      TestDocument(id: "3", body: "數字哨兵"),
    ])
    var options = SearchOptions()
    options.comparesAsWritten = true
    let response = try index.search("“数字哨兵”", options: options)
    #expect(response.results.map(\.id) == ["2", "1"])
    #expect(response.totals?.articles == 2)
    #expect(response.totals?.whole == WholeCount(articles: 1, occurrences: 1))
    #expect(try index.count("数字哨兵", options: options).whole == nil)
  }

  @Test func `as it is written a text is looked for in its field alone`() throws {
    let index = try makeIndex(of: [
      TestDocument(id: "1", title: "臺", body: "台湾的台"),
      TestDocument(id: "2", title: "台", body: "平臺的臺阶\u{1F}，臺"),
    ])
    var options = SearchOptions()
    options.comparesAsWritten = true
    #expect(try index.ids("正文:臺", options: options) == ["2"])
    #expect(try index.ids("标题:臺", options: options) == ["1"])
    #expect(try index.count("正文:臺", options: options).occurrences == 3)
    #expect(try index.count("正文:台", options: options).occurrences == 2)
  }
}
