import Testing

@testable import Bulletins
@testable import Documents

@Suite struct PageFurnitureTests {
  private func pages(_ count: Int, _ draw: (Int, inout PageDrawing) -> Void) -> PlacedText {
    PlacedTextBuilder.build(
      (1...count).map { number in
        var drawing = PageDrawing(number)
        drawing.drawParagraph(Sentences.text(number, count: 600), y: 90)
        draw(number, &drawing)
        return drawing.page
      })
  }

  @Test("heads of left and right pages and page numbers at the outer edge are no text")
  func alternating() {
    let text = pages(6) { number, drawing in
      drawing.draw(number.isMultiple(of: 2) ? "山水简报" : "二〇二三年第九期", x: 240, y: 45, size: 9)
      drawing.draw("\(number + 20)", x: number.isMultiple(of: 2) ? 72 : 500, y: 800, size: 9)
    }
    #expect(text.plain == (1...6).map { Sentences.text($0, count: 600) })
    #expect(text.texts(.furniture) == ["二〇二三年第九期", "山水简报"])
    #expect(text.printedPages == Dictionary(uniqueKeysWithValues: (1...6).map { ($0, $0 + 20) }))
  }

  @Test("heads that name what stands on the page are no text")
  func varying() {
    let names = ["协会动态", "协会动态", "会员消息", "安全生产", "安全生产"]
    let text = pages(5) { number, drawing in
      drawing.draw(names[number - 1], x: 72, y: 45, size: 9)
    }
    #expect(text.plain == (1...5).map { Sentences.text($0, count: 600) })
  }

  @Test("第 3 页 共 8 页 counts pages, the number of the issue does not")
  func numbersOfPages() {
    let text = pages(3) { number, drawing in
      drawing.draw("2023年第9期", x: 72, y: 45, size: 9)
      drawing.draw("第 \(number + 2) 页 共 8 页", x: 260, y: 805, size: 9)
    }
    #expect(text.printedPages == [1: 3, 2: 4, 3: 5])
    #expect(text.texts(.furniture) == ["2023年第9期"])
  }

  @Test("the same line in the middle of pages, and the last cells of tables, are text")
  func text() {
    let text = pages(3) { number, drawing in
      drawing.draw("本页完", x: 200, y: 600)
      drawing.draw("\(number * 17)", x: 300, y: 740)
    }
    #expect(text.plain.count { $0 == "本页完" } == 3)
    #expect(text.plain.contains("34"))
    #expect(text.printedPages.isEmpty)
  }

  @Test("a single page has a page number if it is marked as one")
  func onePage() {
    let text = pages(1) { _, drawing in drawing.draw("— 5 —", x: 270, y: 800) }
    #expect(text.printedPages == [1: 5])
    #expect(text.plain == [Sentences.text(1, count: 600)])
  }
}
