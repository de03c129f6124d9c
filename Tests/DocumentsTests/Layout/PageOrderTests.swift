import TestSupport
import Testing

@testable import Bulletins
@testable import Documents

@Suite struct PageOrderTests {
  /// A page of columns, each with paragraphs, and the lines of each column.
  private func columns(_ count: Int, lineCount: Int = 24) -> (
    lines: [[PlacedWord]], texts: [String]
  ) {
    var texts: [String] = []
    var columns: [[PlacedWord]] = []
    for column in 0..<count {
      var drawing = PageDrawing()
      var y = 80.0 + Double(column) * 7
      for number in 1...4 {
        let text = Sentences.text(10 * column + number, count: 60)
        texts.append(text)
        y = drawing.drawParagraph(
          text, x: 60 + Double(column) * 164, y: y, count: 12, pitch: 19)
      }
      columns.append(drawing.page.words)
    }
    return (columns, texts)
  }

  private func build(_ words: [PlacedWord]) -> PlacedText {
    var page = PageDrawing().page
    page.words = words
    return PlacedTextBuilder.build([page])
  }

  @Test("columns are read one after the other, as the document has them", arguments: [2, 3])
  func stream(count: Int) {
    let (columns, texts) = columns(count)
    let text = build(columns.flatMap(\.self))
    #expect(text.plain == texts)
    #expect(text.warnings.isEmpty)
  }

  @Test(
    "columns that were drawn row by row are read one after the other, with a warning",
    arguments: [2, 3])
  func rowByRow(count: Int) {
    let (columns, texts) = columns(count)
    let words = columns.flatMap(\.self).sorted { $0.box.top < $1.box.top }
    let text = build(words)
    #expect(text.plain == texts)
    #expect(text.warnings == [.doubtfulOrder])
  }

  @Test(
    "lines in any order are read from the top to the bottom",
    arguments: 1...5 as ClosedRange<UInt64>)
  func shuffled(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var drawing = PageDrawing()
    let texts = (1...7).map { Sentences.text($0, count: 75) }
    var y = 80.0
    for text in texts { y = drawing.drawParagraph(text, y: y) }
    let text = build(drawing.page.words.shuffled(using: &generator))
    #expect(text.plain == texts)
    #expect(text.warnings.isEmpty, "a page of one column is sure")
  }

  @Test("a box of text that was drawn behind the rest is read where it stands")
  func lateBox() {
    var drawing = PageDrawing()
    var y = drawing.drawParagraph(Sentences.text(1, count: 115), y: 80)
    let box = y
    y = drawing.drawParagraph(Sentences.text(3, count: 115), y: y + 60)
    drawing.draw("图一 机房外景", x: 200, y: box + 20)
    #expect(
      build(drawing.page.words).plain == [
        Sentences.text(1, count: 115), "图一 机房外景", Sentences.text(3, count: 115),
      ])
  }

  @Test("a heading over all columns comes before the columns below it")
  func spanningHeading() {
    let (columns, texts) = columns(3)
    var heading = PageDrawing()
    heading.draw("全省通信行业半年大会在临澜市隆重举行各方代表", x: 60, y: 40, size: 20)
    let words = (columns.flatMap(\.self) + heading.page.words).sorted { $0.box.top < $1.box.top }
    let text = build(words)
    #expect(text.plain == ["全省通信行业半年大会在临澜市隆重举行各方代表"] + texts)
    #expect(text.paragraphs.first?.kind == .heading(level: 1))
  }
}
