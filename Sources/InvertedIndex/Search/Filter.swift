/// Which documents match.
///
/// In a list within a list of the same kind, or twice in a list, a filter counts once.
public indirect enum Filter: Sendable, Hashable {
  /// Documents that have the term.
  case term(Term)
  /// Documents that have at least one of the terms that begin with some bytes.
  case prefix([UInt8])
  /// Documents whose text has the run of characters.
  case run(TextRun)
  /// Documents in whose text all of some runs stand close together.
  case near(NearRuns)
  /// Documents whose original text has some bytes as they are.
  case original(OriginalRun)
  /// Documents whose value in a column, counted as in the schema, is in one of the ranges.
  case values(column: Int, [ClosedRange<UInt64>])
  /// Documents with some numbers: ranges in ascending order that do not touch.
  case documents([Range<DocumentID>])
  /// Documents that match every one; all of them if there is none.
  case all([Filter])
  /// Documents that match at least one; none if there is none.
  case any([Filter])
  /// Documents that match the first and not the second.
  case excluding(Filter, Filter)
}

/// A run of characters to be found in the stored texts as it stands.
public struct TextRun: Sendable, Hashable {
  /// The scalar values, one at least.
  public var scalars: [UInt32]
  /// Terms that every document with the run has.
  ///
  /// They find the candidates; the text confirms.
  public var terms: [Term]
  /// The part of the text that has to hold the run; nil for the whole text.
  public var part: TextPart?

  /// A run of characters, found by terms that every document with it has.
  public init(scalars: [UInt32], terms: [Term], part: TextPart? = nil) {
    self.scalars = scalars
    self.terms = terms
    self.part = part
  }
}

/// One of the parts into which a character divides the searched texts.
public struct TextPart: Sendable, Hashable {
  /// The character that stands between two parts and nowhere else.
  public var separator: UInt32
  /// The number of the part, from 0.
  public var number: Int
  /// Whether the part goes to the end of the text, also where the original has the separator in it.
  public var isLast: Bool

  /// - Precondition: `number` is not negative.
  public init(separator: UInt32, number: Int, isLast: Bool = false) {
    precondition(number >= 0, "part \(number)")
    self.separator = separator
    self.number = number
    self.isLast = isLast
  }
}

/// Runs of characters that have to stand close together, in any order.
public struct NearRuns: Sendable, Hashable {
  /// The different runs, one at least, of which each has to be there; parts are not looked at.
  public var runs: [TextRun]
  /// How many characters may stand between them in all.
  public var distance: Int

  /// Runs with at most `distance` characters between them.
  public init(runs: [TextRun], distance: Int) {
    self.runs = runs
    self.distance = distance
  }
}

/// Bytes to be found in the original texts.
public struct OriginalRun: Sendable, Hashable {
  /// UTF-8, one byte at least.
  public var utf8: [UInt8]
  /// Terms that every document with the bytes has.
  ///
  /// Without any, the originals of all documents are read.
  public var terms: [Term]
  /// The part of the text that has to hold the bytes, whose separator takes one byte; nil for the
  /// whole text.
  public var part: TextPart?

  /// Bytes of the original, found by terms that every document with them has.
  public init(utf8: [UInt8], terms: [Term], part: TextPart? = nil) {
    self.utf8 = utf8
    self.terms = terms
    self.part = part
  }
}
