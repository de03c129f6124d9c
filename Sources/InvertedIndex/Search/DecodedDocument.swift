/// The searched characters of the document of a segment that was asked for last, for all cursors of a search.
///
/// Where many of them look into one document, its text is decoded once.
final class DecodedDocument {
  private let texts: StoredTexts
  private var document: Int?
  private var scalars: [UInt32] = []

  init(_ texts: StoredTexts) {
    self.texts = texts
  }

  /// The searched characters of a document.
  func scalars(of document: Int) throws(IndexError) -> [UInt32] {
    if self.document != document {
      self.document = nil
      scalars = try texts.scalars(of: document)
      self.document = document
    }
    return scalars
  }
}
