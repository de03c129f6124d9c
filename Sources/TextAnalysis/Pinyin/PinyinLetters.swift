/// The letters of a text that is pinyin or may be: small letters of ASCII with v for ü, digits, and
/// apostrophes for all that stands between syllables.
///
/// Tone marks are passed over, since readings are compared without tones.
struct PinyinLetters {
  let letters: [UInt8]

  static let border = UInt8(ascii: "'")
  private static let spelledU = UInt8(ascii: "v")

  /// Nil if a scalar belongs to no pinyin, or there are more than anybody types in one go.
  init?(_ folded: some Collection<UInt32>) {
    guard folded.count <= Self.maximumCount else { return nil }
    var letters: [UInt8] = []
    for value in folded {
      guard let scalar = Unicode.Scalar(value) else { return nil }
      switch scalar {
      case "a"..."z", "0"..."9": letters.append(UInt8(ascii: scalar))
      case "\u{308}":
        guard letters.last == UInt8(ascii: "u") else { return nil }
        letters[letters.count - 1] = Self.spelledU
      case "\u{300}", "\u{301}", "\u{304}", "\u{306}", "\u{30C}":
        guard letters.last.map(Self.isLetter) == true else { return nil }
      case _ where Self.borders.contains(scalar): letters.append(Self.border)
      default:
        guard let letter = Self.marked[scalar] else { return nil }
        letters.append(letter)
      }
    }
    self.letters = letters
  }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A as ClosedRange).contains(byte) }
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39 as ClosedRange).contains(byte) }

  /// A long phrase in letters with tones in combining marks.
  private static let maximumCount = 100
  private static let borders: Set<Unicode.Scalar> = [
    "'", "’", "‘", "ʼ", "-", "\u{2010}", "\u{2011}", " ", "·",
  ]

  /// Letters with tone marks, breves that many take for the third tone, and the two letters that primers
  /// have in a form of their own.
  private static let marked: [Unicode.Scalar: UInt8] = {
    let groups: [(UInt8, String)] = [
      (UInt8(ascii: "a"), "āáǎăàɑ"), (UInt8(ascii: "e"), "ēéěĕèê"), (UInt8(ascii: "i"), "īíǐĭì"),
      (UInt8(ascii: "o"), "ōóǒŏò"), (UInt8(ascii: "u"), "ūúǔŭù"), (spelledU, "üǖǘǚǜ"),
      (UInt8(ascii: "n"), "ńňǹ"), (UInt8(ascii: "g"), "ɡ"),
    ]
    var marked: [Unicode.Scalar: UInt8] = [:]
    for (letter, forms) in groups {
      for form in forms.unicodeScalars { marked[form] = letter }
    }
    return marked
  }()
}
