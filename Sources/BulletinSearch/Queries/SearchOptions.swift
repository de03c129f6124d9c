public import TextAnalysis

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
  /// What articles have to fulfil besides the query.
  public var filter = ArticleFilter()
  /// The field that has to hold the texts of the query, but for those that name one themselves; nil for any.
  public var field: ExcerptField?
  /// Within how many characters of each other the words of the query have to stand, in any order; nil for anywhere.
  ///
  /// It is one of ``distances``.
  public var nearDistance: Int?
  /// In which order results come.
  public var order = ResultOrder.score
  /// Whether they come in the opposite order; not of ``ResultOrder/score``.
  public var isReversed = false
  /// Whether every result says why it has its score (``SearchResult/explanation``).
  public var explains = false
  /// How many values of each facet ``SearchTotals/facets`` has at most; nil if facets are not wanted.
  public var facetLimit: Int?
  /// The constants of the ranking.
  public var ranking = RankingParameters()
  /// Words by which the query is cut, beside those with which the index was made.
  public var dictionary: UserDictionary?
  /// Names that stand for each other: who searches for one, without quotation marks, finds the others too.
  public var synonyms: Synonyms?

  /// The usual options.
  public init() {}

  /// What ``nearDistance`` may be.
  public static let distances = ParsedQuery.distances
}

/// Which parts of an article a search returns with it.
public enum ExcerptKind: String, Sendable, Codable {
  /// The best places of the text, as many and as long as asked for.
  case passages
  /// The title, the section, the byline and all paragraphs in which something was found, whole; the title
  /// alone if there is nothing.
  case paragraphs
  /// The sentences of the text in which most was found, whole, as many as passages are asked for; none if nothing was found
  /// in it.
  case sentences
  /// Every occurrence in title, section, byline and text, and nothing around it: as many as
  /// ``SearchTotals/occurrences`` counts.
  case occurrences
}
