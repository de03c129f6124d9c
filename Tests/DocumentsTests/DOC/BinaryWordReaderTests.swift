import Bulletins
import TestSupport
import Testing

@testable import Documents

/// Documents of Word before 2007.
@Suite struct BinaryWordReaderTests {
  private typealias Document = BinaryWordDocument
  private typealias Paragraph = BinaryWordDocument.Paragraph
  private typealias Run = BinaryWordDocument.Run

  private func lines(_ paragraphs: [Paragraph]) throws -> [String] {
    try lines(Document(paragraphs))
  }

  private func lines(_ document: Document) throws -> [String] {
    try read(document.file(), ending: "doc").lines
  }

  private func text(_ text: String, style: Int = 0) -> Paragraph {
    Paragraph([Run(text)], style: style)
  }

  @Test func `paragraphs and headings are read, in wide characters and in narrow ones`() throws {
    #expect(
      try lines([text("青禾简讯", style: 1), text("光缆", style: 2), text("𠮷姓用户\t3\u{0B}下行")])
        == ["h1 青禾简讯", "h2 光缆", "t 𠮷姓用户\t3 下行"])
    var narrow = Document([text("IPv6 ready"), text("\u{93}5G\u{94}")])
    narrow.isNarrow = true
    #expect(try lines(narrow) == ["t IPv6 ready", "t “5G”"])
  }

  @Test func `deleted and hidden text is left out, a deleted end joins paragraphs`() throws {
    #expect(
      try lines([
        Paragraph([Run("前"), Run("删", [(0x0800, [1])]), Run("藏", [(0x083C, [1])]), Run("后")]),
        Paragraph([Run("一"), Run("", [(0x0800, [1])])]), text("二"),
      ]) == ["t 前后", "t 一二"])
  }

  @Test func `results of fields are in and their codes are not`() throws {
    #expect(
      try lines([text("前\u{13}HYPERLINK \u{14}链接\u{15}后"), text("断\u{13}码"), text("正文")])
        == ["t 前链接后", "t 断", "t 正文"])
  }

  @Test func `larger letters make headings`() throws {
    let long = String(repeating: "光缆抢修完成，", count: 20)
    #expect(
      try lines([
        Paragraph([Run("大字", [(0x4A43, [32, 0]), (0x0835, [1])])]),
        Paragraph([Run(long, [(0x4A43, [24, 0])])]),
      ]) == ["h1 大字", "t \(long)"])
  }

  @Test func `cells are between tabs`() throws {
    let inTable: [(Int, [UInt8])] = [(0x2416, [1])]
    #expect(
      try lines([
        Paragraph([Run("地市")], inTable), Paragraph([Run("名")], inTable, end: 0x07),
        Paragraph([Run("12")], inTable, end: 0x07),
        Paragraph([], inTable + [(0x2417, [1])], end: 0x07), text("后"),
      ]) == ["r 地市 名\t12", "t 后"])
  }

  @Test func `numbers of lists stand before the text`() throws {
    let item: (String, UInt8) -> Paragraph = {
      Paragraph([Run($0)], [(0x260A, [$1]), (0x460B, [1, 0])])
    }
    var document = Document([item("甲", 0), item("乙", 1), item("丙", 0), text("丁")])
    document.levels = [(37, "", "、"), (0, "（", "）")]
    #expect(try lines(document) == ["t 一、甲", "t （1）乙", "t 二、丙", "t 丁"])
  }

  @Test func `notes stand behind the paragraph that has their mark, boxes at the end`() throws {
    var document = Document([text("正文\u{02}继续"), text("下段")])
    document.notes = [(2, "\u{02}脚注")]
    document.boxes = "框里"
    #expect(try lines(document) == ["t 正文继续", "n 脚注", "t 下段", "t 框里"])
  }

  @Test func `each kind of trouble has its name`() throws {
    var encrypted = Document([text("文")])
    encrypted.isEncrypted = true
    #expect(try problem(of: encrypted.file(), ending: "doc") == .encrypted)
    var old = Document([text("文")])
    old.version = 0x65
    #expect(try problem(of: old.file(), ending: "doc") == .toolMissing(.antiword))
    #expect(
      try problem(of: CompoundWriter.file([("EncryptedPackage", [])]), ending: "docx") == .encrypted
    )
    #expect(
      try problem(of: CompoundWriter.file([("Workbook", [])]), ending: "doc") == .unknownContent)
    #expect(try problem(of: Array(Document([text("文")]).file().prefix(600)), ending: "doc") != nil)
    // That of Kingsoft may end within a sector.
    #expect(try lines(Document([text("文")])) == ["t 文"])
    #expect(
      try read(Array(Document([text("文")]).file().dropLast(100)), ending: "wps").lines == ["t 文"])
  }

  @Test func `what antiword writes is read`() {
    let output = "\n青禾简讯\n\n  光缆[pic]抢修\n|地市    |基站    |\n|        |12      |\n[pic]\n------\n"
    #expect(
      Antiword.text(of: Array(output.utf8)).lines == ["t 青禾简讯", "t 光缆抢修", "r 地市\t基站", "r 12"])
  }
}
