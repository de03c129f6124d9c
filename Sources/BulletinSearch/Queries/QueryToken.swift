/// The smallest parts of a query.
enum QueryToken: Equatable {
  case text(String)
  case quoted(String)
  case prefix(String)
  case near(String, distance: Int)
  /// The name of a field before its value, with what was typed for it.
  case field(TextField, typed: String)
  case number(NumberField, NumberRange)
  case date(DateRange)
  /// The factor of what ends directly before it.
  case boost(Double)
  /// OR, with what was typed for it.
  case or(String)
  /// NOT, with what was typed for it.
  case not(String)
  /// A minus sign directly before what is not wanted.
  case minus
  case open
  case close
}

/// A token and where it stands.
struct PlacedToken {
  var token: QueryToken
  /// In Unicode scalars of the query.
  var range: Range<Int>
}

extension QueryToken {
  static func tokens(of query: String, today: CalendarDate? = nil) -> [QueryToken] {
    var scanner = QueryScanner(Array(query.unicodeScalars), today: today)
    var tokens: [QueryToken] = []
    while let placed = scanner.next() { tokens.append(placed.token) }
    return tokens
  }

  /// Whether the token is something to look for, or begins it.
  var startsPrimary: Bool {
    switch self {
    case .text, .quoted, .prefix, .near, .field, .number, .date, .open: true
    case .boost, .or, .not, .minus, .close: false
    }
  }
}
