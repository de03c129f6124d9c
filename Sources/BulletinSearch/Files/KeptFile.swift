#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

internal import InvertedIndex

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A second name of a file, by which it stays when another file takes its first.
struct KeptFile {
  /// How many names are tried.
  private static let maximumNumber = 100

  let path: String

  /// Gives the file at `path`, or behind it if it is a link, a further name: `path` and `suffix`, and a number
  /// if that name is taken.
  ///
  /// Where files have only one name, it is copied.
  ///
  /// - Throws: `IndexError.io` if that is not possible.
  init(_ path: String, suffix: String) throws(IndexError) {
    for number in 1...Self.maximumNumber {
      let name = path + suffix + (number == 1 ? "" : "-\(number)")
      guard SystemPath.status(name, followsLink: false) == nil else { continue }
      self.path = name
      if Self.link(path, name) == 0 { return }
      do {
        try FileManager.default.copyItem(atPath: path, toPath: name)
        return
      } catch {
        throw .io(call: "link", path: name, errno: errno)
      }
    }
    throw .io(call: "link", path: path + suffix, errno: EEXIST)
  }

  /// Takes the further name away.
  func remove() {
    _ = unsafe SystemPath.inFolder(of: path) { unsafe unlinkat($0, $1, 0) }
  }

  private static func link(_ path: String, _ name: String) -> Int32 {
    unsafe SystemPath.inFolder(of: path) { folder, file in
      unsafe SystemPath.inFolder(of: name) { newFolder, newFile in
        unsafe linkat(folder, file, newFolder, newFile, AT_SYMLINK_FOLLOW)
      }
    }
  }
}
