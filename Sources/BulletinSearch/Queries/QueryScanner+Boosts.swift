internal import Bulletins

extension QueryScanner {
  /// A larger factor drowns the rest of a query.
  static let maximumBoost = 1000
  /// More digits behind the point make no difference that anybody sees, and with these a factor is
  /// written as it was typed.
  private static let maximumFractionCount = 4
  /// So many digits fit into a number on every machine.
  private static let maximumDigitCount = 9

  /// A number with a point or without, its digits and how many of them are behind the point.
  struct Decimal {
    var digits: Int
    var fractionCount: Int
    var end: Int
  }

  /// The number at `start`, in ASCII or full-width digits.
  func decimal(at start: Int) -> Decimal? {
    var decimal = Decimal(digits: 0, fractionCount: 0, end: start)
    var digitCount = 0
    var hasPoint = false
    while let scalar = scalar(at: decimal.end).map(LineFolding.fold) {
      if scalar == ".", !hasPoint, digitCount > 0 {
        hasPoint = true
      } else if ("0"..."9").contains(scalar) {
        digitCount += 1
        guard digitCount <= Self.maximumDigitCount else { return nil }
        decimal.digits = decimal.digits * 10 + Int(scalar.value - Unicode.Scalar("0").value)
        decimal.fractionCount += hasPoint ? 1 : 0
      } else {
        break
      }
      decimal.end += 1
    }
    guard digitCount > 0, hasPoint == (decimal.fractionCount > 0) else { return nil }
    return decimal
  }

  /// The factor that is written at `start`, if it is one and nothing is glued to it.
  func boost(at start: Int) -> (factor: Double, end: Int)? {
    guard let sign = scalar(at: start), QuerySigns.isCaret(sign),
      let number = decimal(at: start + 1), isBoundary(at: number.end),
      number.fractionCount <= Self.maximumFractionCount
    else { return nil }
    let scale = (0..<number.fractionCount).reduce(1) { scale, _ in scale * 10 }
    guard number.digits > 0, number.digits <= Self.maximumBoost * scale else { return nil }
    return (Double(number.digits) / Double(scale), number.end)
  }

  mutating func takeBoost() -> PlacedToken? {
    guard let sign = scalar(at: position), QuerySigns.isCaret(sign) else { return nil }
    guard let boost = boost(at: position) else {
      report(.badBoost, position..<wordEnd(from: position).end)
      return nil
    }
    defer { position = boost.end }
    return PlacedToken(token: .boost(boost.factor), range: position..<boost.end)
  }

  /// Whether the end of a word, a space, a bar or the end of a group is at `place`.
  func isBoundary(at place: Int) -> Bool {
    guard let scalar = scalar(at: place) else { return true }
    return QuerySigns.isSpace(scalar) || QuerySigns.isBar(scalar)
      || !openings.isEmpty && QuerySigns.isClosing(scalar)
  }

  /// Whether what ends at `place` is complete but for a factor.
  func endsPrimary(at place: Int) -> Bool {
    isBoundary(at: place) || boost(at: place) != nil
  }
}
