/// Puts chosen documents of several segments together to a new one.
///
/// What a fresh build of the same documents in the same order has, the new segment has too, with the same
/// bytes wherever these do not depend on the code of texts.
struct SegmentMerger {
  let sources: [Segment]
  let schema: Schema
  let plan: MergePlan
  private let groups: [UInt32]
  /// The tables in which no source has a row; others have one for each document.
  private let emptyTables: [Int]

  /// - Parameters:
  ///   - sources: The segments.
  ///   - extents: The documents of the new segment, in order; those of one source in the order that they have
  ///     there. Other documents are dropped.
  ///   - groups: How many documents each group of the new segment has.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the sources differ in their schemas, if they do
  ///   not have the documents or if a table that has rows does not have one for each document,
  ///   ``IndexError/limitExceeded(what:limit:)`` if there are too many documents.
  init(_ sources: [Segment], extents: [DocumentExtent], groups: [UInt32]) throws(IndexError) {
    self.sources = sources
    self.groups = groups
    schema = sources.first?.summary.schema ?? Schema()
    for source in sources {
      guard source.summary.schema == schema else {
        throw Self.damage("segments differ in their columns or tables")
      }
    }
    emptyTables = schema.tables.indices.filter { table in
      sources.allSatisfy { $0.summary.rowCounts[table] == 0 }
    }
    for source in sources {
      for (table, count) in source.summary.rowCounts.enumerated()
      where count != source.documentCount && !emptyTables.contains(table) {
        throw Self.damage(
          "\(count) rows of \(schema.tables[table]) for \(source.documentCount) documents")
      }
    }
    plan = try MergePlan(extents, documentCounts: sources.map(\.documentCount))
    guard plan.documentCount > 0, groups.allSatisfy({ $0 > 0 }),
      groups.reduce(0, { $0 + Int($1) }) == plan.documentCount
    else {
      throw .corrupted(
        section: SectionKind.groupEnds.name.description, offset: 0,
        reason: "groups do not have the \(plan.documentCount) documents that are merged")
    }
  }

  /// Writes the new segment to the end of `file`.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - store: Takes what has to wait for its place in the file.
  /// - Returns: Where the segment is.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if a source is damaged,
  ///   ``IndexError/io(call:path:errno:)`` if writing fails.
  func write(to file: inout OutputFile, _ store: inout SpillStore) throws(IndexError)
    -> SegmentDescription
  {
    try file.pad(toMultipleOf: SectionTable.alignment)
    var writer = SegmentWriter(start: file.count)
    let code = try writeTexts(with: &writer, to: &file, &store)
    for table in schema.tables.indices { try writeRows(ofTable: table, with: &writer, to: &file) }
    for column in schema.columns.indices { try writeColumn(column, with: &writer, to: &file) }
    let ending = SegmentEnding(
      schema: schema,
      rowCounts: schema.tables.indices.map { emptyTables.contains($0) ? 0 : plan.documentCount },
      groups: groups,
      lengthCodes: try lengthCodes(), alphabet: code.alphabet, differenceCode: code.differences)
    var terms = try MergedTerms(sources, plan)
    return try writer.finish(ending, terms: &terms, to: &file)
  }

  private static func damage(_ reason: String) -> IndexError {
    .corrupted(section: SectionKind.schema.name.description, offset: 0, reason: reason)
  }
}

// MARK: - What is copied

extension SegmentMerger {
  private func writeRows(
    ofTable table: Int, with writer: inout SegmentWriter, to file: inout OutputFile
  ) throws(IndexError) {
    let extents = emptyTables.contains(table) ? [] : plan.extents
    let rows = try MergedRows(extents) { source throws(IndexError) in
      try sources[source].rows(ofTable: table)
    }
    try writer.write(
      .rowEnds, number: table, PackedIntegers.encode(endsOf: rows.lengths), to: &file)
    try writer.write(.rows, number: table, rows.parts, to: &file)
  }

  private func writeColumn(
    _ number: Int, with writer: inout SegmentWriter, to file: inout OutputFile
  ) throws(IndexError) {
    var values: [UInt64] = []
    values.reserveCapacity(plan.documentCount)
    for extent in plan.extents {
      let column = try sources[extent.segment].column(number)
      for document in extent.documents { values.append(try column[document]) }
    }
    try writer.write(.column, number: number, PackedIntegers.encode(values), to: &file)
  }

  private func lengthCodes() throws(IndexError) -> [UInt8] {
    var codes: [UInt8] = []
    codes.reserveCapacity(plan.documentCount)
    for extent in plan.extents {
      try sources[extent.segment].lengthCodes
        .append(Int(extent.first), Int(extent.count), to: &codes)
    }
    return codes
  }
}
