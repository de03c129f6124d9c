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
    /// In nanoseconds since 1970.
    var modificationTime: Int64
    var reading: FileReading
    /// Where its content is, if that is not at its path.
    var contentPath: String?

    /// Where to read it.
    var openedPath: String { contentPath ?? path }
  }

  private(set) var files: [FoundFile] = []
  /// What could not be looked at: files, and folders with all that is in them.
  private(set) var skipped: [SkippedFile] = []
  /// Links that lead nowhere now and are called neither like a file that is read nor surely lead to a folder: of
  /// interest only to who knows of files below them.
  private(set) var lostLinks: [SkippedFile] = []
  /// The folders that have nothing in them, not even a hidden name.
  private(set) var emptyFolders: [String] = []
  /// Who else than the owner may read everything that was found: the group's and all others' bits
  /// for reading.
  ///
  /// A file in a folder that cannot be entered cannot be read, whatever its own permissions are.
  private(set) var readers: UInt32 = 0o044
  /// The paths of files that are, or may be, symbolic links.
  private(set) var linkedFiles: [String] = []
  /// How many files were left out because of what their names end in, by these endings, which are without a
  /// dot and in lower case; hidden files, pictures and the index are not among them.
  private(set) var leftOut: [String: Int] = [:]
  /// Called with every folder, its path and a slash, before its names are read.
  private let onFolder: (String, FileIdentity) -> Void
  /// The files of the index, which are not told of.
  private let indexFiles: IndexFiles?
  private let isCancelled: () -> Bool
  private let calls: SourceCalls
  /// Whether a file with a path is taken, if it is read at all.
  private let takes: (String) -> Bool
  /// Whether a file was found that is not taken.
  private(set) var hasPassedOver = false
  /// The folders and files that were met, so that links to them do not count twice or go in circles.
  private var visited: Set<FileIdentity> = []

  /// - Parameters:
  ///   - indexFiles: The index that is made of the files.
  ///   - isCancelled: Asked now and then whether to stop.
  ///   - calls: How files and folders are looked at.
  ///   - takes: Asked for the path of every file that is found, whether it is taken. All others are looked at alike, so
  ///     that of a file with several names the same one counts whichever are taken.
  ///   - onFolder: Called with every folder before its names are read.
  init(
    indexFiles: IndexFiles? = nil, isCancelled: @escaping () -> Bool = { false },
    calls: SourceCalls = .system, takes: @escaping (String) -> Bool = { _ in true },
    onFolder: @escaping (String, FileIdentity) -> Void = { _, _ in }
  ) {
    self.indexFiles = indexFiles
    self.isCancelled = isCancelled
    self.calls = calls
    self.takes = takes
    self.onFolder = onFolder
  }

  /// Adds the file at `path`, or all files in the folder at `path` and its folders.
  ///
  /// Hidden files are left out; symbolic links are followed, each target once. The order of
  /// ``files`` is that of the bytes of their paths, whatever the file system's is.
  ///
  /// - Parameters:
  ///   - path: The file or folder.
  ///   - reading: How its files are read, which also says which names count when a folder is walked.
  ///   - links: Which links out of the folder are followed.
  /// - Throws: ``IndexingError/missingPath(path:reason:)`` if nothing is there or it cannot be read,
  ///   ``IndexingError/cancelled`` if it was asked for to stop.
  mutating func add(
    _ path: String, reading: FileReading, links: LinkRule = .own
  ) throws(IndexingError) {
    guard let status = FileStatus(path: path, calls: calls) else {
      throw .missingPath(path: path, reason: .lastOfSystem)
    }
    restrictReaders(byFoldersOf: path)
    switch status.kind {
    case .file:
      addFile(path, status, reading)
    case .folder:
      restrictReaders(byFolder: status)
      let listing = listing(of: path, status)
      if listing.entries.isEmpty, let failure = listing.failure {
        throw .missingPath(path: path, reason: failure)
      }
      visited.insert(status.identity)
      try walk(path, listing, status.identity, reading, LinkGuard(links, root: path))
    case .other:
      throw .missingPath(path: path, reason: .neitherFileNorFolder)
    }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Adds the content of standard input, which has no path and is a file all the same.
  mutating func add(_ input: StandardInput, reading: FileReading) {
    // Who else may read it, nobody knows.
    readers = 0
    guard isTaken(PathNames.standardInput) else { return }
    files.append(
      FoundFile(
        path: PathNames.standardInput, byteCount: input.byteCount, modificationTime: 0,
        reading: reading, contentPath: input.path))
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func walk(
    _ root: String, _ listing: FolderEntry.Listing, _ identity: FileIdentity,
    _ reading: FileReading, _ links: LinkGuard
  ) throws(IndexingError) {
    var links = links
    var pending = [(folder: root, listing: listing, identity: identity)]
    while let (folder, found, identity) = pending.popLast() {
      let prefix = Self.prefix(folder)
      // What was not listed may be there, so it must not count as gone.
      if let failure = found.failure { skip(folder, failure) }
      if found.isEmpty, found.failure == nil { emptyFolders.append(folder) }
      for entry in found.entries {
        if isCancelled() { throw .cancelled }
        let name = entry.name
        let path = prefix + name
        guard let status = FileStatus(path: path, calls: calls) else {
          skip(entry, path, .lastOfSystem, reading)
          continue
        }
        let isWanted = status.kind != .folder && reading.format.isWanted(name)
        if isWanted || status.kind == .folder, entry.mayBeLink, !links.allows(path) {
          skip(path, .linkOutside)
        } else if status.kind == .file, isWanted {
          addFile(path, status, reading)
          if entry.mayBeLink { linkedFiles.append(path) }
        } else if isWanted {
          skip(path, .neitherFileNorFolder)
        } else if status.kind == .file {
          leaveOut(name, in: identity)
        } else if status.kind == .folder, visited.insert(status.identity).inserted {
          if entry.mayBeLink { links.follow(path) }
          restrictReaders(byFolder: status)
          pending.append((path, self.listing(of: path, status), status.identity))
        }
      }
    }
  }

  /// Notes what cannot be looked at, unless it has gone since its folder was read.
  private mutating func skip(
    _ entry: FolderEntry, _ path: String, _ reason: FileProblem, _ reading: FileReading
  ) {
    if reason.isAbsence, calls.isAbsent(path) { return }
    if reading.format.isWanted(entry.name) || entry.isFolder {
      skip(path, reason)
    } else if entry.mayBeLink {
      lostLinks.append(SkippedFile(path: path, reason: reason))
    }
  }

  private mutating func addFile(_ path: String, _ status: FileStatus, _ reading: FileReading) {
    guard visited.insert(status.identity).inserted else { return }
    readers &= status.permissions
    guard isTaken(path) else { return }
    files.append(
      FoundFile(
        path: path, byteCount: status.byteCount, modificationTime: status.modificationTime,
        reading: reading.resolved(for: path)))
  }

  private mutating func isTaken(_ path: String) -> Bool {
    if takes(path) { return true }
    hasPassedOver = true
    return false
  }

  /// Leaves out those who may not enter one of the folders above `path`.
  private mutating func restrictReaders(byFoldersOf path: String) {
    guard var folder = FolderEntry.resolved(path) else { return }
    while folder != "/" {
      folder = FolderEntry.parts(of: folder).folder
      if let status = FileStatus(path: folder) { restrictReaders(byFolder: status) }
    }
  }

  /// Leaves out those who may not enter a folder.
  private mutating func restrictReaders(byFolder status: FileStatus) {
    // The bit for entering stands beside that for reading: x is 1, r is 4.
    readers &= status.permissions << 2
  }

  private mutating func skip(_ path: String, _ reason: FileProblem) {
    skipped.append(SkippedFile(path: path, reason: reason))
  }

  private mutating func leaveOut(_ name: String, in folder: FileIdentity) {
    guard !(indexFiles?.contains(name, in: folder) ?? false) else { return }
    let ending = IndexingOptions.Format.ending(of: name) ?? ""
    guard !Self.pictureEndings.contains(ending) else { return }
    leftOut[ending.utf8.count > Self.longestEnding ? "" : ending, default: 0] += 1
  }

  /// Pictures stand beside issues as a part of them, and have no text that anyone would miss.
  private static let pictureEndings: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "tif", "tiff", "ico", "heic", "avif", "jfif",
  ]
  /// What is longer, in bytes, is a part of a name and says no kind.
  private static let longestEnding = 12

  private func listing(of folder: String, _ status: FileStatus) -> FolderEntry.Listing {
    onFolder(Self.prefix(folder), status.identity)
    return FolderEntry.all(in: folder, calls: calls, isCancelled: isCancelled)
  }

  private static func prefix(_ folder: String) -> String {
    folder.hasSuffix("/") ? folder : folder + "/"
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
  /// In nanoseconds since 1970; the nearest that there is for a time before 1677 or after 2262.
  let modificationTime: Int64
  /// The permission bits.
  let permissions: UInt32
  let identity: FileIdentity

  /// Nil if there is nothing or it cannot be looked at; `errno` says why.
  init?(path: String, calls: SourceCalls = .system) {
    guard calls.mayMake(.status, path), let status = SystemPath.status(path) else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    byteCount = Int(status.st_size)
    #if canImport(Glibc)
      let time = status.st_mtim
    #else
      let time = status.st_mtimespec
    #endif
    modificationTime = Clock.nanoseconds(of: time)
    permissions = UInt32(status.st_mode) & 0o777
    identity = FileIdentity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino))
  }
}
