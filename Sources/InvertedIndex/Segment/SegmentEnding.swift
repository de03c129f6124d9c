/// What a segment ends with besides its terms.
struct SegmentEnding {
  var schema: Schema
  /// How many rows each table has.
  var rowCounts: [Int]
  /// How many documents each group has; all documents are in one if there is none.
  var groups: [UInt32]
  var lengthCodes: [UInt8]
  /// The sections that ``Alphabet`` and ``DifferenceCode`` read.
  var alphabet: [UInt8]
  var differenceCode: [UInt8]
}

extension SegmentWriter {
  /// Writes the groups, the terms and what else a segment ends with, and its table.
  ///
  /// - Precondition: The groups have all documents.
  mutating func finish(
    _ ending: SegmentEnding, terms: inout some TermSequence, to file: inout OutputFile
  ) throws(IndexError) -> SegmentDescription {
    let documentCount = ending.lengthCodes.count
    let groups = ending.groups.isEmpty ? [UInt32(documentCount)] : ending.groups
    precondition(
      groups.reduce(0) { $0 + Int($1) } == documentCount, "a document is in no group")
    try write(.groupEnds, PackedIntegers.encode(endsOf: groups), to: &file)
    let dictionary = try writePostings(of: &terms, lengthCodes: ending.lengthCodes, to: &file)
    // What nearly every query reads stands together.
    let summary = SegmentSummary(
      documentCount: documentCount, termCount: dictionary.termCount, groupCount: groups.count,
      totalLength: DocumentLength.total(ofCodes: ending.lengthCodes), schema: ending.schema,
      rowCounts: ending.rowCounts)
    try write(.differenceCode, ending.differenceCode, to: &file)
    try write(.alphabet, ending.alphabet, to: &file)
    try write(.lengthCodes, ending.lengthCodes, to: &file)
    try write(.termBlocks, dictionary.blocks, to: &file)
    try write(.termHeads, dictionary.heads, to: &file)
    try write(.schema, summary.encoded(), to: &file)
    return try writeTable(summary, to: &file)
  }

  private mutating func writeTable(_ summary: SegmentSummary, to file: inout OutputFile)
    throws(IndexError) -> SegmentDescription
  {
    try file.pad(toMultipleOf: SectionTable.alignment)
    let byteCount = file.count - start
    let table = self.table.encoded()
    try file.append(table)
    return SegmentDescription(
      offset: start, byteCount: byteCount, tableByteCount: table.count,
      tableChecksum: Checksum.crc32c(table), documentCount: summary.documentCount,
      totalLength: summary.totalLength)
  }

  private mutating func writePostings(
    of terms: inout some TermSequence, lengthCodes: [UInt8], to file: inout OutputFile
  ) throws(IndexError) -> (heads: [UInt8], blocks: [UInt8], termCount: Int) {
    try begin(in: &file)
    var dictionary = TermDictionaryWriter()
    var encoder = PostingsEncoder()
    var term: [UInt8] = []
    var documents: [UInt32] = []
    var frequencies: [UInt32] = []
    while try terms.next(term: &term, documents: &documents, frequencies: &frequencies) {
      let offset = sectionByteCount
      let info: TermInfo
      if documents.count == 1 {
        info = TermInfo(
          documentFrequency: 1,
          postings: .single(document: documents[0], frequency: frequencies[0]))
      } else {
        let list = encoder.encode(
          documents: documents, frequencies: frequencies, lengthCodes: lengthCodes)
        try append(list, to: &file)
        info = TermInfo(
          documentFrequency: documents.count,
          postings: .list(offset: offset, byteCount: list.count))
      }
      try dictionary.append(term, info, postingsEnd: offset)
    }
    try end(.postings, in: &file)
    let termCount = dictionary.count
    let (heads, blocks) = dictionary.finish()
    return (heads, blocks, termCount)
  }
}
