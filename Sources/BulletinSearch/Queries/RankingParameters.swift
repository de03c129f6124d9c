/// The constants of the ranking.
///
/// ``init()`` has the ones that searches use; others are for measuring them (`bsearch eval --set`). They were set
/// on the development sets of six retrieval collections together: laymen's questions to statutes, keywords and
/// titles to abstracts, and three sets of questions to paragraphs, one of them traditional, each but the first
/// among 20,000 other documents, and of twelve made of newsletters, statutes and technical documents; none on one collection
/// alone. <doc:Ranking> has the experiments. The figures are losses of nDCG@10 with the other
/// constants as they are, on the statutes unless said otherwise. `Benchmarks/README.md` has the whole.
public struct RankingParameters: Sendable, Equatable {
  /// How slowly repetition of a term stops to count (BM25's *k*₁).
  ///
  /// .9 lost .003; 1.5 lost .002 on questions.
  public var k1 = 1.2
  /// How much a long article is held against it, from 0 to 1 (BM25's *b*).
  ///
  /// .55 lost .004 and .9 lost .002.
  public var b = 0.75

  /// A pair that is a word by itself: the measure of the other weights.
  public var word = 1.0
  /// A pair inside of a longer word.
  ///
  /// .7, from a study of other collections, lost .001.
  public var innerPair = 1.0
  /// A pair across the border of two Han words.
  ///
  /// .4 lost .001 and .7 lost .004.
  public var crossPair = 0.55
  /// A pair of a Han character and one of another script.
  ///
  /// 0 changed nothing where few texts have Latin letters; it is for 5G基站 and its like.
  public var mixedPair = 0.3
  /// A character that is a word by itself.
  ///
  /// .3 lost .002, and .005 on questions; .9 lost .002.
  public var singleCharacter = 0.6
  /// Every Han character, besides what it counts otherwise.
  ///
  /// 0 lost .003, and .002 on questions and on traditional texts; .3 lost nothing.
  public var character = 0.15
  /// A Han word of three or more characters, besides its pairs; 0 and .4 were as good within .001.
  public var longWord = 0.2
  /// A word of another script, or a number, which has no pairs of its own.
  ///
  /// 1 lost .048 on questions and .024 on headlines of newsletters on software, and nothing where texts are all Chinese; a
  /// Chinese word of two characters has its pair, its characters and the pairs beside it.
  public var otherWord = 2.0
  /// What marks join (gb/t19000), besides its parts.
  ///
  /// .5 lost .002 on questions and headlines of newsletters, 0 lost .015.
  public var compound = 1.0
  /// A factor for what a word that only asks has part in, as 如何.
  ///
  /// 1 lost .005 and .003 on two sets of questions.
  public var interrogative = 0.2

  /// What a term counts that is in the query *n* times: *n* to this power times as much, from 0 to 1.
  ///
  /// 1 lost .0004 on keywords and .0009 on the statutes and gained .002 on questions; .5 lost .001 on the statutes
  /// and .004 on questions.
  public var repetition = 0.8

  /// What the same term counts besides if it is in the title, divided by the number of words in the
  /// query.
  ///
  /// .5 lost .001; 0 lost nothing there and .003 on the corpus of this repository, whose queries are short. The
  /// same weight for queries of any length had lost up to .02.
  public var title = 0.2
  /// The same for the byline, by likeness: no collection has bylines.
  public var byline = 0.2

  /// What an article gains that has all words of the query within one window (`Proximity` has the
  /// formula).
  ///
  /// 0 lost .005, and .001 to .002 on three of the others.
  public var window = 0.2
  /// The same within a clause, besides.
  ///
  /// 0 lost .0004 in the mean of all sets, .004 and .002 on short questions.
  public var close = 0.1
  /// What an article gains that has all words in its title, its section, its byline or its first sentence.
  ///
  /// 0 lost .003 in the mean: .013 on keywords, .015 on questions and .004 on headlines.
  public var lead = 0.15
  /// What an article gains that has the query as one run, spaces aside, besides.
  ///
  /// 0 lost .002 on short questions, .2 lost .002 on the statutes.
  public var run = 0.1
  /// What an article gains besides that has the query as one run in its title, by likeness.
  public var titleRun = 0.1

  /// What an article gains that has all words, where ways of matching are mixed (``WayOrder``).
  ///
  /// 0 lost .0003 in the mean, .1 lost .0002: runs and windows say nearly the same.
  public var complete = 0.05

  /// The constants that were found best.
  public init() {}

  /// Whether anything is gained by nearness.
  var gains: Bool {
    window > 0 || close > 0 || lead > 0 || run > 0 || titleRun > 0 || complete > 0
  }

  /// The constants by the names of their properties, as ``set(_:to:)`` takes them.
  public static var names: [String] { paths.map(\.name) }

  /// Changes the constant of a name; false if there is none of that name, or if the value is negative
  /// or no number, or of b above 1.
  public mutating func set(_ name: String, to value: Double) -> Bool {
    guard value.isFinite, value >= 0, !["b", "repetition"].contains(name) || value <= 1 else {
      return false
    }
    guard let path = Self.paths.first(where: { $0.name == name })?.path else { return false }
    self[keyPath: path] = value
    return true
  }

  /// The constant of a name; nil if there is none of that name.
  subscript(name: String) -> Double? {
    Self.paths.first { $0.name == name }.map { self[keyPath: $0.path] }
  }

  private static var paths: [(name: String, path: WritableKeyPath<Self, Double>)] {
    [
      ("k1", \.k1), ("b", \.b), ("word", \.word), ("innerPair", \.innerPair),
      ("crossPair", \.crossPair), ("mixedPair", \.mixedPair),
      ("singleCharacter", \.singleCharacter), ("character", \.character),
      ("longWord", \.longWord), ("otherWord", \.otherWord), ("compound", \.compound),
      ("repetition", \.repetition),
      ("interrogative", \.interrogative), ("title", \.title), ("byline", \.byline),
      ("window", \.window), ("close", \.close), ("lead", \.lead), ("run", \.run),
      ("titleRun", \.titleRun), ("complete", \.complete),
    ]
  }
}
