/// The documents whose value in a column is in one of some ranges.
final class ValueCursor: DocumentCursor {
  private(set) var document: UInt32 = 0
  private let column: PackedIntegers
  private let ranges: [ClosedRange<UInt64>]

  // A look at a value costs little, but others know sooner where to look.
  var cost: Int { column.count }

  init(_ column: PackedIntegers, ranges: [ClosedRange<UInt64>]) throws(IndexError) {
    self.column = column
    self.ranges = ranges
    try find(from: 0)
  }

  func advance(to target: UInt32) throws(IndexError) {
    guard target > document else { return }
    try find(from: target)
  }

  func confirms() -> Bool { true }

  func occurrenceCount() -> Int? { 0 }

  private func find(from start: UInt32) throws(IndexError) {
    var index = Int(start)
    while index < column.count {
      let value = try column[index]
      if ranges.contains(where: { $0.contains(value) }) {
        document = UInt32(index)
        return
      }
      index += 1
    }
    document = endOfDocuments
  }
}
