/// What somebody typed, taken apart but not yet looked up.
indirect enum ParsedQuery: Equatable, Sendable, Codable {
  /// A text as it was typed between spaces.
  case text(String)
  /// A text in quotation marks, which has to be there as it stands.
  case exact(String)
  /// What words begin with.
  case prefix(String)
  /// All words of the text within so many characters.
  case near(String, distance: Int)
  /// What has to be in one field of an article; in it are no further fields, numbers or dates.
  case field(TextField, ParsedQuery)
  case number(NumberField, NumberRange)
  case date(DateRange)
  /// What counts so many times as much as the rest.
  case boosted(ParsedQuery, Double)
  case all([ParsedQuery])
  case any([ParsedQuery])
  /// The first, without what matches the second.
  case excluding(ParsedQuery, ParsedQuery)
}

extension ParsedQuery {
  /// Whether the query is words between spaces and nothing else.
  ///
  /// Brackets around all of it change nothing and do not count.
  var isPlain: Bool {
    switch self {
    case .text: true
    case .all(let parts): parts.allSatisfy { if case .text = $0 { true } else { false } }
    case .exact, .prefix, .near, .field, .number, .date, .boosted, .any, .excluding: false
    }
  }

  /// How far apart words that are near each other may be, in characters; no article is longer.
  static let distances = 1...100_000
}
