/// In which order results come.
///
/// Every order is total, so that pages fit together: articles that are equal in it stand in the order of the index, which is
/// that of the paths of files, and within a file that of the articles. A list in any order but ``score`` has the articles that
/// ``SearchTotals`` counts and no others: those that match in the strictest way in which anything does, also where that is
/// ``MatchKind/some``, and with ``SearchOptions/matchesAny`` all that match.
public enum ResultOrder: String, Sendable, Codable, CaseIterable {
  /// The best first, and less exact matches behind them.
  case score
  /// By the date of the issue, the earliest first: a month before its days, and issues without a date last.
  case date
  /// As ``BulletinIndex/issueList()`` has them: bulletin by bulletin, each by time.
  case issue
  /// By the bytes of the paths of the files.
  case path
}
