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
      "the index is damaged in its \(section): \(Self.checksumReason)"
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
