/// What became of a document, and what read it.
package struct ReadDocument: Equatable, Sendable {
  /// The kind of the document with the version of its reader: `docx/1`.
  ///
  /// Where a tool is used, who reads this adds the version of that: `pdf/1 pdftotext/22.12.0`. Another reader, or
  /// another version of the tool, may read the same document otherwise.
  package var reader: String
  package var result: Result<PlacedText, DocumentProblem>

  package init(reader: String, result: Result<PlacedText, DocumentProblem>) {
    self.reader = reader
    self.result = result
  }
}
