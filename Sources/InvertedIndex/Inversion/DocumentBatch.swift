/// Documents that are inverted together, on any thread.
///
/// Batches are added to an ``IndexWriter`` in the order of their documents. Where one batch ends and the
/// next one begins must not depend on the number of threads, or the bytes of the index will.
public struct DocumentBatch: Sendable {
  /// How many characters of the first batch are enough to code texts well.
  ///
  /// The first batch is held in memory as it is, so it should not be much larger.
  public static let sampleLength = PairChoice.sampleLength

  private var terms = TermTable()
  /// The numbers of all terms that occur, in the order in which they do.
  private var occurrences: [UInt32] = []
  /// How many terms occur up to the end of each document.
  private var documentEnds: [Int] = []
  /// The texts whose characters and pairs are terms, by their marks.
  private var grams: [GramList] = []
  private var lengthCodes: [UInt8] = []
  private var texts = RowChunk()
  private var differences = RowChunk()
  private var columns: [[UInt64]]
  private var tables: [RowChunk]
  private let coder: TextCoder?
  /// The texts of the first batch, which are coded when all of them are known.
  private var sample: [AlignedText] = []

  /// - Parameters:
  ///   - schema: What the index keeps beside terms and texts.
  ///   - coder: How texts are coded, from ``InvertedBatch/coder`` of the first batch; nil for that one.
  public init(schema: Schema, coder: TextCoder?) {
    self.coder = coder
    columns = schema.columns.map { _ in [] }
    tables = schema.tables.map { _ in RowChunk() }
  }

  /// How many documents were ended.
  public var documentCount: Int { lengthCodes.count }

  /// Counts an occurrence of the term with some bytes in the document that is being added.
  ///
  /// - Precondition: There are 1 to 255 bytes, none of them zero.
  public mutating func add(bytes: [UInt8]) {
    precondition(
      (1...Term.maximumByteCount).contains(bytes.count) && !bytes.contains(0),
      "a term of \(bytes.count) bytes or with a zero")
    terms.append(bytes, to: &occurrences)
  }

  /// Counts an occurrence of each character of a text, and of every two neighbours, in the document
  /// that is being added.
  ///
  /// This is several times as fast as to count each of these terms, which are the UTF-8 of a character
  /// or of two.
  ///
  /// - Parameters:
  ///   - characters: Unicode scalar values from U+0020 on; 0 for what parts neighbours.
  ///   - mark: A byte below 0x20 that the terms begin with; nil for none.
  /// - Precondition: No document of the batch has one of these terms that was added in another way.
  public mutating func addGrams(of characters: [UInt32], mark: UInt8? = nil) {
    precondition(mark.map { $0 < 0x20 && $0 > 0 } ?? true, "a mark that may be a character")
    guard !characters.isEmpty else { return }
    let text = mark.map { addingLongPairs(of: characters, mark: $0) } ?? characters
    let index = grams.firstIndex { $0.mark == mark }
    if index == nil { grams.append(GramList(mark: mark, documentCount: documentCount)) }
    grams[index ?? grams.count - 1].append(text)
  }

  /// Counts the pairs that do not fit a short term with their mark, and parts them.
  private mutating func addingLongPairs(of characters: [UInt32], mark: UInt8) -> [UInt32] {
    guard characters.contains(where: { $0 >= Self.firstOfFourBytes }) else { return characters }
    var parted: [UInt32] = []
    for scalar in characters {
      if let last = parted.last, min(last, scalar) >= Self.firstOfFourBytes {
        var term = [mark]
        UTF8Key.append([last, scalar], to: &term)
        add(bytes: term)
        parted.append(GramList.gap)
      }
      parted.append(scalar)
    }
    return parted
  }

  private static let firstOfFourBytes: UInt32 = 0x1_0000

  /// Adds a row to a table that has one for each document.
  public mutating func append(row: [UInt8], toTable table: Int) {
    tables[table].append(row)
  }

  /// Adds the document whose terms were counted since the last one.
  public mutating func endDocument(_ document: StoredDocument) {
    precondition(document.columns.count == columns.count, "a value for each column is needed")
    documentEnds.append(occurrences.count)
    for index in grams.indices { grams[index].endDocument() }
    lengthCodes.append(DocumentLength.code(of: document.length))
    for (index, value) in document.columns.enumerated() { columns[index].append(value) }
    if let coder {
      coder.append(document.text, searched: &texts, differences: &differences)
    } else {
      sample.append(document.text.trimmed)
    }
  }

  /// Inverts the documents.
  ///
  /// - Precondition: Every document was ended.
  public consuming func inverted() -> InvertedBatch {
    precondition(
      documentEnds.last ?? 0 == occurrences.count
        && grams.allSatisfy { $0.documentEnds.last == $0.scalars.count },
      "a document was not ended")
    let coder = coder ?? TextCoder(sample: sample)
    var texts = texts
    var differences = differences
    for text in sample { coder.append(text, searched: &texts, differences: &differences) }
    let sorted = terms.sorted()
    let run = RunEncoder.encode(
      occurrences: occurrences, documentEnds: documentEnds, sorted: sorted, grams: grams)
    return InvertedBatch(
      coder: coder, columns: columns, terms: run, lengthCodes: lengthCodes, texts: texts,
      differences: differences, tables: tables)
  }
}

/// A ``DocumentBatch`` after its inversion.
public struct InvertedBatch: Sendable {
  /// How its texts are coded, and those of all batches must be.
  public let coder: TextCoder
  /// The values of its documents by column.
  ///
  /// They may be changed until the batch is added to the index, when it is known what came before it.
  public var columns: [[UInt64]]
  /// A run, as ``RunEncoder`` writes it.
  let terms: [UInt8]
  let lengthCodes: [UInt8]
  let texts: RowChunk
  let differences: RowChunk
  let tables: [RowChunk]

  /// How many documents it has.
  public var documentCount: Int { lengthCodes.count }
}

/// What is stored of a document besides its terms.
public struct StoredDocument: Sendable {
  /// The text, as it was written and as it is searched.
  public var text: AlignedText
  /// The document length that ranking uses.
  public var length: Int
  /// A value for each column of the schema.
  public var columns: [UInt64]

  /// - Precondition: There is a value for each column of the schema.
  public init(text: AlignedText, length: Int, columns: [UInt64]) {
    self.text = text
    self.length = length
    self.columns = columns
  }
}
