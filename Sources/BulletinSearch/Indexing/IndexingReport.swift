/// What indexing did.
public struct IndexingReport: Sendable, Equatable, Codable {
  public var issues = 0
  public var articles = 0
  /// The characters of the articles' searched text.
  public var characters = 0
  /// How many files were read in each encoding.
  public var encodings: [String: Int] = [:]
  /// Paragraphs that were put together again over a page break.
  public var joins = 0
  /// Articles without a byline.
  public var unsigned = 0
  /// Titles of contents pages, and how many of them were found in the bodies.
  public var contents = 0
  public var contentsMatched = 0
  /// Files that were left out, in the order in which they were met.
  public var skipped: [SkippedFile] = []
  /// The size of the index file in bytes.
  public var indexByteCount = 0

  public init() {}
}

/// A file that could not be indexed, and why.
public struct SkippedFile: Sendable, Equatable, Codable {
  public var path: String
  /// What is wrong, in a few words, for people.
  public var reason: String

  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}
