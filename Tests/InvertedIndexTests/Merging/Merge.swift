import TestSupport

@testable import InvertedIndex

/// A merge whose result is known.
struct Merge {
  var sources: [Segment]
  /// The documents of each source.
  var documents: [[MergeDocument]]
  var extents: [DocumentExtent]
  var groups: [UInt32]

  /// The documents of the result.
  var expected: [MergeDocument] {
    extents.flatMap { documents[$0.segment][$0.documents] }
  }

  /// Takes random documents of `sources`, one at least.
  ///
  /// - Parameters:
  ///   - sources: The segments.
  ///   - documents: Their documents.
  ///   - isInterleaved: Whether documents of one segment may come between those of another one.
  ///   - generator: Decides which.
  init(
    _ sources: [Segment], of documents: [[MergeDocument]], isInterleaved: Bool,
    using generator: inout SeededGenerator
  ) {
    self.sources = sources
    self.documents = documents
    extents = []
    groups = []
    var next = documents.map { _ in 0 }
    var order = Array(documents.indices).shuffled(using: &generator)
    let drops = Bool.random(using: &generator)
    while let source = isInterleaved ? order.randomElement(using: &generator) : order.first {
      let rest = documents[source].count - next[source]
      let count = Int.random(in: min(1, rest)...rest, using: &generator)
      if !drops || Int.random(in: 0...2, using: &generator) > 0 {
        extents.append(
          DocumentExtent(segment: source, first: next[source], count: count))
      }
      next[source] += count
      if next[source] == documents[source].count { order.removeAll { $0 == source } }
    }
    if extents.allSatisfy({ $0.count == 0 }) {
      extents = [DocumentExtent(segment: 0, first: 0, count: documents[0].count)]
    }
    var rest = extents.reduce(0) { $0 + $1.count }
    while rest > 0 {
      let count = Int.random(in: 1...min(rest, 9), using: &generator)
      groups.append(UInt32(count))
      rest -= count
    }
  }

  /// Writes an index of the one segment that the merge makes.
  func write(
    to path: String, memoryLimit: Int = IndexWriter.defaultMemoryLimit
  ) throws {
    var file = try OutputFile(replacing: WriterLock(path: path))
    try file.append([UInt8](repeating: 0, count: CommitSlot.headerByteCount))
    var store = SpillStore(beside: path, memoryLimit: memoryLimit)
    let merger = try SegmentMerger(sources, extents: extents, groups: groups)
    let segment = try merger.write(to: &file, &store)
    var commit = CommitRecord()
    commit.segments = [segment]
    commit.extents = [
      DocumentExtent(segment: 0, first: 0, count: segment.documentCount)
    ]
    commit.totalLength = segment.totalLength
    let layout = groups.map { count in
      CommitLayout.Group(
        extent: DocumentExtent(segment: 0, first: 0, count: Int(count)), row: [])
    }
    commit.catalogue = try CatalogueWriter.write(layout, reusing: nil, to: &file)
    let record = commit.encoded()
    try file.pad(toMultipleOf: SectionTable.alignment)
    let slot = CommitSlot(
      generation: 1, recordOffset: file.count, recordByteCount: record.count,
      fileByteCount: file.count + record.count, recordChecksum: Checksum.crc32c(record))
    try file.append(record)
    try file.publish(slot: slot.encoded(), at: CommitSlot.offsets[0])
  }
}
