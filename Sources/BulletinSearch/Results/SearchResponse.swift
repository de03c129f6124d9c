public import TextAnalysis

/// What a search found.
public struct SearchResponse: Sendable, Equatable {
  /// The best articles, best first.
  public var results: [SearchResult]
  /// How much there is in all; nil if it was not asked for.
  public var totals: SearchTotals?
  /// How many articles there are of each way of matching that was looked for, from the strictest on, as far as
  /// they were counted; empty if ``totals`` are not wanted.
  ///
  /// Looser ways are looked for only while results are missing, so this depends on the limit.
  public var ways: [WayCount] = []
  /// The weakest way in which the results match: ``MatchKind/some`` says that some have not everything.
  public var match: MatchKind
  /// Whether there are further results behind the limit.
  public var hasMore = false
  /// Near texts that were searched for besides what was typed, because ``SearchOptions/fuzziness`` or
  /// ``SearchOptions/matchesPinyin`` asks for them.
  public var alternatives: [String] = []
}

/// How many articles match as everything was written, or if none does, in the next best way.
public struct SearchTotals: Sendable, Equatable, Codable {
  public var articles: Int
  public var issues: Int
  /// How often what was asked for occurs in them.
  ///
  /// In each field the first place counts at which a text of the query stands, of those that begin there
  /// the longest, and so on behind it: none overlaps another. In articles that do not have all texts as
  /// they were written, the words of the texts count too.
  ///
  /// Nil where they were not asked for (``SearchOptions/countsOccurrences``), and beside results that have only
  /// some of the words: most articles have, and all of their texts would have to be looked through for a number that
  /// says little. ``BulletinIndex/count(_:options:tellAlternatives:)`` does it.
  public var occurrences: Int?
  /// How the articles match.
  public var match: MatchKind
  /// How much there is of the query as one text, where it has several parts or signs; nil where that
  /// is all there is or nothing.
  public var whole: WholeCount?

  public init(
    articles: Int, issues: Int, occurrences: Int?, match: MatchKind, whole: WholeCount? = nil
  ) {
    self.articles = articles
    self.issues = issues
    self.occurrences = occurrences
    self.match = match
    self.whole = whole
  }
}

/// How many articles match in one way and in none that is stricter.
public struct WayCount: Sendable, Equatable, Codable {
  public var match: MatchKind
  public var articles: Int

  public init(match: MatchKind, articles: Int) {
    self.match = match
    self.articles = articles
  }
}

/// How often a query stands in articles as one text.
public struct WholeCount: Sendable, Equatable, Codable {
  public var articles: Int
  public var occurrences: Int

  public init(articles: Int, occurrences: Int) {
    self.articles = articles
    self.occurrences = occurrences
  }
}

/// How to search.
public struct SearchOptions: Sendable, Equatable {
  /// How many results to return at most.
  public var limit = 10
  /// How many of the best to leave out.
  public var offset = 0
  /// How many passages a result has at most; 0 for none.
  ///
  /// A result has no more than 1,000, whatever is asked for.
  public var passageCount = 1
  /// How long a passage is at most, in characters, unless what was found is longer; with 0 it is what
  /// was found and nothing around it.
  public var passageLength = 80
  /// What ``SearchResult/passages`` are.
  public var excerpts = ExcerptKind.passages
  /// Whether ``SearchResponse/totals`` is wanted.
  public var includesTotals = true
  /// Whether ``SearchTotals/occurrences`` is wanted, for which texts may have to be looked through.
  public var countsOccurrences = true
  /// Up to how many results articles that do not match in the strictest way are added; nil for the sum of
  /// offset and limit.
  public var fillsUpTo: Int?
  /// Whether articles that have only some of what is asked for are counted too.
  public var matchesAny = false
  /// Whether articles have to have all of it, words that only ask or join others too: if none does,
  /// nothing is found.
  public var requiresAllWords = false
  /// Whether nothing is found but the articles that match in the strictest way in which any article does:
  /// those that ``SearchTotals`` counts.
  public var keepsToStrictest = false
  /// The day in relation to which a query means 去年 or 上个月; without it such a word is text.
  public var today: CalendarDate?
  /// Whether characters are compared as they are written, and not as they fold.
  public var comparesAsWritten = false
  /// How many characters may differ in texts that are searched for besides what was typed: 0, 1 or 2.
  public var fuzziness = 0
  /// Whether texts are searched for too that are read as what was typed, or whose pinyin it is.
  public var matchesPinyin = false
  /// The constants of the ranking.
  public var ranking = RankingParameters()
  /// Words by which the query is cut, beside those with which the index was made.
  public var dictionary: UserDictionary?
  /// Names that stand for each other: who searches for one, without quotation marks, finds the others too.
  public var synonyms: Synonyms?

  public init() {}
}

/// Which parts of an article a search returns with it.
public enum ExcerptKind: Sendable {
  /// The best places of the text, as many and as long as asked for.
  case passages
  /// The title, the section, the byline and all paragraphs in which something was found, whole; the title
  /// alone if there is nothing.
  case paragraphs
  /// Every occurrence in title, section, byline and text, and nothing around it: as many as
  /// ``SearchTotals/occurrences`` counts.
  case occurrences
}
