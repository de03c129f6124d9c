internal import AnswerRecords

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// One of the two ways out of the process.
struct OutputStream: Sendable {
  /// Where results go.
  static let results = OutputStream(descriptor: STDOUT_FILENO)
  /// Where everything else goes that a person may want to read.
  static let messages = OutputStream(descriptor: STDERR_FILENO)

  let descriptor: Int32

  var isTerminal: Bool {
    isatty(descriptor) == 1
  }

  /// How many columns the terminal has; nil if it does not say.
  private var columns: Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// How long a line may be: as the terminal says, or the variable `COLUMNS`; nil if the stream does
  /// not go to a terminal.
  var lineWidth: Int? {
    guard isTerminal else { return nil }
    let columns = Environment.value("COLUMNS").flatMap(Int.init) ?? columns
    return columns.map { max($0, Self.minimumLineWidth) }
  }

  /// On a narrower terminal nothing reads well; it may break the lines itself.
  private static let minimumLineWidth = 20

  /// Writes all of `text`.
  ///
  /// The system call is used because `print` says nothing when a disk is full or a pipe is closed.
  ///
  /// - Throws: ``OutputError``.
  func write(_ text: String) throws(OutputError) {
    try write(bytes: ArraySlice(text.utf8))
  }

  /// Writes all of `bytes`, which need not be text.
  ///
  /// - Throws: ``OutputError``.
  func write(bytes: ArraySlice<UInt8>) throws(OutputError) {
    var remaining = bytes
    while !remaining.isEmpty {
      switch writeOnce(remaining) {
      case .success(let count): remaining = remaining.dropFirst(count)
      case .failure(.system(EINTR)): continue
      case .failure(let error): throw error
      }
    }
  }

  /// Writes a message in one line, with the name of the command in front.
  ///
  /// If it cannot be written, there is nowhere to say so, and the exit status has to do.
  func tell(_ message: String) {
    try? write("bsearch: \(message.singleLine)\n")
  }

  private func writeOnce(_ bytes: ArraySlice<UInt8>) -> Result<Int, OutputError> {
    bytes.withUnsafeBytes { bytes in
      // `write` is also the name of the method above.
      #if canImport(Glibc)
        let count = Glibc.write(descriptor, bytes.baseAddress, bytes.count)
      #else
        let count = Darwin.write(descriptor, bytes.baseAddress, bytes.count)
      #endif
      guard count < 0 else { return .success(count) }
      let code = errno
      if code == EPIPE { return .failure(.closedPipe) }
      return .failure(.system(code))
    }
  }
}
