internal import AnswerRecords
internal import BulletinSearch

/// What articles have to fulfil besides the query, and where and how near its words have to stand, as it was typed.
struct SearchScope: Equatable {
  var since: String?
  var until: String?
  var issues: [String] = []
  var totals: [String] = []
  var sections: [String] = []
  var authors: [String] = []
  var units: [String] = []
  var bulletins: [String] = []
  var field: String?
  var nearDistance: Int?

  /// The options that are set.
  var names: [String] {
    let lists = [
      ("--issue", issues), ("--total", totals), ("--section", sections), ("--author", authors),
      ("--unit", units), ("--bulletin", bulletins),
    ]
    let values = [("--since", since), ("--until", until), ("--in", field)]
    return values.filter { $0.1 != nil }.map(\.0) + lists.filter { !$0.1.isEmpty }.map(\.0)
      + (nearDistance == nil ? [] : ["--near"])
  }

  /// What is wrong with a value, and what to write instead; nil if nothing is that could be told without the index.
  func problem(_ messages: Messages, today: CalendarDate?) -> String? {
    for (name, text) in [("--since", since), ("--until", until)] {
      if let text, CalendarDate.period(text, today: today) == nil {
        return messages.noDate(text, option: name)
      }
    }
    if let since, let until, let first = CalendarDate.period(since, today: today)?.first,
      let last = CalendarDate.period(until, today: today)?.last, first.isAfter(last)
    {
      return messages.reversedDates(since, until)
    }
    if let field, ExcerptField(name: field) == nil { return messages.noField(field) }
    if let nearDistance, !SearchOptions.distances.contains(nearDistance) {
      return messages.outOfRange("--near", SearchOptions.distances)
    }
    return nil
  }

  /// Sets what the options of a search have for it.
  ///
  /// - Precondition: There is no problem.
  func set(in options: inout SearchOptions) {
    let today = options.today
    options.filter.since = since.flatMap { CalendarDate.period($0, today: today)?.first }
    options.filter.until = until.flatMap { CalendarDate.period($0, today: today)?.last }
    options.filter.issues = issues
    options.filter.totals = totals
    options.filter.sections = sections
    options.filter.authors = authors
    options.filter.units = units
    options.filter.bulletins = bulletins
    options.field = field.flatMap { ExcerptField(name: $0) }
    options.nearDistance = nearDistance
  }
}

extension CalendarDate {
  /// Whether all of the date is later than all of another.
  fileprivate func isAfter(_ other: CalendarDate) -> Bool {
    let first = (year, month ?? 1, day ?? 1)
    let last = (other.year, other.month ?? .max, other.day ?? .max)
    return first > last
  }
}
