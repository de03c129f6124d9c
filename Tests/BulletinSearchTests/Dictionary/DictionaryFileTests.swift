import TestSupport
import Testing

@testable import BulletinSearch

struct DictionaryFileTests {
  @Test func `words are added and removed and everything else stays`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("# 自己的词\n疫情 100 n\n\n數據\n", to: "words.txt")
    var file = try DictionaryFile(path: path)
    #expect(try file.add(["数据", "岚云一号", "岚云一号"]) == ["岚云一号"])
    #expect(try file.remove(["疫情", "防控"]) == ["疫情"])
    try file.write()
    #expect(try readFile(path) == Array("# 自己的词\n\n數據\n岚云一号\n".utf8))
    #expect(try DictionaryFile(path: path).words == ["數據", "岚云一号"])
  }

  @Test func `a file that is not there is empty and is written`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/new.dict"
    #expect(try DictionaryFile.ifPresent(path)?.words == nil)
    var file = try DictionaryFile.open(path)
    #expect(file.words.isEmpty)
    _ = try file.add(["太忻"])
    try file.write()
    #expect(try readFile(path) == Array("太忻\n".utf8))
  }

  @Test(arguments: [
    ("# 注", WordProblem.noWord), ("太 忻", .noWord), ("太\u{1B}忻", .noWord),
    ("——", .nothingSearchable),
    ("", .nothingSearchable), (String(repeating: "长", count: 21), .tooLong),
  ])
  func `what no line can hold is not added`(word: String, problem: WordProblem) throws {
    let folder = try TemporaryDirectory()
    var file = try DictionaryFile.open(folder.path + "/words")
    #expect(throws: DictionaryError.badWord(word: word, problem: problem)) {
      try file.add(["疫情", word])
    }
    #expect(file.words.isEmpty)
  }

  @Test func `names that stand for each other are kept beside words`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("疫情 cost=50\nLTO＝Link  Time Optimization # 第3期\nC#\n", to: "own")
    var file = try DictionaryFile(path: path)
    #expect(file.words == ["疫情", "C#"])
    #expect(file.nameGroups == [["LTO", "Link Time Optimization"]])
    // The other way round and in other forms they are the same.
    #expect(
      try file.add(["link time optimization = lto", "省通管局=省通信管理局"]) == ["省通管局 = 省通信管理局"])
    try file.write()
    #expect(
      try readFile(path)
        == Array(
          "疫情 cost=50\nLTO＝Link  Time Optimization # 第3期\nC#\n省通管局 = 省通信管理局\n".utf8))
    #expect(try file.remove(["省通信管理局 = 省通管局"]) == ["省通信管理局 = 省通管局"])
    #expect(file.nameGroups.count == 1)
    for names in ["太忻=太忻", "太忻 = ——"] {
      #expect(throws: DictionaryError.badWord(word: names, problem: .noNames)) {
        try file.add([names])
      }
    }
  }

  @Test func `three names on a line all stand for each other`() throws {
    let folder = try TemporaryDirectory()
    var file = try DictionaryFile(path: folder.write("", to: "own"))
    #expect(try file.add(["省通管局=省通信管理局 = 通管局"]) == ["省通管局 = 省通信管理局 = 通管局"])
    #expect(try file.add(["通管局 = 省通管局 = 省通信管理局"]) == [])
    #expect(file.nameGroups == [["省通管局", "省通信管理局", "通管局"]])
    let synonyms = Synonyms(file.nameGroups)
    #expect(synonyms.others(of: Synonyms.folded("通管局")) == ["省通管局", "省通信管理局"])
    #expect(throws: DictionaryError.badWord(word: "甲 = 乙 = 甲", problem: .noNames)) {
      try file.add(["甲 = 乙 = 甲"])
    }
  }

  @Test func `a file in GB18030 is read`() throws {
    let folder = try TemporaryDirectory()
    // 太忻 and 互联网 in a list of usual words
    let bytes: [UInt8] = [
      0xD2, 0xDF, 0xC7, 0xE9, 0x0A, 0xBB, 0xA5, 0xC1, 0xAA, 0xCD, 0xF8, 0x0A, 0xB5, 0xC4, 0x0A,
    ]
    let path = try folder.write(bytes, to: "words.txt")
    #expect(try DictionaryFile(path: path).words == ["疫情", "互联网", "的"])
  }

  @Test func `a folder and a missing file are errors that name the path`() throws {
    let folder = try TemporaryDirectory()
    for path in [folder.path, folder.path + "/none"] {
      let error = #expect(throws: DictionaryError.self) { try DictionaryFile(path: path) }
      guard case .unreadable(path, _)? = error else {
        Issue.record("\(String(describing: error)) does not name \(path)")
        continue
      }
    }
    let file = try DictionaryFile.open(folder.path + "/none/words")
    #expect(throws: DictionaryError.self) { try file.write() }
  }
}
