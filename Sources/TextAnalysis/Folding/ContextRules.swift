/// The rules by which what a folded scalar counts as depends on those beside it.
///
/// - In a Chinese numeral or year, 〇 ○ 零 and 0 are one zero: 二○○八年, 二零零八年 and 二0〇八年 are 二〇〇八年, but
///   零售, ○ before an item and 5.0 stay as they are. A numeral is an unbroken run of 一…九 and zeros that has
///   one of 一…九. A 0 counts only behind a sign of the run that is none, and only if no letter or digit of
///   another script follows the run.
/// - A comma that groups thousands goes: 1,180 is 1180. It stands behind a digit and before three digits and
///   no more.
enum ContextRules {
  /// Replaces scalars by what they count as where they stand.
  ///
  /// - Complexity: O(*n*)
  static func apply(to folded: inout [FoldedScalar]) {
    var removed: [Int] = []
    var index = 0
    while index < folded.count {
      guard folded[index].entry.dependsOnContext else {
        index += 1
        continue
      }
      if folded[index].value == comma {
        if groupsThousands(folded, at: index) { removed.append(index) }
        index += 1
      } else {
        index = settleNumeral(&folded, at: index)
      }
    }
    guard !removed.isEmpty else { return }
    var next = 0
    var count = 0
    for index in folded.indices {
      if next < removed.count, removed[next] == index {
        next += 1
      } else {
        folded[count] = folded[index]
        count += 1
      }
    }
    folded.removeLast(folded.count - count)
  }

  /// Whether what a text counts as may depend on what stands before or behind it.
  static func dependsOnSurroundings(_ folded: [FoldedScalar]) -> Bool {
    guard let first = folded.first, let last = folded.last else { return false }
    return first.entry.dependsOnContext || NumeralSign(last) != nil
      || folded.suffix(groupLength + 1).contains { $0.value == comma }
  }

  /// What may stand before and behind a text and makes a difference to it, by the rules above.
  static let surroundings: [(before: [FoldedScalar], behind: [FoldedScalar])] = {
    let before = ["", "一", "1"].map(scalars)
    let behind = ["", "一", "一1", "1", "11", "111"].map(scalars)
    return before.flatMap { before in behind.map { (before, $0) } }
  }()
}

extension ContextRules {
  /// Whether a scalar of this kind may depend on what stands beside it.
  static func mayDepend(_ scalar: UInt32) -> Bool {
    scalar == comma || NumeralSign(scalar).map { $0 != .digit } ?? false
  }

  private static let comma: UInt32 = 0x2C
  /// How many digits stand behind a comma that groups them.
  private static let groupLength = 3
  private static let zero = FoldEntry(scalar: 0x3007)

  private static func scalars(_ text: String) -> [FoldedScalar] {
    text.unicodeScalars.map { FoldedScalar(entry: FoldEntry(scalar: $0.value), start: 0, end: 0) }
  }

  private static func groupsThousands(_ folded: [FoldedScalar], at index: Int) -> Bool {
    let group = index + 1..<index + 1 + groupLength
    guard index > 0, isDigit(folded[index - 1]), group.upperBound <= folded.count else {
      return false
    }
    return folded[group].allSatisfy(isDigit)
      && (group.upperBound == folded.count || !isDigit(folded[group.upperBound]))
  }

  private static func isDigit(_ scalar: FoldedScalar) -> Bool { scalar.cutClass == .digit }

  /// Settles the zeros of the numeral that a zero belongs to, if it does, and returns where the run ends.
  private static func settleNumeral(_ folded: inout [FoldedScalar], at index: Int) -> Int {
    var start = index
    while start > 0, NumeralSign(folded[start - 1]) != nil { start -= 1 }
    var end = index + 1
    while end < folded.count, NumeralSign(folded[end]) != nil { end += 1 }
    guard folded[start..<end].contains(where: { NumeralSign($0) == .digit }) else { return end }
    let isFollowedByWord = end < folded.count && folded[end].scalarClass == .word
    var isBehindHan = false
    for place in start..<end {
      let sign = NumeralSign(folded[place])
      isBehindHan = isBehindHan || sign != .asciiZero
      guard sign == .zero || sign == .asciiZero && isBehindHan && !isFollowedByWord else {
        continue
      }
      folded[place] = FoldedScalar(
        entry: zero, start: folded[place].start, end: folded[place].end)
    }
    return end
  }
}

/// What a scalar is in a Chinese numeral.
private enum NumeralSign {
  /// 一 to 九
  case digit
  /// 〇 ○ 零
  case zero
  /// 0
  case asciiZero

  init?(_ scalar: FoldedScalar) { self.init(scalar.value) }

  /// Nil if it is no part of one.
  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x30: self = .asciiZero
    case 0x3007, 0x25CB, 0x96F6: self = .zero
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D: self = .digit
    default: return nil
    }
  }
}
