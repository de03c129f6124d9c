#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension OutputStream {
  /// Writes `text` to the file at `path`, in place of what it may hold.
  ///
  /// - Throws: ``CommandError/notWritable(path:reason:)``
  static func write(_ text: String, toFileAt path: String) throws(CommandError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw CommandError.notWritable(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    do {
      try OutputStream(descriptor: descriptor).write(text)
    } catch {
      throw CommandError.notWritable(path: path, reason: error.reason)
    }
  }
}

extension OutputError {
  /// What to say of a file that cannot be written.
  fileprivate var reason: String {
    switch self {
    case .closedPipe: "closed"
    case .system(_, let reason): reason
    }
  }
}
