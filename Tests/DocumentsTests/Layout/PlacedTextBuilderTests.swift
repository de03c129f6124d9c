import TestSupport
import Testing

@testable import Bulletins
@testable import Documents

@Suite struct PlacedTextBuilderTests {
  private func build(_ draw: (inout PageDrawing) -> Void) -> PlacedText {
    var drawing = PageDrawing()
    draw(&drawing)
    return PlacedTextBuilder.build([drawing.page])
  }

  @Test(
    "larger lines are headings, the largest of the first level, and a title of two lines is one")
  func headings() {
    let text = build { drawing in
      drawing.draw("山水简报", x: 230, y: 80, size: 26)
      drawing.draw("【协会动态】", x: 72, y: 120, size: 16)
      drawing.draw("全省信息通信行业防汛抢险保通信工作", x: 140, y: 150, size: 18)
      drawing.draw("总结表彰大会召开", x: 221, y: 175, size: 18)
      drawing.drawParagraph(Sentences.text(1, count: 200), y: 220)
    }
    #expect(text.texts(.heading(level: 1)) == ["山水简报"])
    #expect(text.texts(.heading(level: 2)) == ["全省信息通信行业防汛抢险保通信工作总结表彰大会召开"])
    #expect(text.texts(.heading(level: 3)) == ["【协会动态】"])
  }

  @Test("a font with taller lines is not larger")
  func tallFont() {
    let text = build { drawing in
      drawing.drawParagraph(Sentences.text(1, count: 200), y: 80)
      drawing.lineHeight = 2.6
      drawing.draw("楷体的署名单位", x: 96, y: 300)
    }
    #expect(text.paragraphs.map(\.kind) == [.text, .text])
  }

  @Test("a word that begins with letters of another font is as large as its Han")
  func mixedFonts() {
    let text = build { drawing in
      drawing.drawParagraph(Sentences.text(1, count: 200), y: 80)
      drawing.lineHeight = 1.45
      drawing.draw("3月24日的会议在某市召开并且公布了结果", x: 96, y: 300)
      drawing.lineHeight = 1.25
      drawing.draw("会后代表参观。", x: 72, y: 320)
    }
    #expect(text.paragraphs.allSatisfy { $0.kind == .text })
  }

  @Test("lines of contents stay lines, with dots or with a number at the edge")
  func contents() throws {
    let text = build { drawing in
      for (index, title) in ["春季会议", "夏季培训班", "秋季竞赛", "冬季总结会"].enumerated() {
        drawing.draw("\(title)…………………………\(index + 1)", x: 72, y: 80 + 20 * Double(index))
        drawing.draw(title, x: 72, y: 200 + 20 * Double(index))
        drawing.draw("\(index + 11)", x: 440, y: 200 + 20 * Double(index))
      }
      drawing.drawParagraph(Sentences.text(1, count: 200), y: 320)
    }
    try #require(text.texts(.contents).count == 8, "\(text.paragraphs)")
    #expect(text.texts(.contents)[1] == "夏季培训班…………………………2")
    #expect(text.texts(.contents)[5] == "夏季培训班\t12")
  }

  @Test(
    "a title over several lines of the contents is one, though its lines leave room for the numbers"
  )
  func wrappedContents() {
    let text = build { drawing in
      let lines = [
        "目录", "春季会议……………………………………………………………1", "全省信息通信业防汛抢险保通信总结表彰大会在某市", "召开各地的代表参加了会议…………………2",
        "【会员消息】", "夏季培训班……………………………………………………………3",
      ]
      for (index, line) in lines.enumerated() {
        drawing.draw(line, x: 72, y: 80 + 20 * Double(index))
      }
      drawing.drawParagraph(Sentences.text(1, count: 200), y: 320)
    }
    #expect(text.texts(.contents).count == 3)
    #expect(text.texts(.contents)[1] == "全省信息通信业防汛抢险保通信总结表彰大会在某市召开各地的代表参加了会议…………………2")
    #expect(text.plain.contains("【会员消息】"))
  }

  @Test("in narrow columns of contents a title of two lines is one, with its number")
  func narrowContents() {
    let text = build { drawing in
      for (index, title) in ["春季会议在某市召开各地代表", "夏季培训班", "秋季竞赛在某市召开各地代表", "冬季总结会"].enumerated() {
        drawing.draw(title, x: 72, y: 80 + 40 * Double(index))
        drawing.draw("\(index + 1)", x: 236, y: 80 + 40 * Double(index))
        if index.isMultiple(of: 2) { drawing.draw("参加", x: 72, y: 100 + 40 * Double(index)) }
      }
      drawing.drawParagraph(Sentences.text(1, count: 200), y: 320)
    }
    #expect(
      text.texts(.contents) == [
        "春季会议在某市召开各地代表参加\t1", "夏季培训班\t2", "秋季竞赛在某市召开各地代表参加\t3", "冬季总结会\t4",
      ])
  }

  @Test("rows of a table are lines with tabs, and a cell of several lines is one cell")
  func table() {
    let text = build { drawing in
      drawing.drawParagraph(Sentences.text(1, count: 100), y: 80)
      for (index, cells) in [["单位", "要求", "时限"], ["甲公司", "排查电源", "九月"]].enumerated() {
        for (column, cell) in cells.enumerated() {
          drawing.draw(cell, x: 72 + 150 * Double(column), y: 200 + 20 * Double(index))
        }
      }
      drawing.draw("乙公司和它的", x: 72, y: 240)
      drawing.draw("下属单位", x: 72, y: 255)
      drawing.draw("改造双路由并且", x: 222, y: 240)
      drawing.draw("上报", x: 222, y: 255)
      drawing.draw("十月", x: 372, y: 240)
      drawing.drawParagraph(Sentences.text(2, count: 100), y: 300)
    }
    #expect(
      text.texts(.tableRow) == [
        "单位\t要求\t时限", "甲公司\t排查电源\t九月", "乙公司和它的下属单位\t改造双路由并且上报\t十月",
      ])
    #expect(text.paragraphs.last?.text == Sentences.text(2, count: 100))
  }

  @Test("gaps are blanks where a writer left one, not where a program spaces letters out")
  func blanks() {
    let text = build { drawing in
      drawing.draw("（供稿：方小满 审核：韩知远）", x: 72, y: 80)
      drawing.draw("第 9 期 GB/T 22239", x: 72, y: 100)
      drawing.draw("会 议 纪 要 如 下", x: 72, y: 120)
      drawing.draw("目", x: 72, y: 140)
      drawing.draw("录", x: 96, y: 140)
      drawing.drawParagraph(Sentences.text(2, count: 100), y: 200)
    }
    #expect(
      text.plain.prefix(4) == ["（供稿：方小满 审核：韩知远）", "第9期GB/T 22239", "会议纪要如下", "目 录"])
  }

  @Test("items with bullets are items of a list")
  func bullets() {
    let text = build { drawing in
      drawing.draw("•", x: 72, y: 80)
      drawing.draw("第一件事情", x: 93, y: 80)
      drawing.drawParagraph(Sentences.text(2, count: 100), y: 200)
    }
    #expect(text.texts(.listItem) == ["• 第一件事情"])
  }

  @Test(
    "words of any size at any place are read, and the same every time",
    arguments: 1...20 as ClosedRange<UInt64>)
  func anything(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let lengths = [0.2, 1, 5, 12, 12, 12, 300, 99_999]
    let parts = ["甲", "乙丙", "……3", "•", "1", "第3页", "ABC", "\u{FFFA}", "（一）", " ", "—", "甲乙丙丁戊己庚"]
    let pages = (1...4).map { number in
      var page = PlacedPage(
        number: number, width: [0, 595, -1887].randomElement(using: &generator) ?? 0,
        height: [842, 0, -842].randomElement(using: &generator) ?? 0)
      for _ in 0..<Int.random(in: 0...120, using: &generator) {
        let left = Double.random(in: -100...900, using: &generator)
        let top = Double(Int.random(in: -5...50, using: &generator) * 20)
        page.words.append(
          PlacedWord(
            text: parts.randomElement(using: &generator) ?? "",
            box: Box(
              left: left, top: top, right: left + (lengths.randomElement(using: &generator) ?? 1),
              bottom: top + (lengths.randomElement(using: &generator) ?? 1)),
            size: [0, 12, 1e9].randomElement(using: &generator) ?? 0))
      }
      return page
    }
    #expect(PlacedTextBuilder.build(pages) == PlacedTextBuilder.build(pages))
  }

  @Test("an empty document has no text")
  func empty() {
    #expect(PlacedTextBuilder.build([]).paragraphs.isEmpty)
    #expect(PlacedTextBuilder.build([PageDrawing().page]).paragraphs.isEmpty)
  }

  @Test(
    "dots that lead to page numbers are one leader, drawn one by one from either side",
    arguments: [false, true])
  func leaders(fromTheRight: Bool) {
    var drawing = PageDrawing()
    drawing.draw("目录", x: 72, y: 80, size: 16)
    let titles = ["东渡水厂投产", "北岭供水公司换表", "南塘泵站验收通过"]
    for (index, title) in titles.enumerated() {
      let y = 110 + 20 * Double(index)
      drawing.draw(title, x: 72, y: y)
      let dots = stride(from: 75 + 12 * Double(title.count), to: 490, by: 5)
      for x in fromTheRight ? dots.reversed() : Array(dots) { drawing.draw(".", x: x, y: y) }
      drawing.draw("\(index + 1)", x: 492, y: y)
    }
    var y = 190.0
    for number in 1...6 {
      y = drawing.drawParagraph(Sentences.text(number, count: 70), y: y)
    }
    let text = PlacedTextBuilder.build([drawing.page])
    let contents = text.paragraphs.filter { $0.kind == .contents }
    #expect(contents.count == 3)
    let plain = contents.map { $0.text.filter { !". ".contains($0) } }
    #expect(plain == ["东渡水厂投产1", "北岭供水公司换表2", "南塘泵站验收通过3"])
  }
}
