internal import Foundation

/// The lines of a file, one after the other, without their ends.
public struct LineReader {
  private static let pieceByteCount = 1 << 20
  private static let lineFeed = UInt8(ascii: "\n")

  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  /// - Throws: An error of the system if the file cannot be read.
  public init(path: String) throws {
    handle = try FileHandle(forReadingFrom: URL(filePath: path))
  }

  /// The next line, or nil at the end; a last line without an end counts.
  ///
  /// - Throws: An error of the system if the file cannot be read.
  public mutating func next() throws -> ArraySlice<UInt8>? {
    var searched = position
    while true {
      if let end = buffer[searched...].firstIndex(of: Self.lineFeed) {
        defer { position = end + 1 }
        return buffer[position..<end]
      }
      searched = buffer.count - position
      guard !isAtEnd, try readPiece() else { break }
    }
    guard position < buffer.count else { return nil }
    defer { position = buffer.count }
    return buffer[position...]
  }

  /// Keeps what was not returned yet, at the beginning, and reads on; false at the end.
  private mutating func readPiece() throws -> Bool {
    buffer.removeFirst(position)
    position = 0
    guard let piece = try handle.read(upToCount: Self.pieceByteCount), !piece.isEmpty else {
      isAtEnd = true
      return false
    }
    buffer.append(contentsOf: piece)
    return true
  }
}
