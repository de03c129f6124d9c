internal import BulletinSearch
internal import FoundationEssentials

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Makes addresses of files for a terminal that may run on another machine.
struct FileLinks: Sendable {
  private let folder: String
  private let host: String

  init() {
    folder = FileManager.default.currentDirectoryPath
    // As much as POSIX allows, and a zero.
    var name = [CChar](repeating: 0, count: 256)
    host =
      gethostname(&name, name.count - 1) == 0
      ? String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self) : ""
  }

  /// The address of a file; nil for standard input.
  func address(of path: String) -> String? {
    path == "-" ? nil : FileAddress.address(of: path, from: folder, host: host)
  }
}
