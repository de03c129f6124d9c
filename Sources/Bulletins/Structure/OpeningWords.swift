/// The title of a text that has none: its first words.
enum OpeningWords {
  /// How many characters a title made of text has at most.
  private static let longest = 40

  /// How many scalars: a character may have any number of marks.
  private static let mostScalars = 8 * longest
  private static let stops = "。！？；\n".unicodeScalars

  /// The words of a line up to the first stop.
  static func title(of line: Int, in file: ReadFile) -> BorrowedTitle {
    BorrowedTitle(text: title(of: file.string(line)), line: line)
  }

  /// The text up to the first stop.
  static func title(of text: String) -> String {
    let opening = String(text.unicodeScalars.prefix(mostScalars)).prefix(longest)
    let words = opening.unicodeScalars.prefix { !stops.contains($0) }
    return words.isEmpty ? String(opening) : String(words)
  }
}
