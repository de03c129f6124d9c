internal import TextAnalysis

/// ``SearchOptions`` as they are sent to a shard, or by whoever asks a collection: every key may be missing, and means what it means there.
package struct ShardOptions: Codable, Equatable, Sendable {
  var limit: Int?
  var offset: Int?
  var passages: Int?
  var passageLength: Int?
  var excerpts: ExcerptKind?
  var totals: Bool?
  var occurrences: Bool?
  var fillsUpTo: Int?
  var any: Bool?
  var allWords: Bool?
  var strictest: Bool?
  /// As `2022-08-30`.
  var today: String?
  var verbatim: Bool?
  var fuzzy: Int?
  var pinyin: Bool?
  var since: String?
  var until: String?
  var issues: [String]?
  var total: [String]?
  var sections: [String]?
  var authors: [String]?
  var units: [String]?
  var bulletins: [String]?
  var field: String?
  var near: Int?
  var sort: ResultOrder?
  var reverse: Bool?
  var explain: Bool?
  var facets: Int?
  /// The constants of the ranking that are not the usual ones.
  var ranking: [String: Double]?
  /// The text of a dictionary.
  var dictionary: String?
  /// Names that stand for each other.
  var synonyms: [[String]]?

  /// The options of a search, of which those that are as usual are left out.
  package init(_ options: SearchOptions) {
    let usual = SearchOptions()
    func unusual<Value: Equatable>(_ path: KeyPath<SearchOptions, Value>) -> Value? {
      options[keyPath: path] == usual[keyPath: path] ? nil : options[keyPath: path]
    }
    limit = unusual(\.limit)
    offset = unusual(\.offset)
    passages = unusual(\.passageCount)
    passageLength = unusual(\.passageLength)
    excerpts = unusual(\.excerpts)
    totals = unusual(\.includesTotals)
    occurrences = unusual(\.countsOccurrences)
    fillsUpTo = options.fillsUpTo
    any = unusual(\.matchesAny)
    allWords = unusual(\.requiresAllWords)
    strictest = unusual(\.keepsToStrictest)
    today = options.today?.description
    verbatim = unusual(\.comparesAsWritten)
    fuzzy = unusual(\.fuzziness)
    pinyin = unusual(\.matchesPinyin)
    since = options.filter.since?.description
    until = options.filter.until?.description
    issues = unusual(\.filter.issues)
    total = unusual(\.filter.totals)
    sections = unusual(\.filter.sections)
    authors = unusual(\.filter.authors)
    units = unusual(\.filter.units)
    bulletins = unusual(\.filter.bulletins)
    field = options.field?.rawValue
    near = options.nearDistance
    sort = unusual(\.order)
    reverse = unusual(\.isReversed)
    explain = unusual(\.explains)
    facets = options.facetLimit
    let constants = RankingParameters.names.filter {
      options.ranking[$0] != usual.ranking[$0]
    }
    ranking = constants.isEmpty ? nil : constants.reduce(into: [:]) { $0[$1] = options.ranking[$1] }
    dictionary = options.dictionary?.text
    synonyms = options.synonyms?.groups
  }

  /// The options that are meant.
  ///
  /// - Throws: ``ShardError/badOption(_:)`` with the name of one whose value is none.
  package func searchOptions() throws(ShardError) -> SearchOptions {
    var options = SearchOptions()
    func number(_ value: Int?, _ name: String, in range: ClosedRange<Int>) throws(ShardError)
      -> Int?
    {
      guard let value else { return nil }
      guard range.contains(value) else { throw .badOption(name) }
      return value
    }
    func date(_ text: String?, _ name: String) throws(ShardError) -> CalendarDate? {
      guard let text else { return nil }
      guard let date = CalendarDate(iso: text) else { throw .badOption(name) }
      return date
    }
    options.limit = try number(limit, "limit", in: 0...Self.largest) ?? options.limit
    options.offset = try number(offset, "offset", in: 0...Self.largest) ?? 0
    options.passageCount =
      try number(passages, "passages", in: 0...Self.largest) ?? options.passageCount
    options.passageLength =
      try number(passageLength, "passageLength", in: 0...Self.largest) ?? options.passageLength
    options.excerpts = excerpts ?? options.excerpts
    options.includesTotals = totals ?? options.includesTotals
    options.countsOccurrences = occurrences ?? options.countsOccurrences
    options.fillsUpTo = try number(fillsUpTo, "fillsUpTo", in: 0...Self.largest)
    options.matchesAny = any ?? false
    options.requiresAllWords = allWords ?? false
    options.keepsToStrictest = strictest ?? false
    options.today = try date(today, "today")
    options.comparesAsWritten = verbatim ?? false
    options.fuzziness = try number(fuzzy, "fuzzy", in: 0...2) ?? 0
    options.matchesPinyin = pinyin ?? false
    options.filter.since = try date(since, "since")
    options.filter.until = try date(until, "until")
    options.filter.issues = issues ?? []
    options.filter.totals = total ?? []
    options.filter.sections = sections ?? []
    options.filter.authors = authors ?? []
    options.filter.units = units ?? []
    options.filter.bulletins = bulletins ?? []
    if let field {
      guard let known = ExcerptField(rawValue: field) else { throw .badOption("field") }
      options.field = known
    }
    if let near {
      guard SearchOptions.distances.contains(near) else { throw .badOption("near") }
      options.nearDistance = near
    }
    options.order = sort ?? .score
    options.isReversed = reverse ?? false
    options.explains = explain ?? false
    options.facetLimit = try number(facets, "facets", in: 0...Self.largest)
    for (name, value) in ranking ?? [:] {
      guard options.ranking.set(name, to: value) else { throw .badOption("ranking") }
    }
    options.dictionary = dictionary.map { UserDictionary(parsing: Array($0.utf8)) }
    options.synonyms = synonyms.map(Synonyms.init)
    return options
  }

  /// As many as a program can ask for without a sum that overflows.
  private static let largest = Int(Int32.max)
}

/// Why a collection of shards cannot answer.
package enum ShardError: Error, Equatable, Sendable {
  /// An option has a value that it cannot have.
  case badOption(String)
  /// A request lacks what its kind needs, or is of no kind that is known.
  case badRequest(String)
  /// The statistics that came with a query lack a term of it.
  case missingStatistics
  /// The shards were made by different rules, or one speaks another version of the protocol.
  case differentShards(String)
  /// An answer of a shard cannot be read.
  case badAnswer(shard: Int, String)
  /// No shard has answered.
  case noAnswer
}
