#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file for the time of a run, which has no name and so goes with the process.
@safe final class UnnamedFile {
  let descriptor: Int32

  /// Makes one in the folder for temporary files; nil if that fails, and `errno` says why.
  convenience init?() {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
    self.init(near: (folder.isEmpty ? "/tmp" : folder) + "/bsearch")
  }

  /// Makes one; nil if that fails, and `errno` says why.
  ///
  /// - Parameter path: A file in whose folder it takes its room.
  init?(near path: String) {
    var template = SystemPath.characters(path + ".temporary-XXXXXX")
    let descriptor = unsafe template.withUnsafeMutableBufferPointer { buffer in
      guard let name = buffer.baseAddress else { return Int32(-1) }
      let descriptor = unsafe mkstemp(name)
      if descriptor >= 0 {
        unsafe unlink(name)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      }
      return descriptor
    }
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// The open file at its beginning, to be given to another process while this lives.
  var rewound: Int32 {
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  /// Writes all bytes at a place; false if that fails.
  func write(_ bytes: [UInt8], at offset: Int) -> Bool {
    var written = 0
    while written < bytes.count {
      let result = unsafe bytes[written...].withUnsafeBytes { buffer in
        unsafe pwrite(descriptor, buffer.baseAddress, buffer.count, off_t(offset + written))
      }
      if result < 0, errno == EINTR { continue }
      guard result > 0 else { return false }
      written += result
    }
    return true
  }

  /// So many bytes from a place on; nil if they cannot be read.
  func read(_ offset: Int, count: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < count {
      var result = 0
      let start = bytes.count
      bytes += unsafe [UInt8](unsafeUninitializedCapacity: count - start) { buffer, filled in
        result = unsafe pread(
          descriptor, buffer.baseAddress, count - start, off_t(offset + start))
        filled = max(result, 0)
      }
      guard result > 0 || result < 0 && errno == EINTR else { return nil }
    }
    return bytes
  }
}
