/// What the layout of Chinese text asks of a character.
enum ScalarWidth {
  /// Whether a character fills a square: Han, kana, hangul, full-width forms and their punctuation.
  static func isFull(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x1100: false
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Whether a character is written with Han and fills a square or half of one by the font: “ ” … — ·.
  static func isEither(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB7, 0x2012...0x2027, 0x2030...0x203B, 0x2103, 0x2160...0x216B, 0x2460...0x24FF,
      0x25A0...0x25FF, 0x2605, 0x2606:
      true
    default: false
    }
  }

  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }

  static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    isFull(scalar) || isEither(scalar)
  }

  /// How many squares a text fills, roughly: two letters are one.
  static func units(_ text: some StringProtocol) -> Double {
    var units = 0.0
    for scalar in text.unicodeScalars { units += isChinese(scalar) ? 1 : 0.5 }
    return units
  }

  /// Whether a line does not begin with it.
  static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    closing.contains(scalar)
  }

  /// Whether a line does not end with it.
  static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    opening.contains(scalar)
  }

  private static let closing = Set("，。、；：？！”’）》〉】〕］｝」』…—·％%,.;:?!)]}".unicodeScalars)
  private static let opening = Set("“‘（《〈【〔［｛「『([{".unicodeScalars)
}
