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
  /// How many files, or lines of files of documents, were left out.
  public var skippedCount = 0
  /// The first hundred of them, in the order in which they were met.
  public private(set) var skipped: [SkippedFile] = []
  /// The size of the index file in bytes.
  public var indexByteCount = 0

  /// The report is kept in the index, and must stay small beside it.
  private static let maximumSkippedFiles = 100

  public init() {}

  mutating func add(_ file: SkippedFile) {
    skippedCount += 1
    if skipped.count < Self.maximumSkippedFiles { skipped.append(file) }
  }
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
