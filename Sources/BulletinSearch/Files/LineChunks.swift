/// Cuts a file into pieces of whole lines.
struct LineChunks: ~Copyable {
  /// Some lines, with their ends.
  struct Chunk: Sendable {
    var bytes: [UInt8]
    /// The number of the first line, from 1.
    var firstLine: Int
  }

  private static let readSize = 1 << 20
  /// How many times the limit a line may have that is read to its end to find the next one.
  static let mostLimits = 4

  private var file: FileReader
  private var buffer: [UInt8] = []
  private var isAtEnd = false
  private var nextLine = 1
  /// The longest line that is read; a longer one is left out.
  private let lineLimit: Int
  /// The path as the system takes it.
  private let path: String
  private var hash = ContentHash()
  /// The numbers of lines that were left out since they were taken last.
  private var longLines: [Int] = []
  /// Why the file was not read to its end.
  private(set) var failure: FileError?

  /// - Throws: ``FileError`` if the file cannot be opened.
  init(path: String, lineLimit: Int, calls: SourceCalls = .system) throws(FileError) {
    file = try FileReader(path: path, calls: calls)
    self.lineLimit = lineLimit
    self.path = path
  }

  /// The hash of what was read so far.
  var contentHash: UInt64 { hash.value }

  /// As many lines as fit `byteCount` bytes, one at least; nil at the end, and where reading fails.
  ///
  /// Where pieces end depends on nothing but the bytes of the file and what is asked for.
  mutating func next(byteCount: Int) -> Chunk? {
    while true {
      // One more, to know whether the file ends there.
      fill(byteCount + 1)
      switch endOfLines(within: byteCount) {
      case .end(let count):
        guard count > 0 else { return nil }
        let chunk = Chunk(bytes: Array(buffer[..<count]), firstLine: nextLine)
        buffer.removeFirst(count)
        nextLine += chunk.bytes.lineEndCount
        return chunk
      case .tooLong: leaveOutLine()
      case .unreadable: return nil
      }
    }
  }

  /// The numbers of lines that were left out since this was called last, because they are too long.
  mutating func takeLongLines() -> [Int] {
    defer { longLines.removeAll() }
    return longLines
  }

  /// Whether everything was given that can be.
  mutating func isFinished() -> Bool {
    fill(1)
    return buffer.isEmpty || failure != nil && !buffer.contains(UInt8(ascii: "\n"))
  }

  private enum LineEnd {
    /// How many bytes the lines have.
    case end(Int)
    /// The first line is longer than is read.
    case tooLong
    case unreadable
  }

  private mutating func endOfLines(within byteCount: Int) -> LineEnd {
    if isAtEnd, failure == nil, buffer.count <= byteCount { return .end(buffer.count) }
    let head = buffer.prefix(byteCount)
    if let end = head.lastIndex(of: UInt8(ascii: "\n")) { return .end(end + 1) }
    var searched = head.count
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        return end <= lineLimit ? .end(end + 1) : .tooLong
      }
      searched = buffer.count
      guard searched <= lineLimit else { return .tooLong }
      guard !isAtEnd else { return failure == nil ? .end(searched) : .unreadable }
      fill(buffer.count + Self.readSize)
    }
  }

  /// Moves behind the line that is being read, unless it is so long that the file is no file of lines.
  private mutating func leaveOutLine() {
    longLines.append(nextLine)
    nextLine += 1
    var length = 0
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        buffer.removeFirst(end + 1)
        return
      }
      length += buffer.count
      buffer.removeAll()
      guard !isAtEnd else { return }
      guard length / Self.mostLimits < lineLimit else {
        return fail(
          FileError(path: path, reason: .endlessLine(limit: lineLimit * Self.mostLimits)))
      }
      fill(Self.readSize)
    }
  }

  /// Reads until there are `count` bytes or the file ends.
  private mutating func fill(_ count: Int) {
    while buffer.count < count, !isAtEnd {
      do {
        let chunk = try file.read(atMost: Self.readSize)
        isAtEnd = chunk.isEmpty
        hash.update(chunk)
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
