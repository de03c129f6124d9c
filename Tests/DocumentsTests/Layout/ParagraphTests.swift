import Testing

@testable import Bulletins
@testable import Documents

@Suite struct ParagraphTests {
  @Test(
    "lines of a paragraph are one text, whether the next paragraph is told by its indentation or a short line"
  )
  func lines() {
    var drawing = PageDrawing()
    let texts = (1...6).map { Sentences.text($0, count: 40 + 19 * $0) }
    var y = 80.0
    for text in texts { y = drawing.drawParagraph(text, y: y) }
    #expect(PlacedTextBuilder.build([drawing.page]).plain == texts)
  }

  @Test("without indentation a gap parts paragraphs")
  func gaps() {
    var drawing = PageDrawing()
    let texts = (1...6).map { Sentences.text($0, count: 60) }
    var y = 80.0
    for text in texts { y = drawing.drawParagraph(text, y: y, indent: 0) + 10 }
    #expect(PlacedTextBuilder.build([drawing.page]).plain == texts)
  }

  @Test("a paragraph goes on in the next column and on the next page, past running heads and notes")
  func acrossPages() {
    let texts = (1...9).map { Sentences.text($0, count: 170) }
    var lines: [(text: String, isFirst: Bool)] = []
    for text in texts {
      for (index, line) in PageDrawing.lines(text, count: 16).enumerated() {
        lines.append((line, index == 0))
      }
    }
    var pages: [PlacedPage] = []
    var rest = lines[...]
    while !rest.isEmpty {
      var drawing = PageDrawing(pages.count + 1)
      drawing.draw("山水简报 内部资料", x: 220, y: 40, size: 9)
      drawing.draw("— \(pages.count + 7) —", x: 270, y: 810, size: 9)
      for column in 0..<2 {
        for row in 0..<18 {
          guard let line = rest.popFirst() else { break }
          drawing.draw(
            line.text, x: 72 + 220 * Double(column) + (line.isFirst ? 24 : 0),
            y: 80 + 20 * Double(row))
        }
      }
      if pages.isEmpty { drawing.draw("1. 据统计。", x: 72, y: 480, size: 9) }
      pages.append(drawing.page)
    }
    let text = PlacedTextBuilder.build(pages)
    #expect(pages.count == 3)
    #expect(text.plain.filter { !$0.hasPrefix("1.") } == texts)
    #expect(text.texts(.note) == ["1.据统计。"])
    #expect(text.texts(.furniture) == ["山水简报 内部资料"])
    #expect(text.printedPages == [1: 7, 2: 8, 3: 9])
    #expect(text.warnings.isEmpty)
    #expect(text.paragraphs.last?.page == 3)
  }

  @Test("a line is full if what the next one begins with had no room, however long that is")
  func longWords() {
    var drawing = PageDrawing()
    let full = Sentences.text(1, count: 31)
    for row in 0..<4 {
      drawing.draw(full.replacing("。", with: ""), x: 72, y: 80 + 20 * Double(row))
    }
    drawing.draw("详情见", x: 72, y: 160)
    drawing.draw("https://example.invalid/bulletins/2023-09/index.html", x: 72, y: 180)
    drawing.draw("短行", x: 72, y: 200)
    drawing.draw("新的一段", x: 72, y: 220)
    let texts = PlacedTextBuilder.build([drawing.page]).plain
    #expect(
      texts.contains { $0.contains("详情见https://example.invalid/bulletins/2023-09/index.html") })
    #expect(texts.last == "新的一段")
  }

  @Test("an item goes on in lines that begin below its text")
  func hangingItems() {
    var drawing = PageDrawing()
    var y = drawing.drawParagraph(Sentences.text(1, count: 130), y: 80)
    let item = Sentences.text(2, count: 70)
    for (index, line) in PageDrawing.lines(item, count: 26, indent: 0).enumerated() {
      if index == 0 { drawing.draw("（1）", x: 72 + 24, y: y) }
      drawing.draw(line, x: 72 + 24 + 30, y: y)
      y += 20
    }
    drawing.drawParagraph(Sentences.text(3, count: 90), y: y)
    let texts = PlacedTextBuilder.build([drawing.page]).plain
    #expect(texts.count == 3)
    #expect(texts[1] == "（1）" + item)
  }

  @Test("a list of credits keeps its blanks where a line ends at one")
  func credits() {
    var drawing = PageDrawing()
    drawing.draw(Sentences.text(1, count: 30), x: 72, y: 80)
    drawing.draw(String(repeating: "好", count: 21) + "（供稿：某某移讯", x: 72, y: 100)
    drawing.draw("初审：某某 审核：某某某）", x: 72, y: 120)
    #expect(
      PlacedTextBuilder.build([drawing.page]).plain.last?.hasSuffix("（供稿：某某移讯 初审：某某 审核：某某某）")
        == true)
  }

  @Test("lines of letters have blanks between them, and words that a program parted are whole")
  func letters() {
    func joined(_ first: String, _ second: String) -> String {
      var text = first
      LineSeam.append(second, to: &text)
      return text
    }
    #expect(joined("the work of", "the network") == "the work of the network")
    #expect(joined("the net\u{2010}", "work") == "the network")
    #expect(joined("well-", "known") == "well-known")
    #expect(joined("he said “yes”", "and went") == "he said “yes” and went")
    #expect(joined("称作“岚云”", "的中心") == "称作“岚云”的中心")
    #expect(
      joined("见 https://example.invalid/a/", "b.html") == "见 https://example.invalid/a/b.html")
    #expect(joined("使用Swift", "语言") == "使用Swift语言")
  }

  @Test("marks that lead to notes are no part of words, small numbers of a text without notes are")
  func noteMarks() {
    func text(hasNote: Bool) -> PlacedText {
      var drawing = PageDrawing()
      drawing.draw("行业专网", x: 96, y: 80)
      drawing.draw("2", x: 144, y: 76, size: 6)
      drawing.draw("的掉线率按月通报，连续三个月排在末位的", x: 147, y: 80)
      drawing.draw(Sentences.text(1, count: 20), x: 72, y: 100)
      drawing.draw("（某某）", x: 96, y: 120)
      if hasNote { drawing.draw("2 指公网之外。", x: 72, y: 700, size: 9) }
      return PlacedTextBuilder.build([drawing.page])
    }
    #expect(text(hasNote: true).plain.first?.hasPrefix("行业专网的掉线率") == true)
    #expect(text(hasNote: true).plain.dropFirst() == ["2指公网之外。", "（某某）"])
    #expect(text(hasNote: false).plain.first?.hasPrefix("行业专网2的掉线率") == true)
  }
}
