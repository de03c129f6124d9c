/// A word that ICU's dictionary lacks and the articles use again and again, with the evidence.
public struct SuggestedWord: Sendable, Equatable, Codable {
  /// The word as it is searched.
  public var word: String
  /// How often it occurs.
  public var occurrences: Int
  /// In how many articles.
  public var articles: Int
  /// How much more often its parts stand together than they would by chance, in bits, where it is cut at
  /// its weakest place (pointwise mutual information).
  public var cohesion: Double
  /// How freely it is used: the entropy of what stands before it and behind it, the lesser, in bits.
  public var freedom: Double
  /// How the word is cut without a dictionary of the user.
  public var cut: [String]
}

/// Which words to suggest.
///
/// With these constants the first thirty words of newsletters, of bulletins and of technical
/// documents were nearly all words or names; they were not tuned further.
public struct SuggestionOptions: Sendable, Equatable {
  /// How many words, the best first.
  public var limit = 30
  /// How the words begin; empty for all.
  public var prefix = ""
  /// How often a word occurs at least: with fewer the entropies say nothing.
  public var minimumOccurrences = 5
  /// In how many articles it occurs at least: what one article repeats is its own.
  public var minimumArticles = 2
  /// Parts that stand together 32 times as often as by chance, 2⁵: 优化 and 开源 have 2⁶ there, names
  /// 2⁹ and more.
  public var minimumCohesion = 5.0
  /// About three neighbours in equal shares, on either side: what has fewer is a part of something longer.
  public var minimumFreedom = 1.5

  /// The usual options.
  public init() {}
}
