/// How an article answers a query.
public enum MatchKind: String, Sendable, Codable, CaseIterable {
  /// Everything that was asked for is there as it was written.
  case verbatim
  /// All words are there, though not side by side.
  case scattered
  /// Some of the words are there.
  case some

  /// Whether articles that match so have more of what was asked for.
  public func isStricter(than other: MatchKind) -> Bool {
    switch (self, other) {
    case (.verbatim, .scattered), (.verbatim, .some), (.scattered, .some): true
    default: false
    }
  }
}
