#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How the paths of files are written in an index, and shown.
///
/// Below the folder of the index they are written from there, so that index and files can be moved together;
/// others are absolute. They are shown from the current folder if they are below it, else absolute.
struct PathNames: Sendable {
  /// Absolute, with a slash at the end.
  private let indexFolder: String
  private let currentFolder: String

  init(indexPath: String) {
    let current = Self.withSlash(Self.currentFolder())
    currentFolder = current
    indexFolder = Self.parent(of: Self.absolute(indexPath, in: current))
  }

  /// What standard input is called, in an index and everywhere else.
  static let standardInput = "-"

  /// The path as it is written in the index.
  func stored(_ path: String) -> String {
    if path == Self.standardInput { return path }
    let stored = storedName(path)
    // A file of that name is another thing.
    return stored == Self.standardInput ? "./" + stored : stored
  }

  private func storedName(_ path: String) -> String {
    let absolute = Self.absolute(path, in: currentFolder)
    guard absolute != indexFolder else { return "." }
    if Self.withSlash(absolute) == indexFolder { return "." }
    return absolute.hasPrefix(indexFolder)
      ? String(absolute.dropFirst(indexFolder.count)) : absolute
  }

  /// The path by which the file is opened and shown.
  func shown(_ stored: String) -> String {
    if stored == Self.standardInput { return stored }
    let absolute = absolute(stored)
    if Self.withSlash(absolute) == currentFolder { return "." }
    return absolute.hasPrefix(currentFolder)
      ? String(absolute.dropFirst(currentFolder.count)) : absolute
  }

  /// The absolute path of a file whose written path is given.
  func absolute(_ stored: String) -> String {
    if stored.hasPrefix("/") { return stored }
    return stored == "." ? indexFolder : indexFolder + stored
  }

  /// Whether a written path is `folder`, which is written too, or below it.
  static func isPath(_ path: String, atOrBelow folder: String) -> Bool {
    if path == standardInput || folder == standardInput { return path == folder }
    if folder == "." { return !path.hasPrefix("/") }
    guard path.hasPrefix(folder) else { return false }
    return path.utf8.count == folder.utf8.count || folder.hasSuffix("/")
      || path.utf8.dropFirst(folder.utf8.count).first == UInt8(ascii: "/")
  }

  /// A written path and those of all folders above it.
  static func foldersAtAndAbove(_ path: String) -> [String] {
    guard path != standardInput, path != "." else { return [path] }
    var paths = [path]
    var rest = path[...]
    while let slash = rest.lastIndex(of: "/") {
      rest = rest[..<slash]
      if !rest.isEmpty { paths.append(String(rest)) }
    }
    return paths + [path.hasPrefix("/") ? "/" : "."]
  }

  /// The absolute path without `.` and `..` in it.
  private static func absolute(_ path: String, in folder: String) -> String {
    var whole = path.hasPrefix("/") ? path : folder + path
    if isPlain(whole) { return whole }
    let parts = whole.split(separator: "/", omittingEmptySubsequences: true)
    if parts.contains("..") {
      // What `..` leads to depends on links.
      whole = resolved(whole) ?? whole
    }
    let kept = whole.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
    return "/" + kept.joined(separator: "/")
  }

  /// True if no component of an absolute path is empty or begins with a dot, the usual case.
  private static func isPlain(_ path: String) -> Bool {
    var isAfterSlash = false
    for byte in path.utf8 {
      if isAfterSlash, byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") { return false }
      isAfterSlash = byte == UInt8(ascii: "/")
    }
    return !isAfterSlash
  }

  private static func resolved(_ path: String) -> String? {
    if let resolved = unsafe realpath(SystemPath.characters(path), nil) {
      defer { unsafe free(resolved) }
      return unsafe text(resolved)
    }
    // A file that is not there yet or no longer: its folder may be.
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex,
      let folder = resolved(String(path[..<slash]))
    else { return nil }
    return withSlash(folder) + path[path.index(after: slash)...]
  }

  private static func currentFolder() -> String {
    guard let folder = unsafe getcwd(nil, 0) else { return "/" }
    defer { unsafe free(folder) }
    return unsafe text(folder)
  }

  private static func text(_ path: UnsafePointer<CChar>) -> String {
    let bytes = unsafe UnsafeBufferPointer(start: path, count: strlen(path))
    return unsafe SystemPath.text(bytes.map { UInt8(bitPattern: $0) })
  }

  private static func withSlash(_ path: String) -> String {
    path.hasSuffix("/") ? path : path + "/"
  }

  private static func parent(of path: String) -> String {
    String(path[...(path.lastIndex(of: "/") ?? path.startIndex)])
  }
}
