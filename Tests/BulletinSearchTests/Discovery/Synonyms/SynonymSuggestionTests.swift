import BulletinSearch
import TestSupport
import Testing

struct SynonymSuggestionTests {
  /// The pairs that some texts define, each an article of its own.
  private func pairs(_ bodies: String...) throws -> [String] {
    let index = try makeIndex(
      of: bodies.enumerated().map { TestDocument(id: "\($0)", body: $1) })
    return try index.suggestedSynonyms().map { "\($0.short) = \($0.full)" }
  }

  @Test(arguments: [
    ("会上，岚江省通信管理局（以下简称“省通管局”）作了通报。", "省通管局 = 省通信管理局"),
    ("岚江省通信管理局（以下简称省通管局）作了通报。", "省通管局 = 省通信管理局"),
    ("嵐江省通信管理局（以下簡稱省通管局）作了通報。", "省通管局 = 省通信管理局"),
    ("中国联合网络通信有限公司（中国联通）到会。", "中国联通 = 中国联合网络通信有限公司"),
    ("推动长三角（长江三角洲）一体化。", "长三角 = 长江三角洲"),
    ("“科学技术普及委员会”，简称科普委，今年换届。", "科普委 = 科学技术普及委员会"),
    ("采用 Link Time Optimization (LTO) 技术。", "LTO = Link Time Optimization"),
    ("采用 LTO（Link Time Optimization）技术。", "LTO = Link Time Optimization"),
    ("实测 GPUs (Graphics Processing Units) 的功耗。", "GPUs = Graphics Processing Units"),
    ("通用矩阵乘法（General Matrix Multiply，GMM）很常用。", "GMM = General Matrix Multiply"),
  ])
  func `what a definition says is one of the names is suggested`(text: String, pair: String) throws
  {
    #expect(try pairs(text) == [pair])
  }

  @Test(arguments: [
    // No characters of the name, the name itself, a remark, a person, a list, a call.
    "应用服务器（简称边缘设备）负责加密。", "中华人民共和国反间谍法（以下简称反间谍法）施行。",
    "实验室的开放职位（实习生）还有三个。", "编译器移植（章小满）已经完成。", "采用 Firefox (SpiderMonkey) 测试。",
    "函数 assert(false) 不会返回。", "能够追溯其供货渠道的标识（以下简称供货标识）。", "优化资源加载（资源分阶段预加载）。",
    // An acronym and a Han name that only one place puts side by side.
    "循环神经网络（RNN）很深。", "开源框架（UIKit）有更新。",
  ])
  func `what is no definition is not suggested`(text: String) throws {
    #expect(try pairs(text) == [])
  }

  @Test func `an acronym beside a Han name is believed when two places say so in other words`()
    throws
  {
    #expect(
      try pairs("今年用循环神经网络（RNN）识别。", "模型是循环神经网络（RNN），共六层。") == ["RNN = 循环神经网络"])
    // The same sentence again, also in traditional characters, is a reprint.
    #expect(try pairs("今年用循环神经网络（RNN）识别。", "今年用循環神經網絡（RNN）識別。") == [])
    // What only says of what kind both are is no name of either.
    #expect(
      try pairs("买了，加速芯片（TPU）十块。", "旧的，加速芯片（TPU）八块。", "买了，加速芯片（NPU）十块。", "旧的，加速芯片（NPU）八块。")
        == [])
  }

  @Test func `a name that is said to be several is not suggested`() throws {
    #expect(
      try pairs("采用 Link Time Optimization (LTO) 技术。", "磁带用 Linear Tape Open (LTO) 格式。") == [])
  }

  @Test func `a word that is used everywhere else is not the short name of one article`() throws {
    let others = (0..<12).map { TestDocument(id: "n\($0)", body: "新证第\($0)次发放。") }
    let definition = TestDocument(id: "d", body: "新式样居民身分证（以下简称新证）即日启用。")
    #expect(try makeIndex(of: [definition] + others).suggestedSynonyms().isEmpty)
    #expect(try makeIndex(of: [definition]).suggestedSynonyms().map(\.short) == ["新证"])
  }

  @Test func `each comes with its places, file and line`() throws {
    let index = try makeIndex(of: [
      ("a.md", "# 简讯\n\n## 通报\n\n第一段没有什么。\n\n岚江省通信管理局（以下简称省通管局）作了通报。\n"),
      ("b.md", "# 简讯\n\n## 回复\n\n省通管局回复。\n"),
    ])
    let synonym = try #require(try index.suggestedSynonyms().first)
    #expect(synonym.definitions == 1)
    #expect(synonym.shortArticles == 2)
    #expect(synonym.fullArticles == 1)
    let place = try #require(synonym.evidence.first)
    #expect(place.path.hasSuffix("a.md"))
    #expect(place.line == 7)
    #expect(place.text == "省通信管理局（以下简称省通管局）")
    #expect(try index.article(place.article)?.title == "通报")
  }

  @Test func `what is known or begins otherwise is left out`() throws {
    let index = try makeIndex(of: [
      TestDocument(id: "a", body: "岚江省通信管理局（以下简称省通管局）作了通报。")
    ])
    #expect(try index.suggestedSynonyms(prefix: "省通信").count == 1)
    #expect(try index.suggestedSynonyms(prefix: "市").isEmpty)
    #expect(try index.suggestedSynonyms(minimumDefinitions: 2).isEmpty)
    let known = Synonyms([["省通信管理局", "省通管局"]])
    #expect(try index.suggestedSynonyms(known: known).isEmpty)
  }

  @Test func `brackets that do not end and texts of nothing but brackets are read`() throws {
    #expect(try pairs(String(repeating: "（", count: 3000), "简称", "（简称", "A（简称）", "，简称“") == [])
  }
}
