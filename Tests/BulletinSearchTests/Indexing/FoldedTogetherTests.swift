import BulletinSearch
import TestSupport
import Testing

/// Texts in which several characters of the original become several others together.
struct FoldedTogetherTests {
  @Test(arguments: [
    "OK ¯\\_(ツ)_/¯", "正文t\u{2008}\u{2017}后文", "正文全省基站(≧▽≦)/~┴┴ ‾‾后文", "站 \u{0307}x后文",
    "水 ´库 ¨门 ￣坝", "\u{1152}\u{2007}\u{2006}\u{0E35}站",
  ])
  func `texts with marks after spaces are indexed and given back`(text: String) throws {
    try expectKept(text)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `text of any characters is indexed and given back`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let scalars = (0..<300).map { _ -> Unicode.Scalar in
      while true {
        let limit: UInt32 = Bool.random(using: &generator) ? 0x3100 : 0x2_FFFF
        let value = UInt32.random(in: 0x20...limit, using: &generator)
        if let scalar = Unicode.Scalar(value) { return scalar }
      }
    }
    try expectKept(String(String.UnicodeScalarView(scalars)))
  }

  /// Indexes `text` as a document and expects it back.
  private func expectKept(_ text: String) throws {
    let folder = try TemporaryDirectory()
    let escaped = text.unicodeScalars.map { scalar in
      scalar == "\"" || scalar == "\\" ? "\\\(scalar)" : "\(scalar)"
    }.joined()
    let line = "{\"id\": \"1\", \"title\": \"水库\", \"body\": \"\(escaped)\"}"
    let path = try folder.write(line, to: "a.jsonl")
    var options = IndexingOptions()
    options.format = .jsonl
    _ = try BulletinIndexer.index(paths: [path], into: folder.path + "/i", options: options)
    let article = try #require(try BulletinIndex(path: folder.path + "/i").article("1"))
    let paragraphs = text.split(separator: "\n").map(String.init)
    #expect(article.paragraphs.map { Array($0.utf8) } == paragraphs.map { Array($0.utf8) })
  }
}
