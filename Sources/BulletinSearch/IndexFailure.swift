public import InvertedIndex

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
  /// The index has a format that this version cannot read.
  case otherFormat(found: Int)
  /// The file has fewer bytes than it says.
  case truncated(path: String, found: Int, expected: Int)
  /// The byte at `offset` of a part of the file is not what it should be; `reason` says in English what a
  /// programmer may want to know of it.
  case damaged(section: String, offset: Int, kind: IndexCheck.Fault.Kind, reason: String)
  /// There is no room left to write the file.
  case diskFull(path: String)
  /// A call of the system failed; `reason` has the system's words.
  case system(path: String, call: String, reason: String)
  /// The file cannot be made; `reason` has the system's words.
  case notWritable(path: String, reason: String)
  /// What has the name of the index is something else.
  case occupied(path: String)
  /// Another process is writing the index.
  case locked(path: String, holder: String)
  /// Something is larger than an index or a query can have it.
  case limitExceeded(what: IndexLimit, limit: Int)

  /// What an error says of an index; nil if it is about something else.
  public init?(_ error: any Error) {
    switch error {
    case BulletinIndexError.otherContent(let path): self = .otherContent(path: path)
    case BulletinIndexError.otherVersion(let path): self = .otherVersion(path: path)
    case let error as IndexError: self.init(error)
    default: return nil
    }
  }

  private init(_ error: IndexError) {
    self =
      switch error {
      case .notAnIndex(let path): .notAnIndex(path: path)
      case .schemaDiffers(let path): .otherContent(path: path)
      case .unsupportedFormat(let found, _): .otherFormat(found: Int(found))
      case .truncated(let path, let found, let expected):
        .truncated(path: path, found: found, expected: expected)
      case .corrupted(let section, let offset, let reason):
        .damaged(section: section, offset: offset, kind: .unreadable, reason: reason)
      case .wrongChecksum(let section):
        .damaged(section: section, offset: 0, kind: .checksum, reason: error.description)
      case .io(_, let path, let code) where isDiskFull(code): .diskFull(path: path)
      case .io(let call, let path, let code):
        .system(path: path, call: call, reason: systemMessage(for: code))
      case .notWritable(let path, let code) where isDiskFull(code): .diskFull(path: path)
      case .notWritable(let path, let code):
        .notWritable(path: path, reason: systemMessage(for: code))
      case .occupied(let path): .occupied(path: path)
      case .locked(let path, let holder): .locked(path: path, holder: holder)
      case .limitExceeded(let what, let limit): .limitExceeded(what: what, limit: limit)
      }
  }
}
