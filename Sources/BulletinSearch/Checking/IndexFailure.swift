internal import InvertedIndex
internal import TextAnalysis

/// Why an index cannot be read or written, for those who put it into words of their own.
///
/// What the functions of this library throw says the same in English.
public enum IndexFailure: Equatable, Sendable {
  /// The file is there but is no index.
  case notAnIndex(path: String)
  /// The file is an index of something else than bulletins.
  case otherContent(path: String)
  /// The index was made by another version, whose rows this one does not read.
  case otherVersion(path: String)
  /// The index was made by a newer version, whose rows this one does not know.
  case newerVersion(path: String)
  /// The index has a format of before, which this version does not read any more.
  case otherFormat(found: Int)
  /// The index has a format that this version does not know.
  case newerFormat(found: Int)
  /// The file has fewer bytes than it says.
  case truncated(path: String, found: Int, expected: Int)
  /// The byte at `offset` of a part of the file is not what it should be; `reason` says in English what a
  /// programmer may want to know of it.
  case damaged(section: String, offset: Int, kind: IndexCheck.Fault.Kind, reason: String)
  /// There is no room left to write the file.
  case diskFull(path: String)
  /// A call of the system failed; `code` is the system's number of the failure.
  case system(path: String, call: String, code: Int32)
  /// The file cannot be made; `code` is the system's number of the failure.
  case notWritable(path: String, code: Int32)
  /// What has the name of the index is something else.
  case occupied(path: String)
  /// Another process is writing the index.
  case locked(path: String, holder: String)
  /// Something is larger than an index or a query can have it.
  case limitExceeded(what: Limit, limit: Int)

  /// ICU cannot cut texts into words; `code` is its number of the failure.
  case segmentation(code: Int)

  /// What an index or a query can have only so much of.
  public enum Limit: Sendable {
    /// The bytes of an index file.
    case bytes
    case documents
    case documentsOfSegment
    case segments
    case properties
    case termsOfQuery
    /// The bytes of the dictionary of a segment.
    case dictionaryBytes

    fileprivate init(_ limit: IndexLimit) {
      self =
        switch limit {
        case .bytes: .bytes
        case .documents: .documents
        case .documentsOfSegment: .documentsOfSegment
        case .segments: .segments
        case .properties: .properties
        case .termsOfQuery: .termsOfQuery
        case .dictionaryBytes: .dictionaryBytes
        }
    }
  }

  /// What an error says of an index; nil if it is about something else.
  public init?(_ error: any Error) {
    switch error {
    case BulletinIndexError.otherContent(let path): self = .otherContent(path: path)
    case BulletinIndexError.otherVersion(let path): self = .otherVersion(path: path)
    case BulletinIndexError.newerVersion(let path): self = .newerVersion(path: path)
    case let error as IndexError:
      guard let failure = Self.failure(error) else { return nil }
      self = failure
    case AnalysisError.wordIteratorUnavailable(let code),
      AnalysisError.segmentationFailed(let code):
      self = .segmentation(code: code)
    default: return nil
    }
  }

  private static func failure(_ error: IndexError) -> IndexFailure? {
    switch error {
    // Whoever stopped it knows.
    case .cancelled: nil
    case .notAnIndex(let path): .notAnIndex(path: path)
    case .schemaDiffers(let path): .otherContent(path: path)
    case .unsupportedFormat(let found, let supported):
      found > 0 && found < supported.lowerBound
        ? .otherFormat(found: Int(found)) : .newerFormat(found: Int(found))
    case .truncated(let path, let found, let expected):
      .truncated(path: path, found: found, expected: expected)
    case .corrupted(let section, let offset, let reason):
      .damaged(section: section, offset: offset, kind: .unreadable, reason: reason)
    case .wrongChecksum(let section):
      .damaged(section: section, offset: 0, kind: .checksum, reason: error.description)
    case .io(_, let path, let code) where isDiskFull(code): .diskFull(path: path)
    case .io(let call, let path, let code):
      .system(path: path, call: call, code: code)
    case .notWritable(let path, let code) where isDiskFull(code): .diskFull(path: path)
    case .notWritable(let path, let code):
      .notWritable(path: path, code: code)
    case .occupied(let path): .occupied(path: path)
    case .locked(let path, let holder): .locked(path: path, holder: holder)
    case .limitExceeded(let what, let limit): .limitExceeded(what: Limit(what), limit: limit)
    }
  }
}
