/// What counts as an occurrence where several runs of characters are looked for in one field of an article.
///
/// Of the places at which runs stand, the first counts, of those that begin there the longest, and then
/// the first that begins where it has ended or later: what `grep -o -e A -e B` prints. So 哈哈哈哈 has
/// two of 哈哈, and 岚江岚江 has two of 岚江, side by side. Everything that counts or lists occurrences does
/// it so, and a text that stands in two fields counts in both.
struct Occurrences {
  /// The scalars among which runs are looked for.
  private let part: Range<Int>
  /// For each scalar of the part, from its first on, the end of the longest run that begins there, or 0; empty until there
  /// is one.
  private var ends: [UInt32] = []
  private var first = Int.max

  init(of part: Range<Int>) {
    self.part = part
  }

  /// Adds a place at which a run stands, in any order.
  mutating func add(_ range: Range<Int>) {
    if ends.isEmpty { ends = [UInt32](repeating: 0, count: part.count) }
    let start = range.lowerBound - part.lowerBound
    ends[start] = max(ends[start], UInt32(range.upperBound - part.lowerBound))
    first = min(first, start)
  }

  /// The occurrences, in order, without overlap.
  var ranges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = first
    while start < ends.count {
      let end = Int(ends[start])
      if end > 0 { ranges.append(part.lowerBound + start..<part.lowerBound + end) }
      start = max(end, start + 1)
    }
    return ranges
  }
}
