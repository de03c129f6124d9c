extension SegmentMerger {
  /// Writes the texts and their differences.
  ///
  /// - Returns: The sections that say how they are coded.
  func writeTexts(
    with writer: inout SegmentWriter, to file: inout OutputFile, _ store: inout SpillStore
  ) throws(IndexError) -> (alphabet: [UInt8], differences: [UInt8]) {
    let first = sources[plan.sources[0]].texts
    guard plan.sources.allSatisfy({ sources[$0].texts.isCoded(like: first) }) else {
      let coder = try recodeTexts(with: &writer, to: &file, &store)
      return (coder.alphabetBytes, coder.differenceCode)
    }
    try copyTexts(with: &writer, to: &file)
    let (alphabet, code) = (first.alphabet.region, first.code.region)
    return (try alphabet.bytes(0, alphabet.count), try code.bytes(0, code.count))
  }

  private func copyTexts(with writer: inout SegmentWriter, to file: inout OutputFile)
    throws(IndexError)
  {
    let searched = try MergedRows(plan.extents) { sources[$0].texts.searched }
    try writer.write(.texts, searched.parts, to: &file)
    try writer.write(.textEnds, PackedIntegers.encode(endsOf: searched.lengths), to: &file)
    let differences = try MergedRows(plan.extents) { sources[$0].texts.differences }
    try writer.write(.differenceEnds, PackedIntegers.encode(endsOf: differences.lengths), to: &file)
    try writer.write(.differences, differences.parts, to: &file)
  }

  /// Writes texts that are coded in several ways in one that fits the first of them.
  private func recodeTexts(
    with writer: inout SegmentWriter, to file: inout OutputFile, _ store: inout SpillStore
  ) throws(IndexError) -> TextCoder {
    var documents = MergedTexts(sources, plan.extents)
    let sample = try documents.sample(length: DocumentBatch.sampleLength)
    let coder = TextCoder(sample: sample)
    var output = RecodedTexts(coder)
    try writer.begin(in: &file)
    for text in sample { try output.append(text, with: &writer, to: &file, &store) }
    while let text = try documents.next() {
      try output.append(text, with: &writer, to: &file, &store)
    }
    try output.finish(with: &writer, to: &file, &store)
    return coder
  }
}

/// Goes through the texts of the documents of a merge.
private struct MergedTexts {
  private let sources: [Segment]
  private let extents: [DocumentExtent]
  private var extent = 0
  /// How many documents of the extent were passed.
  private var passed = 0

  init(_ sources: [Segment], _ extents: [DocumentExtent]) {
    self.sources = sources
    self.extents = extents
  }

  /// The next text; nil after the last one.
  mutating func next() throws(IndexError) -> AlignedText? {
    guard extent < extents.count else { return nil }
    let current = extents[extent]
    let text = try sources[current.segment].texts.aligned(of: Int(current.first) + passed)
    passed += 1
    if passed == Int(current.count) { (extent, passed) = (extent + 1, 0) }
    return text
  }

  /// The next texts, until they have `length` characters.
  mutating func sample(length: Int) throws(IndexError) -> [AlignedText] {
    var texts: [AlignedText] = []
    var sum = 0
    while sum < length, let text = try next() {
      sum += text.scalars.count
      texts.append(text)
    }
    return texts
  }
}

/// Writes texts as they come; their differences wait.
private struct RecodedTexts {
  /// How many bytes are collected.
  private static let bufferSize = 1 << 18

  private let coder: TextCoder
  private var texts = RowChunk()
  private var lengths: [UInt32] = []
  private var differences = RowChunk()
  private var spilled = SpilledRows()

  init(_ coder: TextCoder) {
    self.coder = coder
  }

  mutating func append(
    _ text: AlignedText, with writer: inout SegmentWriter, to file: inout OutputFile,
    _ store: inout SpillStore
  ) throws(IndexError) {
    coder.append(text, searched: &texts, differences: &differences)
    guard texts.contents.count + differences.contents.count >= Self.bufferSize else { return }
    try flush(with: &writer, to: &file, &store)
  }

  /// Writes the sections of the texts, of which the first one was begun.
  mutating func finish(
    with writer: inout SegmentWriter, to file: inout OutputFile, _ store: inout SpillStore
  ) throws(IndexError) {
    try flush(with: &writer, to: &file, &store)
    try writer.end(.texts, in: &file)
    try writer.write(.textEnds, PackedIntegers.encode(endsOf: lengths), to: &file)
    try writer.write(ends: .differenceEnds, .differences, spilled, to: &file)
  }

  private mutating func flush(
    with writer: inout SegmentWriter, to file: inout OutputFile, _ store: inout SpillStore
  ) throws(IndexError) {
    try writer.append(texts.contents, to: &file)
    lengths += texts.lengths
    try spilled.append(differences, to: &store)
    texts = RowChunk()
    differences = RowChunk()
  }
}
