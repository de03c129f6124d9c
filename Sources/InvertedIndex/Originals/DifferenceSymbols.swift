/// The symbols of which the differences of a text are made.
///
///     bit      whether characters have the forms of the ``DifferenceCode``
///     {
///       gap      how many characters are as the ``OriginalPredictor`` expects, or that all others are
///       change   what comes then, instead of what is expected
///     }
///
/// Each symbol has a ``PrefixCode`` for what stands before it, or the escape of that code and then the
/// code of all symbols of its kind.
enum DifferenceSymbols {
  /// Says that the symbol is not in the code of its context.
  static let escape = 0
  /// Gaps: the rest of the text is as expected.
  static let end = 1
  private static let firstGap = 2
  /// Longer gaps share symbols, and bits say which one it is.
  private static let exactGapCount = 48
  private static let firstGapBits = 3
  private static let longestGapBits = 30
  static let gapCount = firstGap + exactGapCount + longestGapBits - firstGapBits + 1

  /// Changes of a character's form: the other case, the form of the code, the character itself, a
  /// literal scalar, a number of characters (γ code) that literal scalars stand for.
  static let otherCase = 1
  static let standardForm = 2
  static let itself = 3
  static let literalForm = 4
  static let group = 5
  /// What is put in before a character: nothing, literal scalars, or a string of the code.
  static let nothing = 6
  static let literal = 7
  static let firstString = 8
  static let stringLimit = PrefixCode.symbolLimit - firstString

  /// The symbol of a gap, and the bits behind it.
  static func gap(_ count: Int) -> (symbol: Int, bits: UInt32, width: Int) {
    guard count >= exactGapCount else { return (firstGap + count, 0, 0) }
    let value = count - exactGapCount + 1 << firstGapBits
    let width = Int.bitWidth - 1 - value.leadingZeroBitCount
    return (
      firstGap + exactGapCount + width - firstGapBits, UInt32(value - 1 << width), width
    )
  }

  /// The gap that a symbol other than ``escape`` and ``end`` begins.
  static func gap(_ symbol: Int, _ bits: inout CodeBitReader) throws(IndexError) -> Int {
    let exact = symbol - firstGap
    guard exact >= exactGapCount else { return exact }
    let width = min(exact - exactGapCount + firstGapBits, longestGapBits)
    return exactGapCount + 1 << width - 1 << firstGapBits + (try bits.number(width: width))
  }

  // MARK: Contexts

  /// The frequent strings that are told apart in the symbol before.
  private static let frequentStringCount = 5
  /// What may stand before a symbol: the beginning or a rare string, a case, a form, the frequent
  /// strings.
  private static let groupCount = 3 + frequentStringCount
  static let gapContextCount = groupCount
  static let changeContextCount = groupCount * OriginalPredictor.ScalarKind.allCases.count

  /// Where a gap or a change stands that comes after the change `previous`; 0 for the beginning.
  static func context(after previous: Int) -> Int {
    switch previous {
    case otherCase: 1
    case standardForm...group: 2
    case firstString..<firstString + frequentStringCount: 3 + previous - firstString
    default: 0
    }
  }

  static func context(after previous: Int, before kind: OriginalPredictor.ScalarKind) -> Int {
    context(after: previous) * OriginalPredictor.ScalarKind.allCases.count + Int(kind.rawValue)
  }

  // MARK: Scalars

  /// How many bits literal scalars have, of which two bits before them tell.
  static let scalarWidths = [7, 11, 16, 21]
}
