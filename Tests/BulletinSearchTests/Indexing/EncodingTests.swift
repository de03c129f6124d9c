import BulletinSearch
import Foundation
import TestSupport
import Testing

/// The same article in files of different encodings.
struct EncodingTests {
  @Test(
    arguments: [
      ("utf-8", .utf8, []), ("utf-8-bom", .utf8, [0xEF, 0xBB, 0xBF]),
      ("gb18030", .gb18030, []), ("big5", .big5, []),
      ("utf-16le", .utf16LittleEndian, [0xFF, 0xFE]), ("utf-16be", .utf16BigEndian, [0xFE, 0xFF]),
    ] as [(String, String.Encoding, [UInt8])])
  func `an article is found in every encoding`(
    name: String, encoding: String.Encoding, mark: [UInt8]
  ) throws {
    let folder = try TemporaryDirectory()
    try folder.write(mark + Self.bytes(encoding), to: "issues/05.md")
    let index = try makeIndex(in: folder)
    let expected = try makeIndex(of: [("05.md", Self.issue.text)])
    #expect(try index.issues().map(\.encoding) == [name])
    #expect(index.status.report.encodings == [name: 1])
    for query in ["東渡水廠", "东渡水厂", "日供水十萬噸", "沈青", "十万"] {
      let result = try #require(try index.search(query).results.first)
      let wanted = try #require(try expected.search(query).results.first)
      #expect(result.id == "41/1")
      #expect(result.match == .verbatim)
      #expect(result.title == wanted.title)
      #expect(result.score == wanted.score)
      #expect(result.passages.map(\.text) == wanted.passages.map(\.text))
      #expect(result.passages.map(\.highlights) == wanted.passages.map(\.highlights))
      #expect(result.passages.map(\.line) == wanted.passages.map(\.line))
    }
  }

  @Test func `files of all encodings live in one folder`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.bytes(.utf8), to: "issues/a.md")
    try folder.write(Self.bytes(.gb18030), to: "issues/b.md")
    try folder.write(Self.bytes(.big5), to: "issues/c.md")
    try folder.write([0xFF, 0xFE] + Self.bytes(.utf16LittleEndian), to: "issues/d.md")
    let index = try makeIndex(in: folder)
    #expect(try index.ids("东渡水厂投产") == ["41/1", "41~2/1", "41~3/1", "41~4/1"])
    #expect(
      index.status.report.encodings == ["utf-8": 1, "gb18030": 1, "big5": 1, "utf-16le": 1])
  }

  @Test func `a named encoding is taken for all files`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.bytes(.gb18030), to: "issues/a.md")
    var options = IndexingOptions()
    options.encoding = "GBK"
    #expect(try makeIndex(in: folder, options: options).ids("东渡水厂") == ["41/1"])
  }

  @Test func `an encoding that is not known is an error`() throws {
    var options = IndexingOptions()
    options.encoding = "klingon"
    #expect(throws: IndexingError.unknownEncoding(name: "klingon")) {
      try makeIndex(of: [("a.md", Self.issue.text)], options: options)
    }
  }

  private static let issue = TestIssue(
    name: "青禾水務簡訊",
    articles: [
      TestArticle("東渡水廠投產", "五月二十四日，東渡水廠投產，日供水十萬噸。", "周邊三個鎮的居民從此用上了水庫的水。")
    ])

  private static func bytes(_ encoding: String.Encoding) throws -> [UInt8] {
    Array(try #require(issue.text.data(using: encoding)))
  }
}

extension String.Encoding {
  /// The numbers of Core Foundation for the encodings that Foundation has no names for.
  fileprivate static let gb18030 = String.Encoding(rawValue: 0x8000_0632)
  fileprivate static let big5 = String.Encoding(rawValue: 0x8000_0A03)
}
