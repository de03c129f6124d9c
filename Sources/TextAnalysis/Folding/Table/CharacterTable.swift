/// What characters are where they are shown, where sentences end and where words do: a table of our own, made by
/// `scripts/make-character-table`.
///
/// ICU knows the same, but a search that only shows what it finds would have to load ICU for it, which takes
/// longer than the search.
enum CharacterTable {
  /// How many columns a scalar takes on a terminal: 2 if it is wide (Unicode Standard Annex #11) or an emoji, 0 if
  /// it combines with others or has no shape, else 1.
  static func columns(of scalar: UInt32) -> Int { Int(kind(of: scalar) & widthMask) }

  /// Whether a scalar next to Han may be one word with it by the rules of Unicode Standard Annex #29, or is Han.
  static func joinsHan(_ scalar: UInt32) -> Bool { kind(of: scalar) & joiningFlag != 0 }

  /// What a scalar is to the borders of sentences.
  static func sentenceClass(of scalar: UInt32) -> SentenceClass {
    // Most of a Chinese text, which need not be looked up.
    if (0x4E00...0x9FFF).contains(scalar) { return .otherLetter }
    return SentenceClass(rawValue: UInt8(kind(of: scalar) >> sentenceShift)) ?? .other
  }

  private static let widthMask: UInt32 = 3
  private static let joiningFlag: UInt32 = 4
  private static let sentenceShift: UInt32 = 3
  private static let records = HexRecords(runs, width: 7)

  /// - Complexity: O(log *n*) in the number of runs.
  private static func kind(of scalar: UInt32) -> UInt32 {
    records.number(records.count(notAbove: scalar) - 1, HexRecords.scalarLength..<7)
  }
}

/// The values of the property `Sentence_Break` (Unicode Standard Annex #29, table 4), in the order of
/// `scripts/make-character-table`.
enum SentenceClass: UInt8 {
  case other, carriageReturn, lineFeed, separator, extend, format, space, lower, upper, otherLetter
  case numeric
  /// A full stop, which may also stand in a number or behind an abbreviation.
  case ambiguousTerminator
  /// What goes on with a sentence: a comma, a colon, a dash.
  case continuation
  case terminator
  /// A quotation mark or a bracket.
  case close

  /// Whether it ends a paragraph.
  var endsParagraph: Bool {
    self == .carriageReturn || self == .lineFeed || self == .separator
  }
}
