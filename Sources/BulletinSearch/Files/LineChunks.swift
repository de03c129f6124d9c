/// Cuts a file into pieces of whole lines.
struct LineChunks: ~Copyable {
  /// Some lines, with their ends.
  struct Chunk: Sendable {
    var bytes: [UInt8]
    /// The number of the first line, from 1.
    var firstLine: Int
  }

  private static let readSize = 1 << 20

  private var file: FileReader
  private var buffer: [UInt8] = []
  private var isAtEnd = false
  private var nextLine = 1
  /// The longest line that is read; a longer one is an error.
  private let lineLimit: Int
  /// Why the file was not read to its end.
  private(set) var failure: FileError?

  /// - Throws: ``FileError`` if the file cannot be opened.
  init(path: String, lineLimit: Int) throws(FileError) {
    file = try FileReader(path: path)
    self.lineLimit = lineLimit
  }

  /// As many lines as fit `byteCount` bytes, one at least; nil at the end, and where reading fails.
  ///
  /// Where pieces end depends on nothing but the bytes of the file and what is asked for.
  mutating func next(byteCount: Int) -> Chunk? {
    // One more, to know whether the file ends there.
    fill(byteCount + 1)
    guard let count = endOfLines(within: byteCount), count > 0 else { return nil }
    let chunk = Chunk(bytes: Array(buffer[..<count]), firstLine: nextLine)
    buffer.removeFirst(count)
    nextLine += chunk.bytes.count { $0 == UInt8(ascii: "\n") }
    return chunk
  }

  /// Whether everything was given that can be.
  mutating func isFinished() -> Bool {
    fill(1)
    return buffer.isEmpty || failure != nil && !buffer.contains(UInt8(ascii: "\n"))
  }

  private mutating func endOfLines(within byteCount: Int) -> Int? {
    if isAtEnd, failure == nil, buffer.count <= byteCount { return buffer.count }
    let head = buffer.prefix(byteCount)
    if let end = head.lastIndex(of: UInt8(ascii: "\n")) { return end + 1 }
    var searched = head.count
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) { return end + 1 }
      searched = buffer.count
      guard !isAtEnd else { return failure == nil ? buffer.count : nil }
      guard buffer.count < lineLimit else {
        let reason = "line \(nextLine) is longer than \(lineLimit) bytes"
        fail(FileError(path: file.path, reason: reason))
        return nil
      }
      fill(buffer.count + Self.readSize)
    }
  }

  /// Reads until there are `count` bytes or the file ends.
  private mutating func fill(_ count: Int) {
    while buffer.count < count, !isAtEnd {
      do {
        let chunk = try file.read(atMost: Self.readSize)
        isAtEnd = chunk.isEmpty
        buffer += chunk
      } catch {
        fail(error)
      }
    }
  }

  private mutating func fail(_ error: FileError) {
    failure = error
    isAtEnd = true
  }
}
