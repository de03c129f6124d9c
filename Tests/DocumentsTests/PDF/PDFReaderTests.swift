import Testing

@testable import Bulletins
@testable import Documents

@Suite struct PDFReaderTests {
  private static let body = String(repeating: "本省召开会议研究部署今年的工作，要求各单位认真落实。", count: 4)

  private func output(_ pages: [String], width: Double = 12) -> [UInt8] {
    var text = ""
    for page in pages {
      text += #"<page width="595" height="842">"#
      for (index, word) in page.split(separator: "\n").enumerated() {
        let right = 72 + Double(word.unicodeScalars.count) * width
        text +=
          #"<word xMin="72" yMin="\#(80 + 20 * index)" xMax="\#(right)" yMax="\#(95 + 20 * index)">\#(word)</word>"#
      }
      text += "</page>"
    }
    return Array(text.utf8)
  }

  private func read(
    _ output: [UInt8], errors: String = "", status: Int32 = 0, images: Int = 0
  ) throws(DocumentProblem) -> PlacedText {
    try PDFReader.read(
      bboxOutput: output, errors: errors, status: status, imageCount: { images })
  }

  @Test("a text that can be read is read, with what the tool complained about")
  func warnings() throws {
    #expect(try read(output([Self.body])).plain == [Self.body])
    #expect(try read(output([Self.body]), errors: "Syntax Error: x").warnings == [.repaired])
    #expect(
      try read(output([Self.body]), errors: "Syntax Error: Missing language pack for 'Adobe-GB1'")
        .warnings == [.repaired, .fontTablesMissing])
    #expect(
      try read(output([Self.body, "", ""]), images: 2).warnings == [.somePagesScanned])
    let pages = [Self.body, Self.body, "", Self.body, Self.body, Self.body, Self.body]
    #expect(try read(output(pages), images: 1).warnings == [.somePagesScanned])
    #expect(try read(output(pages), images: 0).warnings == [])
    // A blank last page says nothing.
    #expect(try read(output([Self.body, Self.body, ""]), images: 3).warnings == [])
    #expect(try read(output([Self.body, "", ""]), images: 0).warnings.isEmpty)
    #expect(
      try read(output([Self.body + "\u{E001}\u{E002}\u{FFFD}"])).warnings == [.someLettersUnknown])
  }

  @Test("why there is no text is told by its name")
  func problems() {
    #expect(throws: DocumentProblem.encrypted) {
      try read([], errors: "Command Line Error: Incorrect password", status: 1)
    }
    #expect(throws: DocumentProblem.damaged) {
      try read([], errors: "Syntax Error: Couldn't read xref table", status: 1)
    }
    #expect(throws: DocumentProblem.fontTablesMissing) {
      try read(output(["1"]), errors: "Syntax Error: Missing language pack for 'Adobe-GB1' mapping")
    }
    #expect(throws: DocumentProblem.scanned) { try read(output(["", ""]), images: 2) }
    #expect(throws: DocumentProblem.noText) { try read(output(["", ""])) }
  }

  @Test(
    "letters without Unicode are not taken for a text",
    arguments: [
      String(repeating: "㹍姁鵲瑭僿䔅泹㚲熺佔㍌걽", count: 10),
      String(repeating: "\u{E123}甲\u{E456}", count: 30),
      String(repeating: "#$%&'()*+,-./0WXYZ[\\]<^_`aRbc", count: 5).replacing("&", with: "&amp;")
        .replacing("<", with: "&lt;"),
    ])
  func unreadable(text: String) {
    #expect(throws: DocumentProblem.lettersWithoutUnicode) { try read(output([text])) }
  }

  @Test("letters of normal breadth, rare names and full-width digits are a text")
  func readable() throws {
    let english = "The quarterly meeting of the association was held in September with 47 members"
    #expect(try read(output([english], width: 6)).plain == [english])
    let names = "张翀、李骉、王垚、赵婧媛、钱堃、孙翾、周懿、吴昉、郑翮、冯斐、陈玥、褚珺、卫旻等同志参加了会议"
    #expect(try read(output([names])).plain == [names])
  }

  @Test("full-width letters of a document without ASCII are ASCII, as they are drawn")
  func halfWidth() throws {
    let text = "２０２３年９月２８日，共有１２３４５个基站和６７８９０个用户，１００８６Ａ类"
    #expect(
      try read(output([text])).plain == ["2023年9月28日，共有12345个基站和67890个用户，10086A类"])
    #expect(try read(output([text + "\nB类"])).plain.first?.hasPrefix("２０２３") == true)
  }

  @Test("pictures are counted by what stands beside them")
  func images() {
    let file = "1 0 obj <</Type/XObject/Subtype/Image>> <</Subtype /Image/Filter/DCTDecode>> /Imag"
    #expect(PDFReader.imageCount(in: Array(file.utf8)) == 2)
    #expect(PDFReader.imageCount(in: []) == 0)
  }

  /// The tools that are installed here.
  private static let tools = DocumentTools(searchPath: "/usr/bin:/usr/local/bin:/opt/homebrew/bin")
  private static let hasTool = tools.path(of: .pdftotext) != nil

  @Test("a PDF is read through pdftotext", .enabled(if: hasTool, "pdftotext is not installed"))
  func tool() throws {
    let pdf = SmallPDF(
      pages: [
        ["全省信息通信业会议", "本省召开会议研究部署今年的工作，要求各单位认真落实。"],
        ["第二页的内容在这里，各单位认真落实。"],
      ])
    let document = DocumentReader.read(
      try DocumentInput(bytes: pdf.bytes, ending: "pdf"), tools: Self.tools)
    let text = try document.result.get()
    #expect(
      text.plain == [
        "全省信息通信业会议", "本省召开会议研究部署今年的工作，要求各单位认真落实。", "第二页的内容在这里，各单位认真落实。",
      ])
    #expect(text.paragraphs.map(\.page) == [1, 1, 2])
    #expect(text.pageCount == 2)
  }

  @Test(
    "a PDF that is cut off or empty is damaged", .enabled(if: hasTool, "pdftotext is not installed")
  )
  func damagedFile() throws {
    for bytes in [Array("%PDF-1.4\n".utf8), Array(SmallPDF(pages: [["甲"]]).bytes.prefix(40))] {
      let document = DocumentReader.read(
        try DocumentInput(bytes: bytes, ending: "pdf"), tools: Self.tools)
      #expect(document.result == .failure(.damaged))
    }
  }

  @Test("without pdftotext the tool is missing")
  func missingTool() throws {
    let input = try DocumentInput(bytes: SmallPDF(pages: [["甲"]]).bytes, ending: "pdf")
    #expect(DocumentReader.read(input).result == .failure(.toolMissing(.pdftotext)))
  }
}
