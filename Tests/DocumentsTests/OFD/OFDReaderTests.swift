import TestSupport
import Testing

@testable import Bulletins
@testable import Documents

@Suite struct OFDReaderTests {
  private func read(_ ofd: SmallOFD) throws -> PlacedText {
    let document = DocumentReader.read(try DocumentInput(bytes: ofd.bytes, ending: "ofd"))
    #expect(document.reader.hasPrefix("ofd/"))
    return try document.result.get()
  }

  /// The lines of paragraphs, each an object.
  private func objects(_ texts: [String], from top: Double = 40) -> [String] {
    var objects: [String] = []
    var y = top
    for text in texts {
      for (index, line) in PageDrawing.lines(text, count: 38).enumerated() {
        objects.append(SmallOFD.text(line, x: index == 0 ? 33 : 25, y: y))
        y += 7
      }
    }
    return objects
  }

  private let texts = (1...5).map { Sentences.text($0, count: 90).replacing(#/\d/#, with: "甲") }

  @Test(
    "objects are put together to paragraphs by their places",
    arguments: 1...5 as ClosedRange<UInt64>)
  func shuffled(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let page = objects(texts).shuffled(using: &generator).joined()
    #expect(try read(SmallOFD(pages: [page])).plain == texts)
  }

  @Test("an object a character, letters with steps of their own and blanks between words are text")
  func steps() throws {
    let single = "逐字".enumerated().map {
      SmallOFD.text(String($1), x: 25 + 4 * Double($0), y: 40, deltas: "")
    }
    let mixed = SmallOFD.text(
      "第9期 5G GB/T", y: 80, deltas: "4 2 4 1 2 3 2 3 3 g 2 2")
    let text = try read(
      SmallOFD(pages: [single.joined() + mixed + objects(texts, from: 120).joined()]))
    #expect(text.plain.prefix(2) == ["逐字", "第9期5G GB/T"])
  }

  @Test("steps that are repeated any number of times take no time")
  func manySteps() throws {
    let text = SmallOFD.text("甲乙丙", y: 40, deltas: "g 999999999999999999 4 g 5")
    let worse = SmallOFD.text("丁戊己", y: 60, deltas: "g 99999999999999999999999 4")
    #expect(try read(SmallOFD(pages: [text + worse])).plain == ["甲乙丙", "丁戊己"])
    #expect(OFDNumbers.steps("1 g 2 3 4", limit: 3) == [1, 3, 3])
    #expect(OFDNumbers.steps("g -5 3 4", limit: 9) == [4])
  }

  @Test("vertical columns and turned objects are read along their characters")
  func vertical() throws {
    let columns = texts.enumerated().flatMap { index, text in
      PageDrawing.lines(text, count: 50).enumerated().map { line, characters in
        """
        <ofd:TextObject Boundary="\(180 - 14 * index - 7 * line) 30 6 240" Size="4"><ofd:TextCode X="0" \
        Y="\(line == 0 ? 12 : 4)" DeltaX="g 60 0" DeltaY="g 60 4">\(characters)</ofd:TextCode></ofd:TextObject>
        """
      }
    }
    #expect(try read(SmallOFD(pages: [columns.joined()])).plain == texts)
    let turned = SmallOFD.text("转过来的一行文字", x: 100, y: 40, attributes: #"CTM="0 1 -1 0 0 0""#)
    #expect(try read(SmallOFD(pages: [turned])).plain == ["转过来的一行文字"])
  }

  @Test(
    "a short template of several pages is furniture, a template of one page or with much text is text"
  )
  func templates() throws {
    let pages = objects(texts).joined()
    let head = ["H": SmallOFD.text("山水简报", x: 90, y: 15)]
    let several = try read(
      SmallOFD(pages: [pages, pages], templates: head, uses: [["H"], ["H"]]))
    #expect(several.texts(.furniture) == ["山水简报"])
    #expect(several.plain == texts + texts)
    let single = try read(SmallOFD(pages: [pages], templates: head, uses: [["H"]]))
    #expect(single.plain == ["山水简报"] + texts)
    let form = ["F": objects(texts).joined()]
    let long = try read(
      SmallOFD(
        pages: [SmallOFD.text("填写一", y: 200), SmallOFD.text("填写二", y: 200)], templates: form,
        uses: [["F"], ["F"]]))
    #expect(long.plain == texts + ["填写一"] + texts + ["填写二"])
  }

  @Test("documents of a file follow each other, and namespaces and slashes may be any")
  func documents() throws {
    var ofd = SmallOFD(pages: [objects(texts).joined()])
    ofd.addDocument("Doc_1", [SmallOFD.text("第二份文件", y: 40)])
    ofd.parts["OFD.xml"] = SmallOFD.root(["/Doc_0", #".\Doc_1"#])
    for (path, part) in ofd.parts {
      ofd.parts[path] = part.replacing(
        "http://www.ofdspec.org/2016", with: "http://example.invalid/x"
      )
      .replacing("ofd:", with: "o:").replacing("xmlns:ofd", with: "xmlns:o")
    }
    let text = try read(ofd)
    #expect(text.plain == texts + ["第二份文件"])
    #expect(text.paragraphs.map(\.page) == [1, 1, 1, 1, 1, 2])
  }

  @Test("attributes in lower case and pages in another unit than their text are read")
  func otherWriters() throws {
    var ofd = SmallOFD(
      pages: (1...2).map { number in
        SmallOFD.text(["协会动态的标题", "会员消息的标题"][number - 1], x: 25, y: 20, size: 6)
          + objects(texts).joined()
          + SmallOFD.text("— \(number) —", x: 90, y: 140)
      })
    for (path, part) in ofd.parts {
      ofd.parts[path] = part.replacing(" Size=", with: " size=").replacing(
        "0 0 210 297", with: "0 0 595 842")
    }
    let text = try read(ofd)
    #expect(text.texts(.heading(level: 1)).count == 2)
    #expect(text.printedPages == [1: 1, 2: 2])
  }

  @Test("a part that is missing or not well-formed costs that part, with a warning")
  func badParts() throws {
    let pages = [SmallOFD.text("第一页的文字", y: 40), SmallOFD.text("第二页的文字", y: 40), ""]
    var ofd = SmallOFD(pages: pages)
    ofd.parts["Doc_0/Pages/Page_0/Content.xml"]? = "<ofd:Page"
    ofd.parts["Doc_0/Pages/Page_2/Content.xml"] = nil
    let text = try read(ofd)
    #expect(text.plain == ["第二页的文字"])
    #expect(text.paragraphs.map(\.page) == [2])
    #expect(text.pageCount == 3)
    #expect(text.warnings == [.partSkipped])
  }

  @Test("titles of the outline are headings, and bold fonts are bold")
  func outline() throws {
    var ofd = SmallOFD(
      pages: [SmallOFD.text("协会动态", y: 20) + objects(texts).joined()], outlines: ["协会 动态"])
    #expect(try read(ofd).texts(.heading(level: 1)) == ["协会动态"])
    ofd.parts["Doc_0/Document.xml"] = ofd.parts["Doc_0/Document.xml"]?.replacing(
      "<ofd:CommonData>", with: "<ofd:CommonData><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>")
    ofd.parts["Doc_0/PublicRes.xml"] =
      #"<ofd:Res \#(SmallOFD.space)><ofd:Fonts><ofd:Font ID="1" FontName="X" Bold="true"/></ofd:Fonts></ofd:Res>"#
    #expect(try read(ofd).paragraphs.allSatisfy(\.isBold))
  }

  @Test("why there is no text is told by its name")
  func problems() throws {
    let path = #"<ofd:PathObject Boundary="0 0 9 9"/>"#
    let image = #"<ofd:ImageObject Boundary="0 0 9 9" ResourceID="4"/>"#
    let glyphs =
      #"<ofd:TextObject Size="4"><ofd:CGTransform GlyphCount="3"/><ofd:TextCode> </ofd:TextCode></ofd:TextObject>"#
    let strange = SmallOFD.text(String(repeating: "㹍姁鵲瑭僿䔅", count: 5), y: 40)
    func problem(_ page: String) -> DocumentProblem? {
      do {
        _ = try read(SmallOFD(pages: [page]))
        return nil
      } catch {
        return error as? DocumentProblem
      }
    }
    #expect(problem(path) == .drawnText)
    #expect(problem(image) == .scanned)
    #expect(problem(glyphs) == .lettersWithoutUnicode)
    #expect(problem(strange) == .lettersWithoutUnicode)
    #expect(problem("") == .noText)
    var ofd = SmallOFD(pages: [path])
    ofd.parts["OFD.xml"] = "<ofd:OFD"
    #expect(throws: DocumentProblem.damaged) { try read(ofd) }
  }

  @Test("objects of any size and place are read", arguments: 1...20 as ClosedRange<UInt64>)
  func anything(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let numbers = ["0", "-5", "1e308", "nan", "999999", "3.5", "", "x", "0.0001"]
    func number() -> String { numbers.randomElement(using: &generator) ?? "" }
    let objects = (0..<60).map { _ in
      """
      <ofd:TextObject Boundary="\(number()) \(number()) 9 9" Size="\(number())" CTM="\(number()) \(number()) \(number()) \(number()) \(number()) \(number())">\
      <ofd:TextCode X="\(number())" Y="\(number())" DeltaX="\(number()) g \(number()) \(number())" DeltaY="\(number())">会议甲1a 的</ofd:TextCode></ofd:TextObject>
      """
    }
    let ofd = SmallOFD(pages: [objects.joined() + SmallOFD.text("终于读完了", y: 40)])
    let text = try read(ofd)
    #expect(text == (try read(ofd)))
  }
}
