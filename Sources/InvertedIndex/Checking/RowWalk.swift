/// Goes through the rows of a section once and adds where their ends do not ascend.
///
/// No byte is in two rows that it gives, so what reads all of them reads each byte once.
struct RowWalk {
  private let endsSection: CheckedSection
  private let contents: CheckedSection
  private let ends: PackedIntegers
  /// The number of the next row.
  private(set) var index = 0
  private var end = 0
  /// Whether the next row begins at ``end``.
  private var isEndKnown = true

  /// Nil if `ends` does not hold `count` integers, which opening does not allow.
  init?(ends: CheckedSection, contents: CheckedSection, count: Int) {
    guard let integers = try? PackedIntegers(ends.bytes, count: count) else { return nil }
    self.ends = integers
    endsSection = ends
    self.contents = contents
  }

  var isAtEnd: Bool { index >= ends.count }

  /// Where the next row is in the contents; nil if that is damaged.
  mutating func next() -> Range<Int>? {
    guard !isAtEnd, let value = try? ends[index] else { return nil }
    let place = ends.offset(of: index)
    let number = index
    index += 1
    guard value <= UInt64(contents.bytes.count), Int(value) >= end else {
      endsSection.add(
        .order, at: place,
        "row \(number) ends at byte \(value), between \(end) and \(contents.bytes.count)")
      isEndKnown = false
      return nil
    }
    let start = end
    end = Int(value)
    defer { isEndKnown = true }
    return isEndKnown ? start..<end : nil
  }

  /// Looks whether the last row ends where the contents do.
  func finish() {
    if end != contents.bytes.count, isEndKnown {
      contents.add(.space, at: end, "\(contents.bytes.count - end) bytes that belong to no row")
    }
  }
}
