@testable import BulletinSearch

extension ParsedQuery {
  /// The texts of a query in order of appearance, wanted or not.
  var texts: [String] {
    switch self {
    case .text(let text), .exact(let text), .prefix(let text), .near(let text, _): [text]
    case .field(_, let query), .boosted(let query, _): query.texts
    case .number, .date: []
    case .all(let parts), .any(let parts): parts.flatMap(\.texts)
    case .excluding(let wanted, let unwanted): wanted.texts + unwanted.texts
    }
  }
}

extension CalendarDate {
  /// The day on which the tests read queries.
  static let testDay = CalendarDate(year: 2024, month: 3, day: 31)
}
