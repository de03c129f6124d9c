import TestSupport
import Testing

@testable import Bulletins

/// What must not change when a file is written differently.
struct MetamorphicTests {
  private struct Reading: Equatable {
    var titles: [String]
    var sections: [String?]
    var authors: [[String]]
    var texts: [String]

    init(_ text: String) {
      let articles = parse(text).articles
      titles = articles.map { Self.folded($0.title) }
      sections = articles.map(\.section)
      authors = articles.map { $0.byline?.authors ?? [] }
      texts = articles.map { Self.folded($0.text.string) }
    }

    /// Without blanks and in ASCII digits, as a search sees it.
    private static func folded(_ text: String) -> String {
      String(String.UnicodeScalarView(FoldedTitle(text).scalars))
    }
  }

  private static let seeds = UInt64(1001)...1060

  private func expectSame(_ seed: UInt64, _ change: (String) -> String) {
    let text = IssueGenerator(seed: seed).text
    #expect(Reading(change(text)) == Reading(text))
  }

  @Test(arguments: seeds)
  func `line ends do not matter`(seed: UInt64) {
    let text = IssueGenerator(seed: seed).text
    let unix = String(text.map { $0 == "\r\n" ? "\n" : $0 })
    let windows = String(unix.flatMap { $0 == "\n" ? "\r\n" : String($0) })
    #expect(Reading(windows) == Reading(unix))
  }

  @Test(arguments: seeds)
  func `a byte order mark does not matter`(seed: UInt64) {
    expectSame(seed) { "\u{FEFF}" + $0 }
  }

  @Test(arguments: seeds)
  func `bold print does not matter`(seed: UInt64) {
    expectSame(seed) { text in String(text.filter { $0 != "*" }) }
  }

  @Test(arguments: seeds)
  func `full-width digits do not matter`(seed: UInt64) {
    expectSame(seed) { text in
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { scalar in
            guard ("0"..."9").contains(scalar) else { return scalar }
            return Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
          }))
    }
  }

  @Test(arguments: seeds)
  func `levels of headings do not matter`(seed: UInt64) {
    expectSame(seed) { text in
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.hasPrefix("#") ? "#" + $0 : String($0) }.joined(separator: "\n")
    }
  }

  @Test(arguments: seeds)
  func `wider gaps between paragraphs do not matter`(seed: UInt64) {
    expectSame(seed) { text in
      String(
        text.flatMap { $0 == "\n" || $0 == "\r\n" ? "\n\u{3000}\n" : String($0) }
          .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n"))
    }
  }

  @Test(arguments: seeds)
  func `articles are the same without the contents`(seed: UInt64) {
    let text = IssueGenerator(seed: seed).text
    let bulletin = parse(text)
    let contents = bulletin.blocks.filter { $0.kind == .contents }
    let bytes = Array(text.utf8)
    let kept = bytes.indices.filter { index in !contents.contains { $0.bytes.contains(index) } }
    let without = String(decoding: kept.map { bytes[$0] }, as: UTF8.self)
    #expect(Reading(without) == Reading(text))
  }

  @Test(arguments: seeds)
  func `articles are the same without the footer`(seed: UInt64) {
    let text = IssueGenerator(seed: seed).text
    let start = parse(text).blocks.first { $0.kind == .footer }?.bytes.lowerBound
    let without = String(decoding: Array(text.utf8)[..<(start ?? text.utf8.count)], as: UTF8.self)
    #expect(Reading(without) == Reading(text))
  }
}
