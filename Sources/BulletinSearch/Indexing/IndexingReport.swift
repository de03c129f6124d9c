/// What an index holds, and what an update did.
public struct IndexingReport: Sendable, Equatable, Encodable {
  /// How many files were read as issues.
  public var issues = 0
  /// How many articles they have.
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
  /// How many titles of contents pages were found in the bodies.
  public var contentsMatched = 0
  /// How many files, or lines of files of documents, were left out.
  public var skippedCount = 0
  /// The first hundred of them, in the order of their paths.
  public private(set) var skipped: [SkippedFile] = []
  /// How many characters could not be decoded.
  public var undecodedCount = 0
  /// The first hundred files with some, in the order of their paths.
  public private(set) var undecoded: [UndecodedFile] = []
  /// The size of the index file in bytes.
  public var indexByteCount = 0
  /// What the update did; empty in the report of an index that is only looked at.
  public var changes = FileChanges()

  /// How many files below what was looked at were not read because of what their names end in, by these
  /// endings, which are without a dot and in lower case; hidden files and pictures are not among them.
  public var leftOut: [String: Int] = [:]

  /// What could not be looked at or read this time, or is away; what the index had of it stays.
  ///
  /// It is no state of an index, and so in no report of one that is only looked at.
  public internal(set) var unread: [SkippedFile] = []

  static let maximumSkippedFiles = 100

  /// What is encoded: all but the changes and what was left out, which are no state of an index.
  private enum CodingKeys: CodingKey {
    case issues, articles, characters, encodings, joins, unsigned, contents, contentsMatched
    case skippedCount, skipped, undecodedCount, undecoded, indexByteCount
  }

  /// Nothing yet.
  public init() {}

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - file: What is known of it.
  ///   - path: Its path as it is shown, which is only made if it is.
  mutating func add(_ file: FileRecord, path: @autoclosure () -> String) {
    skippedCount += file.omissionCount
    for omission in file.omissions where skipped.count < Self.maximumSkippedFiles {
      skipped.append(omission.skippedFile(path()))
    }
    undecodedCount += file.undecodedCount
    if file.undecodedCount > 0, undecoded.count < Self.maximumSkippedFiles {
      undecoded.append(UndecodedFile(path: path(), count: file.undecodedCount))
    }
    guard let issue = file.issue else { return }
    if file.firstOrdinal == 0 {
      issues += 1
      encodings[issue.encoding, default: 0] += 1
    }
    articles += issue.articleCount
    // What was never written may be of any size.
    characters &+= issue.characterCount
    joins += issue.joinCount
    unsigned += issue.unsignedCount
    contents += issue.contentsCount
    contentsMatched += issue.contentsMatchedCount
  }
}

/// A file of which some characters could not be decoded.
public struct UndecodedFile: Sendable, Equatable, Codable {
  /// The file.
  public var path: String
  /// How many; U+FFFD stands for each.
  public var count: Int
}

extension FileRecord.Omission {
  /// What is told of it if its file has `path`.
  func skippedFile(_ path: String) -> SkippedFile {
    SkippedFile(path: line == 0 ? path : "\(path):\(line)", reason: reason)
  }
}
