#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension OutputStream {
  /// Writes `text` to the file at `path`, in place of what it may hold.
  ///
  /// - Throws: ``CommandError/notWritable(path:code:)``
  static func write(_ text: String, toFileAt path: String) throws(CommandError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw CommandError.notWritable(path: path, code: errno)
    }
    defer { close(descriptor) }
    do {
      try OutputStream(descriptor: descriptor).write(text)
    } catch {
      throw CommandError.notWritable(path: path, code: error.code)
    }
  }
}

extension OutputError {
  /// The system's number of what is wrong with a file that cannot be written.
  fileprivate var code: Int32 {
    switch self {
    case .closedPipe: EPIPE
    case .system(let code): code
    }
  }
}
