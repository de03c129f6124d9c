import AnswerRecords
import TestSupport
import Testing

/// What the command says of documents; a program of the tests reads them.
struct DocumentCommandTests {
  private static let pages = FakeDocumentReader.document(
    "t 1\t岚江通信", "t 1\t第9期（总第92期）", "h2 2\t岚江建成新基站", "t 2\t岚江镇九月建成三座新基站。",
    "t 3\t水厂验收在月底。", head: "pages 3", "warning doubtful-order")
  private static let paragraphs = FakeDocumentReader.document(
    "h1 0\t防汛工作简报", "t 0\t汛期巡查每天两次，记录水位。", reader: "docx/1")

  private func prepared(
    _ folder: borrowing TemporaryDirectory
  ) throws -> (command: Command, messages: String) {
    let reader = try FakeDocumentReader(in: folder)
    try folder.write(Self.pages, to: "a/9.pdf")
    try folder.write(Self.paragraphs, to: "a/汛.docx")
    try folder.write(FakeDocumentReader.problem("scanned"), to: "a/8.pdf")
    try folder.write(
      FakeDocumentReader.problem("tool-missing antiword", reader: "doc/1"), to: "a/7.doc")
    try folder.write(
      FakeDocumentReader.problem("tool-missing antiword", reader: "doc/1"), to: "a/6.doc")
    try folder.write("zip", to: "a/旧.zip")
    let command = Command(
      folder: folder.path, environment: ["BSEARCH_EXTRACT": reader.path])
    let indexed = try command.run("index", "a")
    #expect(indexed.status == 0)
    return (command, indexed.messages)
  }

  @Test func `index names every document that gives no text, and one of each missing tool`() throws
  {
    let folder = try TemporaryDirectory()
    let messages = try prepared(folder).messages
    #expect(messages.contains("a/8.pdf: a scan without a text layer"))
    #expect(messages.contains("a/9.pdf: the order of its lines is doubtful"))
    #expect(messages.contains("a/6.doc: documents from before Word 97 need antiword"))
    #expect(!messages.contains("a/7.doc"))
    #expect(messages.contains("1 more file for the same reason"))
    #expect(messages.contains("files inside of archives are not opened"))
  }

  @Test func `a hit names page and paragraph, and that names the article`() throws {
    let folder = try TemporaryDirectory()
    let command = try prepared(folder).command
    #expect(try command.run("水厂验收").output == "a/9.pdf:p3:1:水厂验收在月底。\n")
    #expect(try command.run("巡查").output == "a/汛.docx:p:2:汛期巡查每天两次，记录水位。\n")
    #expect(try command.run("-o", "水厂").output == "a/9.pdf:p3:1:水厂\n")
    #expect(try command.run("-c", "水厂").output == "1\n")
    #expect(try command.run("-l", "水厂").output.hasPrefix("a/9.pdf:"))
    let raw = try command.run("show", "--raw", "a/9.pdf:p3:1")
    #expect(raw.output == "岚江建成新基站\n岚江镇九月建成三座新基站。\n水厂验收在月底。\n")
    #expect(try command.run("show", "a/9.pdf:p3:1").output.contains("a/9.pdf:p2:1-p3:1"))
    #expect(try command.run("show", "a/9.pdf:p3:2").status == 1)
    // The pages of the file, where none are printed.
    #expect(try command.run("show", "--cite", "a/9.pdf:p3:1").output.contains("：2-3."))
    let json = try command.run("--json", "水厂验收").output
    #expect(json.contains(#""page":3"#))
    #expect(json.contains(#""paragraph":1"#))
  }

  @Test func `status counts documents and says what is wrong with those that were left out`() throws
  {
    let folder = try TemporaryDirectory()
    let output = try prepared(folder).command.run("status").output
    #expect(output.contains("2 documents, 3 pages"))
    #expect(output.contains("a scan without a text layer"))
    #expect(output.contains("the order of its lines is doubtful"))
  }

  @Test func `parse shows how a document is read, or why it is not`() throws {
    let folder = try TemporaryDirectory()
    let command = try prepared(folder).command
    let parsed = try command.run("parse", "a/9.pdf")
    #expect(parsed.status == 0)
    #expect(parsed.output.contains("p2:1-p3:1"))
    #expect(parsed.output.contains("pdf/1 pdftotext/22.12.0"))
    let failed = try command.run("parse", "a/8.pdf")
    #expect(failed.status == 2)
    #expect(failed.messages.contains("recognize its text (OCR) first"))
  }

  @Test func `issues lists the files of an issue that has several`() throws {
    let folder = try TemporaryDirectory()
    let command = try prepared(folder).command
    #expect(try command.run("issues", "--duplicates").status == 1)
    try folder.write(Self.pages.replacing("pdf/1", with: "docx/1"), to: "a/9.docx")
    #expect(
      try command.run("index").messages.contains("1 file with an issue that another file has"))
    #expect(
      try command.run("issues", "--duplicates").output
        == "a/9.pdf is the same issue as a/9.docx, which alone is indexed\n")
    #expect(try command.run("水厂验收").output == "a/9.docx:p3:1:水厂验收在月底。\n")
  }

  @Test func `doctor says what reads documents`() throws {
    let folder = try TemporaryDirectory()
    let command = try prepared(folder).command
    let broken = try command.run("doctor")
    #expect(broken.status == 1)
    #expect(broken.output.contains("pdf/1 pdftotext/22.12.0"))
    var without = command
    without.environment["BSEARCH_EXTRACT"] = "/nowhere"
    let missing = try without.run("doctor")
    #expect(missing.status == 1)
    #expect(missing.output.contains("bsearch-extract is missing"))
  }
}
