#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Paths as texts that can be stored and shown, and that lead to the file all the same.
///
/// To the system a path is any bytes. A byte that is no part of UTF-8 becomes `\xFF`, and so that
/// every text means one path, the backslash of a name that has such four characters itself becomes
/// `\x5C`.
enum SystemPath {
  /// What the system takes at once, with the zero at its end.
  private static let maximumByteCount = Int(PATH_MAX)
  private static let backslash = UInt8(ascii: "\\")
  private static let slash = UInt8(ascii: "/")
  /// The bytes of `\xFF`.
  private static let escapeLength = 4

  /// The text of a path, or a name, of the system.
  static func text(_ bytes: [UInt8]) -> String {
    if !bytes.contains(backslash), let text = String(validating: bytes, as: UTF8.self) {
      return text
    }
    var result: [UInt8] = []
    var index = 0
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar):
        let isAmbiguous = escaped(in: bytes, at: index) != nil
        result += isAmbiguous ? escape(bytes[index]) : Array(scalar)
        index += scalar.count
      case .error(let length):
        for byte in bytes[index..<index + length] { result += escape(byte) }
        index += length
      case .emptyInput:
        return String(decoding: result, as: UTF8.self)
      }
    }
  }

  /// The path, or name, of the system that a text stands for.
  static func bytes(_ text: String) -> [UInt8] {
    let source = Array(text.utf8)
    guard source.contains(backslash) else { return source }
    var bytes: [UInt8] = []
    var index = 0
    while index < source.count {
      let byte = escaped(in: source, at: index)
      bytes.append(byte ?? source[index])
      index += byte == nil ? 1 : escapeLength
    }
    return bytes
  }

  /// The path that a text stands for, with a zero behind it.
  static func characters(_ text: String) -> [CChar] {
    bytes(text).map { CChar(bitPattern: $0) } + [0]
  }

  /// Opens the file at `path`; below zero if that fails, and `errno` says why.
  static func open(_ path: String, _ flags: Int32) -> Int32 {
    unsafe inFolder(of: path) { unsafe openat($0, $1, flags | O_CLOEXEC) }
  }

  /// What is at `path`, or if it is a link, behind it; nil if there is nothing or it cannot be looked at,
  /// and `errno` says why.
  static func status(_ path: String, followsLink: Bool = true) -> stat? {
    var status = stat()
    let flags = followsLink ? 0 : AT_SYMLINK_NOFOLLOW
    let result = unsafe inFolder(of: path) { unsafe fstatat($0, $1, &status, flags) }
    return result == 0 ? status : nil
  }

  /// Calls `body` with a folder and a path from there that is not longer than the system takes.
  ///
  /// Longer ones are gone through from folder to folder.
  static func inFolder(
    of path: String, _ body: (_ folder: Int32, UnsafePointer<CChar>) -> Int32
  ) -> Int32 {
    var rest = bytes(path)[...]
    var folder = AT_FDCWD
    defer {
      let savedError = errno
      if folder != AT_FDCWD { close(folder) }
      errno = savedError
    }
    while rest.count >= maximumByteCount {
      guard let end = rest.prefix(maximumByteCount - 1).lastIndex(of: slash) else {
        errno = ENAMETOOLONG
        return -1
      }
      let next = unsafe withCString(rest[...end]) {
        unsafe openat(folder, $0, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      }
      guard next >= 0 else { return -1 }
      if folder != AT_FDCWD { close(folder) }
      folder = next
      rest = rest[(end + 1)...].drop { $0 == slash }
    }
    if rest.isEmpty { rest = [UInt8(ascii: ".")] }
    return unsafe withCString(rest) { unsafe body(folder, $0) }
  }

  private static func withCString(
    _ bytes: ArraySlice<UInt8>, _ body: (UnsafePointer<CChar>) -> Int32
  ) -> Int32 {
    let characters = bytes.map { CChar(bitPattern: $0) } + [0]
    return unsafe characters.withUnsafeBufferPointer {
      unsafe body($0.baseAddress.unsafelyUnwrapped)
    }
  }

  private static func escape(_ byte: UInt8) -> [UInt8] {
    let digits = String(byte, radix: 16, uppercase: true)
    return Array(("\\x" + (digits.utf8.count == 1 ? "0" : "") + digits).utf8)
  }

  /// The byte that four bytes such as `\xFF` stand for; nil if they are something else.
  private static func escaped(in bytes: [UInt8], at index: Int) -> UInt8? {
    guard bytes[index] == backslash, index + escapeLength <= bytes.count,
      bytes[index + 1] == UInt8(ascii: "x"), let high = digit(bytes[index + 2]),
      let low = digit(bytes[index + 3])
    else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
