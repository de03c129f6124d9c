internal import InvertedIndex

/// An article as it is kept in the index.
struct StoredArticle {
  let id: String
  let issue: IssueSummary
  let ordinal: Int
  let record: ArticleRecord
  private let fields: [[UInt8]]

  /// - Throws: `IndexError` if the index is damaged.
  init(_ document: DocumentID, in index: BulletinIndex) throws {
    let reader = index.reader
    (issue, ordinal) = try index.issue(of: document)
    record = try ArticleRecord(
      row: reader.row(of: document, inTable: BulletinSchema.articleTable))
    id = index.id(of: record, in: issue, ordinal: ordinal)
    let parts = try reader.text(of: document).split(
      separator: Field.separator, maxSplits: Field.allCases.count - 1,
      omittingEmptySubsequences: false)
    fields = parts.map(Array.init)
  }

  /// The UTF-8 of a field.
  func bytes(of field: Field) -> [UInt8] {
    field.rawValue < fields.count ? fields[field.rawValue] : []
  }

  /// Where a field stands in the file.
  func places(of field: Field) -> FieldPlaces {
    let before = fields.prefix(field.rawValue)
    return FieldPlaces(
      field.excerptField, of: record, start: before.reduce(before.count) { $0 + $1.count })
  }

  func text(of field: Field) -> String {
    String(decoding: bytes(of: field), as: UTF8.self)
  }

  func optionalText(of field: Field) -> String? {
    let text = text(of: field)
    return text.isEmpty ? nil : text
  }
}

extension Field {
  fileprivate var excerptField: ExcerptField {
    switch self {
    case .title: .title
    case .section: .section
    case .byline: .byline
    case .body: .body
    }
  }
}
