/// Puts small pieces of text together before they are written, because a call of the system for each takes
/// longer than to make them.
struct BufferedOutput: ~Copyable {
  /// So much is written at once.
  private static let capacity = 1 << 16

  private let stream: OutputStream
  private var text = ""

  init(_ stream: OutputStream) {
    self.stream = stream
  }

  /// - Throws: ``OutputError``.
  mutating func write(_ piece: String) throws(OutputError) {
    text += piece
    if text.utf8.count >= Self.capacity { try flush() }
  }

  /// Writes what has not been written yet; to be called at the end.
  ///
  /// - Throws: ``OutputError``.
  mutating func flush() throws(OutputError) {
    guard !text.isEmpty else { return }
    try stream.write(text)
    text.removeAll(keepingCapacity: true)
  }
}
