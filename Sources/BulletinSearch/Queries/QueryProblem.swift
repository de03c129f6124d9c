/// Something in a query that was most likely meant otherwise than it was read.
///
/// It never keeps a query from being answered: what cannot be an operator is text.
public struct QueryProblem: Equatable, Sendable {
  /// What may be wrong with a query.
  public enum Kind: String, CaseIterable, Sendable, Codable {
    /// A quotation mark whose other half is missing.
    case unclosedQuotation
    /// Quotation marks have nothing between them.
    case emptyQuotation
    /// A bracket that nothing closes.
    case unclosedBracket
    /// A bracket that nothing opened.
    case unopenedBracket
    /// Brackets with nothing between them.
    case emptyGroup
    /// OR, NOT or a minus sign without what it needs beside it.
    case missingOperand
    /// The name of a field with nothing directly behind its colon.
    case missingValue
    /// The name of a field inside of another field.
    case nestedField
    /// The value of a number field that is no number and no range.
    case badNumber
    /// The value of a date field that is no date and no range, or that names a day in relation to
    /// one that is not known.
    case badDate
    /// A range of numbers or dates that ends before it begins.
    case reversedRange
    /// A ^ that no factor follows.
    case badBoost
    /// A distance of zero or of more characters than any article has.
    case badDistance
    /// More brackets within each other than are read.
    case tooDeep
    /// More characters than are read.
    case tooLong
    /// More alternatives in all than are read.
    case tooManyAlternatives
    /// More prefixes than are looked for; the others are texts.
    case tooManyPrefixes
    /// More texts whose parts are near each other than are looked for; the others are texts as they stand.
    case tooManyDistances
  }

  /// Whether a value was searched as text, which finds something quite different.
  public var isTextForValue: Bool {
    [.badNumber, .badDate, .reversedRange].contains(kind)
  }

  /// Whether something was not read as it was typed, because there may not be so much.
  public var isOverLimit: Bool {
    [.tooDeep, .tooLong, .tooManyAlternatives, .tooManyPrefixes, .tooManyDistances].contains(kind)
  }

  /// What may be wrong.
  public var kind: Kind
  /// Where it is, in characters of the query.
  public var range: Range<Int>

  /// A problem with its place.
  public init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// The first character of the place, counted from 0, and the one behind it.
extension QueryProblem: Encodable {
  private enum CodingKeys: CodingKey {
    case kind, start, end
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(range.lowerBound, forKey: .start)
    try container.encode(range.upperBound, forKey: .end)
  }
}
