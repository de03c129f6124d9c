#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Finds the files to index below the paths that a user names.
struct FileFinder {
  /// A file, with what was known of it when it was found.
  struct FoundFile: Equatable {
    var path: String
    var byteCount: Int
  }

  /// Names that end so are read when a folder is walked.
  ///
  /// A file that is named itself is always read.
  private let extensions: Set<String>

  private(set) var files: [FoundFile] = []
  private(set) var skipped: [SkippedFile] = []
  /// The folders and files that were met, so that links to them do not count twice or go in circles.
  private var visited: Set<FileIdentity> = []

  init(extensions: Set<String>) {
    self.extensions = extensions
  }

  /// Adds the file at `path`, or all files in the folder at `path` and its folders.
  ///
  /// Hidden files are left out; symbolic links are followed, each target once. The order of
  /// ``files`` is that of the bytes of their paths, whatever the file system's is.
  ///
  /// - Throws: ``IndexingError/missingPath(path:reason:)`` if nothing is there or it cannot be read.
  mutating func add(_ path: String) throws(IndexingError) {
    guard let status = FileStatus(path: path) else {
      throw .missingPath(path: path, reason: lastSystemMessage())
    }
    switch status.kind {
    case .file:
      addFile(path, status)
    case .folder:
      guard let names = Self.names(in: path) else {
        throw .missingPath(path: path, reason: lastSystemMessage())
      }
      visited.insert(status.identity)
      walk(path, names)
    case .other:
      throw .missingPath(path: path, reason: "neither a file nor a folder")
    }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func walk(_ root: String, _ names: [String]) {
    var pending = [(folder: root, names: names)]
    while let (folder, names) = pending.popLast() {
      let prefix = folder.hasSuffix("/") ? folder : folder + "/"
      for name in names where !name.hasPrefix(".") {
        let path = prefix + name
        guard let status = FileStatus(path: path) else {
          let reason = lastSystemMessage()
          if name.unicodeScalars.contains("\u{FFFD}") {
            skip(path, "the name is not in UTF-8; rename it")
          } else if isWanted(name) {
            skip(path, reason)
          }
          continue
        }
        if status.kind == .file, isWanted(name) {
          addFile(path, status)
        } else if status.kind == .other, isWanted(name) {
          skip(path, "neither a file nor a folder")
        } else if status.kind == .folder, visited.insert(status.identity).inserted {
          if let names = Self.names(in: path) {
            pending.append((path, names))
          } else {
            skip(path, lastSystemMessage())
          }
        }
      }
    }
  }

  private mutating func addFile(_ path: String, _ status: FileStatus) {
    guard visited.insert(status.identity).inserted else { return }
    files.append(FoundFile(path: path, byteCount: status.byteCount))
  }

  private mutating func skip(_ path: String, _ reason: String) {
    skipped.append(SkippedFile(path: path, reason: reason))
  }

  private func isWanted(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return extensions.contains(name[name.index(after: dot)...].lowercased())
  }

  /// The names in a folder in the order of their bytes, so that of two names for one file always
  /// the same is taken; nil if the folder cannot be read.
  private static func names(in folder: String) -> [String]? {
    guard let stream = unsafe opendir(folder) else { return nil }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// Which file it is, whatever its path.
struct FileIdentity: Hashable {
  var device: UInt64
  var number: UInt64
}

/// What a path leads to, links followed.
struct FileStatus {
  enum Kind { case file, folder, other }

  let kind: Kind
  let byteCount: Int
  let identity: FileIdentity

  /// Nil if there is nothing or it cannot be looked at; `errno` says why.
  init?(path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    byteCount = Int(status.st_size)
    identity = FileIdentity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino))
  }
}

/// The system's words for why the last call failed.
func lastSystemMessage() -> String {
  guard let message = unsafe strerror(errno) else { return "error \(errno)" }
  return unsafe String(cString: message)
}
