import Testing

@testable import Bulletins

@Suite struct PlacedReaderTests {
  private func document(_ paragraphs: [PlacedText.Paragraph]) -> PlacedText {
    var text = PlacedText()
    text.paragraphs = paragraphs
    text.pageCount = paragraphs.map(\.page).max() ?? 0
    return text
  }

  private static let issue: [PlacedText.Paragraph] = [
    PlacedText.Paragraph(.text, "岚江通信", page: 1, isBold: true),
    PlacedText.Paragraph(.text, "第9期（总第92期）", page: 1),
    PlacedText.Paragraph(.text, "2023年9月1日", page: 1),
    PlacedText.Paragraph(.text, "目录", page: 1),
    PlacedText.Paragraph(.contents, "【要闻】", page: 1),
    PlacedText.Paragraph(.contents, "岚江建成新基站\t2", page: 1),
    PlacedText.Paragraph(.contents, "水厂完成验收……3", page: 1),
    PlacedText.Paragraph(.furniture, "— 1 —", page: 1),
    PlacedText.Paragraph(.text, "【要闻】", page: 2),
    PlacedText.Paragraph(.heading(level: 2), "岚江建成新基站", page: 2),
    PlacedText.Paragraph(.text, "岚江镇九月建成三座新基站，覆盖全镇（罗一帆）", page: 2),
    PlacedText.Paragraph(.furniture, "— 2 —", page: 2),
    PlacedText.Paragraph(.heading(level: 2), "水厂完成验收", page: 3),
    PlacedText.Paragraph(.text, "水厂二期完成验收，", page: 3),
    PlacedText.Paragraph(.tableRow, "设备\t数量", page: 3),
  ]

  @Test(
    "masthead, contents, sections, titles and bylines of a document are found as in a text file")
  func issue() {
    let bulletin = BulletinParser().parse(document(Self.issue), path: "a.pdf")
    #expect(bulletin.masthead.name == "岚江通信")
    #expect(bulletin.masthead.number?.total == 92)
    #expect(bulletin.sections.map(\.name) == ["要闻"])
    #expect(bulletin.articles.map(\.title) == ["岚江建成新基站", "水厂完成验收"])
    #expect(bulletin.articles.allSatisfy { $0.isListedInContents })
    #expect(bulletin.articles[0].byline?.authors == ["罗一帆"])
  }

  @Test("a paragraph that does not end with a stop is not put together with what follows")
  func wholeParagraphs() {
    let bulletin = BulletinParser().parse(document(Self.issue), path: "a.pdf")
    #expect(bulletin.articles[1].text.string == "水厂二期完成验收，\n设备 数量")
    #expect(bulletin.joinCount == 0)
  }

  @Test("paragraphs that lines may cut are put together again")
  func cutParagraphs() {
    let first = "岚江镇九月建成三座新基站，全镇各村从此都有了信号，村民们说通话比从前清楚得多，"
    var text = document([
      PlacedText.Paragraph(.heading(level: 1), "岚江建成新基站", page: 1),
      PlacedText.Paragraph(.text, first, page: 1), PlacedText.Paragraph(.text, "覆盖全镇。", page: 2),
    ])
    text.areParagraphsWhole = false
    let bulletin = BulletinParser().parse(text, path: "a.pdf")
    #expect(bulletin.articles.last?.text.string == first + "覆盖全镇。")
  }

  @Test("every line of the text leads to its page and paragraph")
  func places() throws {
    let bulletin = BulletinParser().parse(document(Self.issue), path: "a.pdf")
    let pages = try #require(bulletin.pages)
    let offset = try #require(bulletin.articles[1].text.sourceOffset(ofTextOffset: 0))
    let place = pages.place(ofLine: bulletin.line(ofSourceOffset: offset))
    #expect(place.page == 3)
    #expect(place.paragraph == 2)
  }

  @Test("title and date that a mail has beside its text name the issue, and shift no paragraph")
  func head() throws {
    var text = document([PlacedText.Paragraph(.text, "岚江镇建成三座新基站。")])
    text.title = "岚江通信简报\n第9期"
    text.date = "2023-09-01"
    let bulletin = BulletinParser().parse(text, path: "a.eml")
    #expect(bulletin.masthead.date?.description == "2023-09-01")
    #expect(bulletin.masthead.claims.contains { $0.number?.number == 9 })
    let article = try #require(bulletin.articles.first)
    let offset = try #require(article.text.sourceOffset(ofTextOffset: 0))
    let line = bulletin.line(ofSourceOffset: offset)
    #expect(bulletin.pages?.place(ofLine: line).paragraph == 1)
    #expect(bulletin.pages?.place(ofLine: line).page == 0)
    #expect(bulletin.pages?.place(ofLine: 1).paragraph == 0)
  }

  @Test("paragraphs without text do not count")
  func emptyParagraphs() {
    let bulletin = BulletinParser().parse(
      document([
        PlacedText.Paragraph(.text, " \u{3000}\t", page: 1),
        PlacedText.Paragraph(.text, "", page: 1),
        PlacedText.Paragraph(.text, "岚江镇建成三座新基站。", page: 1),
      ]), path: "a.pdf")
    #expect(bulletin.pages?.place(ofLine: 1).paragraph == 1)
    #expect(bulletin.lineStarts.count == 2)
  }
}
