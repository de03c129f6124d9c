internal import TextAnalysis

/// Tells whether the characters of a document are those that a reader sees.
///
/// A font in a PDF need not say which characters its letters are. What comes out then is characters of the private area and
/// control characters, Han characters that hardly any text has, or ASCII letters that are as broad as Han.
struct LetterEvidence {
  /// All characters.
  private(set) var count = 0
  /// Characters that are none.
  private var unknown = 0
  private var han = 0
  private var frequentHan = 0
  /// ASCII in words as broad as words of Han.
  private var broad = 0
  private(set) var letters = 0

  private static let fewest = 40
  private static let fewestHan = 30
  /// Texts have four fifths frequent characters, lists of rare names a fifth, a wrong table one in thirty.
  private static let leastFrequent = 0.15
  private static let mostUnknown = 0.4
  private static let suspectUnknown = 0.01
  private static let broadAdvance = 0.7

  /// - Parameters:
  ///   - text: A word as the document has it.
  ///   - width: Its breadth.
  ///   - height: The height of its font's lines, in the same unit.
  mutating func add(_ text: String, width: Double, height: Double) {
    var ascii = 0
    var length = 0
    for scalar in text.unicodeScalars {
      length += 1
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0xFFFD, 0xE000...0xE78C, 0xE797...0xF8FF, 0xF0000...0x10FFFF:
        unknown += 1
      case 0x21..<0x7F:
        ascii += 1
        if Self.isLetter(scalar.value) { letters += 1 }
      case 0x3400...0x9FFF:
        han += 1
        letters += 1
        if FrequentCharacters.contains(scalar.value) { frequentHan += 1 }
      case 0xC0..<0x2000, 0x3040...0x30FF, 0xAC00...0xD7A3, 0x20000...0x3FFFF: letters += 1
      default: break
      }
    }
    count += length
    if length > 1, width > Self.broadAdvance * height * Double(length) { broad += ascii }
  }

  private static func isLetter(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// Whether the text is none that anyone wrote.
  var isUnreadable: Bool {
    if han >= Self.fewestHan, Double(frequentHan) < Self.leastFrequent * Double(han) { return true }
    guard count >= Self.fewest else { return count > 0 && 2 * unknown > count }
    let foreign = 5 * han < count ? broad : 0
    return Double(unknown + foreign) > Self.mostUnknown * Double(count)
  }

  /// Whether some characters are missing.
  var hasUnknown: Bool { unknown > 2 && Double(unknown) > Self.suspectUnknown * Double(count) }
}
