import BulletinSearch
import TestSupport
import Testing

/// Where results say that things stand in their files.
struct PlaceTests {
  @Test func `a line and a column lead to the highlight in the file`() throws {
    let index = try makeIndex(of: [("05.md", Self.text)])
    for query in ["五月", "十万吨", "井", "换表", "三千只", "户"] {
      let passage = try #require(try index.search(query).results.first?.passages.first)
      #expect(found(in: passage).first == query)
      #expect(rest(of: passage, in: Self.text).hasPrefix(query))
    }
  }

  @Test func `the second half of a cut paragraph has its own line`() throws {
    let index = try makeIndex(of: [("05.md", Self.text)])
    let first = try #require(try index.search("五月二十四日").results.first?.passages.first)
    let second = try #require(try index.search("不再打井").results.first?.passages.first)
    #expect(first.line == 11)
    #expect(first.column == 1)
    #expect(second.line == 13)
    #expect(rest(of: second, in: Self.text).hasPrefix("不再打井"))
  }

  @Test func `what a page break cuts has the place of its beginning`() throws {
    let index = try makeIndex(of: [("05.md", Self.text)])
    let passage = try #require(try index.search("上了水库的水").results.first?.passages.first)
    #expect(found(in: passage) == ["上了水库的水"])
    #expect(passage.line == 11)
    #expect(rest(of: passage, in: Self.text) == "上了水")
  }

  @Test func `every occurrence has a place of its own`() throws {
    let index = try makeIndex(of: [("05.md", Self.text)])
    var options = SearchOptions()
    options.excerpts = .occurrences
    let results = try index.search("水", options: options).results
    let parts = try #require(results.first { $0.title.text == "东渡水厂投产" }).passages
    #expect(parts.map(\.text) == ["水", "水", "水", "水", "水"])
    #expect(parts.map(\.field) == [.title, .body, .body, .body, .body])
    #expect(parts.map(\.line) == [9, 11, 11, 11, 13])
    #expect(parts.map(\.offset.characters) == [2, 9, 16, 32, 35])
    for part in parts { #expect(rest(of: part, in: Self.text).hasPrefix("水")) }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `lines count alike with the line ends of all systems`(lineEnd: String) throws {
    let text = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: lineEnd)
    let index = try makeIndex(of: [("05.md", text)])
    let result = try #require(try index.search("三千只").results.first)
    #expect(result.lines.contains(19))
    #expect(result.passages.map(\.line) == [19])
  }

  @Test func `columns count the bytes of UTF-8 whatever the file's encoding is`() throws {
    let folder = try TemporaryDirectory()
    let utf16 = Self.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try folder.write([0xFF, 0xFE] + utf16, to: "issues/05.md")
    let wanted = try makeIndex(of: [("05.md", Self.text)]).search("三千只").results
    let results = try makeIndex(in: folder).search("三千只").results
    #expect(results.flatMap(\.passages) == wanted.flatMap(\.passages))
  }

  @Test func `paragraphs are given whole, each with the place of what was found`() throws {
    let index = try makeIndex(of: [("05.md", Self.text)])
    var options = SearchOptions()
    options.excerpts = .paragraphs
    let result = try #require(try index.search("三千", options: options).results.first)
    #expect(
      result.passages.map(\.text)
        == ["北岭供水公司换表三千只，不收费用。", "三千户受益。"])
    #expect(result.passages.map(\.line) == [19, 21])
    #expect(result.passages.map(\.isCutAtStart) == [false, false])
    #expect(result.passages.map(\.isCutAtEnd) == [false, false])
  }

  @Test func `a title in which something was found is a place too`() throws {
    let index = try makeIndex(of: [("05.md", Self.text)])
    var options = SearchOptions()
    options.excerpts = .paragraphs
    let result = try #require(try index.search("水厂投产", options: options).results.first)
    #expect(result.passages.first?.text == "东渡水厂投产")
    #expect(result.passages.first?.line == 9)
  }

  /// An issue with a paragraph that a page break cut.
  private static let text = TestIssue(articles: [
    TestArticle(
      "东渡水厂投产", "五月二十四日，东渡水厂投产，日供水十万吨，三个镇的居民从此用上了水", "库的水，不再打井。"),
    TestArticle("北岭换表", "北岭供水公司**换表三千只**，不收费用。", "三千户受益。", author: "陆禾"),
  ]).text

  /// The file from where the excerpt says its first highlight stands.
  private func rest(of excerpt: Excerpt, in text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return String(
      decoding: lines[excerpt.line - 1].utf8.dropFirst(excerpt.column - 1), as: UTF8.self)
  }
}
