/// The title of a text that has none: its first words.
enum OpeningWords {
  /// How many characters a title made of text has at most.
  private static let longest = 40

  /// The text up to the first stop.
  static func title(of text: String) -> String {
    let words = text.prefix(longest).prefix { !"。！？；\n".contains($0) }
    return words.isEmpty ? String(text.prefix(longest)) : String(words)
  }
}
