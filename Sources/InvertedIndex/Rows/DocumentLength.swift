/// A document length in one byte, which is what ranking sees of it.
///
///     code 0 to 15     the length itself
///     code 16 to 255   (16 + code mod 16) · 2^(code ÷ 16 − 1)
///
/// Five significant bits, so a code is at most 6 % below the length. A length has at least the
/// value of its code, and codes order as lengths do. Lucene codes lengths in the same way with
/// four significant bits.
enum DocumentLength {
  private static let mantissaBits = 4
  private static let mantissaCount = 1 << mantissaBits

  /// The lengths of all codes, in order.
  static let values: [UInt32] = (0...UInt8.max).map(value(ofCode:))

  /// The code of the largest length at or below `length`; very long documents share code 255.
  static func code(of length: Int) -> UInt8 {
    guard length >= mantissaCount else { return UInt8(max(length, 0)) }
    let shift = Int.bitWidth - length.leadingZeroBitCount - mantissaBits - 1
    let code = (shift + 1) * mantissaCount + length >> shift - mantissaCount
    return UInt8(min(code, Int(UInt8.max)))
  }

  /// The length that `code` stands for.
  static func value(ofCode code: UInt8) -> UInt32 {
    let exponent = Int(code) / mantissaCount
    let mantissa = Int(code) % mantissaCount
    return UInt32(exponent == 0 ? mantissa : (mantissaCount + mantissa) << (exponent - 1))
  }

  /// The sum of the lengths that `codes` stand for.
  static func total(ofCodes codes: [UInt8]) -> Int {
    codes.reduce(0) { $0 + Int(values[Int($1)]) }
  }
}
