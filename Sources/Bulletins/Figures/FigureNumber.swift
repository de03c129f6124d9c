/// A decimal number, exact as it was written: 5.2万 is 52,000 and not nearly that.
public struct FigureNumber: Hashable, Sendable {
  /// The digits with the sign, of which the last is no zero unless the number is 0.
  public let coefficient: Int64
  /// The power of ten that the digits are multiplied by: -2 for 98.14.
  public let exponent: Int

  /// A number of digits and a power of ten.
  public init(_ coefficient: Int64, exponent: Int = 0) {
    var digits = coefficient
    var power = digits == 0 ? 0 : exponent
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      power += 1
    }
    self.coefficient = digits
    self.exponent = power
  }

  /// The greatest power of ten that is taken for a number of a text: 兆亿 and more is no figure of a bulletin.
  private static let maximumExponent = 24

  /// The number times a power of ten.
  func scaled(by power: Int) -> FigureNumber {
    FigureNumber(coefficient, exponent: exponent + power)
  }

  /// The number with the other sign.
  public var negated: FigureNumber { FigureNumber(-coefficient, exponent: exponent) }

  /// The number without its sign.
  public var magnitude: FigureNumber { coefficient < 0 ? negated : self }

  /// The sum; nil if it has too many digits.
  func adding(_ other: FigureNumber) -> FigureNumber? {
    let power = min(exponent, other.exponent)
    guard let left = digits(atPower: power), let right = other.digits(atPower: power) else {
      return nil
    }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : FigureNumber(sum, exponent: power)
  }

  /// The coefficient if the exponent were `power`, which is not above it.
  private func digits(atPower power: Int) -> Int64? {
    guard exponent - power <= Self.maximumExponent else { return nil }
    var digits = coefficient
    for _ in 0..<(exponent - power) {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      digits = product
    }
    return digits
  }

  /// The nearest number of floating point, for charts and comparisons.
  public var approximation: Double {
    var value = Double(coefficient)
    for _ in 0..<abs(exponent) { value = exponent < 0 ? value / 10 : value * 10 }
    return value
  }
}

extension FigureNumber: Comparable {
  /// Orders by size.
  public static func < (left: FigureNumber, right: FigureNumber) -> Bool {
    guard let sum = left.adding(right.negated) else {
      return left.approximation < right.approximation
    }
    return sum.coefficient < 0
  }
}

extension FigureNumber: CustomStringConvertible {
  /// The number in digits, without marks between thousands: `52000`, `-0.3`, `98.14`.
  public var description: String {
    var digits = "\(coefficient.magnitude)"
    if exponent >= 0 {
      digits += String(repeating: "0", count: exponent)
    } else {
      let decimals = -exponent
      if digits.utf8.count <= decimals {
        digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
      }
      let point = digits.index(digits.endIndex, offsetBy: -decimals)
      digits = digits[..<point] + "." + digits[point...]
    }
    return coefficient < 0 ? "-" + digits : digits
  }
}
