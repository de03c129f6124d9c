internal import BulletinSearch

/// Constants of the ranking as they are written on the command line.
struct RankingSettings {
  /// Names the constants that searches use.
  static let standardName = "standard"

  private(set) var parameters = RankingParameters()
  /// The settings as they were written.
  private(set) var name = standardName

  init() {}

  /// Nil if one of `settings` is not `name=value` with a known name and a number that it can have.
  init?(_ settings: [String]) {
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      // The engine's bounds of scores hold for no other numbers.
      guard parts.count == 2, let value = Double(parts[1]), value.isFinite, value >= 0,
        parts[0] != "b" || value <= 1,
        parameters.set(String(parts[0]), to: value)
      else { return nil }
    }
    if !settings.isEmpty { name = settings.joined(separator: " ") }
  }
}
