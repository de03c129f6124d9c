import Testing

@testable import BulletinSearch

/// Numbers and dates of queries.
struct QueryValueTests {
  private func parse(_ query: String) -> ParsedQuery {
    QueryParser.parse(query, today: .testDay).query
  }

  @Test(
    arguments: [
      ("8", 8, 8), ("８", 8, 8), ("第八期", 8, 8), ("第8期", 8, 8), ("总第92期", 92, 92),
      ("第九十二期", 92, 92), ("一百零五", 105, 105), ("廿三", 23, 23), ("0", 0, 0), ("一○五", 105, 105),
      ("80..92", 80, 92), ("８０．．９２", 80, 92), ("80…92", 80, 92), ("80……92", 80, 92),
      ("80～92", 80, 92), ("80~92", 80, 92), ("80-92", 80, 92), ("80—92", 80, 92), ("80至92", 80, 92),
      ("第80期到第92期", 80, 92), ("第八十至九十二期", 80, 92),
      (">=90", 90, nil), ("＞＝90", 90, nil), ("≥90", 90, nil), (">90", 91, nil), ("90..", 90, nil),
      ("<=90", nil, 90), ("≤九十", nil, 90), ("＜90", nil, 89), ("..90", nil, 90), ("至90", nil, 90),
    ] as [(String, Int?, Int?)])
  func `a number is Arabic or Chinese, or a range`(value: String, lower: Int?, upper: Int?) {
    let range = NumberRange(lower: lower, upper: upper)
    #expect(parse("期：\(value)") == .number(.issue, range))
    #expect(parse("期号:\(value)") == .number(.issue, range))
    #expect(parse("Issue:\(value)") == .number(.issue, range))
    #expect(parse("总期：\(value)") == .number(.total, range))
    #expect(parse("總期:\(value)") == .number(.total, range))
    #expect(parse("(total：\(value))") == .number(.total, range))
  }

  @Test(
    arguments: [("增刊1", 1, 1), ("增刊第二期", 2, 2), ("增刊１..３", 1, 3), ("增刊", 0, nil)]
      as [(String, Int, Int?)])
  func `a supplement has a number of its own`(value: String, lower: Int, upper: Int?) {
    #expect(
      parse("期：\(value)") == .number(.supplement, NumberRange(lower: lower, upper: upper)))
    #expect(parse("总期：\(value)") == .text("总期：\(value)"))
  }

  @Test(arguments: [
    "八月", "增刊x", "x", "8x", "-1", "92..80", "..", "~", ">", ">=", "8..x", "<0", "1-2-3",
    "1234567890123",
    "9999999999", "十十", "8，9", "“8”",
  ])
  func `what is no number is text`(value: String) {
    #expect(parse("期：\(value)") == .text("期：\(value)"))
  }

  @Test func `a range has its ends`() {
    let range = NumberRange(lower: 8, upper: 10)
    #expect((7...11).filter(range.contains) == [8, 9, 10])
    #expect((7...11).filter(NumberRange(lower: 10, upper: nil).contains) == [10, 11])
  }

  private static func range(_ text: String) -> DateRange {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map { end in
      let numbers = end.split(separator: "-").compactMap { Int($0) }
      return numbers.isEmpty
        ? nil
        : CalendarDate(
          year: numbers[0], month: numbers.dropFirst().first, day: numbers.dropFirst(2).first)
    }
    return DateRange(first: ends[0], last: ends[ends.count - 1])
  }

  @Test(arguments: [
    ("2022", "2022"), ("２０２２", "2022"), ("2022年", "2022"), ("二〇二二", "2022"), ("二〇二二年", "2022"),
    ("二0二二年", "2022"), ("二○二二年", "2022"), ("二零二二年", "2022"), ("二O二二年", "2022"),
    ("2022-08", "2022-8"), ("2022-8", "2022-8"), ("2022/8", "2022-8"), ("2022.8", "2022-8"),
    ("2022.08", "2022-8"), ("2022年8月", "2022-8"), ("２０２２年８月", "2022-8"), ("二〇二二年八月", "2022-8"),
    ("二〇二二年十二月", "2022-12"),
    ("2022-08-30", "2022-8-30"), ("2022-8-30", "2022-8-30"), ("2022/8/30", "2022-8-30"),
    ("2022.8.30", "2022-8-30"), ("20220830", "2022-8-30"), ("2022年8月30日", "2022-8-30"),
    ("2022年8月30号", "2022-8-30"), ("二〇二二年八月三十日", "2022-8-30"), ("２０２２－０８－３０", "2022-8-30"),
    ("2024-02-29", "2024-2-29"),
  ])
  func `a date is read in all of its forms`(value: String, expected: String) {
    for name in ["日期：", "日期:", "date:", "Ｄａｔｅ："] {
      #expect(parse(name + value) == .date(Self.range(expected)))
    }
  }

  @Test(
    arguments: [
      ("2022-08..2022-12", "2022-8/2022-12"), ("2022-08．．2022-12", "2022-8/2022-12"),
      ("2022年8月至2022年12月", "2022-8/2022-12"), ("2022年8月至12月", "2022-8/2022-12"),
      ("8..2022", nil), ("2022年8月30日到31日", "2022-8-30/2022-8-31"),
      ("2022年8月30日—9月2日", "2022-8-30/2022-9-2"), ("2022-08～2022-12", "2022-8/2022-12"),
      ("2022.8.1…2022.8.30", "2022-8-1/2022-8-30"), ("2022.8.1-2022.8.30", "2022-8-1/2022-8-30"),
      ("2021-2023", "2021/2023"), ("2022-08..", "2022-8/"), ("..2022-12", "/2022-12"),
      ("2022年8月至今", "2022-8/"), (">=2022-08", "2022-8/"), (">2022-08", "2022-9/"),
      (">2022-12-31", "2023-1-1/"), ("＞2022-12", "2023-1/"), ("<2022", "/2021"),
      ("<=2022", "/2022"),
      ("<2022-03-01", "/2022-2-28"), ("<2022-01", "/2021-12"), ("2022..2022-08", "2022/2022-8"),
      ("2022-12..2022-08", nil), ("2022-01-01-2022-02-01", nil), (">2099", "2100/"),
      ("<1900", "/1899"),
      ("2000..2200", "2000/2200"), ("1800..", "1800/"), ("..2200年8月", "/2200-8"),
      ("1899-12-31..21000101", "1899-12-31/2100-1-1"), ("1899/12..2100.1", "1899-12/2100-1"),
      ("1000..9999", "1000/9999"), (">9999", nil), ("999..", nil), ("2100-02-29", nil),
      ("2104-2-29", "2104-2-29"), ("一八九九年十二月三十一日至今", "1899-12-31/"),
    ] as [(String, String?)])
  func `a range of dates has one end or two`(value: String, expected: String?) {
    #expect(
      parse("日期：\(value)") == expected.map { ParsedQuery.date(Self.range($0)) }
        ?? .text("日期：\(value)"))
  }

  @Test(arguments: [
    ("今年", "2024"), ("本年", "2024"), ("this-year", "2024"), ("thisyear", "2024"),
    ("去年", "2023"), ("last-year", "2023"), ("LastYear", "2023"), ("前年", "2022"), ("明年", "2025"),
    ("本月", "2024-3"), ("this-month", "2024-3"), ("上个月", "2024-2"), ("上月", "2024-2"),
    ("last-month", "2024-2"), ("今天", "2024-3-31"), ("today", "2024-3-31"), ("昨天", "2024-3-30"),
    ("yesterday", "2024-3-30"), ("近三年", "2021-3-31/2024-3-31"), ("近一年", "2023-3-31/2024-3-31"),
    ("最近1个月", "2024-2-29/2024-3-31"), ("最近3个月", "2023-12-31/2024-3-31"),
    ("近30天", "2024-3-1/2024-3-31"), ("近两周", "2024-3-17/2024-3-31"),
    ("last-30-days", "2024-3-1/2024-3-31"), ("last-2-years", "2022-3-31/2024-3-31"),
    ("去年..今年", "2023/2024"), ("去年至今", "2023/"), ("2022-08..今天", "2022-8/2024-3-31"),
    (">=去年", "2023/"), ("<今年", "/2023"),
  ])
  func `a date may be said in relation to today`(value: String, expected: String) {
    #expect(parse("日期：\(value)") == .date(Self.range(expected)))
    #expect(parse("date:\(value)") == .date(Self.range(expected)))
  }

  @Test(arguments: ["去年", "last-year", "近30天", "2022..今天", "本月"])
  func `without today a word for a date is text`(value: String) {
    let outcome = QueryParser.parse("日期：\(value)")
    #expect(outcome.query == .text("日期：\(value)"))
    #expect(outcome.problems.map(\.kind) == [.badDate])
  }

  @Test func `a day that is known by its year only gives years only`() {
    func parse(_ query: String) -> ParsedQuery {
      QueryParser.parse(query, today: CalendarDate(year: 2024)).query
    }
    #expect(parse("日期：去年") == .date(Self.range("2023")))
    #expect(parse("日期：本月") == .text("日期：本月"))
    #expect(parse("日期：近3天") == .text("日期：近3天"))
  }

  @Test(arguments: [
    CalendarDate(year: .max, month: .max, day: .max), CalendarDate(year: .min),
    CalendarDate(year: 2024, day: 3), CalendarDate(year: 2023, month: 2, day: 29),
  ])
  func `a day that cannot be is as good as none`(today: CalendarDate) {
    for value in ["去年", "本月", "今天", "近30天"] {
      #expect(QueryParser.parse("日期：\(value)", today: today).query == .text("日期：\(value)"))
    }
  }

  @Test(arguments: [
    "2022-13", "2022-02-30", "2022年2月30日", "二〇二二年十三月", "2023-02-29", "20221301", "8月", "22年", "x",
    "2022-08-30x", "2022-", "99999", "近0天", "近99999999年", "近天", "..", "~", "“2022”",
  ])
  func `an impossible date is text`(value: String) {
    #expect(parse("日期：\(value)") == .text("日期：\(value)"))
  }

  @Test func `days are reckoned as the calendar has them`() throws {
    var day = CalendarDate(year: 1999, month: 12, day: 30)
    var days: [String] = []
    for _ in 0..<63 {
      day = try #require(day.moved(by: 1))
      days.append("\(day)")
      #expect(day.moved(by: -1)?.moved(by: 1) == day)
    }
    #expect(days[..<3] == ["1999-12-31", "2000-01-01", "2000-01-02"])
    #expect(days.suffix(3) == ["2000-02-29", "2000-03-01", "2000-03-02"])
    #expect(CalendarDate(year: 2024, month: 2, day: 29).moved(by: -1, .year)?.day == 28)
  }

  @Test func `a date covers its days`() {
    #expect(CalendarDate(year: 2022, month: 2).firstDay == 20_220_201)
    #expect(CalendarDate(year: 2022, month: 2).lastDay == 20_220_228)
    #expect(CalendarDate(year: 2022).lastDay == 20_221_231)
  }
}
