/// Puts the runs of documents together to a segment.
///
/// Searched texts go to the file as they come; all else is put away until the segment ends.
struct SegmentBuilder: ~Copyable {
  private let schema: Schema
  private let coder: TextCoder
  private let start: Int
  private var writer: SegmentWriter
  private var runs: [(bytes: SpilledBytes, base: UInt32)] = []
  private var lengthCodes: [UInt8] = []
  private var totalLength = 0
  private var textLengths: [UInt32] = []
  private var differences = SpilledRows()
  private var columns: [[UInt64]]
  private var tables: [SpilledRows]

  /// Begins a segment.
  ///
  /// - Parameters:
  ///   - schema: What is kept beside terms and texts.
  ///   - coder: What codes the texts.
  ///   - start: The end of the file, a multiple of ``SectionTable/alignment``.
  init(schema: Schema, coder: TextCoder, start: Int) {
    self.schema = schema
    self.coder = coder
    self.start = start
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
    totalLength += run.totalLength
    textLengths += run.texts.lengths
    try writer.append(run.texts.contents, to: &file)
    try differences.append(run.differences, to: &store)
    for (index, column) in run.columns.enumerated() { columns[index] += column }
    for (index, rows) in run.tables.enumerated() { try tables[index].append(rows, to: &store) }
  }

  /// Adds the rows that came one by one to a table.
  mutating func append(
    _ rows: RowChunk, toTable table: Int, _ store: inout SpillStore
  ) throws(IndexError) {
    try tables[table].append(rows, to: &store)
  }

  /// Writes everything else to the end of `file`.
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
    let dictionary = try writePostings(to: &file)
    // What nearly every query reads stands together.
    let summary = SegmentSummary(
      documentCount: documentCount, termCount: dictionary.termCount, totalLength: totalLength,
      schema: schema, rowCounts: tables.map(\.count))
    try writer.write(.differenceCode, coder.differenceCode, to: &file)
    try writer.write(.alphabet, coder.alphabetBytes, to: &file)
    try writer.write(.lengthCodes, lengthCodes, to: &file)
    try writer.write(.termBlocks, dictionary.blocks, to: &file)
    try writer.write(.termHeads, dictionary.heads, to: &file)
    try writer.write(.schema, summary.encoded(), to: &file)
    try file.pad(toMultipleOf: SectionTable.alignment)
    let byteCount = file.count - start
    let table = writer.table.encoded()
    try file.append(table)
    return SegmentDescription(
      offset: start, byteCount: byteCount, tableByteCount: table.count,
      tableChecksum: Checksum.crc32c(table), documentCount: documentCount,
      totalLength: totalLength)
  }

  private mutating func writePostings(to file: inout OutputFile) throws(IndexError)
    -> (heads: [UInt8], blocks: [UInt8], termCount: Int)
  {
    try writer.begin(in: &file)
    var merger = try RunMerger(runs)
    var dictionary = TermDictionaryWriter()
    var encoder = PostingsEncoder()
    var term: [UInt8] = []
    var documents: [UInt32] = []
    var frequencies: [UInt32] = []
    while try merger.next(term: &term, documents: &documents, frequencies: &frequencies) {
      let offset = writer.sectionByteCount
      let info: TermInfo
      if documents.count == 1 {
        info = TermInfo(
          documentFrequency: 1,
          postings: .single(document: documents[0], frequency: frequencies[0]))
      } else {
        let list = encoder.encode(
          documents: documents, frequencies: frequencies, lengthCodes: lengthCodes)
        try writer.append(list, to: &file)
        info = TermInfo(
          documentFrequency: documents.count,
          postings: .list(offset: offset, byteCount: list.count))
      }
      try dictionary.append(term, info, postingsEnd: offset)
    }
    try writer.end(.postings, in: &file)
    let termCount = dictionary.count
    let (heads, blocks) = dictionary.finish()
    return (heads, blocks, termCount)
  }
}
