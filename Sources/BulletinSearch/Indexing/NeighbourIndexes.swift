internal import InvertedIndex

/// What the other indexes of a collection say of their files.
///
/// All issues of a collection decide together what each is called, how it is divided, and which files are twins.
struct NeighbourIndexes {
  /// The rows of all their files, in the order of the bytes of their paths.
  let records: [FileRecord]

  /// None.
  init() { records = [] }

  /// Reads the catalogues of some indexes; their articles are not looked at.
  ///
  /// - Parameters:
  ///   - paths: The indexes. The own one among them does not count.
  ///   - indexPath: The own index.
  ///   - share: What it takes of the files.
  /// - Throws: ``IndexingError/notBeside(path:reason:)`` if they do not hold one collection together,
  ///   ``BulletinIndexError`` and `IndexError` as ``BulletinIndex/init(path:)``.
  /// - Complexity: O(*n* log *n*) in the number of their files.
  init(_ paths: [String], of indexPath: String, share: CollectionShare?) throws {
    guard !paths.isEmpty else {
      records = []
      return
    }
    guard let share else { throw IndexingError.notBeside(path: indexPath, reason: .allFiles) }
    let folder = Self.folder(of: indexPath)
    let own = FileStatus(path: indexPath)?.identity
    var records: [FileRecord] = []
    var owners = [share.number: indexPath]
    for path in paths {
      if let own, FileStatus(path: path)?.identity == own { continue }
      let index = try BulletinIndex(path: path)
      func refuse(_ reason: NeighbourProblem) -> IndexingError {
        .notBeside(path: path, reason: reason)
      }
      // What is written of paths would mean something else.
      guard Self.folder(of: path) == folder else { throw refuse(.otherFolder) }
      guard let other = index.properties.share else { throw refuse(.allFiles) }
      guard other.count == share.count else { throw refuse(.otherCount(other, own: share)) }
      if let owner = owners.updateValue(path, forKey: other.number) {
        throw refuse(.sameShare(other, as: owner))
      }
      try index.reader.forEachGroup { records.append(try FileRecord(row: $0.row)) }
    }
    // The parts of a file keep their order: this sort is stable.
    self.records = records.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private static func folder(of path: String) -> FileIdentity? {
    FileStatus(path: FolderEntry.parts(of: path).folder)?.identity
  }
}
