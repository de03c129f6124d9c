/// A term of an index that people can read.
public struct TermEntry: Sendable, Equatable, Codable {
  /// What a term is.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// A single character.
    case character
    /// Two neighbouring characters, whether they are a word or not.
    case pair
    /// A word of three or more Han characters, or of another script.
    case word
  }

  /// The term as it is searched.
  public var text: String
  /// What the term is.
  public var kind: Kind
  /// In how many articles the term occurs.
  public var documentFrequency: Int

  private enum CodingKeys: String, CodingKey {
    case text = "term"
    case kind, documentFrequency
  }
}

/// Which terms to list, and how.
public struct TermListOptions: Sendable, Equatable {
  /// The order of a list of terms.
  public enum Order: String, Sendable, CaseIterable {
    /// The most frequent first, of equally frequent ones by their bytes.
    case frequency
    /// By the bytes of their UTF-8.
    case term
  }

  /// The kinds of terms to list.
  public var kinds: Set<TermEntry.Kind> = [.pair, .word]
  /// The order of the list.
  public var order = Order.frequency
  /// How many terms at most.
  public var limit = 50

  /// Pairs and words, the most frequent first.
  public init() {}
}
