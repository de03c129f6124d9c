/// Which files are watched: those that indexing finds below the same paths.
struct WatchedFiles {
  /// What indexing was given, with the paths by which it is opened.
  let sources: [IndexSource]
  /// The files that writing the index makes.
  let indexFiles: IndexFiles

  /// Whether a file in a watched folder is of those that indexing reads or may come to read.
  func isWanted(_ name: String, in folder: FileIdentity) -> Bool {
    sources.contains { $0.reading.format.isWanted(name) } && !indexFiles.contains(name, in: folder)
  }
}

/// The index and the files that are made beside it while it is written.
///
/// They may lie in a watched folder, and an index that changes must not ask for being changed.
struct IndexFiles {
  private static let suffixes = ["", ".lock", ".writing", ".runs", ".dict", ".damaged"]

  let folder: FileIdentity?
  let names: Set<String>

  init(indexPath: String) {
    let (folderPath, name) = FolderEntry.parts(of: indexPath)
    folder = FileStatus(path: folderPath)?.identity
    names = Set(Self.suffixes.map { name + $0 })
  }

  func contains(_ name: String, in folder: FileIdentity) -> Bool {
    folder == self.folder && names.contains(name)
  }
}
