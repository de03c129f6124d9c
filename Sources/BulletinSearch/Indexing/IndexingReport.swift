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
  /// How many documents (PDF, DOCX and the like) were read.
  public var documents = 0
  /// How many pages these say to have.
  public var pages = 0
  /// How many documents were read in which something is not as it should be.
  public var remarkedCount = 0
  /// The first hundred of them, in the order of their paths.
  public private(set) var remarked: [RemarkedDocument] = []
  /// How many files have an issue that a better file of another kind in the same folder has, and are left out.
  public var twinCount = 0
  /// The first thousand of them, in the order of their paths.
  public private(set) var twins: [IssueTwin] = []
  /// The size of the index file in bytes.
  public var indexByteCount = 0
  /// What the update did; empty in the report of an index that is only looked at.
  public var changes = FileChanges()
  /// Whether the index was written; false if nothing had to be changed, so that its file is as it was.
  public var isWritten = false

  /// How many files below what was looked at were not read because of what their names end in, by these
  /// endings, which are without a dot and in lower case; hidden files and pictures are not among them.
  public var leftOut: [String: Int] = [:]

  /// What could not be looked at or read this time, or is away; what the index had of it stays.
  ///
  /// It is no state of an index, and so in no report of one that is only looked at.
  public internal(set) var unread: [SkippedFile] = []

  static let maximumSkippedFiles = 100
  private static let maximumTwins = 1_000

  /// What is encoded: all but the changes and what was left out, which are no state of an index.
  private enum CodingKeys: CodingKey {
    case issues, articles, characters, encodings, joins, unsigned, contents, contentsMatched
    case skippedCount, skipped, undecodedCount, undecoded, documents, pages, remarkedCount, remarked
    case twinCount, twins, indexByteCount
  }

  /// Nothing yet.
  public init() {}

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - file: What is known of it, or of an issue or a part of it.
  ///   - isOfSameFile: Whether what was added before is of the same file.
  ///   - shown: Makes of a path in it what is shown, which only some are.
  mutating func add(_ file: FileRecord, isOfSameFile: Bool, shown: (String) -> String) {
    func path() -> String { shown(file.path) }
    if let twin = file.twin {
      twinCount += 1
      if twins.count < Self.maximumTwins {
        twins.append(IssueTwin(path: path(), other: shown(twin)))
      }
    }
    skippedCount += file.omissionCount
    for omission in file.omissions where skipped.count < Self.maximumSkippedFiles {
      skipped.append(omission.skippedFile(path()))
    }
    undecodedCount += file.undecodedCount
    if file.undecodedCount > 0, undecoded.count < Self.maximumSkippedFiles {
      undecoded.append(UndecodedFile(path: path(), count: file.undecodedCount))
    }
    guard let issue = file.issue else { return }
    if !file.reader.isEmpty, !isOfSameFile { documents += 1 }
    pages += file.pageCount
    if !file.remarks.isEmpty {
      remarkedCount += 1
      if remarked.count < Self.maximumSkippedFiles {
        remarked.append(RemarkedDocument(path: path(), remarks: file.remarks))
      }
    }
    if !file.isFurtherPart { issues += 1 }
    if !isOfSameFile { encodings[issue.encoding, default: 0] += 1 }
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

/// A file that has an issue of which the articles are taken from a better file.
public struct IssueTwin: Sendable, Equatable, Codable {
  /// The file that is left out.
  public var path: String
  /// The better file.
  public var other: String

  /// Says that `path` is left out for `other`.
  public init(path: String, other: String) {
    self.path = path
    self.other = other
  }
}

/// A document that was read, and what is not as it should be in it.
public struct RemarkedDocument: Sendable, Equatable, Codable {
  /// The document.
  public var path: String
  /// All that is to be said of it.
  public var remarks: [DocumentRemark]
}

extension FileRecord.Omission {
  /// What is told of it if its file has `path`.
  func skippedFile(_ path: String) -> SkippedFile {
    SkippedFile(path: line == 0 ? path : "\(path):\(line)", reason: reason)
  }
}
