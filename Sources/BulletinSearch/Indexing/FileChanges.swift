/// What an update did with the files of an index, by their paths as they are shown.
public struct FileChanges: Sendable, Equatable {
  public var added: [String] = []
  public var changed: [String] = []
  /// Under their new paths.
  public var renamed: [String] = []
  public var removed: [String] = []
  public var unchangedCount = 0

  public init() {}

  /// Whether all files are as they were.
  public var isEmpty: Bool {
    added.isEmpty && changed.isEmpty && renamed.isEmpty && removed.isEmpty
  }

  mutating func note(_ kind: WritableKeyPath<Self, [String]>, _ path: String) {
    self[keyPath: kind].append(path)
  }

  /// The changes but for new files that were left out.
  func without(_ leftOut: Set<String>) -> FileChanges {
    var changes = self
    changes.added.removeAll { leftOut.contains($0) }
    return changes
  }

  mutating func sort() {
    for kind in [\Self.added, \.changed, \.renamed, \.removed] {
      self[keyPath: kind].sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
  }
}
