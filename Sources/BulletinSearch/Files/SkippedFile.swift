/// A file that could not be indexed, and why.
public struct SkippedFile: Sendable, Equatable, Encodable {
  /// With the line behind a colon, if it is only a line.
  public var path: String
  /// Why it could not be indexed.
  public var reason: FileProblem
  /// Whether the index has articles of it, which stay.
  public var keepsArticles = false

  private enum CodingKeys: CodingKey {
    case path, reason
  }

  /// The reason is encoded in English.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(path, forKey: .path)
    try container.encode(reason.description, forKey: .reason)
  }

  /// A file with the reason.
  public init(path: String, reason: FileProblem, keepsArticles: Bool = false) {
    self.path = path
    self.reason = reason
    self.keepsArticles = keepsArticles
  }
}
