internal import Bulletins

/// A day, a month or a year.
public struct CalendarDate: Hashable, Sendable {
  /// The year of the Gregorian calendar.
  public var year: Int
  /// From 1; nil for the whole year.
  public var month: Int?
  /// From 1; nil for the whole month.
  ///
  /// Without a month there is no day.
  public var day: Int?

  /// A year, month or day.
  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }
}

/// As its ISO 8601 form.
extension CalendarDate: Codable {
  /// - Throws: `DecodingError` if the text is no date.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let date = CalendarDate(iso: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no date")
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The ISO 8601 form: `2022`, `2022-08` or `2022-08-30`.
  public var description: String {
    ([year] + [month, day].compactMap(\.self)).map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: "-")
  }
}

extension CalendarDate {
  /// The date of an ISO 8601 form, as ``description`` writes it; nil for any other text, and for a day that is in no calendar.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        ? Int(part) : nil
    }
    guard (1...3).contains(parts.count), numbers.count == parts.count else { return nil }
    self.init(
      year: numbers[0], month: numbers.dropFirst().first, day: numbers.dropFirst(2).first)
    guard isPossible else { return nil }
  }

  init(_ date: IssueDate) {
    self.init(year: date.year, month: date.month, day: date.day)
  }

  /// The years that a query can name: all of four digits, though no bulletin is dated before 1900 or
  /// after 2099.
  static let years = 1000...9999

  /// Whether the calendar has the date, and its year is one of ``years``.
  var isPossible: Bool {
    guard Self.years.contains(year) else { return false }
    guard let month else { return day == nil }
    guard (1...Self.monthCount).contains(month) else { return false }
    return day.map { (1...IssueDate.dayCount(ofMonth: month, year: year)).contains($0) } ?? true
  }

  /// A number that orders days by time, of the first day that the date has: 20220801 for 2022-08.
  var firstDay: Int {
    Self.order(year, month ?? 1, day ?? 1)
  }

  /// The same of the last day: 20220831 for 2022-08.
  var lastDay: Int {
    let month = month ?? Self.monthCount
    return Self.order(year, month, day ?? IssueDate.dayCount(ofMonth: month, year: year))
  }

  private static let monthCount = 12
  /// What makes room for two digits.
  private static let dayScale = 100

  private static func order(_ year: Int, _ month: Int, _ day: Int) -> Int {
    (year * dayScale + month) * dayScale + day
  }
}

// MARK: - Reckoning

extension CalendarDate {
  enum Unit {
    case year
    case month
    case day
  }

  /// The finest unit that the date names.
  private var unit: Unit {
    day != nil ? .day : month != nil ? .month : .year
  }

  /// The date without what is finer than `unit`; nil if it is not as fine as that itself.
  func truncated(to unit: Unit) -> CalendarDate? {
    switch unit {
    case .year: CalendarDate(year: year)
    case .month: month.map { CalendarDate(year: year, month: $0) }
    case .day: day == nil ? nil : self
    }
  }

  /// The next or the last date of the same unit; nil if it would not be possible.
  func moved(by count: Int) -> CalendarDate? {
    moved(by: count, unit)
  }

  /// The date so many units later, or earlier if there are fewer than none.
  ///
  /// A day that the month does not have becomes its last one. Nil if the date is less fine than
  /// the unit, or too far away to be possible.
  func moved(by count: Int, _ unit: Unit) -> CalendarDate? {
    guard isPossible, abs(count) <= Self.maximumMove else { return nil }
    var date = self
    switch unit {
    case .year: date.year += count
    case .month:
      guard let month else { return nil }
      let months = year * Self.monthCount + month - 1 + count
      date.year = months / Self.monthCount
      date.month = months % Self.monthCount + 1
    case .day:
      guard day != nil else { return nil }
      for _ in 0..<abs(count) { date.moveByDay(isForward: count > 0) }
    }
    if let month = date.month, let day = date.day {
      date.day = min(day, IssueDate.dayCount(ofMonth: month, year: date.year))
    }
    return date.isPossible ? date : nil
  }

  /// A century of days.
  private static let maximumMove = 36_525

  private mutating func moveByDay(isForward: Bool) {
    guard let month, let day else { return }
    let moved = day + (isForward ? 1 : -1)
    if (1...IssueDate.dayCount(ofMonth: month, year: year)).contains(moved) {
      self.day = moved
    } else if isForward {
      let isLast = month == Self.monthCount
      self = CalendarDate(year: isLast ? year + 1 : year, month: isLast ? 1 : month + 1, day: 1)
    } else {
      let isFirst = month == 1
      let before = CalendarDate(
        year: isFirst ? year - 1 : year, month: isFirst ? Self.monthCount : month - 1)
      self = CalendarDate(
        year: before.year, month: before.month, day: before.lastDay % Self.dayScale)
    }
  }
}

extension IssueSummary {
  /// The date as numbers; nil if none is known.
  public var calendarDate: CalendarDate? { date.flatMap { CalendarDate(iso: $0) } }
}
