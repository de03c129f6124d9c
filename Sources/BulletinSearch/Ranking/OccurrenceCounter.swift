internal import InvertedIndex
internal import TextAnalysis

/// Counts occurrences, as ``Occurrences`` says, in the stored texts of articles.
///
/// A text is seen through the characters of the query where that is enough, which takes a fraction of the
/// time of reading all of it.
struct OccurrenceCounter {
  private let reader: InvertedIndex.IndexReader
  private let runs: QueryRuns
  /// Whether the articles have all texts of the query as they stand.
  private let isWhole: Bool
  /// Shows texts as numbers, of which the first is for the character between two fields.
  private var projector: TextProjector?
  /// The text at hand, of which each stretch of other characters is one 0: no run goes over it.
  private var projected: [UInt8] = []
  /// For each field, what is looked for in those numbers.
  private var numbered: [SoughtRuns] = []
  /// Folds furniture, which is stored as it was read.
  private let analyzer = TextAnalyzer()

  private static let separatorNumber: UInt8 = 1

  init(reader: InvertedIndex.IndexReader, runs: QueryRuns, ofWhole isWhole: Bool) {
    self.reader = reader
    self.runs = runs
    self.isWhole = isWhole
    guard let sought = runs.characters(ofWhole: isWhole) else { return }
    let characters = [UInt32(Field.separator)] + sought.filter { $0 != UInt32(Field.separator) }
    guard characters.count <= TextProjector.maximumCharacterCount else { return }
    projector = TextProjector(reader, scalars: characters)
    var numbers: [UInt32: UInt32] = [:]
    for (place, character) in characters.enumerated() { numbers[character] = UInt32(place + 1) }
    numbered = Field.allCases.map { runs.runs(in: $0, ofWhole: isWhole).numbered(numbers) }
  }

  /// How often what is looked for occurs in the article.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  mutating func count(in document: DocumentID) throws(IndexError) -> Int {
    try storedCount(in: document) + furnitureCount(in: document)
  }

  private mutating func storedCount(in document: DocumentID) throws(IndexError) -> Int {
    if try projector?.project(document, into: &projected) != nil {
      return count(in: projected, separator: Self.separatorNumber) { numbered[$0.rawValue] }
    }
    let isWritten = runs.runs(in: .body, ofWhole: isWhole).isWritten
    let text =
      isWritten
      ? try reader.text(of: document).map(UInt32.init) : try reader.scalars(of: document)
    return count(in: text, separator: UInt32(Field.separator)) {
      runs.runs(in: $0, ofWhole: isWhole)
    }
  }

  private func count<Scalar: FixedWidthInteger & UnsignedInteger>(
    in text: [Scalar], separator: Scalar, _ sought: (Field) -> SoughtRuns
  ) -> Int {
    // No run reaches over a separator.
    guard !runs.areOfAllFields else { return sought(.body).occurrenceCount(in: text) }
    let fields = text.split(
      separator: separator, maxSplits: Field.stored.count - 1, omittingEmptySubsequences: false)
    return zip(Field.stored, fields).reduce(0) { sum, field in
      sum + sought(field.0).occurrenceCount(in: Array(field.1))
    }
  }

  /// A query without the name of a field does not ask for furniture.
  private func furnitureCount(in document: DocumentID) throws(IndexError) -> Int {
    guard !runs.areOfAllFields else { return 0 }
    let sought = runs.runs(in: .furniture, ofWhole: isWhole)
    guard !sought.runs.isEmpty else { return 0 }
    let row = try reader.row(of: document, inTable: BulletinSchema.articleTable)
    let text = Array(try ArticleRecord(row: row).furniture.utf8)
    let scalars = sought.isWritten ? text.map(UInt32.init) : analyzer.fold(text).scalars
    return sought.occurrenceCount(in: scalars)
  }
}
