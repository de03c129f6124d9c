#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A name in a folder.
struct FolderEntry {
  var name: String
  /// Whether it is a symbolic link, or may be one: some file systems do not say.
  var mayBeLink: Bool
  /// Whether it is a folder, as far as the file system says.
  var isFolder: Bool

  /// After so many names it is asked whether to stop.
  private static let askingInterval = 256

  /// What is in a folder.
  struct Listing {
    /// Without hidden names, in the order of the bytes of the names, so that of two names for one file
    /// always the same is taken.
    var entries: [FolderEntry] = []
    /// Whether not even a hidden name was met.
    var isEmpty = true
    /// Why there may be more; nil if the folder was read to its end.
    var failure: FileProblem?
  }

  /// Lists a folder.
  ///
  /// - Parameters:
  ///   - folder: Its path.
  ///   - calls: How it is read.
  ///   - isCancelled: Asked now and then whether to stop; then the listing is of no use.
  /// - Returns: Its entries, and whether there may be more.
  static func all(
    in folder: String, calls: SourceCalls = .system, isCancelled: () -> Bool = { false }
  ) -> Listing {
    let descriptor = calls.open(folder, O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0 else { return Listing(failure: .lastOfSystem) }
    guard let stream = unsafe fdopendir(descriptor) else {
      defer { close(descriptor) }
      return Listing(failure: .lastOfSystem)
    }
    defer { unsafe closedir(stream) }
    var listing = Listing()
    while true {
      // The end of a folder and a failure differ only in this.
      errno = 0
      let next = calls.mayMake(.list, folder) ? unsafe readdir(stream) : nil
      guard let entry = unsafe next else {
        if errno != 0 { listing.failure = .lastOfSystem }
        break
      }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe SystemPath.text(Array(bytes.prefix { $0 != 0 }))
      }
      guard name != ".", name != ".." else { continue }
      listing.isEmpty = false
      guard !name.hasPrefix(".") else { continue }
      let kind = unsafe Int(entry.pointee.d_type)
      listing.entries.append(
        FolderEntry(
          name: name, mayBeLink: kind == Int(DT_LNK) || kind == Int(DT_UNKNOWN),
          isFolder: kind == Int(DT_DIR)))
      if listing.entries.count.isMultiple(of: askingInterval), isCancelled() { break }
    }
    listing.entries.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    return listing
  }

  /// The folder in which the last name of a path stands, and the name.
  static func parts(of path: String) -> (folder: String, name: String) {
    var bytes = path.utf8[...]
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else {
      return (".", String(Substring(bytes)))
    }
    let folder = bytes[..<slash]
    return (
      folder.isEmpty ? "/" : String(Substring(folder)),
      String(Substring(bytes[bytes.index(after: slash)...]))
    )
  }

  /// The path of what `path` leads to, without links in it; nil if there is nothing.
  static func resolved(_ path: String) -> String? {
    guard let resolved = unsafe realpath(SystemPath.characters(path), nil) else { return nil }
    defer { unsafe free(resolved) }
    let bytes = unsafe UnsafeBufferPointer(start: resolved, count: strlen(resolved))
    return unsafe SystemPath.text(bytes.map { UInt8(bitPattern: $0) })
  }

  /// Whether the last name of `path` is a symbolic link.
  static func isLink(_ path: String) -> Bool { ownerOfLink(path) != nil }

  /// The user who made the symbolic link that the last name of `path` is; nil if it is none.
  static func ownerOfLink(_ path: String) -> uid_t? {
    guard let status = SystemPath.status(path, followsLink: false) else { return nil }
    return status.st_mode & S_IFMT == S_IFLNK ? status.st_uid : nil
  }
}
