internal import InvertedIndex

/// The index and the files that are made beside it while it is written.
///
/// They may lie in a watched folder, and an index that changes must not ask for being changed.
struct IndexFiles {
  private static let suffixes = ["", ".dict", ".damaged"] + IndexWriter.sideFileSuffixes

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
