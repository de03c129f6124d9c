/// A query that finds something where the one that was typed did not.
public struct Suggestion: Sendable, Equatable, Codable {
  /// How a text was replaced.
  public enum Kind: String, Sendable, Codable {
    /// By one that differs in a character or two.
    case edit
    /// By one that is read the same, tones apart, or whose pinyin was typed.
    case pinyin
  }

  /// A part of the query and what stands in its place.
  public struct Replacement: Sendable, Equatable, Codable {
    /// As it was typed.
    public var original: String
    /// What stands in its place.
    public var text: String
    /// How it was replaced.
    public var kind: Kind
  }

  /// The corrected query, as a person would type it.
  public var query: String
  /// What was replaced, in the order of the query.
  public var replacements: [Replacement]
  /// How many articles the corrected query finds with all of its parts.
  public var articles: Int
}
