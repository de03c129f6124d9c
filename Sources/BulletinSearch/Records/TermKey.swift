internal import InvertedIndex

/// The parts of an article that are searched, in the order in which they are stored.
enum Field: Int, CaseIterable {
  case title, section, byline, body
  /// What is printed around the articles of an issue: not in the stored text and under no terms, so
  /// that only a query that names it finds it.
  case furniture

  /// Those in the stored text.
  static let stored: [Field] = [.title, .section, .byline, .body]

  /// What separates the fields in a stored text.
  ///
  /// It stays out of titles, sections and bylines; a body may hold it in its original, and never
  /// in its searched characters.
  static let separator: UInt8 = 0x1F
}

/// The kinds of terms an article is indexed under, told apart by control characters, which no text
/// that is searched has.
///
///     character or pair of characters    its UTF-8
///     word                               0x02, its UTF-8
///     the same in the title              0x03, then as above
///     the same in the byline             0x05, then as above
///     external identifier                0x06, its UTF-8
///
/// Terms without a mark are of all fields together and make recall complete; the marked ones rank.
enum TermKey {
  static let wordMark: UInt8 = 0x02
  /// Longer terms end here.
  static let maximumByteCount = Term.maximumByteCount
  private static let identifierMark: UInt8 = 0x06

  /// Whether a term that begins with `byte` is of one of the kinds with a mark.
  static func isMark(_ byte: UInt8) -> Bool { byte < 0x20 }

  /// The mark of terms that are kept for a field of its own; nil for fields that are not.
  static func mark(of field: Field) -> UInt8? {
    switch field {
    case .title: 0x03
    case .byline: 0x05
    case .section, .body, .furniture: nil
    }
  }

  static func word(_ scalars: ArraySlice<UInt32>, field: Field? = nil) -> Term {
    Term(bounded(prefix(field) + [wordMark] + utf8(scalars)))
  }

  /// What the keys of all words begin with that begin with `scalars`.
  static func wordPrefix(_ scalars: ArraySlice<UInt32>, field: Field? = nil) -> [UInt8] {
    bounded(prefix(field) + [wordMark] + utf8(scalars))
  }

  static func gram(_ scalars: some Sequence<UInt32>, field: Field? = nil) -> Term {
    Term(prefix(field) + utf8(scalars))
  }

  static func identifier(_ text: String) -> Term {
    Term(bounded([identifierMark] + text.utf8.filter { $0 != 0 }))
  }

  /// What a term of a text was made from.
  static func parts(of term: Term) -> (field: Field?, isWord: Bool, text: String) {
    var bytes = term.bytes[...]
    let field = Field.allCases.first { mark(of: $0) != nil && mark(of: $0) == bytes.first }
    if field != nil { bytes.removeFirst() }
    let isWord = bytes.first == wordMark
    if isWord { bytes.removeFirst() }
    return (field, isWord, String(decoding: bytes, as: UTF8.self))
  }

  private static func prefix(_ field: Field?) -> [UInt8] {
    field.flatMap(mark(of:)).map { [$0] } ?? []
  }

  private static func utf8(_ scalars: some Sequence<UInt32>) -> [UInt8] {
    scalars.flatMap { Unicode.Scalar($0).flatMap(UTF8.encode).map(Array.init) ?? [] }
  }

  /// A term has a limit; words that share their first 255 bytes count as one.
  private static func bounded(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes.prefix(maximumByteCount))
  }
}
