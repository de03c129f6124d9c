/// How many columns texts take on a terminal.
public enum DisplayWidth {
  /// The columns of a text: two for each wide character (Unicode Standard Annex #11) and emoji, none
  /// for marks that combine and characters without a shape, one for any other.
  ///
  /// Ambiguous characters such as “…” count as one, as terminals show them outside of East Asian
  /// locales.
  public static func columns(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + columns(of: $1) }
  }

  /// The columns of one character, which may have several scalars.
  public static func columns(of character: Character) -> Int {
    var columns = 0
    for scalar in character.unicodeScalars {
      // A variation selector that asks for an emoji makes the character before it one.
      guard scalar != "\u{FE0F}" else { return 2 }
      columns = max(columns, Self.columns(of: scalar))
    }
    // Two regional indicators are a flag.
    return character.unicodeScalars.count > 1 && isRegionalIndicator(character) ? 2 : columns
  }

  private static func isRegionalIndicator(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { (0x1F1E6...0x1F1FF).contains($0.value) }
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    // Printable ASCII is most of what is asked for.
    if (0x20..<0x7F).contains(scalar.value) { return 1 }
    return CharacterTable.columns(of: scalar.value)
  }
}
