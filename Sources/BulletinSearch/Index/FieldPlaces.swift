/// Where a field of an article stands in its file.
struct FieldPlaces {
  let field: ExcerptField
  private let record: ArticleRecord
  /// Where the field begins in the stored text.
  private let start: Int

  init(_ field: ExcerptField, of record: ArticleRecord, start: Int) {
    self.field = field
    self.record = record
    self.start = start
  }

  /// The line of the file and the byte of the line, both from 1, of the byte at `offset` of the field.
  ///
  /// A line of a file of documents is not told apart any further.
  ///
  /// - Complexity: O(log *n*) in the number of places.
  func place(ofTextOffset offset: Int) -> (line: Int, column: Int, document: DocumentPlace?) {
    let (line, column) = record.place(ofTextOffset: start + offset)
    return (line, column, record.documentPlace(ofLine: line))
  }
}
