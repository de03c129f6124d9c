internal import Bulletins

extension NumberField {
  /// What stands before the number of a supplement: 期：增刊1.
  private static let supplementMark = "增刊"

  /// The field and the numbers that the value of a field names: 期：8, 期：增刊1, 期：增刊 for all supplements.
  static func condition(_ field: NumberField, _ text: String) -> (NumberField, NumberRange)? {
    let folded = String(String.UnicodeScalarView(text.unicodeScalars.map(LineFolding.fold)))
    guard field == .issue, folded.hasPrefix(supplementMark) else {
      return NumberRange(text).map { (field, $0) }
    }
    let rest = folded.dropFirst(supplementMark.count)
    if rest.isEmpty { return (.supplement, NumberRange(lower: 0, upper: nil)) }
    return NumberRange(String(rest)).map { (.supplement, $0) }
  }

  /// The condition as a query has it: `issue:8`, `issue:增刊1`.
  func written(_ range: NumberRange) -> String {
    switch self {
    case .issue, .total: "\(rawValue):\(range)"
    case .supplement: "\(NumberField.issue.rawValue):\(Self.supplementMark)\(range)"
    }
  }
}
