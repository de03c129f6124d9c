package import BulletinSearch

/// What a search is restricted to and how its texts match, as a query of the page and of the interface says it.
///
/// The names are those of the options of `bsearch search`.
package struct SearchParameters: Sendable, Equatable {
  package var since = ""
  package var until = ""
  package var issues: [String] = []
  package var totals: [String] = []
  package var sections: [String] = []
  package var authors: [String] = []
  package var units: [String] = []
  package var bulletins: [String] = []
  package var field: SearchField?
  package var nearDistance: Int?
  package var matchesAny = false
  package var requiresAllWords = false
  package var fuzziness = 0
  package var matchesPinyin = false
  package var comparesAsWritten = false

  /// A place where the texts of a query have to stand.
  package enum SearchField: String, CaseIterable, Sendable {
    case title, section, author, unit, body, furniture
  }

  /// How many queries can be compared: as many lines of a chart as can be told apart.
  package static let mostQueries = 6

  package init() {}

  package init(_ reader: inout ParameterReader) throws(ParameterError) {
    since = try reader.text("since") ?? ""
    until = try reader.text("until") ?? ""
    issues = try reader.list("issue")
    totals = try reader.list("total")
    sections = try reader.list("section")
    authors = try reader.list("author")
    units = try reader.list("unit")
    bulletins = try reader.list("bulletin")
    field = try reader.choice("in")
    nearDistance = try reader.optionalNumber("near", in: SearchOptions.distances)
    matchesAny = try reader.flag("any")
    requiresAllWords = try reader.flag("all-words")
    fuzziness = try reader.number("fuzzy", in: 0...2, default: 0)
    matchesPinyin = try reader.flag("pinyin")
    comparesAsWritten = try reader.flag("verbatim")
  }

  /// The fields of a query that say the same.
  package var fields: [QueryString.Field] {
    let lists = [
      ("issue", issues), ("total", totals), ("section", sections), ("author", authors),
      ("unit", units), ("bulletin", bulletins),
      ("since", [since]), ("until", [until]), ("in", [field?.rawValue ?? ""]),
      ("near", [nearDistance.map { "\($0)" } ?? ""]),
      ("fuzzy", [fuzziness == 0 ? "" : "\(fuzziness)"]),
    ]
    let flags = [
      ("any", matchesAny), ("all-words", requiresAllWords), ("pinyin", matchesPinyin),
      ("verbatim", comparesAsWritten),
    ]
    return lists.flatMap { name, values in
      values.filter { !$0.isEmpty }.map { QueryString.Field(name: name, value: $0) }
    } + flags.filter(\.1).map { QueryString.Field(name: $0.0, value: "true") }
  }

  /// Sets what the options of a search have for it; those know which day it is.
  package func set(in options: inout SearchOptions) throws(ParameterError) {
    let first = try date(since, "since", options.today)?.first
    let last = try date(until, "until", options.today)?.last
    if let first, let last, first.order > last.order {
      throw ParameterError(name: "until", reason: .reversedDates)
    }
    options.filter.since = first
    options.filter.until = last
    options.filter.issues = issues
    options.filter.totals = totals
    options.filter.sections = sections
    options.filter.authors = authors
    options.filter.units = units
    options.filter.bulletins = bulletins
    options.field = field.flatMap { ExcerptField(name: $0.rawValue) }
    options.nearDistance = nearDistance
    options.matchesAny = matchesAny
    options.requiresAllWords = requiresAllWords
    options.fuzziness = fuzziness
    options.matchesPinyin = matchesPinyin
    options.comparesAsWritten = comparesAsWritten
  }

  private func date(
    _ text: String, _ name: String, _ today: CalendarDate?
  ) throws(ParameterError) -> (first: CalendarDate, last: CalendarDate)? {
    guard !text.isEmpty else { return nil }
    guard let period = CalendarDate.period(text, today: today) else {
      throw ParameterError(name: name, reason: .noDate)
    }
    return (period.first, period.last)
  }
}

extension CalendarDate {
  /// Grows with time.
  fileprivate var order: Int { (year * 100 + (month ?? 0)) * 100 + (day ?? 0) }
}
