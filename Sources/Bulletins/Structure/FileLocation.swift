/// The name of a file and those of its folders.
struct FileLocation {
  let fileName: String
  /// The names of the nearest folders, the innermost last.
  let folders: [String]

  /// A year, a month, a day and the name of an issue are the most that folders say.
  private static let mostFolders = 4

  init(path: String) {
    let parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }.map(String.init)
    fileName = parts.last ?? path
    folders = Array(parts.dropLast().suffix(Self.mostFolders))
  }
}
