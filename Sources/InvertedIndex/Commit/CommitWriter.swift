/// Writes what a commit adds to a file: segments that are put together, the catalogue and the record.
struct CommitWriter: ~Copyable {
  /// How much of a file may be of no use beside an equal amount that is, before it is written anew.
  private static let unusedSlack = 1 << 20

  private let base: IndexReader?
  private var layout: CommitLayout
  private let live: [LiveDocuments]
  /// The segments to be put together.
  private let merged: [Int]

  /// - Parameters:
  ///   - layout: What the commit is to have.
  ///   - base: The commit that is updated.
  ///   - merging: Which segments to put together.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if groups of a segment are in another order
  ///   than there.
  init(_ layout: CommitLayout, base: IndexReader?, merging: SegmentMerging) throws(IndexError) {
    self.base = base
    self.layout = layout
    live = try layout.live()
    let candidates = zip(layout.segments, live).map { description, live in
      MergePolicy.Candidate(
        byteCount: description.byteCount, documentCount: description.documentCount,
        liveCount: live.count)
    }
    switch merging {
    // What is new is one segment, or as many as it takes.
    case _ where base == nil: merged = []
    case .none: merged = []
    case .few: merged = MergePolicy.choice(of: candidates)
    case .all: merged = MergePolicy.all(of: candidates)
    }
  }

  /// Whether a segment has documents that are in no group of the commit.
  var leavesDocuments: Bool { live.contains { $0.count > 0 && !$0.hasAll } }

  /// Whether so much of the file would be of no use that what is needed should go to a new one.
  ///
  /// - Parameter fileByteCount: The size of the file with the segments that were added.
  /// - Returns: True if it should.
  func shouldMove(fileByteCount: Int) -> Bool {
    var kept = 0
    var added = 0
    for (index, description) in layout.segments.enumerated() where live[index].count > 0 {
      let share = Double(live[index].count) / Double(max(description.documentCount, 1))
      let size = Int(Double(description.byteCount) * share)
      if merged.contains(index) { added += size } else { kept += description.byteCount }
    }
    return fileByteCount + added > 2 * (kept + added) + Self.unusedSlack
  }

  /// Writes the commit to the end of `file`, but for its record.
  ///
  /// - Parameters:
  ///   - file: The file that has the segments, or a new one.
  ///   - source: The file that has the segments; nil if none is read.
  ///   - isMoving: Whether the segments have to be copied to `file`.
  ///   - properties: Those of the commit.
  ///   - store: Takes what has to wait for its place in the file.
  /// - Returns: The record.
  /// - Throws: ``IndexError/io(call:path:errno:)`` if writing fails,
  ///   ``IndexError/corrupted(section:offset:reason:)`` if a segment that is read is damaged.
  mutating func write(
    to file: inout OutputFile, from source: ByteRegion?, isMoving: Bool,
    properties: [String: String], _ store: inout SpillStore
  ) throws(IndexError) -> CommitRecord {
    var record = CommitRecord(properties: properties)
    record.totalLength = try totalLength(source)
    var numbers = [Int?](repeating: nil, count: layout.segments.count)
    for (index, description) in layout.segments.enumerated()
    where live[index].count > 0 && !merged.contains(index) {
      numbers[index] = record.segments.count
      record.segments.append(
        isMoving ? try copy(description, from: source, to: &file) : description)
    }
    if !merged.isEmpty, let source {
      let number = record.segments.count
      record.segments.append(try merge(source, to: &file, &store))
      place(mergedIn: number, numbers)
    } else {
      place(mergedIn: nil, numbers)
    }
    guard record.segments.count <= CommitRecord.maximumSegmentCount else {
      throw .limitExceeded(
        what: .segments, limit: CommitRecord.maximumSegmentCount)
    }
    record.extents = layout.extents
    let reused = isMoving ? nil : base?.catalogue
    record.catalogue = try CatalogueWriter.write(layout.groups, reusing: reused, to: &file)
    return record
  }

  /// The sum of the lengths of the documents in the index.
  private func totalLength(_ source: ByteRegion?) throws(IndexError) -> Int {
    var total = 0
    for (index, description) in layout.segments.enumerated() where live[index].count > 0 {
      total += description.totalLength
      guard !live[index].hasAll, let source else { continue }
      let codes = try Segment(description, in: source, live: live[index]).lengthCodes
      for range in live[index].removed {
        for document in range {
          total -= Int(DocumentLength.values[Int(try codes.uint8(at: Int(document)))])
        }
      }
    }
    guard total >= 0 else {
      throw .corrupted(
        section: "commit record", offset: 0, reason: "documents that are longer than all together")
    }
    return total
  }

  private func copy(
    _ description: SegmentDescription, from source: ByteRegion?, to file: inout OutputFile
  ) throws(IndexError) -> SegmentDescription {
    guard let source else { return description }
    let copyByteCount = 1 << 20
    try file.pad(toMultipleOf: SectionTable.alignment)
    var moved = description
    moved.offset = file.count
    var offset = description.range.lowerBound
    while offset < description.range.upperBound {
      let count = min(copyByteCount, description.range.upperBound - offset)
      try file.append(source.bytes(offset, count))
      offset += count
    }
    return moved
  }

  private func merge(
    _ source: ByteRegion, to file: inout OutputFile, _ store: inout SpillStore
  ) throws(IndexError) -> SegmentDescription {
    var sources: [Segment] = []
    for index in merged {
      let segment = try Segment(layout.segments[index], in: source, live: live[index])
      // What is damaged must not get a checksum that is right.
      try segment.verifyChecksums()
      try file.checkCancellation()
      sources.append(segment)
    }
    var extents: [DocumentExtent] = []
    var groups: [UInt32] = []
    for group in layout.groups where group.extent.count > 0 {
      guard let place = merged.firstIndex(of: group.extent.segment) else { continue }
      extents.append(
        joining: DocumentExtent(
          segment: place, first: group.extent.first, count: group.extent.count))
      groups.append(UInt32(group.extent.count))
    }
    let merger = try SegmentMerger(sources, extents: extents, groups: groups)
    return try merger.write(to: &file, &store)
  }

  /// Says where the groups' documents stand now.
  private mutating func place(mergedIn number: Int?, _ numbers: [Int?]) {
    var next = 0
    for index in layout.groups.indices where layout.groups[index].extent.count > 0 {
      if let number = numbers[layout.groups[index].extent.segment] {
        layout.groups[index].extent.segment = number
      } else if let number {
        layout.groups[index].extent.segment = number
        layout.groups[index].extent.first = next
        next += layout.groups[index].extent.count
      }
    }
  }
}
