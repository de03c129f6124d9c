/// The documents of some ranges.
final class RangeCursor: DocumentCursor {
  private(set) var document: UInt32
  let cost: Int
  private let ranges: [Range<UInt32>]
  private var index = 0

  /// - Parameter ranges: Ascending, apart, and none of them empty.
  init(_ ranges: [Range<UInt32>]) {
    self.ranges = ranges
    cost = ranges.reduce(0) { $0 + $1.count }
    document = ranges.first?.lowerBound ?? endOfDocuments
  }

  func advance(to target: UInt32) {
    guard target > document else { return }
    while index < ranges.count, ranges[index].upperBound <= target { index += 1 }
    document = index < ranges.count ? max(target, ranges[index].lowerBound) : endOfDocuments
  }

  func confirms() -> Bool { true }

  func occurrenceCount() -> Int? { 0 }
}
