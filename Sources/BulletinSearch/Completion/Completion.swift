/// What a text that was begun may become.
public struct Completion: Sendable, Equatable, Codable {
  /// Where a completion was found.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Words of a text.
    case text
    /// A whole title.
    case title
    /// The name of a section.
    case section
    /// A person of a byline.
    case author
  }

  /// As it is written in an article; a word of letters may be as it is searched.
  public var text: String
  /// Where it was found.
  public var kind: Kind
  /// How many articles have it; of texts that begin with a Han character and of what is no text, how many of
  /// those that were looked at.
  public var articles: Int
}
