#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension BulletinIndex {
  /// An index of files of JSON lines that is gone when it is closed.
  ///
  /// Its file is in the folder for temporary files while it is written, and is removed as soon as
  /// it is open.
  ///
  /// - Throws: ``IndexingError`` or `IndexError` if there is no index of them,
  ///   ``EvaluationError/noTemporaryFolder(path:)``.
  public static func temporary(
    ofDocumentsIn paths: [String], onSkip: (SkippedFile) -> Void = { _ in },
    onProgress: (IndexingProgress) -> Void = { _ in }
  ) throws -> BulletinIndex {
    let files = FileManager.default
    let name = "bsearch-\(UInt64.random(in: .min ... .max))"
    let folder = files.temporaryDirectory.appending(path: name).path
    do {
      // Nobody else may read the texts.
      try files.createDirectory(
        atPath: folder, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw EvaluationError.noTemporaryFolder(path: folder)
    }
    defer { try? files.removeItem(atPath: folder) }
    let path = folder + "/index"
    var options = IndexingOptions()
    options.format = .jsonl
    _ = try BulletinIndexer.index(
      paths: paths, into: path, options: options, onSkip: onSkip, onProgress: onProgress)
    return try BulletinIndex(path: path)
  }

  /// How many of the relevant documents of some queries are in the index, and how many there are.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  public func coverage(of judgements: Judgements, queries: [EvaluationQuery]) throws -> (
    found: Int, relevant: Int
  ) {
    let relevant = Set(queries.flatMap { judgements.relevantDocuments(for: $0.id) })
    return (try relevant.count { try article($0) != nil }, relevant.count)
  }
}
