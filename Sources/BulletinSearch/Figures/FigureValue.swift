internal import Bulletins
public import FoundationEssentials

/// A decimal number, exact as it was written.
public struct FigureValue: Sendable, Hashable {
  private let number: FigureNumber

  init(_ number: FigureNumber) {
    self.number = number
  }

  /// A whole number.
  public init(_ whole: Int) {
    number = FigureNumber(Int64(whole))
  }

  /// The nearest number of floating point, for charts.
  public var approximation: Double { number.approximation }

  /// The number as Foundation has it.
  public var decimal: Decimal { Decimal(string: number.description) ?? 0 }

  /// Whether the numbers may be one, rounded or cut in different places: 5.2万 and 52,134.
  func mayEqual(_ other: FigureValue) -> Bool {
    let coarse = max(number.exponent, other.number.exponent)
    return abs(number.approximation - other.number.approximation)
      <= FigureNumber(1, exponent: coarse).approximation * Self.tolerance
  }

  /// Slightly more than one unit of the last digit, because of floating point.
  private static let tolerance = 1.000_001
}

extension FigureValue: Comparable {
  /// Orders by size.
  public static func < (left: FigureValue, right: FigureValue) -> Bool {
    left.number < right.number
  }
}

extension FigureValue: CustomStringConvertible {
  /// The number in digits: `52000`, `-0.3`.
  public var description: String { number.description }
}

/// As a number with all its digits.
extension FigureValue: Encodable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(decimal)
  }
}
