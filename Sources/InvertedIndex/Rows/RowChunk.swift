/// The rows that a batch of documents adds to a ``StoredRows``.
struct RowChunk: Sendable {
  private(set) var contents: [UInt8] = []
  private(set) var lengths: [UInt32] = []

  mutating func append(_ row: [UInt8]) {
    append { $0 += row }
  }

  /// Adds a row of what `write` appends.
  mutating func append(_ write: (inout [UInt8]) -> Void) {
    let start = contents.count
    write(&contents)
    lengths.append(UInt32(contents.count - start))
  }
}
