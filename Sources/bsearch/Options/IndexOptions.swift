internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch
internal import FoundationEssentials

/// Where the index is.
struct IndexOptions: ParsableArguments {
  @Option(
    help: .words(
      "索引文件（缺省：$BSEARCH_INDEX；再缺省：本级或上级文件夹的 .bsearch；都没有时新建 ./.bsearch）",
      "the index (default: $BSEARCH_INDEX, else the nearest .bsearch here or in a parent, else a new ./.bsearch)",
      valueName: "file"),
    completion: .file())
  var index: String?

  /// Opens the index that is meant.
  func open() throws -> BulletinIndex {
    try IndexLocation.open(index)
  }

  /// The path of the index that is to be written: the one that is meant, else a new one.
  var pathToWrite: String {
    let new = IndexLocation(explicit: index ?? Environment.value("BSEARCH_INDEX")).new
    guard let path = try? IndexLocation.path(index) else { return new }
    let isHere = path == FileManager.default.currentDirectoryPath + "/" + IndexLocation.defaultName
    return isHere ? new : path
  }
}

extension IndexLocation {
  /// Opens the index that was named, or the one that is meant without a name.
  static func open(_ explicit: String?) throws -> BulletinIndex {
    let index = try BulletinIndex(path: path(explicit))
    if !index.isFoldedAlike { OutputStream.messages.tell(Messages.current.otherFolding()) }
    return index
  }

  /// The path of the index that was named, or of the one that is meant without a name.
  static func path(_ explicit: String?) throws(CommandError) -> String {
    let location = IndexLocation(explicit: explicit ?? Environment.value("BSEARCH_INDEX"))
    return try location.existing(from: FileManager.default.currentDirectoryPath) {
      BulletinIndex.mayBe(at: $0)
    }
  }
}
