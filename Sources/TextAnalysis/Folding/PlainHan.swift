/// Which scalars the lattice may cut without ICU's rules.
enum PlainHan {
  /// Whether a scalar of folded text is a Han character that is cut by the dictionary only.
  ///
  /// Those that are Han in Unicode 13, and so in every ICU that this is used with. Whether a later one is depends
  /// on the ICU that runs, which is then asked.
  @inline(__always)
  static func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00...0x9FFC, 0x3400...0x4DBF: true
    case iterationMark, zero: true
    case ..<0x20000: false
    case 0x20000...0x2A6DD, 0x2A700...0x2B734, 0x2B740...0x2B81D, 0x2B820...0x2CEA1: true
    case 0x2CEB0...0x2EBE0, 0x30000...0x3134A: true
    default: false
    }
  }

  /// Whether a scalar next to Han may be in one piece with it by ICU's rules.
  static func isJoined(to scalar: UInt32) -> Bool {
    scalar >= firstOutsideASCII
      && (CharacterTable.joinsHan(scalar) || ScalarClass.isIdeographic(scalar))
  }

  // 々 and 〇
  private static let iterationMark: UInt32 = 0x3005
  private static let zero: UInt32 = 0x3007
  private static let firstOutsideASCII: UInt32 = 0x80
}
