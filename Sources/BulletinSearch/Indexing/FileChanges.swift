/// What an update did with the files of an index, by their paths as they are shown.
public struct FileChanges: Sendable, Equatable {
  /// The paths of files that are new.
  public var added: [String] = []
  /// The paths of files that were read again.
  public var changed: [String] = []
  /// Under their new paths.
  public var renamed: [String] = []
  /// The paths of files that are gone from the index.
  public var removed: [String] = []
  /// How many files stay as they were.
  public var unchangedCount = 0
  /// How many of these have issues that are called, numbered, divided or left out otherwise than before, because of
  /// other files.
  public var redecidedCount = 0

  /// No change.
  public init() {}

  /// Whether all files are as they were.
  public var isEmpty: Bool {
    added.isEmpty && changed.isEmpty && renamed.isEmpty && removed.isEmpty
  }

  mutating func note(_ kind: WritableKeyPath<Self, [String]>, _ path: String) {
    self[keyPath: kind].append(path)
  }

  /// The changes as they came out.
  ///
  /// - Parameters:
  ///   - keeps: Whether a file that was to be read keeps its old articles.
  ///   - hasNothing: Whether it has no articles now; then it is no new one, or has taken its articles with it.
  /// - Returns: What was done with each file.
  func settled(keeps: (String) -> Bool, hasNothing: (String) -> Bool) -> FileChanges {
    var changes = self
    changes.unchangedCount += changes.changed.count(where: keeps)
    changes.added.removeAll(where: hasNothing)
    changes.removed += changes.changed.filter(hasNothing)
    changes.changed.removeAll { keeps($0) || hasNothing($0) }
    changes.sort()
    return changes
  }

  mutating func sort() {
    for kind in [\Self.added, \.changed, \.renamed, \.removed] {
      self[keyPath: kind].sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
  }
}
