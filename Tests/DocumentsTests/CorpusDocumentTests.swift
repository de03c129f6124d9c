import FoundationEssentials
import Testing

@testable import Bulletins
@testable import Documents

/// The documents of the corpus, which `scripts/make-documents` makes of its issues.
@Suite struct CorpusDocumentTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "corpus")
  private static let tools = DocumentTools(searchPath: "/usr/bin:/usr/local/bin:/opt/homebrew/bin")

  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Self.corpus.appending(path: path)))
  }

  /// The issue of a document, and that of its Markdown file.
  private func issues(_ name: String, _ ending: String) throws -> (Bulletin, Bulletin) {
    let document = DocumentReader.read(
      try DocumentInput(bytes: try bytes("documents/\(name).\(ending)"), ending: ending),
      tools: Self.tools)
    let text = try document.result.get()
    #expect(text.warnings.isEmpty)
    #expect(text.printedPages.count == text.pageCount)
    let parser = BulletinParser()
    return (
      parser.parse(text, path: "\(name).\(ending)"),
      parser.parse(try bytes("bulletins/\(name).md"), path: "\(name).md")
    )
  }

  private func expectSame(_ document: Bulletin, _ markdown: Bulletin) {
    #expect(document.articles.map { plain($0.title) } == markdown.articles.map { plain($0.title) })
    #expect(document.articles.map(\.section) == markdown.articles.map(\.section))
    #expect(document.articles.map(\.byline?.authors) == markdown.articles.map(\.byline?.authors))
    #expect(document.contents.count == markdown.contents.count)
    #expect(document.masthead.number == markdown.masthead.number)
    #expect(document.masthead.date == markdown.masthead.date)
    #expect(document.joinCount == 0)
  }

  private func plain(_ title: String) -> String { title.filter { !$0.isWhitespace } }

  @Test(
    "the issues in PDF, in one column and in two, have the articles of their Markdown",
    .enabled(if: tools.path(of: .pdftotext) != nil, "pdftotext is not installed"),
    arguments: ["2023-09", "2023-11"])
  func pdf(name: String) throws {
    let (document, markdown) = try issues(name, "pdf")
    expectSame(document, markdown)
  }

  @Test("the issue in OFD has the articles of its Markdown")
  func ofd() throws {
    let (document, markdown) = try issues("2023-10", "ofd")
    expectSame(document, markdown)
  }

  @Test(
    "the issues in DOCX, with styles and without, have the articles of their Markdown",
    arguments: ["2023-05", "2023-09"])
  func docx(name: String) throws {
    let (document, markdown) = try issues(name, "docx")
    expectSame(document, markdown)
  }
}
