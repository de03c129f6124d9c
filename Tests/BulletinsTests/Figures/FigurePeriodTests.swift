import Testing

@testable import Bulletins

struct FigurePeriodTests {
  private static let issue = FigurePeriod.Date(year: 2023, month: 8, day: 15)

  private func period(_ text: String) -> String? {
    let text = FigureText(Array(text.utf8)) { scalar, _ in scalar }
    let reader = FigurePeriodReader(text: text, issue: Self.issue)
    guard let match = reader.match(at: 0, end: text.count) else { return nil }
    return (match.period.map(\.shown) ?? "?")
      + (match.end == text.count ? "" : " +\(text.count - match.end)")
  }

  @Test(arguments: [
    ("7月末", "2023-07"), ("2022年7月底", "2022-07"), ("8月18日至20日", "2023-08-18..2023-08-20"),
    ("8月18日", "2023-08-18"),
    ("7月28日—8月5日", "2023-07-28..2023-08-05"), ("1—2月", "2023-01..2023-02"),
    ("1至7月份", "2023-01..2023-07"),
    ("一季度", "2023-01..2023-03"), ("2022年四季度", "2022-10..2022-12"), ("前三季度", "2023-01..2023-09"),
    ("上半年", "2023-01..2023-06"), ("前4个月", "2023-01..2023-04"), ("今年前七个月", "2023-01..2023-07"),
    ("去年", "2022"), ("去年12月", "2022-12"), ("12月", "2022-12"), ("10月", "2023-10"),
    ("今年以来", "2023-01..2023-08"),
    ("昨天", "2023-08-14"), ("明天", "2023-08-16"), ("上月", "2023-07"), ("本月末", "2023-08"),
    ("年底", "2023-12"),
    ("十四五期间", "2021..2025"), ("十四五末", "2025"), ("2021—2023年", "2021..2023"), ("二〇二二年八月", "2022-08"),
    ("18时20分", "?"), ("0—24时", "?"), ("8日", "2023-08-08"), ("20日", "2023-07-20"), ("近年来", "?"),
  ])
  func `a time is of the calendar by the date of the issue`(text: String, expected: String) {
    #expect(period(text) == expected)
  }

  @Test(arguments: ["3000点", "三点要求", "5年", "12个", "8日均", "百年", "30日均线"])
  func `what is no time is none`(text: String) {
    #expect(period(text) == nil || period(text)?.hasPrefix("?") == true)
  }

  @Test func `days go over the ends of months and years`() {
    let text = FigureText(Array("昨天".utf8)) { scalar, _ in scalar }
    let reader = FigurePeriodReader(
      text: text, issue: FigurePeriod.Date(year: 2024, month: 3, day: 1))
    #expect(reader.match(at: 0, end: 2)?.period?.shown == "2024-02-29")
    let other = FigurePeriodReader(
      text: text, issue: FigurePeriod.Date(year: 2024, month: 1, day: 1))
    #expect(other.match(at: 0, end: 2)?.period?.shown == "2023-12-31")
  }
}

extension FigurePeriod {
  /// The period as the page Figures has it.
  var shown: String { first == last ? first.shown : first.shown + ".." + last.shown }
}

extension FigurePeriod.Date {
  fileprivate var shown: String {
    ([year] + [month, day].compactMap(\.self)).map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(
      separator: "-")
  }
}
