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
  /// A documented limit of the format would be exceeded.
  case limitExceeded(what: String, limit: Int)
}

extension IndexError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAnIndex(let path):
      "\(path) is not an index; name an index file or make one with `bsearch index PATH`"
    case .unsupportedFormat(let found, let supported):
      "the index has format \(found), this version reads "
        + (supported.count == 1
          ? "\(supported.lowerBound)" : "\(supported.lowerBound) to \(supported.upperBound)")
        + "; rebuild it with `bsearch index`"
    case .truncated(let path, let found, let expected):
      "\(path) is cut short: it has \(found) bytes of \(expected); "
        + "restore it from a copy or repair it with `bsearch check --repair`"
    case .corrupted(let section, let offset, let reason):
      "the index is damaged in its \(section) at byte \(offset): \(reason); "
        + "repair it with `bsearch check --repair`"
    case .io(_, let path, let code) where isDiskFull(code):
      "\(path) cannot be written: the disk is full; free space or name another file with --index"
    case .io(let call, let path, let code):
      "\(path): \(call) failed: \(systemMessage(for: code))"
    case .occupied(let path):
      "\(path) is there and is no index; it is left as it is; name another file with --index"
    case .notWritable(let path, let code) where isDiskFull(code):
      "\(path) cannot be written: the disk is full; free space or name another file with --index"
    case .notWritable(let path, let code):
      "\(path) cannot be written: \(systemMessage(for: code)); name another file with --index"
    case .locked(let path, let holder):
      "\(path) is being written by \(holder); wait for it to end"
    case .schemaDiffers(let path):
      "\(path) is an index of another kind; name another file with --index"
    case .limitExceeded(let what, let limit):
      "\(what) exceeds the limit of \(limit); index the files in parts, or shorten the query"
    }
  }
}
