/// How the articles that a search counts are spread: all of them, however few are returned.
///
/// Names that differ in forms of characters, width or case only are one.
public struct SearchFacets: Sendable, Equatable, Codable {
  /// By the name of the bulletin.
  public var bulletins: Facet
  /// By the year of the number, else of its date; in the order of time.
  public var years: Facet
  /// By the section.
  public var sections: Facet
  /// By each person of the byline.
  public var authors: Facet

  /// How many articles have each value of a property.
  public struct Facet: Sendable, Equatable, Codable {
    /// The values that most articles have, most first, and of as many the one of the earlier article; of years the
    /// latest, in their order.
    public var values: [Value]
    /// How many different values there are, also those that ``values`` leaves out.
    public var valueCount: Int
    /// How many articles have no value.
    public var withoutValue: Int
  }

  /// A value of a property.
  public struct Value: Sendable, Equatable, Codable {
    /// The value as the first article has it.
    public var name: String
    /// How many articles have it.
    public var articles: Int
  }
}
