/// Collects documents in memory and writes them as one segment.
struct SegmentBuilder {
  private let schema: Schema
  private var terms = TermTable()
  private var postings = PostingsPool()
  private var lengthCodes: [UInt8] = []
  private var totalLength = 0
  private var texts = StoredTextsBuilder()
  private var columns: [[UInt64]]
  private var tables: [StoredRowsBuilder]

  init(schema: Schema) {
    self.schema = schema
    columns = schema.columns.map { _ in [] }
    tables = schema.tables.map { _ in StoredRowsBuilder() }
  }

  var documentCount: Int { lengthCodes.count }

  /// The bytes held in memory, about.
  var byteCount: Int {
    terms.byteCount + postings.byteCount + texts.byteCount
      + tables.reduce(0) { $0 + $1.contents.count }
  }

  mutating func append(row: [UInt8], toTable table: Int) -> Int {
    tables[table].append(row)
    return tables[table].count - 1
  }

  mutating func add(_ term: ShortTerm) {
    postings.add(term: terms.number(of: term), document: UInt32(documentCount))
  }

  mutating func add(_ term: Term) {
    postings.add(term: terms.number(of: term), document: UInt32(documentCount))
  }

  mutating func endDocument(_ document: StoredDocument) {
    precondition(document.columns.count == columns.count, "a value for each column is needed")
    lengthCodes.append(DocumentLength.code(of: document.length))
    totalLength += document.length
    for (index, value) in document.columns.enumerated() { columns[index].append(value) }
    texts.append(document.text)
  }

  /// Writes everything to the end of `file`.
  mutating func write(to file: inout OutputFile) throws(IndexError) -> SegmentDescription {
    try file.pad(toMultipleOf: SectionTable.alignment)
    let start = file.count
    var writer = SegmentWriter(start: start)
    let dictionary = try writePostings(with: &writer, to: &file)
    let alphabet = texts.finish()
    try writer.write(ends: .textEnds, .texts, texts.searched, to: &file)
    try writer.write(ends: .differenceEnds, .differences, texts.differences, to: &file)
    for (number, rows) in tables.enumerated() {
      try writer.write(ends: .rowEnds, .rows, number: number, rows, to: &file)
    }
    for (number, column) in columns.enumerated() {
      try writer.write(.column, number: number, PackedIntegers.encode(column), to: &file)
    }
    // What nearly every query reads stands together.
    let summary = SegmentSummary(
      documentCount: documentCount, termCount: terms.count, totalLength: totalLength,
      schema: schema, rowCounts: tables.map(\.count))
    try writer.write(.alphabet, alphabet, to: &file)
    try writer.write(.lengthCodes, lengthCodes, to: &file)
    try writer.write(.termBlocks, dictionary.blocks, to: &file)
    try writer.write(.termHeads, dictionary.heads, to: &file)
    try writer.write(.schema, summary.encoded(), to: &file)
    try file.pad(toMultipleOf: SectionTable.alignment)
    let byteCount = file.count - start
    let table = writer.finish().encoded()
    try file.append(table)
    return SegmentDescription(
      offset: start, byteCount: byteCount, tableByteCount: table.count,
      tableChecksum: Checksum.crc32c(table), documentCount: documentCount,
      totalLength: totalLength)
  }

  private mutating func writePostings(
    with writer: inout SegmentWriter, to file: inout OutputFile
  ) throws(IndexError) -> (heads: [UInt8], blocks: [UInt8]) {
    postings.finish()
    var dictionary = TermDictionaryWriter()
    var encoder = PostingsEncoder()
    var lists = ChunkedBytes()
    var documents: [UInt32] = []
    var frequencies: [UInt32] = []
    for number in terms.sortedNumbers() {
      documents.removeAll(keepingCapacity: true)
      frequencies.removeAll(keepingCapacity: true)
      postings.read(term: number, documents: &documents, frequencies: &frequencies)
      let offset = lists.count
      let info: TermInfo
      if documents.count == 1 {
        info = TermInfo(
          documentFrequency: 1,
          postings: .single(document: documents[0], frequency: frequencies[0]))
      } else {
        let list = encoder.encode(
          documents: documents, frequencies: frequencies, lengthCodes: lengthCodes)
        lists.append(list)
        info = TermInfo(
          documentFrequency: documents.count,
          postings: .list(offset: offset, byteCount: list.count))
      }
      try dictionary.append(terms.bytes(of: number), info, postingsEnd: offset)
    }
    postings = PostingsPool()
    try writer.write(.postings, lists, to: &file)
    return dictionary.finish()
  }
}

/// What is stored of a document besides its terms.
public struct StoredDocument: Sendable {
  public var text: AlignedText
  /// The document length that ranking uses.
  public var length: Int
  /// A value for each column of the schema.
  public var columns: [UInt64]

  public init(text: AlignedText, length: Int, columns: [UInt64]) {
    self.text = text
    self.length = length
    self.columns = columns
  }
}
