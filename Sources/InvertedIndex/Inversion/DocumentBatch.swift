/// Documents that are inverted together, on any thread.
///
/// Batches are added to an ``IndexWriter`` in the order of their documents. Where one batch ends and the
/// next one begins must not depend on the number of threads, or the bytes of the index will.
public struct DocumentBatch: Sendable {
  /// How many characters of the first batch are enough to code texts well.
  ///
  /// The first batch is held in memory as it is, so it should not be much larger.
  public static let sampleLength = 1 << 19

  private var terms = TermTable()
  /// The numbers of all terms that occur, in the order in which they do.
  private var occurrences: [UInt32] = []
  /// How many terms occur up to the end of each document.
  private var documentEnds: [Int] = []
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

  /// How many terms occur.
  var occurrenceCount: Int { occurrences.count }

  /// The searched characters that wait until a ``TextCoder`` is made.
  private(set) var sampledLength = 0

  /// Counts an occurrence of each of `terms` in the document that is being added.
  public mutating func add(_ terms: [ShortTerm]) {
    self.terms.append(terms, to: &occurrences)
  }

  /// Counts an occurrence of the term with some bytes in the document that is being added.
  ///
  /// - Precondition: There are 1 to 255 bytes, none of them zero.
  public mutating func add(bytes: [UInt8]) {
    precondition(
      (1...Term.maximumByteCount).contains(bytes.count) && !bytes.contains(0),
      "a term of \(bytes.count) bytes or with a zero")
    terms.append(bytes, to: &occurrences)
  }

  /// Adds a row to a table that has one for each document.
  public mutating func append(row: [UInt8], toTable table: Int) {
    tables[table].append(row)
  }

  /// Adds the document whose terms were counted since the last one.
  public mutating func endDocument(_ document: StoredDocument) {
    precondition(document.columns.count == columns.count, "a value for each column is needed")
    documentEnds.append(occurrences.count)
    lengthCodes.append(DocumentLength.code(of: document.length))
    for (index, value) in document.columns.enumerated() { columns[index].append(value) }
    if let coder {
      coder.append(document.text, searched: &texts, differences: &differences)
    } else {
      sample.append(document.text)
      sampledLength += document.text.scalars.count
    }
  }

  /// Inverts the documents.
  ///
  /// - Precondition: Every document was ended.
  public consuming func inverted() -> InvertedBatch {
    precondition(documentEnds.last ?? 0 == occurrences.count, "a document was not ended")
    let coder = coder ?? TextCoder(sample: sample)
    var texts = texts
    var differences = differences
    for text in sample { coder.append(text, searched: &texts, differences: &differences) }
    let sorted = terms.sorted()
    let run = RunEncoder.encode(
      occurrences: occurrences, documentEnds: documentEnds, sorted: sorted)
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

  public var documentCount: Int { lengthCodes.count }
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
