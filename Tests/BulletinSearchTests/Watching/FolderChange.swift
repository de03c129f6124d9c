import TestSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Something that happens to a watched folder, `in`, beside which there is another folder, `out`.
enum FolderChange: CaseIterable {
  case newFile, newText, newLength, fileReplaced, fileRemoved, fileRenamed
  case newNestedFolder, folderRenamed, folderMovedIn, folderMovedOut
  case fileInLinkedFolder, newLinkToFolder, linkToFolderRemoved, targetOfLinkedFile

  /// What is there before.
  static func prepare(_ folder: borrowing TemporaryDirectory) throws {
    try folder.write("水务", to: "in/a.md")
    try folder.write("水务", to: "in/2024/b.md")
    try folder.write("水务", to: "out/more/c.md")
    try folder.write("水务", to: "out/file.md")
    try folder.write("水务", to: "linked/d.md")
    try folder.link("in/link", to: folder.path + "/linked")
    try folder.link("in/link.md", to: folder.path + "/out/file.md")
  }

  func make(_ folder: borrowing TemporaryDirectory) throws {
    let path = folder.path
    switch self {
    case .newFile: try folder.write("新", to: "in/new.md")
    case .newText: try folder.write("水厂", to: "in/a.md")
    case .newLength: try folder.write("水厂投产", to: "in/2024/b.md")
    case .fileReplaced:
      // As editors write: hidden, then renamed over the old one.
      try folder.write("水厂", to: "in/.a.md.swp")
      rename(path + "/in/.a.md.swp", path + "/in/a.md")
    case .fileRemoved: unlink(path + "/in/2024/b.md")
    case .fileRenamed: rename(path + "/in/a.md", path + "/in/z.md")
    case .newNestedFolder: try folder.write("新", to: "in/2025/一/二/new.md")
    case .folderRenamed: rename(path + "/in/2024", path + "/in/2023")
    case .folderMovedIn: rename(path + "/out/more", path + "/in/more")
    case .folderMovedOut: rename(path + "/in/2024", path + "/out/2024")
    case .fileInLinkedFolder: try folder.write("新", to: "linked/new.md")
    case .newLinkToFolder: try folder.link("in/other", to: path + "/out/more")
    case .linkToFolderRemoved: unlink(path + "/in/link")
    case .targetOfLinkedFile: try folder.write("水厂投产", to: "out/file.md")
    }
  }
}
