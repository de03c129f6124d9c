internal import Bulletins

/// Numbers from one to another, both of them included; an absent end is open.
struct NumberRange: Equatable, Sendable, Codable {
  /// At least one of the two is there.
  var lower: Int?
  var upper: Int?

  func contains(_ number: Int) -> Bool {
    (lower ?? number) <= number && number <= (upper ?? number)
  }
}

extension NumberRange {
  /// Larger ones are no numbers of issues.
  private static let numbers = 0...999_999_999

  /// The numbers that a text names: `8`, `第八期`, `80..92`, `>=90`; nil if it names none.
  init?(_ text: String) {
    switch RangeExpression(text, dashIsRange: true) {
    case .one(let text):
      guard let number = Self.number(text) else { return nil }
      self.init(lower: number, upper: number)
    case .between(let first, let last):
      let lower = first.flatMap(Self.number)
      let upper = last.flatMap(Self.number)
      guard (lower == nil) == (first == nil), (upper == nil) == (last == nil) else { return nil }
      if let lower, let upper, lower > upper { return nil }
      self.init(lower: lower, upper: upper)
    case .from(let text, let isIncluded):
      guard let number = Self.number(text) else { return nil }
      self.init(lower: isIncluded ? number : number + 1, upper: nil)
    case .to(let text, let isIncluded):
      guard let number = Self.number(text), isIncluded || number > 0 else { return nil }
      self.init(lower: nil, upper: isIncluded ? number : number - 1)
    case nil: return nil
    }
    if let lower, !Self.numbers.contains(lower) { return nil }
  }

  /// The number of `8`, `八`, `第八期`, `总第92期`.
  static func number(_ text: String) -> Int? {
    var scanner = LineScanner(Substring(text))
    _ = scanner.take("总")
    _ = scanner.take("第")
    guard let number = scanner.takeNumeral(), numbers.contains(number) else { return nil }
    _ = scanner.take("期") || scanner.take("号")
    return scanner.isAtEnd ? number : nil
  }
}

extension NumberRange: CustomStringConvertible {
  /// The range as a query has it: `8`, `80..92`, `90..`.
  var description: String {
    if let lower, lower == upper { return "\(lower)" }
    return (lower.map { "\($0)" } ?? "") + ".." + (upper.map { "\($0)" } ?? "")
  }
}
