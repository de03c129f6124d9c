/// Small numbers above a line that lead to notes.
///
/// They are no part of the text: 专网² is looked for as 专网. But whether there are notes is known only at the end, so a
/// mark is first enclosed in characters that mean just that.
enum NoteMark {
  private static let start: Unicode.Scalar = "\u{FFF9}"
  private static let end: Unicode.Scalar = "\u{FFFB}"
  private static let longest = 4

  static func matches(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard scalars.count <= longest, !scalars.isEmpty else { return false }
    return scalars.allSatisfy {
      switch $0 {
      case "0"..."9", "①"..."⓿", "*", "†", "[", "]", "〔", "〕", "¹", "²", "³", "⁴"..."⁹": true
      default: false
      }
    }
  }

  static func enclosing(_ text: String) -> String {
    "\(start)\(text)\(end)"
  }

  /// A text without its marks, or with them as characters of the line if the document has no notes.
  static func resolve(_ text: String, hasNotes: Bool) -> String {
    guard text.unicodeScalars.contains(start) else { return text }
    var result = String.UnicodeScalarView()
    var isMark = false
    for scalar in text.unicodeScalars {
      if scalar == start {
        isMark = true
      } else if scalar == end {
        isMark = false
      } else if !isMark || !hasNotes {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The marks of a text.
  static func marks(in text: String) -> [String] {
    guard text.unicodeScalars.contains(start) else { return [] }
    return text.unicodeScalars.split(separator: start, omittingEmptySubsequences: false).dropFirst()
      .compactMap { part in part.firstIndex(of: end).map { name(part[..<$0]) } }
  }

  /// The mark with which a note begins.
  static func mark(ofNote text: String) -> String {
    name(text.unicodeScalars.prefix(longest).prefix { $0 != " " && matches(String($0)) })
  }

  /// A mark without brackets.
  private static func name(_ mark: some Collection<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(mark.filter { !"[]〔〕".unicodeScalars.contains($0) }))
  }

  /// Whether a character has this meaning and so must not come from a document.
  static func isReserved(_ scalar: Unicode.Scalar) -> Bool {
    scalar == start || scalar == end || scalar == DoubtfulBlank.scalar
  }
}
