/// A title without what differs between the contents and the body: blanks, `*`, widths, the form of
/// quotation marks and of letters.
struct FoldedTitle: Hashable {
  let scalars: [Unicode.Scalar]

  init(_ text: some StringProtocol) {
    scalars = text.unicodeScalars.compactMap(Self.folded)
  }

  init(joining parts: [FoldedTitle]) {
    scalars = parts.flatMap(\.scalars)
  }

  var isEmpty: Bool { scalars.isEmpty }

  /// Whether one begins with the other and the shorter has most of the longer.
  func isNearlyPrefix(of other: FoldedTitle) -> Bool {
    let (short, long) = scalars.count < other.scalars.count ? (self, other) : (other, self)
    guard short.scalars.count >= Self.shortestPrefix,
      short.scalars.count * 5 >= long.scalars.count * 2
    else { return false }
    return long.scalars.starts(with: short.scalars)
  }

  /// Whether at most a fifth of the characters differ.
  func isNearlyEqual(to other: FoldedTitle) -> Bool {
    let longest = max(scalars.count, other.scalars.count)
    guard longest <= Self.longestCompared, abs(scalars.count - other.scalars.count) * 5 <= longest
    else { return false }
    return distance(to: other) * 5 <= longest
  }

  /// A shorter beginning is shared by titles that have nothing else in common.
  private static let shortestPrefix = 6
  private static let longestCompared = 120

  /// How many characters have to be inserted, deleted or replaced (Levenshtein 1966).
  private func distance(to other: FoldedTitle) -> Int {
    var row = Array(0...other.scalars.count)
    for (line, scalar) in scalars.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, candidate) in other.scalars.enumerated() {
        let above = row[column + 1]
        row[column + 1] =
          scalar == candidate ? diagonal : min(diagonal, above, row[column]) + 1
        diagonal = above
      }
    }
    return row[other.scalars.count]
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if Blanks.isBlank(scalar) || scalar == "*" { return nil }
    switch scalar.value {
    case 0x41...0x5A: return Unicode.Scalar(scalar.value + 0x20)
    case 0xFF21...0xFF3A: return Unicode.Scalar(scalar.value - 0xFEE0 + 0x20)
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0)
    case 0x201C, 0x201D, 0x300C, 0x300D, 0x300E, 0x300F: return "\""
    case 0x2018, 0x2019: return "'"
    case 0x25CB: return "〇"
    default: return scalar
    }
  }
}
