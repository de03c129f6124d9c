/// A field of an article that excerpts are taken from.
public enum ExcerptField: String, Sendable, Codable {
  /// The title.
  case title
  /// The name of the section.
  case section
  /// Who wrote it, as it is printed.
  case byline
  /// The text.
  case body
  /// What is printed around the articles of the issue.
  case furniture
}
