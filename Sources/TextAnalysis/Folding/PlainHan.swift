internal import CICU

/// Which scalars the lattice may cut without ICU's rules.
enum PlainHan {
  /// Whether a scalar of folded text is a Han character that is cut by the dictionary only.
  @inline(__always)
  static func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case oldest, oldestExtensionA: true
    case ..<0x3005: false
    case iterationMark, zero: true
    default: ScalarClass.isIdeographic(scalar) && cicu_isHan(Int32(bitPattern: scalar))
    }
  }

  /// Whether a scalar next to Han may be in one piece with it by ICU's rules.
  static func isJoined(to scalar: UInt32) -> Bool {
    scalar >= firstOutsideASCII && cicu_joinsHan(Int32(bitPattern: scalar))
  }

  // Which of the others are Han depends on the Unicode version of the ICU that runs.
  private static let oldest: ClosedRange<UInt32> = 0x4E00...0x9FA5
  private static let oldestExtensionA: ClosedRange<UInt32> = 0x3400...0x4DB5
  // 々 and 〇
  private static let iterationMark: UInt32 = 0x3005
  private static let zero: UInt32 = 0x3007
  private static let firstOutsideASCII: UInt32 = 0x80
}
