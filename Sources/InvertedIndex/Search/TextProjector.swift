/// Shows the searched texts of documents through a few characters, each of which has a number.
///
/// What a ranking wants to know of a text, as how near two words stand, is then read off these alone. One is made for
/// each query.
public struct TextProjector {
  /// The most characters that can be told apart.
  public static let maximumCharacterCount = Int(UInt8.max)

  private let reader: IndexReader
  private let scalars: [UInt32]
  /// The numbers by rank, for each segment that was met.
  private var tables: [Int: RankNumbers] = [:]

  /// - Parameters:
  ///   - reader: The index.
  ///   - scalars: The characters, each once, of which the first gets number 1.
  /// - Precondition: There are at most ``maximumCharacterCount`` characters.
  public init(_ reader: IndexReader, scalars: [UInt32]) {
    precondition(scalars.count <= Self.maximumCharacterCount, "\(scalars.count) characters")
    self.reader = reader
    self.scalars = scalars
  }

  /// Replaces `characters` with those of `document` that are told apart, in order.
  ///
  /// - Parameters:
  ///   - document: Whose text is looked at.
  ///   - limit: How many of its characters are looked at, from the first on.
  ///   - characters: What is replaced; its room is used again.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged.
  /// - Complexity: O(*n*) in the number of characters.
  public mutating func project(
    _ document: DocumentID, limit: Int, into characters: inout [ProjectedCharacter]
  ) throws(IndexError) {
    let (text, table) = try text(of: document)
    try text.project(through: table, limit: limit, into: &characters)
  }

  /// Replaces `numbers` with those of the characters of `document` that are told apart, in order, and a 0 for each
  /// stretch of others.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged.
  /// - Complexity: O(*n*) in the number of characters.
  public mutating func project(
    _ document: DocumentID, into numbers: inout [UInt8]
  ) throws(IndexError) {
    let (text, table) = try text(of: document)
    try text.project(through: table, into: &numbers)
  }

  private mutating func text(of document: DocumentID) throws(IndexError) -> (CodedText, RankNumbers)
  {
    let (number, local) = try reader.locate(document)
    let texts = reader.segments[number].texts
    return (try texts.searched(of: local), try table(ofSegment: number, texts.alphabet))
  }

  private mutating func table(ofSegment number: Int, _ alphabet: Alphabet) throws(IndexError)
    -> RankNumbers
  {
    if let table = tables[number] { return table }
    let table = try RankNumbers(scalars, in: alphabet)
    tables[number] = table
    return table
  }
}
