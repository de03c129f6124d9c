/// How a file is read.
struct FileReading: Hashable, Codable, Sendable {
  var format: IndexingOptions.Format
  /// The name of the encoding that was asked for; nil if it is found out.
  var encoding: String?
}

extension IndexingOptions.Format: Codable {
  /// The endings of the names that count when a folder is walked.
  private var extensions: Set<String> {
    switch self {
    case .bulletin: Self.textEndings.union(Self.documentEndings)
    case .jsonl: ["jsonl", "ndjson"]
    case .document: Self.documentEndings
    }
  }

  private static let textEndings: Set<String> = ["md", "markdown", "txt", "html", "htm"]
  /// What is read by a process of its own.
  private static let documentEndings: Set<String> = [
    "pdf", "docx", "ofd", "doc", "wps", "rtf", "odt", "epub", "eml", "mht", "mhtml",
  ]

  /// Whether a file in a folder counts by its name.
  ///
  /// A file that is named itself always does.
  func isWanted(_ name: String) -> Bool {
    Self.ending(of: name).map(extensions.contains) ?? false
  }

  /// The ending of a name in lower case; nil if it has none.
  static func ending(of name: String) -> String? {
    name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
  }

  /// Whether a file of issues is a document by its name.
  static func isDocument(_ name: String) -> Bool {
    ending(of: name).map(documentEndings.contains) ?? false
  }
}

extension FileReading {
  /// How a file is read of those that are to be read like this: issues may be documents, which need no encoding.
  func resolved(for name: String) -> FileReading {
    let isDocument =
      format == .document || format == .bulletin && IndexingOptions.Format.isDocument(name)
    return isDocument ? FileReading(format: .document, encoding: nil) : self
  }
}

/// By what a file is known to be as it was.
struct FileStamp: Equatable, Sendable {
  /// A change so soon after another may leave the time of modification as it is.
  private static let settledAge: Int64 = 2_000_000_000

  var byteCount: Int
  /// In nanoseconds since 1970; 0 if the file may have changed without a change of this.
  var modificationTime: Int64
  var contentHash: UInt64

  init(byteCount: Int, modificationTime: Int64, contentHash: UInt64) {
    self.byteCount = byteCount
    self.modificationTime = modificationTime
    self.contentHash = contentHash
  }

  /// - Parameters:
  ///   - file: The file as it was before it was read.
  ///   - contentHash: The ``ContentHash`` of what was read.
  ///   - now: The time at which it was read, in nanoseconds since 1970.
  init(_ file: FileFinder.FoundFile, contentHash: UInt64, now: Int64) {
    // A time that is too far away is not known to the nanosecond.
    let isSettled =
      file.modificationTime < now.subtractingClamped(Self.settledAge)
      && file.modificationTime > .min
    self.init(
      byteCount: file.byteCount, modificationTime: isSettled ? file.modificationTime : 0,
      contentHash: contentHash)
  }

  /// Whether a file needs not be read to be known as unchanged.
  func matches(_ file: FileFinder.FoundFile) -> Bool {
    modificationTime != 0 && modificationTime == file.modificationTime
      && byteCount == file.byteCount
  }
}
