/// A short name and the full name that articles say it stands for.
public struct SuggestedSynonym: Sendable, Equatable, Codable {
  /// A place where an article says so.
  public struct Evidence: Sendable, Equatable, Codable {
    /// The article, as ``BulletinIndex/article(_:)`` takes it.
    public var article: String
    /// The file, as it is shown.
    public var path: String
    /// From 1.
    public var line: Int
    /// What stands there, from the name to the bracket or the other name.
    public var text: String
  }

  /// The short name.
  public var short: String
  /// The full name.
  public var full: String
  /// How many different places say so; the same sentence in several articles is one.
  public var definitions: Int
  /// In how many articles the short name stands.
  public var shortArticles: Int
  /// In how many articles the full name stands.
  public var fullArticles: Int
  /// The first places, three at most.
  public var evidence: [Evidence]
}
