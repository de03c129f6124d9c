/// An immutable part of an index: some documents with all that is known of them.
///
/// Opening reads the table of sections and the schema and no more; everything else is read where it
/// is mapped when a query asks for it. It is a class because a copy of its many parts would take longer than to
/// look a term up.
final class Segment: Sendable {
  let summary: SegmentSummary
  /// Which of its documents are in the index.
  let live: LiveDocuments
  let terms: TermDictionary
  let postings: ByteRegion
  let lengthCodes: ByteRegion
  let texts: StoredTexts
  /// Where each group ends: the number of its last document + 1, in ascending order.
  ///
  /// A group is a run of documents that belong together, and every document is in one.
  let groupEnds: PackedIntegers
  /// The sections with their sizes, for `status` and `check`.
  let sections: [SectionTable.Entry]
  private let columns: [PackedIntegers]
  private let tables: [StoredRows]
  private let region: ByteRegion

  var documentCount: Int { summary.documentCount }

  /// - Parameters:
  ///   - region: The bytes of the segment.
  ///   - table: The table of its sections.
  ///   - live: Which of its documents are in the index.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the sections do not fit together.
  init(_ region: ByteRegion, table: SectionTable, live: LiveDocuments) throws(IndexError) {
    self.live = live
    for entry in table.entries {
      _ = try region.slice(entry.offset, entry.byteCount, name: entry.kind.name)
    }
    let summary = try SegmentSummary(Self.section(.schema, in: region, table))
    self.region = region
    self.summary = summary
    sections = table.entries
    postings = try Self.section(.postings, in: region, table)
    lengthCodes = try Self.section(.lengthCodes, in: region, table)
    guard live.segmentCount == summary.documentCount else {
      throw region.damage(at: 0, "the segment has \(summary.documentCount) documents")
    }
    guard lengthCodes.count == summary.documentCount else {
      throw lengthCodes.damage(at: 0, "\(lengthCodes.count) for \(summary.documentCount) documents")
    }
    terms = try TermDictionary(
      heads: Self.section(.termHeads, in: region, table),
      blocks: Self.section(.termBlocks, in: region, table),
      count: summary.termCount)
    texts = StoredTexts(
      alphabet: try Alphabet(Self.section(.alphabet, in: region, table)),
      code: try DifferenceCode(Self.section(.differenceCode, in: region, table)),
      searched: try Self.rows(
        .textEnds, .texts, count: summary.documentCount, in: region, table),
      differences: try Self.rows(
        .differenceEnds, .differences, count: summary.documentCount, in: region, table))
    groupEnds = try PackedIntegers(
      Self.section(.groupEnds, in: region, table), count: summary.groupCount)
    var columns: [PackedIntegers] = []
    for number in summary.schema.columns.indices {
      columns.append(
        try PackedIntegers(
          Self.section(.column, number, in: region, table), count: summary.documentCount))
    }
    self.columns = columns
    var tables: [StoredRows] = []
    for (number, count) in summary.rowCounts.enumerated() {
      tables.append(try Self.rows(.rowEnds, .rows, number, count: count, in: region, table))
    }
    self.tables = tables
  }

  /// How many bytes the searched texts take.
  var textByteCount: Int { sections.first { $0.kind == .texts }?.byteCount ?? 0 }

  /// A column of the schema: the values of the segment's documents.
  func column(_ number: Int) throws(IndexError) -> PackedIntegers {
    guard columns.indices.contains(number) else {
      throw region.damage(at: 0, "column \(number) of \(columns.count)")
    }
    return columns[number]
  }

  func row(_ index: Int, ofTable table: Int) throws(IndexError) -> [UInt8] {
    let rows = try rows(ofTable: table)
    guard index < rows.count else { throw region.damage(at: 0, "row \(index) of \(rows.count)") }
    let row = try rows[index]
    return try row.bytes(0, row.count)
  }

  func rowCount(ofTable table: Int) throws(IndexError) -> Int {
    try rows(ofTable: table).count
  }

  /// All rows of a table of the schema.
  func rows(ofTable table: Int) throws(IndexError) -> StoredRows {
    guard tables.indices.contains(table) else {
      throw region.damage(at: 0, "table \(table) of \(tables.count)")
    }
    return tables[table]
  }

  /// The bytes of a section of the segment.
  func bytes(of section: SectionTable.Entry) throws(IndexError) -> ByteRegion {
    try region.slice(section.offset, section.byteCount, name: section.kind.name)
  }

  /// Where a row is in its section.
  func range(ofRow row: Int, inTable table: Int) throws(IndexError) -> Range<Int> {
    guard row < (try rowCount(ofTable: table)) else { throw region.damage(at: 0, "no row \(row)") }
    return try tables[table].range(of: row)
  }

  /// Compares the checksums of all sections with their bytes.
  ///
  /// Reads the whole segment.
  func verifyChecksums() throws(IndexError) {
    for entry in sections {
      try bytes(of: entry).verify(checksum: entry.checksum)
    }
  }

  private static func section(
    _ kind: SectionKind, _ number: Int = 0, in region: ByteRegion, _ table: SectionTable
  ) throws(IndexError) -> ByteRegion {
    guard let entry = table.entry(kind, number: number) else {
      throw region.damage(at: 0, "there is no section of \(kind.name)")
    }
    return try region.slice(entry.offset, entry.byteCount, name: kind.name)
  }

  private static func rows(
    _ ends: SectionKind, _ contents: SectionKind, _ number: Int = 0, count: Int,
    in region: ByteRegion, _ table: SectionTable
  ) throws(IndexError) -> StoredRows {
    StoredRows(
      ends: try PackedIntegers(section(ends, number, in: region, table), count: count),
      contents: try section(contents, number, in: region, table))
  }
}

extension Segment {
  /// In how many documents of the index a term occurs.
  ///
  /// - Complexity: O(1) if no document was removed, else O(removed documents · log *n*) at most.
  func liveFrequency(of info: TermInfo) throws(IndexError) -> Int {
    guard !live.hasAll else { return info.documentFrequency }
    if case .single(let document, _) = info.postings {
      return live.number(of: document) == nil ? 0 : 1
    }
    let cursor = try PostingsCursor(info, in: postings, documentCount: documentCount)
    var frequency = info.documentFrequency
    for range in live.removed {
      try cursor.advance(to: range.lowerBound)
      while cursor.document < range.upperBound {
        frequency -= 1
        try cursor.advance(to: cursor.document + 1)
      }
    }
    return frequency
  }
}
