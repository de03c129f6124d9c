/// The constants of the ranking.
///
/// ``init()`` has the ones that searches use; others are for measuring them (`bsearch eval --set`).
public struct RankingParameters: Sendable, Equatable {
  /// How slowly repetition of a term stops to count (BM25's *k*₁).
  public var k1 = 1.2
  /// How much a long article is held against it, from 0 to 1 (BM25's *b*).
  public var b = 0.75

  /// A pair that is a word by itself.
  public var word = 1.0
  /// A pair inside of a longer word.
  public var innerPair = 0.7
  /// A pair across the border of two Han words.
  public var crossPair = 0.5
  /// A pair of a Han character and one of another script.
  public var mixedPair = 0.3
  /// A character that is a word by itself.
  public var singleCharacter = 0.5
  /// Every Han character, besides what it counts otherwise.
  public var character = 0.1
  /// A Han word of three or more characters, besides its pairs.
  public var longWord = 0.2
  /// A word of another script, or a number.
  public var otherWord = 1.0
  /// What marks join, besides its parts.
  public var compound = 0.5

  /// A factor for what a word that only asks has part in, as 如何.
  public var interrogative = 0.2

  /// What the same term counts besides if it is in the title, divided by the number of words in the
  /// query.
  public var title = 0.5
  /// The same for the byline.
  public var byline = 0.5

  /// What an article gains that has all words of the query within one window (`Proximity` has the formula).
  public var window = 0.2
  /// What an article gains that has the query as one run, besides.
  public var run = 0.1
  /// What an article gains besides that has the query as one run in its title.
  public var titleRun = 0.1

  public init() {}

  /// Whether anything is gained by nearness.
  var gains: Bool { window > 0 || run > 0 || titleRun > 0 }

  /// The constants by the names of their properties, as ``set(_:to:)`` takes them.
  public static var names: [String] { paths.map(\.name) }

  /// Changes the constant of a name; false if there is none of that name, or if the value is negative,
  /// or of b above 1.
  public mutating func set(_ name: String, to value: Double) -> Bool {
    guard value >= 0, name != "b" || value <= 1 else { return false }
    guard let path = Self.paths.first(where: { $0.name == name })?.path else { return false }
    self[keyPath: path] = value
    return true
  }

  private static var paths: [(name: String, path: WritableKeyPath<Self, Double>)] {
    [
      ("k1", \.k1), ("b", \.b), ("word", \.word), ("innerPair", \.innerPair),
      ("crossPair", \.crossPair), ("mixedPair", \.mixedPair),
      ("singleCharacter", \.singleCharacter), ("character", \.character),
      ("longWord", \.longWord), ("otherWord", \.otherWord), ("compound", \.compound),
      ("interrogative", \.interrogative),
      ("title", \.title), ("byline", \.byline), ("window", \.window), ("run", \.run),
      ("titleRun", \.titleRun),
    ]
  }
}
