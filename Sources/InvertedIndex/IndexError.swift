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

/// What is wrong, without advice: what to do depends on who asks.
extension IndexError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAnIndex(let path): "\(path) is not an index"
    case .unsupportedFormat(let found, let supported):
      "the index has format \(found), this version reads "
        + (supported.count == 1
          ? "\(supported.lowerBound)" : "\(supported.lowerBound) to \(supported.upperBound)")
    case .truncated(let path, let found, let expected):
      "\(path) is cut short: it has \(found) bytes of \(expected)"
    case .corrupted(let section, let offset, let reason):
      "the index is damaged in its \(section) at byte \(offset): \(reason)"
    case .wrongChecksum(let section):
      "the index is damaged in its \(section): \(IndexFault.wrongChecksum)"
    case .io(_, let path, let code) where isDiskFull(code),
      .notWritable(let path, let code) where isDiskFull(code):
      "\(path) cannot be written: the disk is full"
    case .io(let call, let path, let code):
      "\(path): \(call) failed: \(systemMessage(for: code))"
    case .occupied(let path): "\(path) exists and is not an index"
    case .notWritable(let path, let code):
      "\(path) cannot be written: \(systemMessage(for: code))"
    case .locked(let path, let holder): "\(path) is being written by \(holder)"
    case .schemaDiffers(let path): "\(path) is an index of another kind"
    case .cancelled: "stopped before the commit was whole"
    case .limitExceeded(let what, let limit): "\(what) exceeds the limit of \(limit)"
    }
  }
}
