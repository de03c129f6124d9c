internal import BulletinSearch
internal import TextAnalysis

extension QueryInspection {
  /// Whether a text alone does not answer the query: it leaves something out, names a field, a number
  /// or a date, or has no text.
  func isMoreThanTexts(_ analyzer: TextAnalyzer) -> Bool {
    var hasText = false
    for line in tree.split(separator: "\n") {
      // By scalars, because a space and a combining mark behind it are one character.
      let scalars = line.unicodeScalars.drop { $0 == " " }
      let rest = scalars.drop { $0 != " " }
      switch String(scalars[..<rest.startIndex]) {
      case "all", "any", "boost": break
      case "text", "exact", "prefix":
        hasText = hasText || analyzer.fold(Array(String(rest).utf8)).isSearchable
      case "near":
        // The distance stands before the text.
        let text = rest.drop { $0 == " " }.drop { $0 != " " }
        hasText = hasText || analyzer.fold(Array(String(text).utf8)).isSearchable
      default: return true
      }
    }
    return !hasText
  }
}

extension MatchText {
  var isSearchable: Bool { scalars.indices.contains(where: isWord(at:)) }

  var printed: String {
    String(String.UnicodeScalarView(scalars.compactMap { Unicode.Scalar($0) }))
  }
}
