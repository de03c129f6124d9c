internal import Foundation

/// A file that is written from its beginning, in large pieces.
public final class FileOutput {
  private static let pieceByteCount = 1 << 20

  private let handle: FileHandle
  private var buffer: [UInt8] = []

  /// Makes the file, or empties it.
  ///
  /// - Throws: An error of the system if it cannot be written.
  public init(path: String) throws {
    try Data().write(to: URL(filePath: path))
    handle = try FileHandle(forWritingTo: URL(filePath: path))
    buffer.reserveCapacity(2 * Self.pieceByteCount)
  }

  public func write(_ bytes: some Collection<UInt8>) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.pieceByteCount { try flush() }
  }

  /// Writes what is left.
  ///
  /// Without it the end of the file is missing.
  public func close() throws {
    try flush()
    try handle.close()
  }

  private func flush() throws {
    try handle.write(contentsOf: buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
