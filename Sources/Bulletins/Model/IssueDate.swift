/// A day, or a month where the source names no day.
public struct IssueDate: Hashable, Sendable {
  /// The year, 1900 to 2099.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day of the month; nil if only the month is known.
  public var day: Int?

  /// A date of the calendar, or nil if there is none such: 2022-02-30 is no date.
  ///
  /// The years are those in which a Chinese bulletin can have appeared, 1900 to 2099.
  public init?(year: Int, month: Int, day: Int? = nil) {
    guard Self.years.contains(year), (1...12).contains(month) else { return nil }
    if let day, !(1...Self.dayCount(ofMonth: month, year: year)).contains(day) { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  private static let years = 1900...2099

  /// How many days a month from 1 to 12 has.
  package static func dayCount(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension IssueDate: Comparable {
  /// Orders by time; a month without a day comes before its days.
  public static func < (left: IssueDate, right: IssueDate) -> Bool {
    (left.year, left.month, left.day ?? 0) < (right.year, right.month, right.day ?? 0)
  }
}

extension IssueDate: CustomStringConvertible {
  /// The ISO 8601 form: `2022-08-30`, or `2022-08` without a day.
  public var description: String {
    let month = "\(year)-\(Self.twoDigits(month))"
    return day.map { "\(month)-\(Self.twoDigits($0))" } ?? month
  }

  private static func twoDigits(_ value: Int) -> String {
    value < 10 ? "0\(value)" : "\(value)"
  }
}
