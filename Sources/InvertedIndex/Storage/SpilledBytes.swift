/// Bytes that were put away until an index is written: in memory while there is room, else in a
/// ``ScratchFile``.
enum SpilledBytes {
  case memory([UInt8])
  case file(ScratchFile, Range<Int>)

  var count: Int {
    switch self {
    case .memory(let bytes): bytes.count
    case .file(_, let range): range.count
    }
  }
}

/// Puts bytes away.
struct SpillStore: ~Copyable {
  private let path: String
  private let memoryLimit: Int
  private let calls: any FileCalls
  private var memoryCount = 0
  private var file: ScratchFile?

  /// - Parameters:
  ///   - path: The index beside which the file is made, if there is one.
  ///   - memoryLimit: How many bytes may stay in memory.
  ///   - calls: What changes files.
  init(beside path: String, memoryLimit: Int, calls: any FileCalls = SystemCalls()) {
    self.path = path
    self.memoryLimit = memoryLimit
    self.calls = calls
  }

  /// - Throws: ``IndexError/io(call:path:errno:)`` if the file cannot be made or written.
  mutating func store(_ bytes: [UInt8]) throws(IndexError) -> SpilledBytes {
    if bytes.count <= memoryLimit - memoryCount {
      memoryCount += bytes.count
      return .memory(bytes)
    }
    let file = try scratchFile()
    return .file(file, try file.append(bytes))
  }

  private mutating func scratchFile() throws(IndexError) -> ScratchFile {
    if let file { return file }
    let file = try ScratchFile(beside: path, calls: calls)
    self.file = file
    return file
  }
}

/// Reads bytes that were put away from front to back.
struct SpilledReader {
  /// What can be read without asking the file, from ``position`` on.
  private(set) var window: [UInt8]
  private(set) var position = 0
  /// What is still in the file.
  private var rest: Range<Int>
  private let file: ScratchFile?
  private let bufferSize: Int

  init(_ bytes: SpilledBytes, bufferSize: Int) {
    self.bufferSize = bufferSize
    switch bytes {
    case .memory(let bytes):
      window = bytes
      rest = 0..<0
      file = nil
    case .file(let file, let range):
      window = []
      rest = range
      self.file = file
    }
  }

  /// Whether everything was read.
  ///
  /// To be asked after ``prepare(_:)``.
  var isAtEnd: Bool { position == window.count }

  /// Makes sure that the next `count` bytes, or all that are left, can be read.
  mutating func prepare(_ count: Int) throws(IndexError) {
    guard window.count - position < count, !rest.isEmpty else { return }
    try refill(count)
  }

  mutating func byte() -> UInt8 {
    defer { position += 1 }
    return window[position]
  }

  mutating func varint() -> UInt32 {
    var place = position
    let value = window.span.varint(at: &place)
    position = place
    return value
  }

  /// Moves to a place of the window.
  mutating func move(to place: Int) {
    position = place
  }

  /// All bytes that can be read without asking the file again.
  mutating func takeWindow() throws(IndexError) -> ArraySlice<UInt8> {
    try prepare(1)
    defer { position = window.count }
    return window[position...]
  }

  private mutating func refill(_ count: Int) throws(IndexError) {
    guard let file else { return }
    window.removeFirst(position)
    position = 0
    let wanted = min(max(bufferSize, count) - window.count, rest.count)
    let end = rest.lowerBound + wanted
    try file.read(rest.lowerBound..<end, appendingTo: &window)
    rest = end..<rest.upperBound
  }
}

extension Span<UInt8> {
  /// The number at `place`, as ``GrowingBytes/appendVarint(_:)`` wrote it; `place` is moved behind it.
  @inline(__always)  // Called for each posting of all runs.
  func varint(at place: inout Int) -> UInt32 {
    var byte = self[place]
    place += 1
    guard byte >= 0x80 else { return UInt32(byte) }
    var value = UInt32(byte & 0x7F)
    var shift: UInt32 = 7
    repeat {
      byte = self[place]
      place += 1
      value |= UInt32(byte & 0x7F) << shift
      shift += 7
    } while byte >= 0x80
    return value
  }
}
