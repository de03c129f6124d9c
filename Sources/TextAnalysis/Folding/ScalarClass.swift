/// What a folded scalar is to matching.
public enum ScalarClass: UInt8, Sendable {
  /// White space, a control character or a quotation mark: whether something is put in quotation marks is no
  /// difference to what is looked for.
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
    self = FoldTable.scalarClass(of: scalar)
  }
}

extension ScalarClass {
  /// The class of a scalar of ASCII, as the table has it, for which need not be looked; nil of another.
  private static func ofASCII(_ scalar: UInt32) -> ScalarClass? {
    switch scalar {
    case ...0x20, 0x22, 0x7F: .space
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .word
    case ..<0x80: .mark
    default: nil
    }
  }

  /// Whether a scalar is in a block of unified ideographs, which fold to themselves but for
  /// traditional forms.
  ///
  /// Planes 2 and 3 count as a whole, so that an ideograph newer than the table is Han too; their
  /// compatibility ideographs are not, since they fold to others.
  public static func isIdeographic(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF: true
    case 0x20000...0x2F7FF, 0x2FA20...0x2FFFD, 0x30000...0x3FFFD: true
    default: false
    }
  }
}
