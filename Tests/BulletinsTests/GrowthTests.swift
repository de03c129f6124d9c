import Testing

@testable import Bulletins

/// What a file of any size costs: none of these would end if its time grew with the square of its size.
struct GrowthTests {
  private static let head = "# 岚江简讯\n\n第8期 总第92期\n\n"

  /// A number in characters that a name may have.
  private static func name(_ number: Int) -> String {
    String("\(number)".map { Array("甲乙丙丁戊己庚辛壬癸")[$0.wholeNumberValue ?? 0] })
  }

  private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map(line).joined()
  }

  @Test func `contents with a section for each entry`() {
    let count = 20_000
    let bulletin = parse(
      Self.head + "## 目 录\n\n" + Self.lines(count) { "【栏\(Self.name($0))】\n题\($0) ..... 3\n" }
        + "\n"
        + Self.lines(count) { "## 【栏\(Self.name($0))】\n\n## 题\($0)\n\n内容。\n\n" })
    #expect(bulletin.sections.count == count)
    #expect(bulletin.contents.count == 2 * count)
    #expect(bulletin.contents.allSatisfy { $0.isSection || $0.article != nil })
  }

  @Test func `contents without pages whose entries stand apart`() {
    let count = 20_000
    let bulletin = parse(
      Self.head + "## 目 录\n\n" + Self.lines(count) { "题\($0)\n\n" }
        + Self.lines(count) { "## 题\($0)\n\n内容。\n\n" })
    #expect(bulletin.contents.count == count)
    #expect(bulletin.articles.count == count)
  }

  @Test func `contents whose entries are compared with one endless title`() {
    let count = 2_000
    let bulletin = parse(
      Self.head + "## 目 录\n\n" + Self.lines(count) { "题\($0)内容如何 ..... 3\n" } + "\n## "
        + String(repeating: "题", count: 200_000) + "\n\n内容。\n")
    #expect(bulletin.articles.count == 1)
    #expect(bulletin.contents.allSatisfy { $0.article == nil })
  }

  @Test func `a heading that is too long for a name is no section of its entries`() {
    let entries = Self.lines(5_000) { "### 题\($0)\n\n内容。\n\n" }
    let title = String(repeating: "题", count: 100_000)
    let bulletin = parse("# 周刊 第8期\n\n[网](http://example.org)\n\n## \(title)\n\n\(entries)")
    #expect(bulletin.sections.isEmpty)
    #expect(bulletin.articles.last?.title == title)
    #expect(bulletin.articles.last?.text.string.contains("题4999") == true)
  }

  @Test(arguments: ["<rt>", "<ruby>水<rt>", "<p>", "水"])
  func `tags that never end`(opening: String) {
    let bulletin = parse(opening + String(repeating: "<b ", count: 100_000))
    #expect(bulletin.articles.count == 1)
  }

  @Test func `front matter with more authors than anybody names`() {
    let authors = Self.lines(280) { line in
      "authors: [" + Self.lines(400) { "甲\(line)乙\($0), " } + "]\n"
    }
    let bulletin = parse("---\ntitle: 题\n\(authors)---\n内容。\n")
    #expect(bulletin.articles.map(\.title) == ["题"])
    #expect(bulletin.articles[0].byline?.authors.first == "甲0乙0")
  }

  @Test func `headings without text are titles, each of its own`() {
    let bulletin = parse("# 简讯\n\n第8期\n\n" + Self.lines(6) { "## 标题\($0)\n" } + "\n内容。\n")
    #expect(bulletin.articles.map(\.title) == (0..<6).map { "标题\($0)" })
    #expect(bulletin.articles.map(\.text.string) == ["", "", "", "", "", "内容。"])
  }

  @Test func `a list of more things than an issue can have is one article`() {
    let text = Array(("# 周刊 第8期\n\n" + Self.lines(11) { "## 题\($0)\n\n内容。\n\n" }).utf8)
    let divided = BulletinParser(mostArticles: 11).parse(text, path: "a.md")
    #expect(divided.articles.count == 11)
    let whole = BulletinParser(mostArticles: 10).parse(text, path: "a.md")
    #expect(whole.articles.count == 1)
    #expect(whole.cutting == .whole)
    #expect(whole.masthead == divided.masthead)
    for index in 0..<11 { #expect(whole.articles[0].text.string.contains("题\(index)\n内容。")) }
  }

  /// A file at the limit has eight million lines and more pieces.
  @Test func `a line takes little memory`() {
    #expect(MemoryLayout<Line>.stride <= 44)
    #expect(MemoryLayout<Piece>.stride == 12)
    #expect(MemoryLayout<Block>.stride == 20)
    #expect(MemoryLayout<TextRun>.stride == 12)
    #expect(MemoryLayout<PageElement>.stride <= 96)
  }
}
