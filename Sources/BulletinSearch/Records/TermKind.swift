/// What a term of the index was made of.
public enum TermKind: String, Sendable, CaseIterable, Codable {
  /// An ideograph.
  case hanCharacter
  /// Two ideographs that are neighbours.
  case hanPair
  /// A letter, a digit or another character.
  case otherCharacter
  /// Two such characters.
  case otherPair
  /// An ideograph and another character.
  case mixedPair
  /// A word.
  case word
  /// Characters, pairs and words of titles, once more under marks of their own.
  case title
  /// The same of bylines.
  case byline
  /// An identifier that the source of an article gave it.
  case identifier

  /// The kind of the term with some bytes.
  init(_ term: [UInt8]) {
    switch term.first {
    case TermKey.mark(of: .title): self = .title
    case TermKey.mark(of: .byline): self = .byline
    case TermKey.wordMark: self = .word
    case let first? where TermKey.isMark(first): self = .identifier
    default:
      let scalars = String(decoding: term, as: UTF8.self).unicodeScalars
      let hanCount = scalars.count(where: \.properties.isIdeographic)
      switch (scalars.count, hanCount) {
      case (1, 1): self = .hanCharacter
      case (1, _): self = .otherCharacter
      case (_, 0): self = .otherPair
      case (2, 2): self = .hanPair
      default: self = .mixedPair
      }
    }
  }
}
