import ICUReference

@testable import TextAnalysis

/// ICU's `NFKC_Casefold`, which the fold table is compared with where ICU is of the same version of Unicode.
final class ICUFolding {
  /// Whether this ICU knows the characters that the table knows, with the same properties.
  static let isOfTable = ICUVersion.unicode == "15.0"

  private let form: OpaquePointer?
  private var destination = [UInt16](repeating: 0, count: 512)

  init() {
    var status = U_ZERO_ERROR
    form = icu_caseFolding(&status)
  }

  /// Whether a scalar belongs to the cluster of the one before it.
  func joins(_ scalar: UInt32) -> Bool {
    let category = UInt32(UInt8(bitPattern: icu_category(Int32(bitPattern: scalar))))
    let isMark =
      category == U_NON_SPACING_MARK.rawValue || category == U_ENCLOSING_MARK.rawValue
      || category == U_COMBINING_SPACING_MARK.rawValue
    return isMark || form.map { !icu_hasBoundaryBefore($0, Int32(bitPattern: scalar)) } ?? false
  }

  /// The folded form of a few scalars, which may be empty.
  func fold(_ scalars: [UInt32]) -> [UInt32] {
    guard let form else { return scalars }
    var source: [UInt16] = []
    for scalar in scalars { source.appendUTF16(scalar) }
    var status = U_ZERO_ERROR
    let count = icu_normalize(
      form, source, Int32(source.count), &destination, Int32(destination.count), &status)
    return destination[..<Int(count)].scalarsOfUTF16()
  }

  /// What a folded scalar is to matching.
  func scalarClass(of scalar: UInt32) -> ScalarClass {
    if ScalarClass.isIdeographic(scalar) { return .han }
    let code = Int32(bitPattern: scalar)
    switch UInt32(UInt8(bitPattern: icu_category(code))) {
    case U_SPACE_SEPARATOR.rawValue, U_LINE_SEPARATOR.rawValue, U_PARAGRAPH_SEPARATOR.rawValue,
      U_CONTROL_CHAR.rawValue, U_FORMAT_CHAR.rawValue, U_PRIVATE_USE_CHAR.rawValue,
      U_SURROGATE.rawValue, U_UNASSIGNED.rawValue:
      return .space
    case U_DASH_PUNCTUATION.rawValue, U_START_PUNCTUATION.rawValue, U_END_PUNCTUATION.rawValue,
      U_CONNECTOR_PUNCTUATION.rawValue, U_OTHER_PUNCTUATION.rawValue,
      U_INITIAL_PUNCTUATION.rawValue, U_FINAL_PUNCTUATION.rawValue, U_MATH_SYMBOL.rawValue,
      U_CURRENCY_SYMBOL.rawValue, U_MODIFIER_SYMBOL.rawValue:
      return scalar == 0x22 ? .space : .mark
    default: return icu_isHanOrKana(code) || scalar == 0x30FC ? .han : .word
    }
  }
}
