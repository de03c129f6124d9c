/// The rows of a ``StoredRows``, put away until its sections are written.
struct SpilledRows {
  private(set) var lengths: [UInt32] = []
  private(set) var parts: [SpilledBytes] = []

  var count: Int { lengths.count }

  mutating func append(_ chunk: RowChunk, to store: inout SpillStore) throws(IndexError) {
    lengths += chunk.lengths
    if !chunk.contents.isEmpty { parts.append(try store.store(chunk.contents)) }
  }
}
