@testable import Bulletins
@testable import Documents

/// Draws words on pages as a program that makes PDF does: Han are as broad as the font is large, letters half of that.
struct PageDrawing {
  var page: PlacedPage
  /// In parts of the size, how high the lines of the font are.
  var lineHeight = 1.25

  init(_ number: Int = 1, width: Double = 595, height: Double = 842) {
    page = PlacedPage(number: number, width: width, height: height)
  }

  /// Draws a text with its first line's left end and its middle at a place; blanks part words.
  mutating func draw(_ text: String, x: Double, y: Double, size: Double = 12, isBold: Bool = false)
  {
    var left = x
    for part in text.split(separator: " ", omittingEmptySubsequences: false) {
      let width = ScalarWidth.units(part) * size
      if !part.isEmpty {
        page.words.append(
          PlacedWord(
            text: String(part),
            box: Box(
              left: left, top: y - lineHeight * size / 2, right: left + width,
              bottom: y + lineHeight * size / 2), isBold: isBold))
      }
      left += width + 0.25 * size
    }
  }

  /// Draws paragraphs whose first lines are indented by two squares, in lines of `count` squares.
  ///
  /// - Returns: Where the next line would stand.
  @discardableResult
  mutating func drawParagraph(
    _ text: String, x: Double = 72, y: Double, count: Int = 30, size: Double = 12,
    pitch: Double = 20, indent: Int = 2
  ) -> Double {
    var y = y
    for (index, line) in Self.lines(text, count: count, indent: indent).enumerated() {
      draw(line, x: x + (index == 0 ? Double(indent) * size : 0), y: y, size: size)
      y += pitch
    }
    return y
  }

  static func lines(_ text: String, count: Int, indent: Int = 2) -> [String] {
    var lines: [String] = []
    var rest = Array(text)[...]
    var room = count - indent
    while !rest.isEmpty {
      lines.append(String(rest.prefix(room)))
      rest = rest.dropFirst(room)
      room = count
    }
    return lines
  }
}

/// Invented sentences.
enum Sentences {
  static let names = Array("东南西北春夏秋冬山水风云松竹梅兰江河湖海天地日月星光田园")

  /// A text of `count` characters that ends with a full stop and is another one for each number.
  static func text(_ number: Int, count: Int) -> String {
    var text = "第\(number)段"
    var index = number
    while text.count < count - 1 {
      text.append(names[(index * index + 7 * number) % names.count])
      index += 1
    }
    return String(text.prefix(count - 1)) + "。"
  }
}

extension PlacedText {
  /// The paragraphs without their pages.
  var plain: [String] { paragraphs.filter { $0.kind != .furniture }.map(\.text) }

  func texts(_ kind: Paragraph.Kind) -> [String] {
    paragraphs.filter { $0.kind == kind }.map(\.text)
  }
}
