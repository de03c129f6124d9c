internal import InvertedIndex

/// What a shard is asked: one line of JSON.
///
///     {"op":"health"}
///     {"op":"catalogue"}                                   the rows of its files
///     {"op":"frequencies","terms":["e59fba","e59fbae7ab99"]}
///     {"op":"vocabulary","vocabulary":{…}}                 what near texts are found by
///     {"op":"search","query":{…}}                          what a ranking may ask of it
///     {"op":"search","query":{…},"questions":[{…}]}        just that
///
/// Terms are bytes, written in hexadecimal.
package struct ShardRequest: Codable, Equatable, Sendable {
  /// What is asked.
  package enum Kind: String, Codable, Sendable {
    case health, catalogue, frequencies, vocabulary, search
  }

  package var op: Kind
  var terms: [HexTerm]?
  var vocabulary: VocabularyQuestions?
  var query: ShardQuery?
  var questions: [ShardQuestion]?

  init(
    _ kind: Kind, terms: [HexTerm]? = nil, vocabulary: VocabularyQuestions? = nil,
    query: ShardQuery? = nil, questions: [ShardQuestion]? = nil
  ) {
    op = kind
    self.terms = terms
    self.vocabulary = vocabulary
    self.query = query
    self.questions = questions
  }

  /// A question of the kind that needs nothing else.
  package init(op: Kind) { self.init(op) }
}

/// A query as all shards get it, with the statistics by which they score.
struct ShardQuery: Codable, Equatable, Sendable {
  /// As it was typed.
  var text: String
  /// The same taken apart, with what near texts and other names put beside its texts; nil if nothing does.
  var widened: ParsedQuery?
  var options: ShardOptions
  /// How many of the best articles are wanted, of all shards together; 0 for none.
  var limit: Int
  /// How many articles the collection has, and the sum of their lengths.
  var articles: Int
  var totalLength: Int
  /// In how many articles of the collection each term of the query occurs.
  var frequencies: [TermFrequency]
  /// Documents of the shard that the filter names by their issues: the first of each range and what is behind it.
  var documents: NumberList?
  /// Whether results are read at once of the articles that may be among the best.
  var readsResults: Bool

  /// Whether all numbers are such as a collection can have, so that no sum of them overflows.
  var isPossible: Bool {
    let most = Int(UInt32.max)
    return (0...most).contains(limit) && (0...most).contains(articles)
      && (0...most << 20).contains(totalLength)
      && frequencies.allSatisfy { (0...articles).contains($0.count) }
  }

  var statistics: CollectionStatistics {
    CollectionStatistics(
      documentCount: articles, totalLength: totalLength,
      documentFrequencies: Dictionary(
        frequencies.map { ($0.term.term, $0.count) }, uniquingKeysWith: { $1 }))
  }
}

/// A term with the number of articles that have it.
struct TermFrequency: Codable, Equatable, Sendable {
  var term: HexTerm
  var count: Int
}

/// The bytes of a term in hexadecimal.
struct HexTerm: Hashable, Sendable {
  var term: Term

  init(_ term: Term) { self.term = term }
}

extension HexTerm: Codable {
  init(from decoder: any Decoder) throws {
    let bytes = try HexBytes(from: decoder).bytes
    guard (1...Term.maximumByteCount).contains(bytes.count), !bytes.contains(0) else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "no term"))
    }
    term = Term(bytes)
  }

  func encode(to encoder: any Encoder) throws { try HexBytes(term.bytes).encode(to: encoder) }
}

/// Bytes in hexadecimal.
struct HexBytes: Equatable, Sendable {
  var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }
}

extension HexBytes: Codable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let digits = try container.decode(String.self).utf8.map { Self.values[$0] }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for place in stride(from: 0, to: digits.count - 1, by: 2) {
      if let high = digits[place], let low = digits[place + 1] { bytes.append(high << 4 | low) }
    }
    guard bytes.count * 2 == digits.count else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "no bytes in hexadecimal")
    }
    self.bytes = bytes
  }

  func encode(to encoder: any Encoder) throws {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(Self.digits[Int(byte >> 4)])
      text.append(Self.digits[Int(byte & 0xF)])
    }
    var container = encoder.singleValueContainer()
    try container.encode(String(decoding: text, as: UTF8.self))
  }

  private static let digits = Array("0123456789abcdef".utf8)
  private static let values = Dictionary(
    uniqueKeysWithValues: digits.enumerated().map { ($1, UInt8($0)) })
}

/// What a ranking asks of the articles of a shard.
///
/// Articles have the numbers that they have in the shard.
enum ShardQuestion: Codable, Equatable, Sendable {
  /// The articles that have the query in their title.
  case titled
  /// The best articles of a set, and if details are given how many it has (``CountDetails/rawValue``).
  case best(of: MatchSet, limit: Int, details: Int?)
  /// Whether a set has an article.
  case presence(of: MatchSet)
  /// What articles gain by nearness.
  case gains(of: NumberList, isComplete: Bool)
  /// How often what was asked for occurs.
  case occurrences(of: CountedMatches)
  /// How the articles are spread.
  case facets(of: CountedMatches)
  /// The articles as results.
  case results(of: [WantedResult])
  /// The dates of articles, as the index keeps them.
  case dates(of: NumberList)
  /// How many articles there are in each slot of time.
  case slots(of: CountedMatches, splitsDocuments: Bool)
  /// What names articles.
  case names(of: NumberList)
}

extension ShardQuestion {
  /// Whether it can be asked of an index.
  var isPossible: Bool {
    guard case .best(_, let limit, _) = self else { return true }
    return (0...Int(UInt32.max)).contains(limit)
  }
}

/// An article of which a result is wanted, and what the ranking has found of it.
struct WantedResult: Codable, Hashable, Sendable {
  /// The number of the article in the shard.
  var document: Int
  var match: MatchKind
  var hasWholeApart: Bool
  /// Its place among all, from 1; nil if no explanation is wanted.
  var rank: Int?
  var order: WayOrder?
  /// Whether it has all of the query; nil if it was not looked at for what it gains by nearness.
  var isComplete: Bool?
}
