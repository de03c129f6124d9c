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
