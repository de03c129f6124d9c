import Testing

@testable import Bulletins

struct IssueDateTests {
  @Test(arguments: [
    "2022年8月30日", "2022年08月30日", "2022 年 8 月 30 日", "2022-08-30", "2022.8.30", "2022/8/30",
    "２０２２年８月３０日", "二〇二二年八月三十日", "二○二二年八月三十日", "二零二二年八月三十日",
    "二O二二年八月三十日", "二0二二年八月三十日", "2022年8月30日 星期二", "2022年8月30日（星期二）",
    "2022年8月30日印发", "　2022年8月30日\u{A0}", "\u{FEFF}2022年8月30日", "（2022年8月30日）",
    "出版日期：2022年8月30日",
  ])
  func `a date line is the thirtieth of August`(line: String) {
    #expect(IssueDate.parse(line[...]) == IssueDate(year: 2022, month: 8, day: 30))
  }

  @Test(arguments: ["2022年8月", "二〇二二年八月", "2022-08", "2022.08"])
  func `a month alone has no day`(line: String) {
    #expect(IssueDate.parse(line[...]) == IssueDate(year: 2022, month: 8))
  }

  @Test(arguments: [
    "", "8月24日", "2021-2023年", "2021—2023年", "2022年度", "上世纪60年代", "2022年2月30日",
    "2022年13月1日", "2022年8月30日，协会召开会议", "2022.8", "98.14%", "近日", "2022年第8期",
  ])
  func `other times are no date lines`(line: String) {
    #expect(IssueDate.parse(line[...]) == nil)
  }

  @Test func `the date right of an office is found with the office`() throws {
    let found = try #require(IssueDate.parseTrailing("岚江省通信行业协会\t2022年8月30日"))
    #expect(found.before == "岚江省通信行业协会")
    #expect(found.date.description == "2022-08-30")
  }

  @Test(arguments: [
    "2022-08-30", "2022-08-30 10:00:00 +0800", "2022-08-30T10:00:00Z", "2022年8月30日", "20220830",
    "Tue, 30 Aug 2022 21:00:00 GMT", "Aug 30, 2022", "30 August 2022",
  ])
  func `a date is read in the forms of front matter`(value: String) {
    #expect(IssueDate.parseValue(value[...])?.description == "2022-08-30")
  }

  @Test(arguments: ["中華民國112年3月5日", "民國一一二年三月五日", "民国112年3月5日"])
  func `the years of the Republic are told by its name`(line: String) {
    #expect(IssueDate.parse(line[...])?.description == "2023-03-05")
  }

  @Test func `years of the Republic without its name count in Taiwanese texts only`() {
    #expect(IssueDate.parse("112年3月5日出刊", isTaiwanese: true)?.description == "2023-03-05")
    #expect(IssueDate.parse("112年3月5日出刊") == nil)
    let line = "會議名稱　茶樹學會90年會員大會　開會時間　90年5月19日"
    #expect(IssueDate.parseLabelled(line[...], isTaiwanese: true)?.description == "2001-05-19")
  }

  @Test func `a month comes before its days and after the month before`() throws {
    let dates = try ["2022年7月31日", "2022年8月", "2022年8月1日"].map {
      try #require(IssueDate.parse($0[...]))
    }
    #expect(dates == dates.sorted())
  }
}
