/// Puts the runs of documents together to a segment.
///
/// Searched texts go to the file as they come; all else is put away until the segment ends.
struct SegmentBuilder: ~Copyable {
  private let schema: Schema
  private let coder: TextCoder
  private var writer: SegmentWriter
  private var runs: [(bytes: SpilledBytes, base: UInt32)] = []
  private var lengthCodes: [UInt8] = []
  private var textLengths: [UInt32] = []
  private var differences = SpilledRows()
  private var columns: [[UInt64]]
  private var tables: [SpilledRows]
  private var groups: [UInt32] = []

  /// Begins a segment.
  ///
  /// - Parameters:
  ///   - schema: What is kept beside terms and texts.
  ///   - coder: What codes the texts.
  ///   - start: The end of the file, a multiple of ``SectionTable/alignment``.
  init(schema: Schema, coder: TextCoder, start: Int) {
    self.schema = schema
    self.coder = coder
    writer = SegmentWriter(start: start)
    columns = schema.columns.map { _ in [] }
    tables = schema.tables.map { _ in SpilledRows() }
  }

  var documentCount: Int { lengthCodes.count }

  mutating func append(
    _ run: InvertedBatch, to file: inout OutputFile, _ store: inout SpillStore
  ) throws(IndexError) {
    runs.append((try store.store(run.terms), UInt32(documentCount)))
    lengthCodes += run.lengthCodes
    textLengths += run.texts.lengths
    try writer.append(run.texts.contents, to: &file)
    try differences.append(run.differences, to: &store)
    for (index, column) in run.columns.enumerated() { columns[index] += column }
    for (index, rows) in run.tables.enumerated() { try tables[index].append(rows, to: &store) }
  }

  /// Says that the next `documentCount` documents after those of the groups before are one group.
  ///
  /// - Precondition: There is one at least.
  mutating func endGroup(documentCount: Int) {
    precondition(documentCount > 0, "a group without a document")
    groups.append(UInt32(documentCount))
  }

  /// Writes everything else to the end of `file`.
  ///
  /// - Precondition: No group was ended, so that all documents are one, or each document is in one.
  consuming func finish(to file: inout OutputFile) throws(IndexError) -> SegmentDescription {
    try writer.end(.texts, in: &file)
    try writer.write(.textEnds, PackedIntegers.encode(endsOf: textLengths), to: &file)
    try writer.write(ends: .differenceEnds, .differences, differences, to: &file)
    for (number, rows) in tables.enumerated() {
      try writer.write(ends: .rowEnds, .rows, number: number, rows, to: &file)
    }
    for (number, column) in columns.enumerated() {
      try writer.write(.column, number: number, PackedIntegers.encode(column), to: &file)
    }
    let ending = SegmentEnding(
      schema: schema, rowCounts: tables.map(\.count), groups: groups, lengthCodes: lengthCodes,
      alphabet: coder.alphabetBytes, differenceCode: coder.differenceCode)
    var merger = try RunMerger(runs)
    return try writer.finish(ending, terms: &merger, to: &file)
  }
}
