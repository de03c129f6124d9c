internal import CICU

/// What a folded scalar is to matching.
public enum ScalarClass: UInt8, Sendable {
  /// White space or a control character.
  case space
  /// Punctuation, or a mathematical, currency or modifying symbol.
  case mark
  /// A character of a script that separates its words, a digit, or another symbol such as an emoji.
  case word
  /// Han, Hiragana or Katakana, which are written without spaces.
  case han

  /// Whether the scalar is part of a word, and so of grams.
  public var isWord: Bool { rawValue >= ScalarClass.word.rawValue }

  /// The class of a folded scalar.
  public init(of scalar: UInt32) {
    if Self.isIdeographic(scalar) {
      self = .han
      return
    }
    if let ascii = Self.ofASCII(scalar) {
      self = ascii
      return
    }
    let code = Int32(bitPattern: scalar)
    switch UInt32(UInt8(bitPattern: cicu_category(code))) {
    case U_SPACE_SEPARATOR.rawValue, U_LINE_SEPARATOR.rawValue, U_PARAGRAPH_SEPARATOR.rawValue,
      U_CONTROL_CHAR.rawValue, U_FORMAT_CHAR.rawValue, U_PRIVATE_USE_CHAR.rawValue,
      U_SURROGATE.rawValue, U_UNASSIGNED.rawValue:
      self = .space
    case U_DASH_PUNCTUATION.rawValue, U_START_PUNCTUATION.rawValue, U_END_PUNCTUATION.rawValue,
      U_CONNECTOR_PUNCTUATION.rawValue, U_OTHER_PUNCTUATION.rawValue,
      U_INITIAL_PUNCTUATION.rawValue, U_FINAL_PUNCTUATION.rawValue, U_MATH_SYMBOL.rawValue,
      U_CURRENCY_SYMBOL.rawValue, U_MODIFIER_SYMBOL.rawValue:
      self = .mark
    default:
      self = cicu_isHanOrKana(code) || scalar == Self.prolongedSoundMark ? .han : .word
    }
  }
}

extension ScalarClass {
  /// ー belongs to both Hiragana and Katakana, and so has neither as its script.
  private static let prolongedSoundMark: UInt32 = 0x30FC

  /// The class of a scalar of ASCII, of which ICU need not be asked; nil of another.
  private static func ofASCII(_ scalar: UInt32) -> ScalarClass? {
    switch scalar {
    case ...0x20, 0x7F: .space
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .word
    case ..<0x80: .mark
    default: nil
    }
  }

  /// Whether a scalar is in a block of unified ideographs, which fold to themselves but for
  /// traditional forms.
  ///
  /// Planes 2 and 3 count as a whole, so that an ideograph newer than this ICU is Han too; their
  /// compatibility ideographs are not, since they fold to others.
  public static func isIdeographic(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF: true
    case 0x20000...0x2F7FF, 0x2FA20...0x2FFFD, 0x30000...0x3FFFD: true
    default: false
    }
  }

  /// Whether a scalar is a mark, which belongs to the scalar before it.
  static func isCombiningMark(_ scalar: UInt32) -> Bool {
    let category = UInt32(UInt8(bitPattern: cicu_category(Int32(bitPattern: scalar))))
    return category == U_NON_SPACING_MARK.rawValue || category == U_ENCLOSING_MARK.rawValue
      || category == U_COMBINING_SPACING_MARK.rawValue
  }
}
