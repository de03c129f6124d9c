internal import Bulletins

/// Dates from one to another, both of them included; an absent end is open.
///
/// One day, month or year is a range from it to it.
struct DateRange: Equatable, Sendable, Codable {
  /// At least one of the two is there.
  var first: CalendarDate?
  var last: CalendarDate?

  init(first: CalendarDate?, last: CalendarDate?) {
    self.first = first
    self.last = last
  }

  init(_ date: CalendarDate) {
    self.init(first: date, last: date)
  }
}

extension DateRange: CustomStringConvertible {
  /// The range as a query has it: `2022-08`, `2021..2022-06`, `2022-08-30..`.
  var description: String {
    if let first, first == last { return "\(first)" }
    return (first.map { "\($0)" } ?? "") + ".." + (last.map { "\($0)" } ?? "")
  }
}

extension DateRange {
  /// The dates that a text names; nil if it names none, or only in relation to a day that is not
  /// known.
  init?(_ text: String, today: CalendarDate?) {
    let reader = DateReader(today: today)
    guard let range = reader.range(text) else { return nil }
    if let first = range.first, let last = range.last, first.firstDay > last.lastDay { return nil }
    self = range
  }

  /// The dates of one word or date, without a sign between two; nil if the text names none.
  init?(period text: String, today: CalendarDate?) {
    guard case .one(let text) = RangeExpression(text, dashIsRange: false),
      let range = DateReader(today: today).period(text)
    else { return nil }
    self = range
  }
}

/// Reads dates as people type them, and ranges of them.
private struct DateReader {
  let today: CalendarDate?

  func range(_ text: String) -> DateRange? {
    switch RangeExpression(text, dashIsRange: false) {
    case .one(let text):
      if let range = period(text) { return range }
      guard case .between(let first, let last) = RangeExpression(text, dashIsRange: true) else {
        return nil
      }
      return range(from: first, to: last)
    case .between(let first, let last): return range(from: first, to: last)
    case .from(let text, let isIncluded):
      guard let first = period(text)?.first else { return nil }
      return (isIncluded ? first : first.moved(by: 1)).map { DateRange(first: $0, last: nil) }
    case .to(let text, let isIncluded):
      guard let last = period(text)?.last else { return nil }
      return (isIncluded ? last : last.moved(by: -1)).map { DateRange(first: nil, last: $0) }
    case nil: return nil
    }
  }

  private func range(from first: String?, to last: String?) -> DateRange? {
    let start = first.flatMap(period)
    guard (start == nil) == (first == nil) else { return nil }
    guard let last, !Self.nows.contains(last) else {
      return start.map { DateRange(first: $0.first, last: nil) }
    }
    guard let end = period(last) ?? completed(last, after: start?.last) else { return nil }
    return DateRange(first: start?.first, last: end.last)
  }

  /// What follows 至 in 2022年8月至今.
  private static let nows: Set<String> = ["今", "现在", "now"]

  func period(_ text: String) -> DateRange? {
    if let date = date(text) { return DateRange(date) }
    return today.flatMap { RelativeDate(today: $0).period(text) }
  }

  /// The end of 2022年8月至12月 or 8月30日至31日, with what it has from the start.
  private func completed(_ text: String, after start: CalendarDate?) -> DateRange? {
    guard let start else { return nil }
    let month = start.month.map { "\($0)月" } ?? ""
    return (date("\(start.year)年\(text)") ?? date("\(start.year)年\(month)\(text)"))
      .map { DateRange($0) }
  }

  private func date(_ text: String) -> CalendarDate? {
    let line = LineScanner(Substring(text))
    var scanner = line
    if let date = scanner.takeDate() ?? scanner.takeCompactDate(), scanner.isAtEnd {
      return CalendarDate(date)
    }
    if let date = farDate(line) { return date }
    scanner = line
    guard let year = scanner.takeYear() else { return nil }
    if scanner.isAtEnd { return CalendarDate(year: year) }
    if scanner.take("年") { return scanner.isAtEnd ? CalendarDate(year: year) : nil }
    // A month of one digit, which a line of prose does not have: 2022-8.
    guard scanner.take("-") || scanner.take("/") || scanner.take("."),
      let month = scanner.takeNumeral(), scanner.isAtEnd
    else { return nil }
    let date = CalendarDate(year: year, month: month)
    return date.isPossible ? date : nil
  }

  /// A date of a year in which no bulletin appeared, as an end of a range may be: 1800, 2200年8月, 1899-12-31.
  private func farDate(_ line: LineScanner) -> CalendarDate? {
    var scanner = line
    guard var year = scanner.takeNumeral() else { return nil }
    var parts: [Int] = []
    if year > CalendarDate.years.upperBound {
      // 22000830.
      parts = [year / 100 % 100, year % 100]
      year /= 10_000
    } else if scanner.take("年") {
      if let month = scanner.takeNumeral() {
        guard scanner.take("月") else { return nil }
        parts.append(month)
        if let day = scanner.takeNumeral() {
          guard scanner.take("日") || scanner.take("号") else { return nil }
          parts.append(day)
        }
      }
    } else if let sign = (["-", "/", "."] as [Unicode.Scalar]).first(where: { scanner.take($0) }) {
      guard let month = scanner.takeNumeral() else { return nil }
      parts.append(month)
      if scanner.take(sign) {
        guard let day = scanner.takeNumeral() else { return nil }
        parts.append(day)
      }
    }
    let date = CalendarDate(year: year, month: parts.first, day: parts.dropFirst().first)
    return scanner.isAtEnd && date.isPossible ? date : nil
  }
}
