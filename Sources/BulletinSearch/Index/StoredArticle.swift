internal import InvertedIndex

/// An article as it is kept in the index.
struct StoredArticle {
  let id: String
  let issue: IssueSummary
  let ordinal: Int
  let record: ArticleRecord
  private let fields: StoredFields

  /// - Throws: `IndexError` if the index is damaged.
  init(_ document: DocumentID, in index: BulletinIndex) throws {
    (issue, ordinal) = try index.issue(of: document)
    record = try ArticleRecord(
      row: index.reader.row(of: document, inTable: BulletinSchema.articleTable))
    id = index.id(of: record, in: issue, ordinal: ordinal)
    fields = StoredFields(try index.reader.text(of: document))
  }

  /// The UTF-8 of a field.
  func bytes(of field: Field) -> [UInt8] {
    field == .furniture ? Array(record.furniture.utf8) : fields.bytes(of: field)
  }

  /// The page of the file on which each paragraph of the text begins, nil where it is not known; empty for a text file.
  var paragraphPages: [Int?] {
    guard !record.pages.isEmpty else { return [] }
    let start = Field.stored.dropLast().reduce(0) { $0 + bytes(of: $1).count + 1 }
    return bytes(of: .body).split(separator: UInt8(ascii: "\n")).map { paragraph in
      let line = record.place(ofTextOffset: start + paragraph.startIndex).line
      return record.documentPlace(ofLine: line)?.page
    }
  }

  func text(of field: Field) -> String { String(decoding: bytes(of: field), as: UTF8.self) }

  func optionalText(of field: Field) -> String? {
    let text = text(of: field)
    return text.isEmpty ? nil : text
  }
}

/// The fields of an article, in the text that the index keeps of it.
struct StoredFields {
  private let fields: [ArraySlice<UInt8>]

  init(_ text: [UInt8]) {
    fields = text.split(
      separator: Field.separator, maxSplits: Field.stored.count - 1,
      omittingEmptySubsequences: false)
  }

  /// The UTF-8 of a field.
  func bytes(of field: Field) -> [UInt8] {
    field.rawValue < fields.count ? Array(fields[field.rawValue]) : []
  }

  func text(of field: Field) -> String {
    String(decoding: bytes(of: field), as: UTF8.self)
  }
}
