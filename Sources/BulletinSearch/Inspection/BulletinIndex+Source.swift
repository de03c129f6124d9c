/// What has become of a file since it was indexed.
public enum SourceState: Sendable, Equatable {
  /// It has the content that was indexed.
  case unchanged
  /// It has another one, so that lines and pages of the index may stand elsewhere in it.
  case changed
  /// It is there no more, or cannot be read.
  case missing(FileProblem)
}

extension BulletinIndex {
  /// What has become of the file of an issue.
  ///
  /// - Parameter path: The file as the index shows it (``IssueSummary/path``).
  /// - Returns: Nil if the index has no such file, or its articles were given by standard input.
  /// - Throws: `IndexError` if the index is damaged.
  /// - Complexity: That of a look at the file; it is read only where its time does not say whether it has changed.
  public func sourceState(of path: String) throws -> SourceState? {
    var stamp: FileStamp?
    var isKnown = false
    try forEachFile { file, _ in
      guard file.path == path, path != PathNames.standardInput else { return }
      isKnown = true
      stamp = stamp ?? file.stamp
    }
    guard isKnown else { return nil }
    guard let status = FileStatus(path: path) else { return .missing(.lastOfSystem) }
    guard status.kind == .file else { return .missing(.notAFile) }
    guard let stamp, status.byteCount == stamp.byteCount else { return .changed }
    if stamp.modificationTime != 0, stamp.modificationTime == status.modificationTime {
      return .unchanged
    }
    do {
      var reader = try FileReader(path: path)
      return try reader.hash(atMost: stamp.byteCount) == stamp.contentHash ? .unchanged : .changed
    } catch {
      return .missing(error.reason)
    }
  }
}
