/// What counts as an occurrence where several runs of characters are looked for in one field of an article.
///
/// Of the places at which runs stand, the first counts, of those that begin there the longest, and then
/// the first that begins where it has ended or later: what `grep -o -e A -e B` prints. So 哈哈哈哈 has
/// two of 哈哈, and 岚江岚江 has two of 岚江, side by side. Everything that counts or lists occurrences does
/// it so, and a text that stands in two fields counts in both.
struct Occurrences {
  private let scalarCount: Int
  /// For each scalar the end of the longest run that begins there, or 0; empty until there is one.
  private var ends: [UInt32] = []
  private var first = Int.max

  init(scalarCount: Int) {
    self.scalarCount = scalarCount
  }

  /// Adds a place at which a run stands, in any order.
  mutating func add(_ range: Range<Int>) {
    if ends.isEmpty { ends = [UInt32](repeating: 0, count: scalarCount) }
    ends[range.lowerBound] = max(ends[range.lowerBound], UInt32(range.upperBound))
    first = min(first, range.lowerBound)
  }

  /// The occurrences, in order, without overlap.
  var ranges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = first
    while start < ends.count {
      let end = Int(ends[start])
      if end > 0 { ranges.append(start..<end) }
      start = max(end, start + 1)
    }
    return ranges
  }
}
