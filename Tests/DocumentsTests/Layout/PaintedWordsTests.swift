import Testing

@testable import Bulletins
@testable import Documents

@Suite struct PaintedWordsTests {
  private func page(_ draw: (inout PageDrawing) -> Void) -> PlacedPage {
    var drawing = PageDrawing()
    draw(&drawing)
    return drawing.page
  }

  @Test("a heading that is painted three times is there once, and bold")
  func copies() {
    let page = page { drawing in
      for shift in [0, 0.3, 0.6] { drawing.draw("协会动态", x: 72 + shift, y: 60, size: 12) }
      drawing.drawParagraph(Sentences.text(1, count: 100), y: 100)
    }
    let text = PlacedTextBuilder.build([page])
    #expect(text.plain == ["协会动态", Sentences.text(1, count: 100)])
    #expect(text.paragraphs[0].isBold)
    #expect(!text.paragraphs[1].isBold)
  }

  @Test("characters that are painted twice each are there once, and repeated ones stay")
  func characterCopies() {
    let page = page { drawing in
      for (index, character) in "天天向上".enumerated() {
        for shift in [0, 0.4] {
          drawing.draw(String(character), x: 72 + 12 * Double(index) + shift, y: 60)
        }
      }
    }
    #expect(PlacedTextBuilder.build([page]).plain == ["天天向上"])
  }

  @Test("a text aslant over the page is left out, even if its end was broken off")
  func slantedMark() {
    let text = Sentences.text(1, count: 400)
    let page = page { drawing in
      drawing.drawParagraph(text, y: 80)
      for (index, character) in "内部资料注意".enumerated() {
        drawing.draw(
          String(character), x: 100 + 34 * Double(index), y: 400 - 34 * Double(index), size: 48)
      }
      drawing.draw("保", x: 150, y: 450, size: 48)
    }
    #expect(PlacedTextBuilder.build([page]).plain == [text])
  }

  @Test("large text over the lines of every page is left out, a large title is not")
  func level() {
    let pages = (1...3).map { number in
      var drawing = PageDrawing(number)
      drawing.draw("仅供参考", x: 100, y: 200, size: 60)
      drawing.draw("第\(number)章标题", x: 72, y: 100, size: 24)
      drawing.drawParagraph(Sentences.text(number, count: 300), y: 130)
      return drawing.page
    }
    let text = PlacedTextBuilder.build(pages)
    #expect(!text.paragraphs.contains { $0.text.contains("仅供参考") })
    #expect(text.texts(.heading(level: 1)) == ["第1章标题", "第2章标题", "第3章标题"])
  }
}
