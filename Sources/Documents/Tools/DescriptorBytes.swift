#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Reads and writes open files.
enum DescriptorBytes {
  private static let chunkSize = 1 << 20

  /// Bytes of a file from a place on, fewer at its end; nil if it cannot be read.
  static func read(_ descriptor: Int32, from offset: Int, atMost limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let position = off_t(offset + bytes.count)
      let size = min(chunkSize, limit - bytes.count)
      var failed = false
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        let result = unsafe pread(descriptor, buffer.baseAddress, size, position)
        failed = result < 0 && errno != EINTR
        count = max(result, 0)
        if result < 0, errno == EINTR { failed = false }
      }
      if failed { return nil }
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return bytes
  }

  /// The next bytes of a pipe, none at its end; nil if it cannot be read.
  static func next(_ descriptor: Int32, atMost size: Int) -> [UInt8]? {
    while true {
      var result = 0
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        result = unsafe Self.read(descriptor, buffer.baseAddress, size)
        count = max(result, 0)
      }
      if result >= 0 { return chunk }
      guard errno == EINTR else { return nil }
    }
  }

  /// Writes all bytes; false if that fails.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let result = unsafe bytes[written...].withUnsafeBytes { buffer in
        unsafe Self.write(descriptor, buffer)
      }
      if result < 0, errno == EINTR { continue }
      guard result > 0 else { return false }
      written += result
    }
    return true
  }

  private static func read(
    _ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ size: Int
  ) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.read(descriptor, buffer, size)
    #else
      unsafe Darwin.read(descriptor, buffer, size)
    #endif
  }

  private static func write(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    #else
      unsafe Darwin.write(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}
