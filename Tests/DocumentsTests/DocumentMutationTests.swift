import Bulletins
import TestSupport
import Testing

@testable import Documents

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Damaged documents of every kind: none may end the process, or give what cannot be handed over.
///
/// `BSEARCH_DOCUMENT_MUTATIONS=1000000` tries so many.
@Suite struct DocumentMutationTests {
  private static let usualCount = 2_000
  private static var seed: UInt64 {
    getenv("BSEARCH_SEED").flatMap { UInt64(String(cString: $0)) } ?? 20_261_130
  }

  private static var count: Int {
    getenv("BSEARCH_DOCUMENT_MUTATIONS").flatMap { Int(String(cString: $0)) } ?? usualCount
  }

  @Test(arguments: DocumentSample.Kind.allCases)
  func `random changes never crash`(kind: DocumentSample.Kind) throws {
    let share = max(1, Self.count / DocumentSample.Kind.allCases.count)
    for number in 0..<share {
      var random = SeededGenerator(seed: Self.seed &+ UInt64(number))
      let bytes = DocumentSample(kind, using: &random).bytes
      let document = try Self.read(bytes, kind)
      guard ReadDocument(document.encoded()) != document else { continue }
      Issue.record("seed \(Self.seed &+ UInt64(number)) is read otherwise than it is written")
    }
  }
}

extension DocumentMutationTests {
  private static func read(_ bytes: [UInt8], _ kind: DocumentSample.Kind) throws -> ReadDocument {
    guard kind == .bbox else {
      return DocumentReader.read(try DocumentInput(bytes: bytes, ending: kind.rawValue))
    }
    do throws(DocumentProblem) {
      let text = try PDFReader.read(
        bboxOutput: bytes, errors: "", status: 0, imageCount: { 0 })
      return ReadDocument(reader: "pdf/1", result: .success(text))
    } catch {
      return ReadDocument(reader: "pdf/1", result: .failure(error))
    }
  }
}

/// A document with a few changes, of its bytes or of what it is made of.
struct DocumentSample {
  enum Kind: String, CaseIterable {
    case docx, odt, epub, eml, rtf, doc, zip, ofd
    /// What `pdftotext` writes.
    case bbox
  }

  private(set) var bytes: [UInt8] = []

  init(_ kind: Kind, using random: inout SeededGenerator) {
    switch kind {
    case .docx: bytes = Self.word(&random)
    case .odt: bytes = Self.odt(&random)
    case .epub: bytes = Self.epub(&random)
    case .eml: bytes = Self.changed(Array(Self.mail.utf8), &random)
    case .rtf: bytes = Self.changed(Array(Self.rtf.utf8), &random)
    case .doc: bytes = Self.changed(Self.binaryWord.file(), &random, most: 20)
    case .ofd: bytes = Self.fixedLayout(&random)
    case .bbox: bytes = Self.moved(Array(Self.words.utf8), &random)
    case .zip: bytes = Self.changed(WordFile(Self.body).archive(), &random, most: 10)
    }
  }

  private static func word(_ random: inout SeededGenerator) -> [UInt8] {
    var file = WordFile(text(body, &random))
    file.styles = text(styles, &random)
    file.numbering = text(numbering, &random)
    file.footnotes = text(
      "<w:footnote w:id=\"1\">\(WordFile.paragraph("脚注"))</w:footnote>", &random)
    return file.archive()
  }

  private static func odt(_ random: inout SeededGenerator) -> [UInt8] {
    var writer = ZIPWriter()
    writer.add("mimetype", "application/vnd.oasis.opendocument.text")
    writer.add("content.xml", text(content, &random))
    return writer.archive()
  }

  private static func epub(_ random: inout SeededGenerator) -> [UInt8] {
    var writer = ZIPWriter()
    writer.add("META-INF/container.xml", text("<c><rootfile full-path=\"b/b.opf\"/></c>", &random))
    writer.add(
      "b/b.opf",
      text(
        "<p><metadata><title>书</title></metadata><manifest><item id=\"a\" href=\"a.xhtml\"/></manifest>"
          + "<spine><itemref idref=\"a\"/></spine></p>", &random))
    writer.add(
      "b/a.xhtml", text("<html><body><h1>题</h1><table><tr><td>一<td>二</table></body>", &random))
    return writer.archive()
  }

  private static func fixedLayout(_ random: inout SeededGenerator) -> [UInt8] {
    let lines = ["光缆抢修纪实", "九月一日夜里，暴雨冲断三处光缆，", "抢修队连夜出发。"].enumerated().map {
      SmallOFD.text($1, y: 40 + 7 * Double($0), size: $0 == 0 ? 6 : 4)
    }
    var file = SmallOFD(
      pages: [lines.joined(), lines.reversed().joined()],
      templates: ["5": SmallOFD.text("岚江简报 1", y: 12)], uses: [["5"], ["5"]])
    for name in file.parts.keys.sorted() {
      file.parts[name] = file.parts[name].map { text($0, &random) }
    }
    return file.bytes
  }

  /// Two pages in two columns with heads, contents, a table, vertical lines and a watermark.
  private static let words: String = {
    var pages: [String] = []
    for number in 1...2 {
      var drawing = PageDrawing(number)
      drawing.draw("岚江简报", x: 60, y: 30, size: 9)
      drawing.draw("光缆抢修纪实", x: 200, y: 70, size: 20)
      drawing.draw("防汛会议 ..... 3", x: 60, y: 95)
      var y = 120.0
      for column in 0..<2 {
        y = drawing.drawParagraph(
          Sentences.text(number, count: 90), x: 60 + 250 * Double(column), y: 120, count: 16)
      }
      drawing.draw("站名 水量 电耗", x: 60, y: y + 20)
      drawing.draw("柳湾 182 0.31", x: 60, y: y + 40)
      for (index, character) in "竖排一行内部".enumerated() {
        drawing.draw("\(character)", x: 540, y: 200 + 14 * Double(index))
        drawing.draw(
          "\(character)", x: 100 + 30 * Double(index), y: 700 - 30 * Double(index), size: 30)
      }
      drawing.draw("1 注文", x: 60, y: 760, size: 9)
      drawing.draw("— \(number) —", x: 280, y: 800, size: 9)
      let words = drawing.page.words.map { word in
        let box = word.box
        return
          "<word xMin=\"\(box.left)\" yMin=\"\(box.top)\" xMax=\"\(box.right)\" yMax=\"\(box.bottom)\">\(word.text)</word>"
      }
      pages.append("<page width=\"595\" height=\"842\">\n\(words.joined(separator: "\n"))\n</page>")
    }
    return pages.joined(separator: "\n")
  }()

  private static func text(_ text: String, _ random: inout SeededGenerator) -> String {
    guard Int.random(in: 0..<3, using: &random) > 0 else { return text }
    return String(decoding: moved(Array(text.utf8), &random), as: UTF8.self)
  }

  /// A document of marks in which tags stand elsewhere, so that it may still be well-formed.
  private static func moved(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var tags = bytes.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false)
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let (first, second) = (
        Int.random(in: tags.indices, using: &random), Int.random(in: tags.indices, using: &random)
      )
      switch Int.random(in: 0...2, using: &random) {
      case 0: tags.swapAt(first, second)
      case 1: tags.insert(tags[first], at: second)
      default: tags[first] = ArraySlice(changed(Array(tags[first]), &random, most: 2))
      }
    }
    return Array(tags.joined(separator: [UInt8(ascii: "<")]))
  }

  private static func changed(
    _ bytes: [UInt8], _ random: inout SeededGenerator, most: Int = 6
  ) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 0...most, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &random)
      let end = min(place + Int.random(in: 1...40, using: &random), bytes.count)
      switch Int.random(in: 0...5, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[place] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
      case 2:
        bytes.insert(
          contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
      case 3: bytes.removeSubrange(place..<end)
      case 4: bytes.swapAt(place, Int.random(in: bytes.indices, using: &random))
      default: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      }
    }
    return bytes
  }

  private static let body = """
    <w:p><w:pPr><w:pStyle w:val="1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>\
    <w:r><w:rPr><w:b/><w:sz w:val="32"/></w:rPr><w:t>光缆</w:t></w:r><w:ins><w:r><w:t>抢修</w:t></w:r></w:ins>\
    <w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="1"/></w:r></w:p>\
    <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r>\
    <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>结果</w:t><w:br w:type="page"/><w:t>后</w:t></w:r>\
    <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p><w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>\
    <w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p>\
    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>二</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
    """
  private static let styles = """
    <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="0"/></w:style>\
    <w:style w:type="paragraph" w:default="1" w:styleId="0"><w:name w:val="Normal"/><w:rPr><w:sz w:val="24"/></w:rPr></w:style>
    """
  private static let numbering = """
    <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>\
    <w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
    """
  private static let content = """
    <o xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">\
    <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>\
    <text:h text:outline-level="1">题</text:h><text:list text:style-name="L"><text:list-item><text:p>甲<text:s text:c="3"/></text:p>\
    </text:list-item></text:list><text:p>前<draw:text-box><text:p>框</text:p></draw:text-box><text:note><text:note-body><text:p>注\
    </text:p></text:note-body></text:note></text:p><table:table><table:table-row><table:table-cell><text:p>一</text:p></table:table-cell>\
    </table:table-row></table:table></o>
    """
  private static let mail =
    "Subject: =?gb2312?B?ueLAwg==?=\r\nDate: Thu, 28 Sep 2023 09:00:00 +0800\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    + "--b\r\nContent-Type: multipart/alternative; boundary=\"c\"\r\n\r\n--c\r\nContent-Type: text/html; charset=gb2312\r\n"
    + "Content-Transfer-Encoding: base64\r\n\r\nPGgxPrniwMI8L2gxPjxwPrv51b48L3A+\r\n--c--\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
    + "Subject: x\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=E5=85=89=\r\n=E7=BC=86\r\n--b--\r\n"
  private static let rtf =
    #"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 A;}}{\stylesheet{\s1\outlinelevel0 heading 1;}}\pard\s1\f0 \'b9\'e2\'c0\'c2\par"#
    + #"{\field{\*\fldinst X}{\fldrslt 果}}{\footnote\pard 注\par}\uc1\u20809?\trowd\pard\intbl 一\cell 二\cell\row\pard"#
    + #"{\shp{\*\shpinst{\shptxt 框\par}}}{\listtext 1.}\bin3 abc\par}"#
  private static var binaryWord: BinaryWordDocument {
    let inTable: [(number: Int, value: [UInt8])] = [(0x2416, [1])]
    var document = BinaryWordDocument([
      .init([.init("光缆"), .init("删", [(0x0800, [1])])], style: 1),
      .init([.init("甲\u{02}")], [(0x460B, [1, 0])]),
      .init([.init("一")], inTable, end: 7), .init([], inTable + [(0x2417, [1])], end: 7),
    ])
    document.levels = [(37, "", "、")]
    document.notes = [(5, "脚注")]
    return document
  }
}
