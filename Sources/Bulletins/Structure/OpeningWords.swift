/// The title of a text that has none: its first words.
enum OpeningWords {
  /// How many characters a title made of text has at most.
  private static let longest = 40

  /// How many scalars: a character may have any number of marks.
  private static let mostScalars = 8 * longest
  private static let stops = "。！？；\n".unicodeScalars

  /// The text up to the first stop.
  static func title(of text: String) -> String {
    let opening = String(text.unicodeScalars.prefix(mostScalars)).prefix(longest)
    let words = opening.unicodeScalars.prefix { !stops.contains($0) }
    return words.isEmpty ? String(opening) : String(words)
  }
}
