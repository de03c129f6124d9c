/// What one scalar folds to, in 32 bits.
///
///     bits  0–20  the folded scalar, if it is one
///     bits 21–22  its class
///     bits 23–26  what it is to what cuts words
///     bit     27  joins the cluster of the scalar before it
///     bit     28  does not fold to exactly one scalar
///     bit     29  is not known yet
///     bit     30  may count as something else beside some others
struct FoldEntry: Sendable {
  private static let scalarMask: UInt32 = 0x1F_FFFF
  private static let classShift: UInt32 = 21
  /// The upper bit of the class.
  private static let wordBit: UInt32 = 1 << 22
  private static let cutClassShift: UInt32 = 23
  private static let cutClassMask: UInt32 = 0xF
  private static let joinsBit: UInt32 = 1 << 27
  private static let expandsBit: UInt32 = 1 << 28
  private static let unknownBit: UInt32 = 1 << 29
  private static let contextBit: UInt32 = 1 << 30

  private let bits: UInt32

  /// The entry of a scalar of which nothing is known yet.
  static let unknown = FoldEntry(bits: unknownBit)
  /// White space.
  static let space = FoldEntry(scalar: 0x20)

  private init(bits: UInt32) {
    self.bits = bits
  }

  /// The entry of what folds to a scalar, or does not fold to one and then has itself instead.
  init(scalar: UInt32, joins: Bool = false, expands: Bool = false) {
    let scalarClass = expands ? .word : ScalarClass(of: scalar)
    bits =
      scalar | UInt32(scalarClass.rawValue) << Self.classShift
      | UInt32(CutClass(scalar).rawValue) << Self.cutClassShift
      | (joins ? Self.joinsBit : 0) | (expands ? Self.expandsBit : 0)
      | (ContextRules.mayDepend(scalar) ? Self.contextBit : 0)
  }

  var scalar: UInt32 { bits & Self.scalarMask }
  var joins: Bool { bits & Self.joinsBit != 0 }
  var expands: Bool { bits & Self.expandsBit != 0 }
  var isUnknown: Bool { bits & Self.unknownBit != 0 }

  /// Whether ``ContextRules`` may say that the folded scalar counts as something else.
  var dependsOnContext: Bool { bits & Self.contextBit != 0 }

  /// Whether the scalar stands by itself and folds to exactly one.
  var isPlain: Bool { bits & (Self.joinsBit | Self.expandsBit | Self.unknownBit) == 0 }

  /// Whether the folded scalar is part of a word.
  var isWord: Bool { bits & Self.wordBit != 0 }

  var scalarClass: ScalarClass {
    switch bits >> Self.classShift & 3 {
    case 0: .space
    case 1: .mark
    case 2: .word
    default: .han
    }
  }

  var cutClass: CutClass {
    CutClass(rawValue: UInt8(bits >> Self.cutClassShift & Self.cutClassMask)) ?? .other
  }

  /// Whether the folded scalar is a plain Han character that takes one unit of UTF-16.
  var isPlainHan: Bool {
    bits >> Self.cutClassShift & Self.cutClassMask == UInt32(CutClass.han.rawValue)
  }
}
