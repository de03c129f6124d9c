/// How the parts of a query are written so that they are read as the same.
enum QueryWriting {
  /// A text as it is, if that is read as the same wherever it stands; else in quotation marks with a
  /// tilde.
  static func text(_ text: String, isBoosted: Bool) -> String {
    isWord(text, isBoosted, readAs: .text(text)) ? text : quoted(text) + "~"
  }

  static func prefix(_ text: String, isBoosted: Bool) -> String {
    isWord(text + "*", isBoosted, readAs: .prefix(text)) ? text + "*" : quoted(text) + "*"
  }

  /// A text in the first quotation marks that it does not hold itself.
  static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars
    // A text with all of them is not what a parser returns.
    let marks = QuerySigns.quotes.first { !scalars.contains($0.closing) } ?? QuerySigns.quotes[0]
    var quoted = String.UnicodeScalarView([marks.opening])
    quoted += scalars
    quoted.append(marks.closing)
    return String(quoted)
  }

  /// A factor as short as it can be: `2`, `0.5`.
  static func factor(_ factor: Double) -> String {
    let text = "\(factor)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Whether `word`, without quotation marks and perhaps before a factor, is read as `token`
  /// whatever stands around it and whichever day it is.
  private static func isWord(_ word: String, _ isBoosted: Bool, readAs token: QueryToken) -> Bool {
    guard let first = word.unicodeScalars.first, !QuerySigns.isMinus(first),
      QuerySigns.closingQuote(of: first) == nil, !QuerySigns.isOpening(first)
    else { return false }
    var scanner = QueryScanner(
      Array((word + (isBoosted ? "^2" : "")).unicodeScalars), today: nil)
    guard scanner.next()?.token == token else { return false }
    if isBoosted, scanner.next()?.token != .boost(2) { return false }
    // A problem is a name before a colon or a bracket without its other half.
    return scanner.isAtEnd && scanner.problems.isEmpty
  }
}
