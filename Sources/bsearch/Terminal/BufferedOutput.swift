/// Puts small pieces together before they are written, because a call of the system for each takes
/// longer than to make them.
struct BufferedOutput: ~Copyable {
  /// So much is written at once.
  private static let capacity = 1 << 16

  private let stream: OutputStream
  private var bytes: [UInt8] = []

  init(_ stream: OutputStream) {
    self.stream = stream
  }

  /// - Throws: ``OutputError``.
  mutating func write(_ piece: String) throws(OutputError) {
    bytes.append(contentsOf: piece.utf8)
    if bytes.count >= Self.capacity { try flush() }
  }

  /// - Throws: ``OutputError``.
  mutating func write(bytes piece: [UInt8]) throws(OutputError) {
    bytes += piece
    if bytes.count >= Self.capacity { try flush() }
  }

  /// Writes what has not been written yet; to be called at the end.
  ///
  /// - Throws: ``OutputError``.
  mutating func flush() throws(OutputError) {
    guard !bytes.isEmpty else { return }
    try stream.write(bytes: bytes[...])
    bytes.removeAll(keepingCapacity: true)
  }
}
