/// The time that a number is said of, as days, months or years of the calendar.
public struct FigurePeriod: Hashable, Sendable {
  /// A day, a month or a year.
  public struct Date: Hashable, Sendable {
    /// The year.
    public var year: Int
    /// From 1 to 12; nil for the whole year.
    public var month: Int?
    /// From 1; nil for the whole month.
    public var day: Int?

    /// A year, month or day.
    public init(year: Int, month: Int? = nil, day: Int? = nil) {
      self.year = year
      self.month = month
      self.day = day
    }
  }

  /// Where it begins.
  public var first: Date
  /// Where it ends; the same as ``first`` for one day, month or year.
  public var last: Date

  /// From one date to another.
  public init(_ first: Date, _ last: Date? = nil) {
    self.first = first
    self.last = last ?? first
  }
}

/// Reads what says when: 截至7月末, 一季度, 1—2月, 上半年, 去年, 昨天.
struct FigurePeriodReader {
  let text: FigureText
  /// The date of the issue, in relation to which 今年 and 7月 are read.
  let issue: FigurePeriod.Date?

  /// The time that is named at a place, and how long its name is; without a period if it is none of the calendar, or not
  /// known without the date of an issue.
  struct Match {
    var end: Int
    var period: FigurePeriod?
  }

  func match(at index: Int, end: Int) -> Match? {
    guard var match = one(at: index, end: end) else { return nil }
    // 7月28日至8月5日, 去年至今年
    if let next = rangeSign(at: match.end), let second = one(at: next, end: end),
      let first = match.period,
      let last = second.period
    {
      let start = first.first
      match = Match(end: second.end, period: FigurePeriod(start, last.last))
    }
    // 以来: up to the issue.
    if text.has("以来", at: match.end), let first = match.period?.first, let issue {
      let start = FigurePeriod.Date(year: first.year, month: first.month ?? 1, day: first.day)
      match = Match(end: match.end + 2, period: FigurePeriod(start, Self.monthOf(issue)))
    }
    while let length = Self.tails.match(text, at: match.end, end: end)?.length {
      match.end += length
    }
    return match
  }

  private static let tails = WordTable<Bool>([
    ("末 期间 以来 时期 内 里 全天 上午 下午 晚上 晚间 凌晨 清晨 早晨 夜间 中午 之前 以前 前后 左右", true)
  ])

  private func rangeSign(at index: Int) -> Int? {
    switch text[index] {
    case "-", "~": return text[index + 1] == "-" ? index + 2 : index + 1
    case "至", "到": return index + 1
    default: return nil
    }
  }

  private static func monthOf(_ date: FigurePeriod.Date) -> FigurePeriod.Date {
    FigurePeriod.Date(year: date.year, month: date.month)
  }

  private func one(at index: Int, end: Int) -> Match? {
    relative(at: index, end: end) ?? named(at: index, end: end) ?? numbered(at: index, end: end)
      ?? clock(at: index, end: end)
  }

  // MARK: - Words

  private enum Word: Sendable {
    case year(Int)
    case month(Int)
    case day(Int)
    case firstHalf, secondHalf
    case quarter(Int)
    case quarters(Int)
    case yearEnd, yearStart
    case unknown
  }

  private static let words = WordTable<Word>([
    ("今年 本年 本年度 今年度 全年 当年 年内 今年内", .year(0)), ("去年 上年 上一年 上年度 去年全年 去年度", .year(-1)),
    ("前年", .year(-2)), ("明年 来年 下一年", .year(1)),
    ("后年", .year(2)), ("本月 当月 这个月 本月份", .month(0)), ("上月 上个月 上一个月 上月份", .month(-1)),
    ("下月 下个月", .month(1)),
    ("今天 今日 当天 当日", .day(0)), ("昨天 昨日", .day(-1)), ("前天", .day(-2)), ("明天 明日", .day(1)),
    ("后天", .day(2)),
    ("上半年", .firstHalf), ("下半年", .secondHalf), ("一季度 首季 第一季度 首季度 1季度", .quarter(1)),
    ("二季度 第二季度 2季度", .quarter(2)),
    ("三季度 第三季度 3季度", .quarter(3)), ("四季度 第四季度 4季度", .quarter(4)), ("前三季度 前三个季度", .quarters(3)),
    ("前两季度 前两个季度", .quarters(2)), ("年底 年末 岁末", .yearEnd), ("年初 开年", .yearStart),
    (
      "目前 日前 近日 近期 近年来 现在 当前 此前 此后 随后 迄今 至今 以往 过去 近来 同期 本周 上周 下周 周末 本轮 春节 国庆节 国庆 暑期 春运 五一 清明 端午 中秋 元旦 "
        + "假期 黄金周 节日 月底 月末 月初 中旬 上旬 下旬 周一 周二 周三 周四 周五 周六 周日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 早上 上午 下午 晚上 凌晨 "
        + "today yesterday january february march april may june july august september october november december 未来 今后 首日 首周 首月 日均 月均 年均",
      .unknown
    ),
  ])

  private func relative(at index: Int, end: Int) -> Match? {
    guard let (word, length) = Self.words.match(text, at: index, end: end) else { return nil }
    var place = index + length
    guard let issue else { return Match(end: place, period: nil) }
    var year = issue.year
    switch word {
    case .unknown: return Match(end: place, period: nil)
    case .year(let offset):
      year += offset
      if text[place] == "的" || text[place] == " " { break }
      if let part = part(ofYear: year, at: place, end: end) { return part }
      return Match(end: place, period: FigurePeriod(FigurePeriod.Date(year: year)))
    case .month(let offset):
      guard let month = issue.month else { return Match(end: place, period: nil) }
      let count = year * 12 + month - 1 + offset
      var date = FigurePeriod.Date(year: count / 12, month: count % 12 + 1)
      takePart(ofMonth: &date, at: &place)
      return Match(end: place, period: FigurePeriod(date))
    case .day(let offset):
      return Match(end: place, period: Self.day(issue, offset).map { FigurePeriod($0) })
    case .firstHalf: return Match(end: place, period: Self.months(1, 6, of: year))
    case .secondHalf: return Match(end: place, period: Self.months(7, 12, of: year))
    case .quarter(let quarter):
      if let month = issue.month, (quarter - 1) * 3 + 1 > month + 3 { year -= 1 }
      return Match(end: place, period: Self.months(quarter * 3 - 2, quarter * 3, of: year))
    case .quarters(let count): return Match(end: place, period: Self.months(1, count * 3, of: year))
    case .yearEnd:
      return Match(end: place, period: FigurePeriod(FigurePeriod.Date(year: year, month: 12)))
    case .yearStart:
      return Match(end: place, period: FigurePeriod(FigurePeriod.Date(year: year, month: 1)))
    }
    return Match(end: place, period: FigurePeriod(FigurePeriod.Date(year: year)))
  }

  /// 十四五, and the like.
  private func named(at index: Int, end: Int) -> Match? {
    let place = index
    guard text[place] == "十", let tens = ChineseReading.digits[text[place + 1]],
      text[place + 2] == "五",
      !(text[place + 3] == "个" || text[place + 3] == "%"), text[place + 1] != "五"
    else { return nil }
    let behind = text[place + 3] == "”" ? place + 4 : place + 3
    guard
      text[place - 1] == "“"
        || ["期间", "时期", "规划", "末"].contains(where: { text.has($0, at: behind) })
    else { return nil }
    // The sixth five-year plan began in 1981.
    let first = 1981 + (Int(tens) + 10 - 6) * 5
    let next = behind
    if text[next] == "末" {
      return Match(end: next + 1, period: FigurePeriod(FigurePeriod.Date(year: first + 4)))
    }
    return Match(
      end: next,
      period: FigurePeriod(FigurePeriod.Date(year: first), FigurePeriod.Date(year: first + 4)))
  }

  // MARK: - Numbers

  private func number(at index: Int, end: Int) -> (value: Int, end: Int)? {
    var place = index
    if text[place].isASCIIDigit {
      var value = 0
      while place < end, text[place].isASCIIDigit, place - index < 4 {
        value = value * 10 + Int(text[place].value - 0x30)
        place += 1
      }
      return text[place].isASCIIDigit || text[place] == "." ? nil : (value, place)
    }
    guard let reading = ChineseReading(text, at: index, end: end), reading.high == nil,
      reading.remainder == nil,
      reading.low < 10_000
    else { return nil }
    return (Int(reading.low), reading.end)
  }

  /// Behind a blank, if 年, 月 or 日 follows it: 2018 年 3 月.
  private func behindBlank(_ index: Int) -> Int {
    text[index] == " " && "年月日".unicodeScalars.contains(text[index + 1]) ? index + 1 : index
  }

  private static let years = 1900...2099

  private func numbered(at index: Int, end: Int) -> Match? {
    if text[index] == "前" { return firstMonths(at: index, end: end, year: nil) }
    guard let (value, after) = number(at: index, end: end) else { return nil }
    let next = behindBlank(after)
    switch text[next] {
    case "年":
      let isYear = Self.years.contains(value)
      if !isYear, let issue, value < 100, text[index].isASCIIDigit, after - index == 2,
        text[next + 1].isASCIIDigit
          || "年初底末".unicodeScalars.contains(text[next + 1])
      {
        // 17年年初
        let year = issue.year / 100 * 100 + value
        return part(ofYear: year, at: next + 1, end: end)
          ?? Match(end: next + 1, period: FigurePeriod(FigurePeriod.Date(year: year)))
      }
      guard isYear else { return nil }
      var place = next + 1
      if text[place] == "度" { place += 1 }
      return part(ofYear: value, at: place, end: end)
        ?? Match(end: place, period: FigurePeriod(FigurePeriod.Date(year: value)))
    case "-", "~", "至", "到", "、":
      return monthRange(from: value, at: index, next, end: end)
    case "月":
      guard (1...12).contains(value) else { return nil }
      return month(value, year: nil, at: next + 1, end: end)
    case "日":
      guard (1...31).contains(value), text[next + 1] != "均" else { return nil }
      guard let issue, let month = issue.month, text[index - 1] != "第" else {
        return Match(end: next + 1, period: nil)
      }
      var date = FigurePeriod.Date(year: issue.year, month: month, day: value)
      if let day = issue.day, value > day + 1 {
        // Later than the issue: of the month before.
        let count = date.year * 12 + month - 2
        date = FigurePeriod.Date(year: count / 12, month: count % 12 + 1, day: value)
      }
      return Match(end: next + 1, period: FigurePeriod(date))
    default: return nil
    }
  }

  /// 1—2月, 1至9月, 2021—2023年.
  private func monthRange(from value: Int, at index: Int, _ sign: Int, end: Int, year: Int? = nil)
    -> Match?
  {
    var next = sign + 1
    if text[next] == "-" { next += 1 }
    guard let (second, after) = number(at: next, end: end), second > value else { return nil }
    if text[after] == "年", Self.years.contains(value), Self.years.contains(second) {
      return Match(
        end: after + 1,
        period: FigurePeriod(FigurePeriod.Date(year: value), FigurePeriod.Date(year: second)))
    }
    if text[after] == "日", (1...31).contains(second), text[sign] != "、" {
      return Match(end: after + 1, period: nil)
    }
    guard text[after] == "月", (1...12).contains(value), (1...12).contains(second), text[sign] != "、"
    else {
      return nil
    }
    var place = after + 1
    if text[place] == "份" { place += 1 }
    let known = year ?? self.year(ofMonth: second)
    return Match(end: place, period: known.flatMap { Self.months(value, second, of: $0) })
  }

  /// 前4个月, 前十一个月.
  private func firstMonths(at index: Int, end: Int, year: Int?) -> Match? {
    guard let (count, next) = number(at: index + 1, end: end), (2...11).contains(count) else {
      return nil
    }
    let place = text[next] == "个" ? next + 1 : next
    guard text[place] == "月" else { return nil }
    return Match(
      end: place + 1, period: (year ?? issue?.year).flatMap { Self.months(1, count, of: $0) })
  }

  /// What stands behind a year: a month, a quarter, a half.
  private func part(ofYear year: Int, at index: Int, end: Int) -> Match? {
    var place = index
    if text[place] == "," || text[place] == " " { place += 1 }
    if let (word, length) = Self.words.match(text, at: place, end: end) {
      let next = place + length
      switch word {
      case .firstHalf: return Match(end: next, period: Self.months(1, 6, of: year))
      case .secondHalf: return Match(end: next, period: Self.months(7, 12, of: year))
      case .quarter(let quarter):
        return Match(end: next, period: Self.months(quarter * 3 - 2, quarter * 3, of: year))
      case .quarters(let count):
        return Match(end: next, period: Self.months(1, count * 3, of: year))
      case .yearEnd:
        return Match(end: next, period: FigurePeriod(FigurePeriod.Date(year: year, month: 12)))
      case .yearStart:
        return Match(end: next, period: FigurePeriod(FigurePeriod.Date(year: year, month: 1)))
      default: break
      }
    }
    if text[place] == "底" || text[place] == "末" {
      return Match(end: place + 1, period: FigurePeriod(FigurePeriod.Date(year: year, month: 12)))
    }
    if text[place] == "初" {
      return Match(end: place + 1, period: FigurePeriod(FigurePeriod.Date(year: year, month: 1)))
    }
    if text[place] == "前" { return firstMonths(at: place, end: end, year: year) }
    guard let (value, after) = number(at: place, end: end), (1...12).contains(value) else {
      return nil
    }
    let next = behindBlank(after)
    if text[next] == "月" { return month(value, year: year, at: next + 1, end: end) }
    return monthRange(from: value, at: place, next, end: end, year: year)
  }

  /// The year of a month without one: the issue's, or the one before if it is far ahead.
  private func year(ofMonth month: Int) -> Int? {
    issue.map { $0.year - (month > ($0.month ?? 12) + Self.monthsAhead ? 1 : 0) }
  }

  /// How many months ahead an issue says without a year what is planned; a later month is that of the year before.
  private static let monthsAhead = 3

  private func month(_ month: Int, year: Int?, at index: Int, end: Int) -> Match {
    let known = year ?? self.year(ofMonth: month)
    var place = index
    guard let known else {
      if let (_, next) = day(at: place, end: end) { place = next }
      return Match(end: place, period: nil)
    }
    var date = FigurePeriod.Date(year: known, month: month)
    if let (day, next) = day(at: place, end: end) {
      date.day = day
      place = next
      // 8月18日至20日
      if let sign = rangeSign(at: place), let (last, after) = self.day(at: sign, end: end),
        last > day
      {
        var end = date
        end.day = last
        return Match(end: after, period: FigurePeriod(date, end))
      }
      return Match(end: clockEnd(at: place, end: end), period: FigurePeriod(date))
    }
    takePart(ofMonth: &date, at: &place)
    return Match(end: place, period: FigurePeriod(date))
  }

  private func day(at index: Int, end: Int) -> (Int, Int)? {
    let place = text[index] == " " && text[index + 1].isASCIIDigit ? index + 1 : index
    guard let (value, after) = number(at: place, end: end), (1...31).contains(value) else {
      return nil
    }
    let next = behindBlank(after)
    return text[next] == "日" || text[next] == "号" ? (value, next + 1) : nil
  }

  private func takePart(ofMonth date: inout FigurePeriod.Date, at place: inout Int) {
    if text[place] == "份" { place += 1 }
    if "底末初".unicodeScalars.contains(text[place]) { place += 1 }
    for word in ["上旬", "中旬", "下旬"] where text.has(word, at: place) { place += 2 }
  }

  // MARK: - Times of the day

  private func clockEnd(at index: Int, end: Int) -> Int {
    clock(at: text.skippingBlanks(from: index), end: end)?.end ?? index
  }

  /// 18时20分, 8：30, 0—24时.
  private func clock(at index: Int, end: Int) -> Match? {
    guard let (hour, next) = number(at: index, end: end), hour <= 24 else { return nil }
    if text[next] == ":" || text[next] == "：" {
      guard next - index <= 2, let (minute, after) = number(at: next + 1, end: end), minute < 60,
        after - next == 3
      else { return nil }
      var place = after
      if text[place] == ":", let (_, last) = number(at: place + 1, end: end) { place = last }
      return Match(end: place, period: nil)
    }
    if text[next] == "-" || text[next] == "至",
      let (last, after) = number(at: text[next + 1] == "-" ? next + 2 : next + 1, end: end),
      last <= 24,
      text[after] == "时"
    {
      return Match(end: after + 1, period: nil)
    }
    guard text[next] == "时" || text[next] == "点" && text[index - 1] != "第", text[next + 1] != "间"
    else { return nil }
    if text[next] == "点" {
      // 3000点 and 三点要求 are no times: a minute or a half has to follow, or a preposition.
      guard let (_, after) = number(at: next + 1, end: end), text[after] == "分" else {
        return text[next + 1] == "半" || text[next + 1] == "钟" || text[next + 1] == "整"
          ? Match(end: next + 2, period: nil) : nil
      }
      return Match(end: after + 1, period: nil)
    }
    if let (_, after) = number(at: next + 1, end: end), text[after] == "分" {
      return Match(end: after + 1, period: nil)
    }
    return Match(end: next + 1, period: nil)
  }

  // MARK: - The calendar

  private static func months(_ first: Int, _ last: Int, of year: Int) -> FigurePeriod? {
    FigurePeriod(
      FigurePeriod.Date(year: year, month: first), FigurePeriod.Date(year: year, month: last))
  }

  private static func day(_ date: FigurePeriod.Date, _ offset: Int) -> FigurePeriod.Date? {
    guard var month = date.month, var day = date.day else { return nil }
    var year = date.year
    day += offset
    if day < 1 {
      month -= 1
      if month < 1 { (year, month) = (year - 1, 12) }
      day += IssueDate.dayCount(ofMonth: month, year: year)
    } else if day > IssueDate.dayCount(ofMonth: month, year: year) {
      day -= IssueDate.dayCount(ofMonth: month, year: year)
      month += 1
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    return FigurePeriod.Date(year: year, month: month, day: day)
  }
}
