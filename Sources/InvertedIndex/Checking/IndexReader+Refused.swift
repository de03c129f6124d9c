extension IndexReader {
  /// Adds what is wrong with a file that cannot be opened.
  ///
  /// Each of its segments is looked at by itself, so that not only the first fault is named.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - error: What was thrown when it was opened.
  ///   - list: Takes the faults.
  /// - Returns: False if `error` is about no damage.
  public static func addFaults(
    ofFileAt path: String, refusedFor error: IndexError, to list: FaultList
  ) -> Bool {
    guard let fault = IndexFault(error) else { return false }
    let count = list.count
    do {
      try addFaults(ofSegmentsAt: path, to: list)
    } catch {
      // Then there is nothing to be said but why it was not opened.
    }
    if list.count == count { list.add(fault) }
    return true
  }

  private static func addFaults(ofSegmentsAt path: String, to list: FaultList) throws(IndexError) {
    let file = ByteRegion(try MappedFile(path: path), name: "header")
    let slot = try CommitSlot.newest(in: file, path: path)
    for (number, segment) in try CommitRecord(slot.record(in: file)).segments.enumerated() {
      do {
        try addFaults(of: segment, number: number, in: file, to: list)
      } catch {
        add(error, ofSegment: number, to: list)
      }
    }
  }

  private static func add(_ error: IndexError, ofSegment number: Int, to list: FaultList) {
    guard var fault = IndexFault(error) else { return }
    fault.segment = number
    list.add(fault)
  }

  private static func addFaults(
    of description: SegmentDescription, number: Int, in file: ByteRegion, to list: FaultList
  ) throws(IndexError) {
    let table = try file.slice(
      description.offset + description.byteCount, description.tableByteCount,
      name: "section table")
    do {
      try table.verify(checksum: description.tableChecksum)
    } catch {
      add(error, ofSegment: number, to: list)
    }
    let sections = try SectionTable(table)
    let region = try file.slice(description.offset, description.byteCount, name: "segment")
    for entry in sections.entries {
      let bytes = try region.slice(entry.offset, entry.byteCount, name: entry.kind.name)
      CheckedSection(entry, bytes: bytes, segment: number, list: list)
        .compareChecksum(with: entry.checksum)
    }
    let all = LiveDocuments(allOf: description.documentCount)
    _ = try Segment(region, table: sections, live: all)
  }
}
