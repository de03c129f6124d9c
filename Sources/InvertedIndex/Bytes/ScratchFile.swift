#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file without a name for what does not fit in memory; it goes with the process, however that ends.
@safe final class ScratchFile {
  private static let suffix = ".runs"

  private let path: String
  private let descriptor: Int32
  private var count = 0

  /// Makes a file in the folder of the index at `path`.
  ///
  /// - Throws: ``IndexError/io(call:path:errno:)`` if that fails.
  init(beside path: String) throws(IndexError) {
    self.path = path + Self.suffix
    // The remains of a process that was killed before it could take the name away, or a link that
    // somebody laid there.
    unsafe unlink(self.path)
    let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    descriptor = unsafe open(self.path, flags, 0o600)
    guard descriptor >= 0 else { throw .io(call: "open", path: self.path, errno: errno) }
    unsafe unlink(self.path)
  }

  deinit {
    close(descriptor)
  }

  /// Writes `bytes` to the end and returns where they are.
  func append(_ bytes: [UInt8]) throws(IndexError) -> Range<Int> {
    let start = count
    try PositionedWrite.write(bytes, to: descriptor, at: start, path: path)
    count += bytes.count
    return start..<count
  }

  /// Appends the bytes of `range` to `bytes`.
  func read(_ range: Range<Int>, appendingTo bytes: inout [UInt8]) throws(IndexError) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: range.count))
    var done = 0
    while done < range.count {
      let result = unsafe bytes.withUnsafeMutableBytes { bytes in
        unsafe pread(
          descriptor, bytes.baseAddress.unsafelyUnwrapped + start + done, range.count - done,
          off_t(range.lowerBound + done))
      }
      if result < 0, errno == EINTR { continue }
      guard result > 0 else { throw .io(call: "read", path: path, errno: errno) }
      done += result
    }
  }
}
