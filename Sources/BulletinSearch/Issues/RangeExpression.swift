internal import Bulletins

/// A value of a query that may be a range, taken apart: `80..92`, `八月至十月`, `>=90`.
///
/// The parts are folded by ``LineFolding``, so full-width signs are ASCII in them.
enum RangeExpression: Equatable {
  case one(String)
  /// At least one of the two is there.
  case between(String?, String?)
  case from(String, isIncluded: Bool)
  case to(String, isIncluded: Bool)

  /// Nil if the text is longer than any value, or a sign with nothing to it.
  ///
  /// A single dash parts a range only if `dashIsRange` is set, because dates have it too.
  init?(_ text: String, dashIsRange: Bool) {
    guard text.utf8.count <= Self.maximumByteCount else { return nil }
    let folded = String(String.UnicodeScalarView(text.unicodeScalars.map(LineFolding.fold)))
    guard !folded.isEmpty else { return nil }
    if let comparison = Self.comparison(folded) {
      self = comparison
      return
    }
    guard let parts = Self.parts(folded) ?? (dashIsRange ? Self.dashed(folded) : nil) else {
      self = .one(folded)
      return
    }
    guard !parts.left.isEmpty || !parts.right.isEmpty else { return nil }
    self = .between(
      parts.left.isEmpty ? nil : String(parts.left),
      parts.right.isEmpty ? nil : String(parts.right))
  }

  /// Two Chinese dates of twelve characters each are the longest values; a longer text is prose.
  private static let maximumByteCount = 120
  /// Two stops stand before other signs, because a date may have single ones.
  private static let separators = ["..", "…", "~", "〜", "至", "到", "—", "–"]
  private static let comparisons: [(sign: String, isFrom: Bool, isIncluded: Bool)] = [
    (">=", true, true), ("≥", true, true), (">", true, false),
    ("<=", false, true), ("≤", false, true), ("<", false, false),
  ]

  private var isOne: Bool {
    if case .one = self { true } else { false }
  }

  /// The range of a text with its ends in the other order; nil if it is none with two ends.
  static func reversed(_ text: String) -> String? {
    // A dash may part the ends of a range and the parts of a date.
    guard
      case .between(let first?, let last?) =
        Self(text, dashIsRange: false).flatMap({ $0.isOne ? Self(text, dashIsRange: true) : $0 })
    else { return nil }
    return "\(last)..\(first)"
  }

  private static func comparison(_ text: String) -> RangeExpression? {
    for (sign, isFrom, isIncluded) in comparisons where text.hasPrefix(sign) {
      let value = String(text.dropFirst(sign.count))
      return isFrom ? .from(value, isIncluded: isIncluded) : .to(value, isIncluded: isIncluded)
    }
    return nil
  }

  private static func parts(_ text: String) -> (left: Substring, right: Substring)? {
    for separator in separators {
      guard let range = text.firstRange(of: separator) else { continue }
      // …… and —— are one sign of two characters.
      let sign = separator.last
      return (text[..<range.lowerBound], text[range.upperBound...].drop { $0 == sign })
    }
    return nil
  }

  /// The parts beside the only dash.
  private static func dashed(_ text: String) -> (left: Substring, right: Substring)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    return (parts[0], parts[1])
  }
}
