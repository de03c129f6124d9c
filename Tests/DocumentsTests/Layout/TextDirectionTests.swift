import Testing

@testable import Bulletins
@testable import Documents

@Suite struct TextDirectionTests {
  private let texts = (1...5).map { Sentences.text($0, count: 70).replacing(#/第\d段/#, with: "另一段") }

  private func horizontal() -> PlacedPage {
    var drawing = PageDrawing()
    var y = 80.0
    for text in texts { y = drawing.drawParagraph(text, y: y, count: 28) }
    return drawing.page
  }

  @Test("vertical lines, a character a word, are read from the right to the left")
  func vertical() {
    var page = PageDrawing(width: 842, height: 595).page
    var x = 780.0
    for text in texts {
      for (index, line) in PageDrawing.lines(text, count: 30).enumerated() {
        var y = index == 0 ? 94.0 : 70
        for character in line {
          // The box of a font is higher than a character is far from the next one.
          page.words.append(
            PlacedWord(
              text: String(character),
              box: Box(left: x - 6, top: y - 2, right: x + 6, bottom: y + 14)))
          y += 12
        }
        x -= 22
      }
    }
    for (index, part) in ["—", "3", "—"].enumerated() {
      let left = 400 + 14 * Double(index)
      page.words.append(
        PlacedWord(text: part, box: Box(left: left, top: 560, right: left + 10, bottom: 574)))
    }
    let text = PlacedTextBuilder.build([page])
    #expect(text.plain == texts)
    #expect(text.printedPages == [1: 3])
  }

  @Test(
    "a page that lies on its side or upside down is read along its lines",
    arguments: [TextDirection.down, .up, .left])
  func turned(direction: TextDirection) {
    var page = horizontal()
    let isSideways = direction != .left
    let (width, height) = isSideways ? (page.height, page.width) : (page.width, page.height)
    for index in page.words.indices {
      page.words[index].box = direction.restored(
        page.words[index].box, width: width, height: height)
    }
    #expect(PlacedTextBuilder.build([page]).plain == texts, "size of the sheet as it lies")
    (page.width, page.height) = (width, height)
    #expect(PlacedTextBuilder.build([page]).plain == texts)
  }

  @Test(
    "a box that is turned and restored is the same",
    arguments: [TextDirection.right, .down, .up, .left])
  func inverse(direction: TextDirection) {
    let box = Box(left: 10, top: 20, right: 70, bottom: 35)
    #expect(
      direction.restored(
        direction.turned(box, width: 595, height: 842), width: 595, height: 842) == box)
  }
}
