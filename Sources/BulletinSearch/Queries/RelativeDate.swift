internal import Bulletins

/// The dates that words name in relation to a day: 去年, 上个月, 近三年, last-year.
struct RelativeDate {
  let today: CalendarDate

  /// The dates of a word that ``LineFolding`` has folded; nil if it names none, or one that is finer
  /// than what is known of the day.
  func period(_ word: String) -> DateRange? {
    guard today.isPossible else { return nil }
    let word = word.lowercased().filter { $0 != "-" && $0 != "_" }
    if let (unit, distance) = Self.words[word] {
      return today.truncated(to: unit)?.moved(by: distance).map { DateRange($0) }
    }
    return span(word)
  }

  private static let words: [String: (CalendarDate.Unit, Int)] = [
    "今年": (.year, 0), "本年": (.year, 0), "thisyear": (.year, 0),
    "去年": (.year, -1), "上年": (.year, -1), "lastyear": (.year, -1),
    "前年": (.year, -2), "明年": (.year, 1), "nextyear": (.year, 1),
    "本月": (.month, 0), "这个月": (.month, 0), "這個月": (.month, 0), "thismonth": (.month, 0),
    "上月": (.month, -1), "上个月": (.month, -1), "上個月": (.month, -1), "lastmonth": (.month, -1),
    "今天": (.day, 0), "今日": (.day, 0), "today": (.day, 0),
    "昨天": (.day, -1), "昨日": (.day, -1), "yesterday": (.day, -1), "前天": (.day, -2),
  ]

  /// The time until today that 近三年, 最近3个月 or last30days names: from the same day so much
  /// earlier.
  private func span(_ word: String) -> DateRange? {
    guard let start = Self.starts.first(where: word.hasPrefix),
      let (end, unit, count) = Self.ends.first(where: { word.hasSuffix($0.word) }),
      word.count > start.count + end.count
    else { return nil }
    var scanner = LineScanner(word.dropFirst(start.count).dropLast(end.count))
    guard let number = scanner.takeNumeral(), scanner.isAtEnd, number > 0,
      number <= Self.largestNumber,
      let first = today.moved(by: -number * count, unit)
    else { return nil }
    return DateRange(first: first, last: today)
  }

  /// More days than a century has are no recent time.
  private static let largestNumber = 36_525
  private static let starts = ["最近", "近", "过去", "last", "past"]
  /// A longer word stands before its end.
  private static let ends: [(word: String, unit: CalendarDate.Unit, count: Int)] = [
    ("年", .year, 1), ("years", .year, 1), ("year", .year, 1),
    ("个月", .month, 1), ("個月", .month, 1), ("月", .month, 1),
    ("months", .month, 1), ("month", .month, 1),
    ("天", .day, 1), ("日", .day, 1), ("days", .day, 1), ("day", .day, 1),
    ("个星期", .day, 7), ("星期", .day, 7), ("周", .day, 7), ("weeks", .day, 7), ("week", .day, 7),
  ]
}
