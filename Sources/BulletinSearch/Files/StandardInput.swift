#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The content of standard input, kept in a file without a name so that it can be read like any other.
@safe final class StandardInput {
  private static let chunkSize = 1 << 16

  private let file: UnnamedFile
  let byteCount: Int

  /// Where the content can be opened, as long as this exists.
  var path: String { "/dev/fd/\(file.descriptor)" }

  /// Reads standard input to its end.
  ///
  /// - Parameters:
  ///   - descriptor: Where to read from.
  ///   - isCancelled: Asked at least every tenth of a second whether to stop.
  /// - Throws: ``IndexingError/missingPath(path:reason:)`` if it cannot be read or kept,
  ///   ``IndexingError/cancelled`` if it was asked for to stop.
  init(descriptor: Int32 = STDIN_FILENO, isCancelled: () -> Bool = { false })
    throws(IndexingError)
  {
    guard let file = UnnamedFile() else { throw Self.failure() }
    self.file = file
    var count = 0
    var chunk = [UInt8](repeating: 0, count: Self.chunkSize)
    while true {
      if isCancelled() { throw .cancelled }
      guard Self.isReadable(descriptor) else { continue }
      let length = unsafe read(descriptor, &chunk, chunk.count)
      if length < 0, errno == EINTR || errno == EAGAIN { continue }
      guard length >= 0 else { throw Self.failure() }
      guard length > 0 else { break }
      guard file.write(Array(chunk[..<length]), at: count) else { throw Self.failure() }
      count += length
    }
    byteCount = count
  }

  /// Waits for a tenth of a second until there is something to read, or the end.
  private static func isReadable(_ descriptor: Int32) -> Bool {
    var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let interval: Int32 = 100
    return unsafe poll(&waited, 1, interval) > 0
  }

  private static func failure() -> IndexingError {
    .missingPath(path: PathNames.standardInput, reason: .lastOfSystem)
  }
}
