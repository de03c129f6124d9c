/// A field of an article that excerpts are taken from.
public enum ExcerptField: String, Sendable, Codable {
  case title
  case section
  case byline
  case body
  /// What is printed around the articles of the issue.
  case furniture
}
