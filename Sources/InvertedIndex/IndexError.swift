/// What can go wrong when an index is written or read.
///
/// A case is an event, its payload says what and where; ``description`` has the words.
public enum IndexError: Error, Equatable {
  /// The file is there but is no index.
  case notAnIndex(path: String)
  /// The file is an index in a format that this version cannot read.
  case unsupportedFormat(found: UInt32, supported: ClosedRange<UInt32>)
  /// The file is shorter than its last commit says.
  case truncated(path: String, found: Int, expected: Int)
  /// A part of the file contradicts itself. `offset` counts bytes from the start of the section.
  case corrupted(section: String, offset: Int, reason: String)
  /// The bytes of a part of the file are not those that were written.
  case wrongChecksum(section: String)
  /// A call of the operating system failed.
  case io(call: String, path: String, errno: Int32)
  /// What has the name of the index to be written is something else.
  case occupied(path: String)
  /// The file of the index cannot be made.
  case notWritable(path: String, errno: Int32)
  /// Another writer has the index; `holder` names its process, in printable ASCII.
  case locked(path: String, holder: String)
  /// The index has other columns or tables than what is to be added.
  case schemaDiffers(path: String)
  /// It was asked for to stop before the commit was whole.
  case cancelled
  /// A documented limit of the format would be exceeded.
  case limitExceeded(what: IndexLimit, limit: Int)
}

extension IndexError {
  /// Whether a format is one of those before the oldest that is read; any other may be of a newer version.
  public static func isOlder(_ format: UInt32, than supported: ClosedRange<UInt32>) -> Bool {
    format > 0 && format < supported.lowerBound
  }

  /// What is said of a part whose checksum is not that of its bytes.
  static let checksumReason = "the checksum differs"
}
