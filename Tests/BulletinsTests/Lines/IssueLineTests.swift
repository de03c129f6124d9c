import Testing

@testable import Bulletins

struct IssueLineTests {
  @Test(arguments: [
    ("第8期 总第92期", IssueNumber(number: 8, total: 92)),
    ("2025年 第42期（总第1268期）", IssueNumber(year: 2025, number: 42, total: 1268)),
    ("2026年第488期（总第3766期）", IssueNumber(year: 2026, number: 488, total: 3766)),
    ("2011 年第 53 期（总第 690 期）", IssueNumber(year: 2011, number: 53, total: 690)),
    ("2015第14期（总第63期）", IssueNumber(year: 2015, number: 14, total: 63)),
    ("第１期（总第５７７期）", IssueNumber(number: 1, total: 577)),
    ("一九六三年第二十三期", IssueNumber(year: 1963, number: 23)),
    ("期数：2648 第十四期", IssueNumber(number: 14, total: 2648)),
    ("2024年第08周周报（总第31期）", IssueNumber(year: 2024, number: 8, total: 31, unit: .week)),
    ("总第10辑", IssueNumber(total: 10, unit: .collection)),
    ("总第3卷 上辑", IssueNumber(total: 3, unit: .volume, part: "上")),
    ("增刊第1期", IssueNumber(number: 1, kind: .supplement)),
    ("第7-8期合刊", IssueNumber(number: 7, lastNumber: 8)),
    ("2022年第7—8期（合刊）", IssueNumber(year: 2022, number: 7, lastNumber: 8)),
    ("2022年特刊", IssueNumber(year: 2022, kind: .special)),
    ("第3卷第2期", IssueNumber(number: 2, volume: 3)),
    ("Vol. 3 No. 2", IssueNumber(number: 2, volume: 3)),
    ("第10期　總第106期", IssueNumber(number: 10, total: 106)),
    ("## **第8期**", IssueNumber(number: 8)),
    (
      "2025年第一期网络安全专刊（总61期）",
      IssueNumber(year: 2025, number: 1, total: 61, kind: .special, theme: "网络安全")
    ),
    (
      "2025年第二期（总第62期 主题反诈宣传）",
      IssueNumber(year: 2025, number: 2, total: 62, theme: "主题反诈宣传")
    ),
    (
      "2023年增刊第1期（防汛抢险专刊）",
      IssueNumber(year: 2023, number: 1, kind: .supplement, theme: "防汛抢险")
    ),
  ])
  func `a number line is read`(line: String, number: IssueNumber) {
    #expect(IssueLine.parse(line[...]) == IssueLine(number: number))
  }

  @Test(arguments: [
    "〔2026〕第3期（总第27期）\t2026年2月9日", "〔2026〕第3期（总第27期）　2026年2月9日 星期一",
    "[2026]第3期(总第27期) 2026-02-09",
  ])
  func `the date may stand right of the number`(line: String) throws {
    let parsed = try #require(IssueLine.parse(line[...]))
    #expect(parsed.number == IssueNumber(year: 2026, number: 3, total: 27))
    #expect(parsed.date?.description == "2026-02-09")
  }

  @Test func `an office may stand between number and date`() throws {
    let parsed = try #require(IssueLine.parse("第8期\t岚江省通信行业协会秘书处\t2022年8月30日"))
    #expect(parsed.publisher == "岚江省通信行业协会秘书处")
    #expect(parsed.number.number == 8)
    #expect(parsed.date?.description == "2022-08-30")
  }

  @Test(arguments: [
    "", "2022年8月30日", "第一批", "第8期培训班开班", "本刊第8期刊登了两篇文章", "深军转〔1987〕39号",
    "一期工程", "第二期5G基站建设项目通过验收", "2021-2023年", "第十四届全国运动会", "5G基站",
    "国发〔2022〕8号", "第8期 总第92期 会议顺利召开",
  ])
  func `prose and document numbers are no number lines`(line: String) {
    #expect(IssueLine.parse(line[...]) == nil)
  }

  @Test(
    arguments: [
      ("# 岚江周刊（第 288 期）：基站下乡", "岚江周刊", 288, "基站下乡"),
      ("《岚江月刊》第 99 期", "岚江月刊", 99, nil),
      ("# 岚江 iOS 周报 #99 | 2020-01-13", "岚江 iOS 周报", 99, nil),
      ("# 岚江进展·第 77 期·2025 年 12 月汇总", "岚江进展", 77, "汇总"),
      ("# 岚江评论.20210227.第9周(总第31期)", "岚江评论", 9, nil),
    ] as [(String, String, Int, String?)])
  func `a heading has name, number and subtitle`(
    line: String, name: String, number: Int, subtitle: String?
  ) throws {
    let heading = try #require(IssueLine.parseHeading(line[...]))
    #expect(heading.name == name)
    #expect(heading.number?.number == number)
    #expect(heading.subtitle == subtitle)
  }

  @Test func `a heading may have a date only`() throws {
    let heading = try #require(IssueLine.parseHeading("# 岚江双周简报 (2019-01-14)"))
    #expect(heading.name == "岚江双周简报")
    #expect(heading.number == nil)
    #expect(heading.date?.description == "2019-01-14")
  }

  @Test(arguments: ["# 岚江电联第2期培训班开班", "第8期 总第92期", "# 2022年工作总结", "## 一、总体要求", ""])
  func `other headings name no issue`(line: String) {
    #expect(IssueLine.parseHeading(line[...]) == nil)
  }

  @Test(
    arguments: [
      ("issue-288.md", 288, nil), ("第99期.md", 99, nil), ("#100-2020.02.10.md", 100, "2020-02-10"),
      ("2022-08-30.md", nil, "2022-08-30"), ("20220830.txt", nil, "2022-08-30"),
      ("岚江评论.20210220.第8周(总第30期).md", 8, "2021-02-20"),
      ("岚江评论.20210313：2021年第11周(总第33期).md", 11, "2021-03-13"), ("2023-05.md", nil, "2023-05"),
      ("monthly-0079-Feb-2026.md", 79, "2026-02"), ("2018-03-30.tc.md", nil, "2018-03-30"),
    ] as [(String, Int?, String?)])
  func `a file name has number or date`(name: String, number: Int?, date: String?) throws {
    let parsed = try #require(PathNaming.parse(fileName: name))
    #expect(parsed.number?.number == number)
    #expect(parsed.date?.description == date)
  }

  @Test(arguments: [
    "README.md", "empty.txt", "", "岚江通信.md", "01.html", "tea_part1.md", "trip-day1.md",
    "chapter_3.md",
    "weekly-0327.md",
  ])
  func `a plain file name has neither`(name: String) {
    #expect(PathNaming.parse(fileName: name) == nil)
  }

  @Test func `a year that is the name of a file is no number`() {
    #expect(PathNaming.parse(fileName: "2015.md")?.number == IssueNumber(year: 2015))
  }

  @Test(
    arguments: [
      (["issue5"], 5, nil), (["山茶", "第5期"], 5, nil), (["2016", "05", "25"], nil, "2016-05-25"),
      (["weekly", "2023-04"], nil, "2023-04"), (["tea-weekly-20200821"], nil, "2020-08-21"),
      (["5"], nil, nil),
      (["docs", "2023"], nil, nil), (["v2"], nil, nil),
    ] as [([String], Int?, String?)])
  func `folders have number or date`(folders: [String], number: Int?, date: String?) {
    let parsed = PathNaming.parse(folders: folders)
    #expect(parsed?.number?.number == number)
    #expect(parsed?.date?.description == date)
  }
}
