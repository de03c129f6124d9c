/// What a folded scalar is to what cuts words.
enum CutClass: UInt8 {
  /// What the fast ways know nothing of, so that ICU has to be asked; it is never in one piece with Han.
  case other
  /// As ``other``, but may be in one piece with Han next to it by ICU's rules.
  case joinsHan
  /// A Han character that is cut by the dictionary only.
  case han
  /// As ``han``, and takes two units of UTF-16.
  case supplementaryHan
  /// A letter of ASCII.
  case letter
  case digit
  /// Never in a word.
  case separator
  /// In a word between two letters or two digits.
  case joiner
  /// In a word between two digits.
  case numberJoiner
  /// What some versions of ICU's rules join and others do not.
  case unusualJoiner

  init(_ scalar: UInt32) {
    self =
      if PlainHan.contains(scalar) {
        scalar < firstSupplementary ? .han : .supplementaryHan
      } else if PlainHan.isJoined(to: scalar) {
        .joinsHan
      } else {
        Self.ofOtherScript(scalar)
      }
  }

  var isHan: Bool { self == .han || self == .supplementaryHan }

  /// Whether no word is made of it, though a mark may join two.
  var isMark: Bool { rawValue >= CutClass.separator.rawValue }

  var isWord: Bool { self == .letter || self == .digit }

  private static func ofOtherScript(_ scalar: UInt32) -> CutClass {
    switch scalar {
    case 0x61...0x7A: .letter
    case 0x30...0x39: .digit
    case 0x27, 0x2E: .joiner  // ' .
    case 0x2C, 0x3B: .numberJoiner  // , ;
    case 0x3A, 0xB7, 0x2018, 0x2019: .unusualJoiner  // : · ‘ ’
    // @ is a letter to some versions; A–Z, which folded text does not have; _
    case 0x40...0x5A, 0x5F: .other
    case ..<0x80: .separator
    // – — “ ” 、 。 《 》 【 】 〔 〕 and the like
    case 0x2010...0x2015, 0x201C...0x201D, 0x3000...0x3002, 0x3008...0x3011, 0x3014...0x301B:
      .separator
    default: .other
    }
  }
}
