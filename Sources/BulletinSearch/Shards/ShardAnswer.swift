internal import InvertedIndex

/// What a shard answers: one line of JSON, with what was asked and nothing else.
package struct ShardAnswer: Codable, Sendable {
  var op: ShardRequest.Kind
  /// Of the protocol.
  var version = Self.version
  var health: ShardHealth?
  var catalogue: [ShardGroup]?
  /// As many as terms were asked for.
  var frequencies: NumberList?
  var vocabulary: VocabularyAnswers?
  var search: ShardMatches?
  /// How long it took, in microseconds.
  package var elapsed: Int?
  package var error: ShardProblem?

  /// The version of what is asked and answered; shards of another one are refused.
  static let version = 1

  package init(op: ShardRequest.Kind) { self.op = op }

  /// Says why a request is not answered.
  package init(_ problem: ShardProblem, op: ShardRequest.Kind = .health) {
    self.op = op
    error = problem
  }
}

/// Why a request is not answered.
package struct ShardProblem: Codable, Equatable, Sendable {
  /// One word for programs.
  package var code: String
  /// A sentence for people.
  package var message: String
  /// What of the request it is about.
  package var detail: String?

  package init(code: String, message: String, detail: String? = nil) {
    self.code = code
    self.message = message
    self.detail = detail
  }
}

/// What has to be the same of all shards, and how large one is.
struct ShardHealth: Codable, Equatable, Sendable {
  var articles: Int
  var totalLength: Int
  var groups: Int
  /// By what rules texts were analysed.
  var analyzer: String
  /// The words with which the index was made.
  var dictionary: String?
  /// The index file.
  var path: String
}

/// A file of a shard, or a part or an issue of one.
struct ShardGroup: Codable, Equatable, Sendable {
  var articles: Int
  /// As the index keeps it.
  var row: HexBytes
}

/// What a shard says of its articles that match a query.
struct ShardMatches: Codable, Sendable {
  var titled: Titled?
  var sets: [Best] = []
  var presence: [Presence] = []
  var gains: [Gains] = []
  var occurrences: [Occurrences] = []
  var facets: [Facets] = []
  var results: [Result] = []
  var dates: Dates?
  var slots: SlotCounts?
  var names: [ArticleName] = []

  /// Articles that have the query in their title.
  struct Titled: Codable, Sendable {
    /// How many there are, at most one more than are ranked.
    var count: Int
    /// Of each of the best the number, the score, and 1 if its title is the query; nil if that holds for none of few.
    var best: NumberList?
  }

  /// The best articles of a set.
  struct Best: Codable, Sendable {
    var set: MatchSet
    var limit: Int
    /// Of each the number and the score.
    var articles: NumberList
    var details: Int?
    var count: Count?
  }

  struct Count: Codable, Sendable {
    var articles: Int
    var occurrences: Int
    var issues: Int

    static let none = Count(articles: 0, occurrences: 0, issues: 0)
  }

  struct Presence: Codable, Sendable {
    var set: MatchSet
    var isThere: Bool
  }

  /// What articles gain by nearness.
  struct Gains: Codable, Sendable {
    var isComplete: Bool
    /// Of each the number and the gain.
    var gains: NumberList
    /// Of each that cannot be among the best the number, and what it gains at most.
    var bounds: NumberList
  }

  struct Occurrences: Codable, Sendable {
    var counted: CountedMatches
    var count: Int
  }

  struct Facets: Codable, Sendable {
    var counted: CountedMatches
    var counts: FacetCounts
  }

  struct Result: Codable, Sendable {
    var wanted: WantedResult
    var result: SearchResult
  }

  struct Dates: Codable, Sendable {
    /// Of each article the number and the date.
    var dates: NumberList
  }

  /// What names an article.
  struct ArticleName: Codable, Sendable {
    var document: Int
    var id: String
    var title: String
  }

  /// How many articles there are in each slot of time, in the order of the slots of the shard.
  struct SlotCounts: Codable, Sendable {
    /// The slots: of each the group, the date as the column has it or -1 where all articles of the group are of one time, how
    /// many articles it has and how many characters; those of the issues without articles are missing.
    var slots: NumberList
    /// How often what was asked for occurs in all.
    var occurrences: Int
    /// Of each slot with something: its place in `slots`, 1 if the query asks for it, articles, occurrences, the first article and the
    /// last one, -1 if there is none.
    var counts: NumberList
  }
}

/// What the dictionary of a shard is asked to find near texts by.
struct VocabularyQuestions: Codable, Equatable, Sendable {
  /// Terms of which it is asked how many articles have them.
  var terms: [HexTerm] = []
  /// Characters of which it is asked which Han characters stand behind them.
  var followers: [UInt32] = []
  /// Runs of characters of which it is asked how many articles have them.
  var runs: [[UInt32]] = []
  /// Whether all Han characters are asked for.
  var ideographs = false
  /// Whether all words of other scripts are asked for.
  var otherWords = false

  var isEmpty: Bool { self == VocabularyQuestions() }
}

/// What it answers, in the order of the questions.
struct VocabularyAnswers: Codable, Sendable {
  var terms = NumberList()
  /// For each character the characters behind it, each with the number of articles.
  var followers: [NumberList] = []
  var runs = NumberList()
  /// Each with the number of articles.
  var ideographs: NumberList?
  var otherWords: [TermFrequency]?
}
