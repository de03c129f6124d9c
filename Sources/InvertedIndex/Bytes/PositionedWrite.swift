#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Writing all of some bytes at a place of a file.
enum PositionedWrite {
  /// Writes `bytes` at `offset`, in as many calls as it takes.
  ///
  /// - Parameters:
  ///   - bytes: What to write.
  ///   - descriptor: The open file.
  ///   - offset: Where in it.
  ///   - path: What errors call the file.
  /// - Throws: ``IndexError/io(call:path:errno:)`` if the system refuses.
  static func write(_ bytes: [UInt8], to descriptor: Int32, at offset: Int, path: String)
    throws(IndexError)
  {
    var done = 0
    while done < bytes.count {
      let result = unsafe bytes.withUnsafeBytes { bytes in
        unsafe pwrite(
          descriptor, bytes.baseAddress.unsafelyUnwrapped + done, bytes.count - done,
          off_t(offset + done))
      }
      if result < 0, errno == EINTR { continue }
      guard result > 0 else { throw .io(call: "write", path: path, errno: errno) }
      done += result
    }
  }
}
