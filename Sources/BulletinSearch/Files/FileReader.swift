#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Reads a file from front to back.
@safe struct FileReader: ~Copyable {
  private static let chunkSize = 1 << 20
  /// Small enough that each chunk has the memory of the one before.
  private static let hashedChunkSize = 1 << 16

  private let descriptor: Int32
  private let calls: SourceCalls
  let path: String

  /// - Throws: ``FileError`` if the file cannot be opened.
  init(path: String, calls: SourceCalls = .system) throws(FileError) {
    self.path = path
    self.calls = calls
    // A named pipe without a writer must not make the opening wait.
    descriptor = calls.open(path, O_RDONLY | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(path: path, reason: .lastOfSystem) }
  }

  deinit {
    close(descriptor)
  }

  /// Up to `limit` further bytes; none at the end.
  mutating func read(atMost limit: Int) throws(FileError) -> [UInt8] {
    var failed = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      while count < buffer.count {
        let result =
          calls.mayMake(.read, path) ? unsafe Self.read(descriptor, buffer, from: count) : -1
        if result < 0, errno == EINTR { continue }
        failed = result < 0
        guard result > 0 else { break }
        count += result
      }
    }
    guard !failed else { throw FileError(path: path, reason: .lastOfSystem) }
    return bytes
  }

  /// The whole file.
  ///
  /// - Throws: ``FileError`` if reading fails or the file is larger than `limit` bytes.
  mutating func readAll(atMost limit: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let chunk = try read(atMost: Self.chunkSize)
      guard !chunk.isEmpty else { return bytes }
      guard bytes.count + chunk.count <= limit else {
        throw FileError(path: path, reason: .tooManyBytes(limit: limit))
      }
      // Most files are one chunk.
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    }
  }

  /// The ``ContentHash`` of the whole file.
  ///
  /// - Throws: ``FileError`` if reading fails or the file is larger than `limit` bytes.
  mutating func hash(atMost limit: Int) throws(FileError) -> UInt64 {
    var hash = ContentHash()
    var count = 0
    while true {
      let chunk = try read(atMost: Self.hashedChunkSize)
      guard !chunk.isEmpty else { return hash.value }
      count += chunk.count
      guard count <= limit else {
        throw FileError(path: path, reason: .tooManyBytes(limit: limit))
      }
      hash.update(chunk)
    }
  }

  /// The open file at its beginning, to be given to another process while this lives.
  var rewound: Int32 {
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  private static func read(
    _ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>, from offset: Int
  ) -> Int {
    guard let start = buffer.baseAddress else { return 0 }
    #if canImport(Glibc)
      return unsafe Glibc.read(descriptor, start + offset, buffer.count - offset)
    #else
      return unsafe Darwin.read(descriptor, start + offset, buffer.count - offset)
    #endif
  }
}

/// A file cannot be read.
struct FileError: Error {
  /// With the line behind a colon, if it is about one.
  var path: String
  var reason: FileProblem
}

/// The lines of a file, without their ends.
struct LineReader: ~Copyable {
  private static let chunkSize = 1 << 20

  private var file: FileReader
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  /// The longest line that is read whole; a longer one is an error.
  private let limit: Int
  /// How many lines were read.
  private(set) var count = 0
  /// How many bytes were read.
  private(set) var byteCount = 0

  init(path: String, limit: Int) throws(FileError) {
    file = try FileReader(path: path)
    self.limit = limit
  }

  /// The next line; nil after the last.
  mutating func next() throws(FileError) -> ArraySlice<UInt8>? {
    var searched = position
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { position = end + 1 }
        return take(upTo: end)
      }
      searched = buffer.count
      if isAtEnd {
        guard position < buffer.count else { return nil }
        defer { position = buffer.count }
        return take(upTo: buffer.count)
      }
      guard buffer.count - position < limit else {
        throw FileError(
          path: "\(file.path):\(count + 1)", reason: .tooLongLine(limit: limit))
      }
      buffer.removeFirst(position)
      searched -= position
      position = 0
      let chunk = try file.read(atMost: Self.chunkSize)
      isAtEnd = chunk.isEmpty
      byteCount += chunk.count
      buffer += chunk
    }
  }

  /// The next line; nil after the last or if reading fails, which sets `failure`.
  mutating func next(orFailure failure: inout FileError?) -> ArraySlice<UInt8>? {
    do {
      return try next()
    } catch {
      failure = error
      return nil
    }
  }

  private mutating func take(upTo end: Int) -> ArraySlice<UInt8> {
    count += 1
    let line = buffer[position..<end]
    return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }
}
