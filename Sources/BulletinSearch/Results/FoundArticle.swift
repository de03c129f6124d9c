internal import InvertedIndex

/// An article that was found, with its text as it is shown and as it is searched.
struct FoundArticle {
  let id: String
  let issue: IssueSummary
  let ordinal: Int
  let record: ArticleRecord
  private let text: AlignedText
  /// Where each field is, in the order of ``Field/stored``.
  private let fields: [StoredField.Place]

  /// - Throws: `IndexError` if the index is damaged.
  init(_ document: DocumentID, in index: BulletinIndex, issues: KnownIssues) throws {
    (issue, ordinal) = try issues.issue(of: document, in: index)
    record = try ArticleRecord(
      row: index.reader.row(of: document, inTable: BulletinSchema.articleTable))
    id = index.id(of: record, in: issue, ordinal: ordinal)
    text = try index.reader.alignedText(of: document)
    fields = StoredField.places(in: text)
  }

  /// The text of a field other than ``Field/furniture``.
  func field(_ field: Field) -> StoredField { StoredField(fields[field.rawValue], of: text) }

  /// Where a field stands in the file.
  func places(of field: Field) -> FieldPlaces {
    // What is printed around the articles comes behind the last field, and a separator.
    let start =
      field == .furniture ? text.original.count + 1 : fields[field.rawValue].bytes.lowerBound
    return FieldPlaces(field.excerptField, of: record, start: start)
  }
}

extension Field {
  fileprivate var excerptField: ExcerptField {
    switch self {
    case .title: .title
    case .section: .section
    case .byline: .byline
    case .body: .body
    case .furniture: .furniture
    }
  }
}

/// A field of an article in both forms.
struct StoredField {
  /// Where a field is in the text of its article.
  struct Place {
    var bytes: Range<Int>
    var scalars: Range<Int>
  }

  /// The field as it is shown, in UTF-8.
  let bytes: [UInt8]
  /// The text of the article.
  let text: AlignedText
  /// The searched characters of the field among those of the article.
  let scalars: Range<Int>
  private let start: Int

  init(_ place: Place, of text: AlignedText) {
    self.text = text
    bytes = Array(text.original[place.bytes])
    scalars = place.scalars
    start = place.bytes.lowerBound
  }

  /// The bytes of the field that a range of searched characters, which is not empty, comes from.
  func sourceRange(of range: Range<Int>) -> Range<Int> {
    // In a damaged index a separator may share its bytes with other characters.
    (Int(text.starts[range.lowerBound]) - start..<Int(text.ends[range.upperBound - 1]) - start)
      .clamped(to: 0..<bytes.count)
  }

  /// The byte of the field at which a searched character begins.
  func start(ofScalar place: Int) -> Int { Int(text.starts[place]) - start }

  /// The first searched character that begins at a byte of the field or behind it.
  func firstScalar(atOrBehind offset: Int) -> Int {
    var lower = scalars.lowerBound
    var upper = scalars.upperBound
    while lower < upper {
      let middle = (lower + upper) / 2
      if start(ofScalar: middle) < offset { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }

  /// Where the fields of an article are, in the order of ``Field/stored``; empty at the end for those that are missing.
  static func places(in text: AlignedText) -> [Place] {
    var places: [Place] = []
    var scalar = 0
    var byte = 0
    while places.count < Field.stored.count - 1,
      let separator = text.scalars[scalar...].firstIndex(of: UInt32(Field.separator))
    {
      let start = Int(text.starts[separator])
      places.append(Place(bytes: byte..<max(start, byte), scalars: scalar..<separator))
      scalar = separator + 1
      byte = Int(text.ends[separator])
    }
    places.append(Place(bytes: byte..<text.original.count, scalars: scalar..<text.scalars.count))
    let end = Place(
      bytes: text.original.count..<text.original.count,
      scalars: text.scalars.count..<text.scalars.count)
    places += repeatElement(end, count: Field.stored.count - places.count)
    return places
  }
}

/// The issue whose article was asked for last: results are often of one issue, and to read what is known of it takes as
/// long as to read an article.
final class KnownIssues {
  private var known: (articles: Range<DocumentID>, firstOrdinal: Int, issue: IssueSummary)?
  /// The groups that were read last, ascending: the next issue is often among them.
  private var groups: [DocumentGroup] = []

  /// The issue of a document, and its place in it, from 1.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  func issue(of document: DocumentID, in index: BulletinIndex) throws -> (
    issue: IssueSummary, ordinal: Int
  ) {
    if let known, known.articles.contains(document) {
      let place = Int(document.rawValue - known.articles.lowerBound.rawValue)
      return (known.issue, known.firstOrdinal + place)
    }
    let group = try group(of: document, in: index)
    let (issue, ordinal) = try index.issue(of: document, in: group)
    let articles = group.documents
    let place = Int(document.rawValue - articles.lowerBound.rawValue)
    known = (articles, ordinal - place, issue)
    return (issue, ordinal)
  }

  private func group(of document: DocumentID, in index: BulletinIndex) throws -> DocumentGroup {
    func found() -> DocumentGroup? {
      let place = groups.firstIndex(in: 0..<groups.count) {
        $0.documents.upperBound > document
      }
      guard place < groups.count, groups[place].documents.contains(document) else { return nil }
      return groups[place]
    }
    if let group = found() { return group }
    groups = try index.reader.groups(around: document)
    return try found() ?? index.reader.group(of: document)
  }
}
