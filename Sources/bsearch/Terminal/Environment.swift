#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The environment of the process.
enum Environment {
  /// The value of the variable `name`; nil if it is not set or empty, which all of the variables
  /// that the command knows take for the same.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// The program that reads documents, where it is not beside this one; for tests.
  static var documentReader: String? { value("BSEARCH_EXTRACT") }

  /// What a file of settings holds.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - mayBeAbsent: Whether nil is returned if there is no such file.
  /// - Returns: At most its first megabyte.
  /// - Throws: ``CommandError/unreadableConfiguration(path:code:)``
  static func text(ofFileAt path: String, mayBeAbsent: Bool) throws(CommandError) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if mayBeAbsent, errno == ENOENT || errno == ENOTDIR { return nil }
      throw .unreadableConfiguration(path: path, code: errno)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    // More than anybody writes; a device may never end.
    while bytes.count < 1 << 20 {
      let count = read(descriptor, &part, part.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadableConfiguration(path: path, code: errno) }
      guard count > 0 else { break }
      bytes += part.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
