import BulletinSearch
import TestSupport
import Testing

/// The same article in files of different encodings.
struct EncodingTests {
  @Test(
    arguments: [
      ("utf-8", utf8), ("utf-8-bom", [0xEF, 0xBB, 0xBF] + utf8), ("gb18030", gb18030),
      ("big5", big5),
      ("utf-16le", [0xFF, 0xFE] + utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
      ("utf-16be", [0xFE, 0xFF] + utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
    ] as [(String, [UInt8])])
  func `an article is found in every encoding`(name: String, file: [UInt8]) throws {
    let folder = try TemporaryDirectory()
    try folder.write(file, to: "issues/05.md")
    let index = try makeIndex(in: folder)
    let expected = try makeIndex(of: [("05.md", Self.text)])
    #expect(try index.issues().map(\.encoding) == [name])
    #expect(try index.status().report.encodings == [name: 1])
    for query in ["東渡水廠", "东渡水厂", "日供水十萬噸", "沈青", "十万"] {
      let result = try #require(try index.search(query).results.first)
      let wanted = try #require(try expected.search(query).results.first)
      #expect(result.id == "41/1")
      #expect(result.match == .verbatim)
      #expect(result.title == wanted.title)
      #expect(result.score == wanted.score)
      #expect(result.passages == wanted.passages)
    }
  }

  @Test func `files of all encodings live in one folder`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.utf8, to: "issues/a.md")
    try folder.write(Self.gb18030, to: "issues/b.md")
    try folder.write(Self.big5, to: "issues/c.md")
    let index = try makeIndex(in: folder)
    #expect(try index.ids("东渡水厂投产") == ["a/1", "b/1", "c/1"])
    #expect(try index.status().report.encodings == ["utf-8": 1, "gb18030": 1, "big5": 1])
  }

  @Test func `a named encoding is taken for all files`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.gb18030, to: "issues/a.md")
    var options = IndexingOptions()
    options.encoding = "GBK"
    #expect(try makeIndex(in: folder, options: options).ids("东渡水厂") == ["41/1"])
    options.encoding = "big5"
    #expect(try makeIndex(in: folder, options: options).search("东渡水厂").results.isEmpty)
  }

  @Test func `an encoding that is not known is an error`() throws {
    var options = IndexingOptions()
    options.encoding = "klingon"
    #expect(throws: IndexingError.unknownEncoding(name: "klingon")) {
      try makeIndex(of: [("a.md", Self.text)], options: options)
    }
  }

  private static let text =
    """
    # 青禾水務簡訊

    2024年第5期（總第41期）

    2024-05-31

    ## **東渡水廠投產**

    五月二十四日，東渡水廠投產，日供水十萬噸。周邊三個鎮的居民從此用上了水庫的水。

    （沈青）

    """

  private static let utf8 = Array(text.utf8)
  private static let utf16 = Array(text.utf16)

  /// ``text`` in GB18030.
  private static let gb18030 = bytes(
    hex:
      """
      2320c7e0bacccbae84d5ba86d38d0a0a32303234c4eab5da35c6daa3a8bf82b5da3431c6daa3a90a0a323032342d\
      30352d33310a0a2323202a2a967cb6c9cbae8f53cdb6ae612a2a0a0acee5d4c2b6fecaaecbc4c8d5a3ac967cb6c9\
      cbae8f53cdb6ae61a3acc8d5b9a9cbaecaaec866878da1a3d6dcdf85c8fd8280e682b5c4bed3c3f18fc4b4cbd3c3\
      c9cfc1cbcbae8eecb5c4cbaea1a30a0aa3a8c9f2c7e0a3a90a
      """)

  /// ``text`` in Big5.
  private static let big5 = bytes(
    hex:
      """
      2320ab43a5dda4f4b0c8c2b2b0540a0a32303234a67eb2c435b4c1a15dc160b2c43431b4c1a15e0a0a323032342d\
      30352d33310a0a2323202a2aaa46b4e7a4f4bc74a7ebb2a32a2a0a0aa4ada4eba447a451a57ca4e9a141aa46b4e7\
      a4f4bc74a7ebb2a3a141a4e9a8d1a4f4a451b855beb7a143a950c3e4a454add3c2edaabaa97ea5c1b171a6b9a5ce\
      a457a446a4f4ae77aabaa4f4a1430a0aa15da848ab43a15e0a
      """)

  private static func bytes(hex: String) -> [UInt8] {
    let digits = hex.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}

/// Files of which some bytes are no characters.
struct UndecodedTests {
  @Test func `what cannot be decoded is counted and named`() throws {
    let folder = try TemporaryDirectory()
    let body = String(repeating: "东渡水厂投产，全省通信会议研究明年的工作。", count: 10)
    let text = Array("# 简讯\n\n## 东渡水厂\n\n\(body)".utf8)
    try folder.write(text + [0xFF, 0x0A] + text + [0xFE, 0x0A], to: "issues/a.md")
    try folder.write(text, to: "issues/b.md")
    let line = Array("{\"id\":\"1\",\"title\":\"简讯\",\"body\":\"\(body)".utf8)
    try folder.write(line + [0xFF] + Array("会议\"}\n".utf8), to: "lines/c.jsonl")
    let notices = Notices()
    let path = folder.path + "/test.index"
    var options = IndexingOptions()
    options.onNotice = { notices.append($0) }
    _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: path, options: options)
    options.format = .jsonl
    _ = try BulletinIndexer.index(paths: [folder.path + "/lines"], into: path, options: options)
    #expect(
      notices.all == [
        .undecoded(path: folder.path + "/issues/a.md", count: 2),
        .undecoded(path: folder.path + "/lines/c.jsonl", count: 1),
      ])
    let report = try BulletinIndex(path: path).status().report
    #expect(report.undecodedCount == 3)
    #expect(report.undecoded.map(\.count) == [2, 1])
    #expect(
      report.undecoded.map(\.path)
        == ["issues/a.md", "lines/c.jsonl"].map { folder.path + "/" + $0 })
  }
}
