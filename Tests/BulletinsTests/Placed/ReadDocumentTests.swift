import TestSupport
import Testing

@testable import Bulletins

@Suite struct ReadDocumentTests {
  static let sample: ReadDocument = {
    var text = PlacedText()
    text.title = "岚江通信 第9期"
    text.date = "2023-09-01"
    text.pageCount = 3
    text.printedPages = [2: 1, 3: 2]
    text.warnings = [.partSkipped, .doubtfulOrder]
    text.areParagraphsWhole = false
    text.paragraphs = [
      PlacedText.Paragraph(.heading(level: 2), "会议纪要", page: 1, isBold: true),
      PlacedText.Paragraph(.text, "  会议由 h1 3\t主持。end 2", page: 1, isIndented: true),
      PlacedText.Paragraph(.tableRow, "基站\t1200\t", page: 2, isBold: true, isIndented: true),
      PlacedText.Paragraph(.listItem, "一、建设", page: 2), PlacedText.Paragraph(.note, "注", page: 3),
      PlacedText.Paragraph(.contents, "会议纪要……3", page: 3),
      PlacedText.Paragraph(.furniture, "— 2 —", page: 3),
    ]
    return ReadDocument(reader: "pdf/1 pdftotext/22.12.0", result: .success(text))
  }()

  static let problems: [DocumentProblem] =
    [
      .encrypted, .scanned, .lettersWithoutUnicode, .drawnText, .damaged, .unknownContent, .archive,
      .fontTablesMissing, .documentType, .noText,
    ] + DocumentTool.allCases.flatMap { [.toolMissing($0), .toolFailed($0)] }
    + DocumentLimit.allCases.map { .limit($0) }

  @Test("a text comes back as it was handed over")
  func text() {
    #expect(ReadDocument(Self.sample.encoded()) == Self.sample)
  }

  @Test("every problem comes back as it was handed over", arguments: problems)
  func problem(_ problem: DocumentProblem) {
    let document = ReadDocument(reader: "docx/1", result: .failure(problem))
    #expect(ReadDocument(document.encoded()) == document)
  }

  @Test("the form is the documented one, byte for byte")
  func form() {
    let lines = String(decoding: Self.sample.encoded(), as: UTF8.self)
    #expect(
      lines == """
        bsearch-document 1
        reader pdf/1 pdftotext/22.12.0
        title 岚江通信 第9期
        date 2023-09-01
        pages 3
        printed 2 1
        printed 3 2
        warning part-skipped
        warning doubtful-order
        cut
        text
        h2b 1\t会议纪要
        ti 1\t  会议由 h1 3\t主持。end 2
        rbi 2\t基站\t1200\t
        l 2\t一、建设
        n 3\t注
        c 3\t会议纪要……3
        f 3\t— 2 —
        end 7

        """)
  }

  @Test("ends of lines and control characters in a text cannot break the form")
  func hostileText() {
    var text = PlacedText()
    text.title = "甲\nend 0"
    text.paragraphs = [
      PlacedText.Paragraph(.text, "甲\r\nend 0\u{0}\u{85}\u{2028}乙\u{1B}[31m\u{C}\u{9F}", page: 0)
    ]
    let document = ReadDocument(reader: "docx/1", result: .success(text))
    guard let read = ReadDocument(document.encoded()), case .success(let text) = read.result else {
      Issue.record("not read back")
      return
    }
    #expect(text.title == "甲 end 0")
    #expect(text.paragraphs.map(\.text) == ["甲  end 0  乙[31m "])
  }

  @Test(
    "what is not in the form is refused",
    arguments: [
      "", "bsearch-document 1\n", "bsearch-document 2\nreader a/1\ntext\nend 0\n",
      "bsearch-document 1\nreader a/1\ntext\nend 1\n",
      "bsearch-document 1\nreader a/1\ntext\nend 0",
      "bsearch-document 1\nreader a/1\ntext\nend 0\n\n",
      "bsearch-document 1\nreader a/1\ntext\nt 1 甲\nend 1\n",
      "bsearch-document 1\nreader a/1\ntext\nt -1\t甲\nend 1\n",
      "bsearch-document 1\nreader a/1\ntext\nh0 1\t甲\nend 1\n",
      "bsearch-document 1\nreader a/1\ntext\ntib 1\t甲\nend 1\n",
      "bsearch-document 1\nreader a/1\ntext\nt 99999999999999999999\t甲\nend 1\n",
      "bsearch-document 1\nreader a/1\npages 0\ntext\nend 0\n",
      "bsearch-document 1\nreader a/1\nprinted 1\ntext\nend 0\n",
      "bsearch-document 1\nreader a/1\nprinted 1 1\nprinted 1 2\ntext\nend 0\n",
      "bsearch-document 1\nreader a/1\nwarning fire\ntext\nend 0\n",
      "bsearch-document 1\nreader a/1\nproblem fire\nend 0\n",
      "bsearch-document 1\nreader a/1\nproblem limit fire\nend 0\n",
      "bsearch-document 1\nreader a/1\ntitle a\nproblem scanned\nend 0\n",
      "bsearch-document 1\nreader a/1\nproblem scanned\nt 1\t甲\nend 1\n",
      "bsearch-document 1\ntext\nend 0\n", "bsearch-document 1\nreader \ntext\nend 0\n",
    ])
  func refused(text: String) {
    #expect(ReadDocument(Array(text.utf8)) == nil)
  }

  @Test(
    "whatever is cut off or changed in a form is refused, or read as what it says",
    arguments: [
      UInt64(1), 2, 3,
    ])
  func mutations(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let whole = Self.sample.encoded()
    for length in 0..<whole.count { #expect(ReadDocument(Array(whole[..<length])) == nil) }
    for _ in 0..<20_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: place)
        }
      }
      guard let read = ReadDocument(bytes) else { continue }
      // What is read is all that there is: written again, it says the same.
      #expect(ReadDocument(read.encoded()) == read, "seed \(seed)")
    }
  }
}
