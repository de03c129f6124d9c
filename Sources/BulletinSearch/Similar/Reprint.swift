/// Two articles that have text in common: the same article once more, or parts of it.
public struct Reprint: Sendable, Equatable, Encodable {
  /// The one that appeared first, as far as that is known.
  public var earlier: Article
  /// The other one.
  public var later: Article
  /// How many searched characters of the text of the later one stand in the earlier one, in runs of at least
  /// twelve.
  public var commonCount: Int
  /// What differs, in the order of the later text.
  public var differences: [Difference]

  /// The part of the shorter text that both have.
  public var share: Double {
    Double(commonCount) / Double(max(min(earlier.characterCount, later.characterCount), 1))
  }

  /// One of the articles.
  public struct Article: Sendable, Equatable, Codable {
    /// Names the article in its index.
    public var id: String
    /// The bulletin.
    public var bulletin: String
    /// The date of the issue.
    public var date: String?
    /// The title.
    public var title: String
    /// How many searched characters its text has.
    public var characterCount: Int
  }

  /// A place at which the texts differ.
  public struct Difference: Sendable, Equatable, Codable {
    /// What only the earlier text has there, as it is printed; empty if something was added.
    public var earlier: String
    /// What only the later text has there; empty if something was left out.
    public var later: String
  }

  private enum CodingKeys: String, CodingKey {
    case earlier, later, share, differences
    case commonCount = "common"
  }

  /// With the share.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(earlier, forKey: .earlier)
    try container.encode(later, forKey: .later)
    try container.encode(commonCount, forKey: .commonCount)
    try container.encode(share, forKey: .share)
    try container.encode(differences, forKey: .differences)
  }
}

/// Which reprints to look for.
public struct ReprintOptions: Sendable, Equatable {
  /// The least part of the shorter text that both have.
  public var leastShare = 0.3
  /// With so many common characters on end a pair counts whatever the share is: a passage of a long article.
  public var longPassage = 120
  /// How many pairs at most.
  public var limit = 50

  /// Articles that have a third of a text in common, or a long passage.
  public init() {}
}

/// The pairs of articles that have text in common.
public struct ReprintList: Sendable, Equatable, Encodable {
  /// How many there are.
  public var total: Int
  /// Those with the largest share first, of the same share those with more text.
  public var pairs: [Reprint]
}
