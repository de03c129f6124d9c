internal import TextAnalysis

/// Texts in a chart: how much room they take, and how they are written in XML.
enum ChartText {
  /// About the width of a text, in pixels: an East Asian character is as wide as its size, others a little more
  /// than half of it.
  static func width(_ text: String, size: Double) -> Double {
    text.reduce(0) { $0 + (DisplayWidth.columns(of: $1) == 2 ? 1 : narrowShare) * size }
  }

  /// Digits and most letters of sans-serif fonts are narrower.
  private static let narrowShare = 0.58

  /// The text in lines of at most so many pixels, the last one cut with an ellipsis if there would be more.
  ///
  /// Words and numbers in ASCII stay whole, unless they take half a line.
  static func lines(_ text: String, size: Double, width: Double, count: Int) -> [String] {
    var rest = Array(text)[...]
    var lines: [String] = []
    while !rest.isEmpty, lines.count < count {
      var end = rest.startIndex
      var taken = 0.0
      while end < rest.endIndex {
        taken += Self.width(String(rest[end]), size: size)
        if taken > width, end > rest.startIndex { break }
        end += 1
      }
      guard end < rest.endIndex else {
        lines.append(String(rest))
        return lines
      }
      if lines.count == count - 1 {
        lines.append(String(rest[..<max(end - 1, rest.startIndex + 1)]) + "…")
        return lines
      }
      let border = (rest.startIndex + 1..<end + 1).last { !isWordPart(rest[$0 - 1], rest[$0]) }
      if let border, border > rest.startIndex + (end - rest.startIndex) / 2 { end = border }
      lines.append(String(rest[..<end]))
      rest = rest[end...].drop { $0 == " " }
    }
    return lines
  }

  private static func isWordPart(_ left: Character, _ right: Character) -> Bool {
    [left, right].allSatisfy { $0.isASCII && $0 != " " }
  }

  /// The text with what means something in XML written otherwise, and without what XML 1.0 does not allow or what
  /// turns the order of others.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      default:
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: break
        case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: break
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
