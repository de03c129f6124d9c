import TestSupport
import Testing

@testable import Bulletins

/// What holds of every reading of every file.
struct InvariantTests {
  private func check(_ text: String, fileName: String) {
    let bytes = Array(text.utf8)
    let bulletin = BulletinParser().parse(bytes, path: fileName)
    #expect(blocksTile(bulletin.blocks, bytes.count))
    check(bulletin, bytes)
    let issues = BulletinParser().issues(bytes, path: fileName)
    #expect(blocksTile(issues.flatMap(\.blocks), bytes.count))
    for issue in issues { check(issue, bytes) }
  }

  private func check(_ bulletin: Bulletin, _ bytes: [UInt8]) {
    for article in bulletin.articles {
      let texts = [article.titleText, article.sectionText, article.creditText, article.text]
      for text in texts.compactMap(\.self) {
        #expect(isCopied(text, bytes))
        // Every text that is not empty begins at a place of the file.
        #expect(text.string.isEmpty || text.sourceOffset(ofTextOffset: 0) != nil)
      }
      #expect(article.lines.upperBound <= bytes.count { $0 == 0x0A || $0 == 0x0D } + 1)
    }
    #expect(bulletin.contents.compactMap(\.article).allSatisfy(bulletin.articles.indices.contains))
    #expect(bulletin.sections.allSatisfy { $0.articles.upperBound <= bulletin.articles.count })
    #expect(bulletin.articles.count >= bulletin.contents.count { $0.article != nil })
  }

  private func blocksTile(_ blocks: [Block], _ count: Int) -> Bool {
    var end = 0
    for block in blocks {
      guard block.bytes.lowerBound == end, !block.bytes.isEmpty else { return false }
      end = block.bytes.upperBound
    }
    return end == count
  }

  /// Whether the pieces are in order and are what the file has at their places.
  private func isCopied(_ text: SourceText, _ source: [UInt8]) -> Bool {
    let bytes = Array(text.string.utf8)
    var last = Piece(textOffset: 0, sourceOffset: 0, count: 0)
    for piece in text.pieces {
      guard piece.textOffset >= last.textOffset + last.count, piece.textOffset < bytes.count,
        piece.sourceOffset >= last.sourceOffset + last.count,
        piece.textOffset + piece.count <= bytes.count,
        bytes[piece.textOffset..<piece.textOffset + piece.count].elementsEqual(
          source[piece.sourceOffset..<piece.sourceOffset + piece.count]),
        text.sourceOffset(ofTextOffset: piece.textOffset) == piece.sourceOffset
      else { return false }
      last = piece
    }
    return true
  }

  /// What the forms of bulletins, Markdown and HTML are made of.
  private static let fragments = [
    "\n", "\n\n", "\r\n", "\u{C}", "# ", "## ", "【要闻】", "目 录", "第5期", "总第41期", "2024年5月31日",
    " .....\t3",
    "……", "（沈青）", "报：", "一、", "（一）", "- ", "> ", "|", "|---|", "```", "**", "*", "_", "[", "](",
    ")", "![",
    "<b>", "</p>", "<!--", "-->", "<", "&amp;", "&", "\\", "\u{3000}\u{3000}", "\u{A0}", "\u{FEFF}",
    "---", "===", "\n## 第1期（2024-05-01）\n\n", "\n## 第2期（2024-05-08）\n\n",
    "\n## 第3期（2024-05-15）\n\n",
    "水厂投产", "，接着说下去", "。", "http://example.org/a", "5G", "１２", "𠮷", "é", "\0", "<script>", "<pre>",
    "<td>", "<h2>",
    "编者按：", "——", "◆", "`", "~~", ":", "1. ", "- 3 -", "中", "来源：",
  ]

  @Test(arguments: UInt64(1)...300)
  func `any mixture of forms is read`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...120, using: &random)
    let text = (0..<count).compactMap { _ in Self.fragments.randomElement(using: &random) }.joined()
    check(text, fileName: seed % 3 == 0 ? "a.html" : "a.md")
  }

  @Test(arguments: UInt64(1)...100)
  func `random bytes are read`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bytes = (0..<Int.random(in: 0...600, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    check(String(decoding: bytes, as: UTF8.self), fileName: seed % 2 == 0 ? "a.htm" : "a.md")
  }

  @Test(arguments: UInt64(1)...60)
  func `an issue that is cut anywhere is read`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bytes = Array(GoldenIssue.text.utf8)
    let cut = Int.random(in: 0...bytes.count, using: &random)
    check(String(decoding: bytes[..<cut], as: UTF8.self), fileName: "a.md")
    check(String(decoding: bytes[cut...], as: UTF8.self), fileName: "a.md")
  }

  @Test(arguments: [
    "MARKS", "# MARKS", "# 第5期MARKS\n\n## 乙\n\n水\n\n## 丙\n\n水", "## MARKS\n\n## 甲\n\n水",
    "# 甲\n\n水厂。（MARKS）", "【MARKS】\n\n# 甲\n\n水",
    "目录\nMARKS……1\n乙……2\n丙……3\n\nMARKS\n\n水。\n\n乙\n\n水。",
    "水MARKS，\n\n- 3 -\n\nMARKS继续。", "---\nMARKS: MARKS\n---\n水", "[MARKS](MARKS)",
    "—MARKS\n\n—MARKS",
    "<h1>甲<br>MARKS</h1><p>水", "<MARKS>水", "第5期MARKS\n甲", "甲\n\n水。MARKS）\n\n乙\n\n水水水",
  ])
  func `any number of marks on a character takes linear time`(form: String) {
    // Comparing texts puts marks in order, which takes the square of their number.
    let marks = "e" + String(repeating: "\u{301}\u{323}", count: 50_000)
    let text = form.replacing("MARKS", with: marks)
    for name in ["a.md", "a.html"] {
      let bytes = Array(text.utf8)
      let bulletin = BulletinParser().parse(bytes, path: name)
      #expect(blocksTile(bulletin.blocks, bytes.count))
    }
  }

  @Test func `the title of a text without one is short, whatever its characters are`() throws {
    let marks = "e" + String(repeating: "\u{301}\u{323}", count: 5_000)
    let title = try #require(parse(marks + "。" + marks).articles.first?.title)
    #expect(title.unicodeScalars.count <= 320)
    #expect(!title.isEmpty)
  }

  @Test(arguments: [
    "字", "[", "](", "*a ", "_", "<a ", "<http", "<!--", "`", "&amp", "> ", "- ", "短\n\n", "# 题\n",
    "甲|", "\\",
    "【要闻】\n", "第5期\n", "目录\n", "条目 .....3\n", "报：甲\n", "（沈青）\n", "![a](b", "<div>", "<nav>", "一、\n",
  ])
  func `the time is linear in what repeats`(fragment: String) {
    for name in ["a.md", "a.html"] {
      check(String(repeating: fragment, count: 2_000), fileName: name)
    }
  }
}
