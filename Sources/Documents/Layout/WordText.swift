/// Texts as `pdftotext` writes them.
enum WordText {
  private static let entities: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
  ]
  private static let longestEntity = 10

  static func withoutEntities(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      if first == "&", let end = rest.prefix(longestEntity).firstIndex(of: ";"),
        let scalar = scalar(of: String(rest[rest.index(after: rest.startIndex)..<end]))
      {
        result.append(scalar)
        rest = rest[rest.index(after: end)...]
      } else {
        result.append(first)
        rest.removeFirst()
      }
    }
    return String(result)
  }

  private static func scalar(of name: String) -> Unicode.Scalar? {
    if let scalar = entities[name] { return scalar }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    return value.flatMap(Unicode.Scalar.init)
  }

  /// Without control characters and blanks at the ends, with the marks of horizontal lines and • for other bullets.
  static func cleaned(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnclean) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isVertical(scalar) {
        result.append(marks[scalar] ?? scalar)
      } else if !isUnclean(scalar) {
        result.append(scalar)
      } else if scalar.properties.isWhitespace, !result.isEmpty {
        result.append(" ")
      }
    }
    while result.last == " " { result.removeLast() }
    // Fonts of signs have their bullets here.
    if result.count == 1, let first = result.first, signs.contains(first) { return "•" }
    return String(result)
  }

  private static let signs: ClosedRange<Unicode.Scalar> = "\u{F020}"..."\u{F0FF}"

  private static func isUnclean(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21..<0x7F, 0x4E00...0x9FFF: false
    case ...0x20, 0x7F..<0xA1, 0xAD, 0xFEFF, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069,
      0x3000:
      true
    case 0xE78D...0xE796, 0xF020...0xF0FF, 0xFE10...0xFE19, 0xFE30...0xFE44, 0xFE47...0xFE48: true
    default: NoteMark.isReserved(scalar)
    }
  }

  private static func isVertical(_ scalar: Unicode.Scalar) -> Bool {
    marks[scalar] != nil || signs.contains(scalar)
  }
  private static let marks: [Unicode.Scalar: Unicode.Scalar] = {
    var marks: [Unicode.Scalar: Unicode.Scalar] = [:]
    func add(from first: UInt32, _ characters: String) {
      for (offset, scalar) in characters.unicodeScalars.enumerated() {
        if let vertical = Unicode.Scalar(first + UInt32(offset)) { marks[vertical] = scalar }
      }
    }
    add(from: 0xFE10, "，、。：；！？〖〗…")
    add(from: 0xFE30, "‥—–＿")
    add(from: 0xFE35, "（）｛｝〔〕【】《》〈〉「」『』")
    add(from: 0xFE47, "［］")
    add(from: 0xE78D, "，。、：；！？〖〗…")
    return marks
  }()
}
