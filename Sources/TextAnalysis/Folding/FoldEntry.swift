/// What one scalar folds to, in 32 bits.
///
///     bits  0–20  the folded scalar, if it is one
///     bits 21–22  its class
///     bit     23  joins the cluster of the scalar before it
///     bit     24  does not fold to exactly one scalar
struct FoldEntry {
  private static let scalarMask: UInt32 = 0x1F_FFFF
  private static let classShift: UInt32 = 21
  private static let joinsBit: UInt32 = 1 << 23
  private static let expandsBit: UInt32 = 1 << 24

  private let bits: UInt32

  init(scalar: UInt32, scalarClass: ScalarClass, joins: Bool = false, expands: Bool = false) {
    bits =
      scalar | UInt32(scalarClass.rawValue) << Self.classShift | (joins ? Self.joinsBit : 0)
      | (expands ? Self.expandsBit : 0)
  }

  var scalar: UInt32 { bits & Self.scalarMask }
  var joins: Bool { bits & Self.joinsBit != 0 }
  var expands: Bool { bits & Self.expandsBit != 0 }

  var scalarClass: ScalarClass {
    switch bits >> Self.classShift & 3 {
    case 0: .space
    case 1: .mark
    case 2: .word
    default: .han
    }
  }
}
