import Testing

@testable import BulletinSearch

struct SuggestionTests {
  private static let documents = [
    TestDocument(id: "1", title: "岚云一号投入使用", body: "岚云一号卫星在轨运行。王宁参加了5G基站的验收。"),
    TestDocument(id: "2", title: "智慧矿山", body: "智慧矿山项目由Kubernetes平台管理，工业互联网接入。"),
    TestDocument(id: "3", title: "岚云一号", body: "疫情防控指挥部要求，岚云一号暂停参观。"),
  ]
  private static let index = Result { try makeIndex(of: documents) }

  private func queries(_ query: String, wordsOnly: Bool = false) throws -> [String] {
    try Self.index.get().suggestions(for: query, limit: 5, wordsOnly: wordsOnly).map(\.query)
  }

  @Test(
    arguments: [
      ("岚云意号", "岚云一号"), ("岚云壹号", "岚云一号"), ("岚云号一", "岚云一号"), ("岚云一", nil),
      ("疫请防控", "疫情防控"), ("疫情防控治挥部", "疫情防控指挥部"), ("5G基占", "5G基站"),
      ("jizhan", "基站"), ("wangning", "王宁"), ("lanyun", "岚云"), ("zhihuikuangshan", "智慧矿山"),
      ("gongyehulianwang", "工业互联网"), ("kubernets", "kubernetes"), ("Kubernetse", "Kubernetes"),
      ("矿山智慧", nil), ("龘靐齉", nil), ("岚云一号", nil), ("。。", nil), ("", nil),
    ] as [(String, String?)])
  func `what was probably meant comes first`(query: String, meant: String?) throws {
    #expect(try queries(query).first == meant)
  }

  @Test func `the rest of the query stays as it was typed`() throws {
    #expect(try queries("５Ｇ基占  王宁").first == "５Ｇ基站  王宁")
    #expect(try queries("\"岚云意号\" -工业").first == "\"岚云一号\" -工业")
    #expect(try queries("岚云意号 wangning").first == "岚云一号 王宁")
    #expect(try queries("智慧矿（岚云意号 OR 智慧旷山）").first?.contains("智慧矿山") != false)
  }

  @Test func `a suggestion says what it replaces and what it finds`() throws {
    let suggestion = try #require(try Self.index.get().suggestions(for: "岚云意号").first)
    #expect(
      suggestion
        == Suggestion(
          query: "岚云一号",
          replacements: [Suggestion.Replacement(original: "岚云意号", text: "岚云一号", kind: .pinyin)],
          articles: 2))
    let edit = try #require(try Self.index.get().suggestions(for: "工业互朕网").first)
    #expect(edit.replacements.first?.kind == .edit)
  }

  @Test func `where words are found only those are replaced that are nowhere`() throws {
    #expect(try queries("王宁 岚云意号", wordsOnly: true).first == "王宁 岚云一号")
    #expect(try queries("岚云一号 岚云意号", wordsOnly: true).first == "岚云一号 岚云一号")
    #expect(try queries("矿山智慧项目", wordsOnly: true).isEmpty)
  }

  @Test func `near texts are searched for on request only, and said`() throws {
    let index = try Self.index.get()
    var options = SearchOptions()
    #expect(try index.ids("岚云意号", options: options) != ["1", "3"])
    options.fuzziness = 1
    let response = try index.search("岚云意号", options: options)
    #expect(response.results.map(\.id).sorted() == ["1", "3"])
    #expect(response.match == .verbatim)
    #expect(response.alternatives.contains("岚云一号"))
    #expect(try index.count("岚云意号", options: options).articles == 2)
    #expect(try index.search("岚云意号 -卫星", options: options).results.map(\.id) == ["3"])
  }

  @Test(
    arguments: [
      ("5G jizhan", ["1"]), ("gongyehulianwang", ["2"]), ("zhihuikuangshan", ["2"]),
      ("岚云意号", ["1", "3"]), ("\"wangning\"", ["1"]), ("wang'ning", ["1"]), ("xyz", []),
    ])
  func `pinyin stands for characters on request`(query: String, ids: [String]) throws {
    var options = SearchOptions()
    options.matchesPinyin = true
    #expect(try Self.index.get().ids(query, options: options).sorted() == ids)
  }

  private static let places = [
    TestDocument(id: "1", body: "重庆会计参观5G基站"), TestDocument(id: "2", body: "长江之滨的厦门音乐会"),
    TestDocument(id: "3", body: "西藏地区银行"), TestDocument(id: "4", body: "吕梁与蚌埠，西安绿色行业"),
    TestDocument(id: "5", body: "AI技术进步快"),
  ]
  private static let placeIndex = Result { try makeIndex(of: places) }

  @Test(
    arguments: [
      ("chongqing", "1"), ("kuaiji", "1"), ("changjiang", "2"), ("xiamen", "2"), ("yinyuehui", "2"),
      ("xizang", "3"), ("diqu", "3"), ("yinhang", "3"), ("hangye", "4"), ("bengbu", "4"),
      ("luliang", "4"), ("lvliang", "4"), ("lüliang", "4"), ("lyuliang", "4"), ("lǜsè", "4"),
      ("xi'an", "4"), ("xi’an", "4"), ("xìān", "4"), ("Chóngqìng", "1"), ("chong2qing4", "1"),
      ("Xi\u{300}a\u{304}n", "4"), ("5gjizhan", "1"), ("5Gjizhan", "1"), ("aijishu", "5"),
      ("chong qing", "1"), ("xi zang diqu", "3"), ("xizang yinhang", "3"), ("\"xi an\"", "4"),
    ])
  func `pinyin of every reading and spelling finds its text`(query: String, id: String) throws {
    let index = try Self.placeIndex.get()
    var options = SearchOptions()
    options.matchesPinyin = true
    #expect(try index.ids(query, options: options) == [id])
    // Without the option the same text is proposed; syllables between spaces may be words.
    guard !query.contains(" ") else { return }
    let suggestions = try index.suggestions(for: query)
    #expect(try suggestions.first.map { try index.ids($0.query) } == [id], "\(suggestions)")
    #expect(suggestions.first?.replacements.first?.kind == .pinyin)
  }

  @Test(
    arguments: [
      String(repeating: "岚", count: 5_000), String(repeating: "岚云意号，", count: 500),
      String(repeating: "jizhan", count: 500), String(repeating: "jizhan ", count: 500),
      String(repeating: "(", count: 2_000) + "岚云意号", "\u{0}\u{1}岚\u{1F}云", "-岚云意号", "😀😀基占",
    ])
  func `no query makes suggestions fail`(query: String) throws {
    let index = try Self.index.get()
    _ = try index.suggestions(for: query)
    var options = SearchOptions()
    options.fuzziness = 2
    options.matchesPinyin = true
    do {
      _ = try index.search(query, options: options)
    } catch is QueryError {
      // There may be nothing to search for.
    }
  }
}
