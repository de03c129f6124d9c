/// Shows the searched texts of documents through a few characters: each of these is a number, all
/// others are 0.
///
/// What a ranking wants to know of a text, as how near two words stand, is then read off small
/// arrays of bytes. One is made for each query.
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

  /// The numbers of the characters of `document`, of at most the first `limit`.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged.
  /// - Complexity: O(*n*) in the number of characters.
  public mutating func numbers(of document: DocumentID, limit: Int) throws(IndexError) -> [UInt8] {
    let (number, local) = try reader.locate(document)
    let texts = reader.segments[number].texts
    let table = try table(ofSegment: number, texts.alphabet)
    return try texts.searched(of: local).numbers(from: table, limit: limit)
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
