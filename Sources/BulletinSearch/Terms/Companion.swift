#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A word that stands with another text more often than by chance.
public struct Companion: Sendable, Equatable, Codable {
  /// The word as it is searched.
  public var text: String
  /// In how many articles or sentences both stand.
  public var together: Int
  /// In how many the word stands.
  public var frequency: Int
  /// How much speaks for it that they belong together, by `logLikelihood`.
  public var logLikelihood: Double

  private enum CodingKeys: String, CodingKey {
    case text = "term"
    case together, frequency, logLikelihood
  }

  /// How much the numbers of a table of four speak against its rows and columns having nothing to do with each other.
  ///
  ///     G² = 2 Σ O ln(O ÷ E)
  ///
  /// over the observed numbers *O* of texts with both, one, the other and none, where *E* is what would be there by chance.
  /// Dunning, *Accurate Methods for the Statistics of Surprise and Coincidence*, 1993; unlike χ² it holds for rare words
  /// too.
  ///
  /// - Parameters:
  ///   - together: How many texts have both.
  ///   - word: How many have the word.
  ///   - other: How many have the other.
  ///   - all: How many there are.
  /// - Returns: 0 where there is nothing to tell, more the less it can be chance; 10.83 is reached by chance in one case of a
  ///   thousand.
  static func logLikelihood(together: Int, word: Int, other: Int, all: Int) -> Double {
    let cells = [
      (together, word, other), (word - together, word, all - other),
      (other - together, all - word, other),
      (all - word - other + together, all - word, all - other),
    ]
    var sum = 0.0
    for (observed, row, column) in cells where observed > 0 && row > 0 && column > 0 {
      let expected = Double(row) * Double(column) / Double(all)
      sum += Double(observed) * log(Double(observed) / expected)
    }
    return max(2 * sum, 0)
  }
}

/// The words that stand with a text.
public struct CompanionList: Sendable, Equatable, Encodable {
  /// What has to hold both.
  public enum Scope: String, Sendable, Codable, CaseIterable {
    /// An article, compared with all articles of the index.
    case article
    /// A sentence, compared with the other sentences of the articles that have the text.
    case sentence
  }

  /// What has to hold both.
  public var scope: Scope
  /// How many articles or sentences have the text.
  public var matching: Int
  /// How many there are in all.
  public var all: Int
  /// The words, those for which most speaks first.
  public var companions: [Companion]
}
