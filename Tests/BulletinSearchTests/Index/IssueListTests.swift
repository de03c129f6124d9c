import TextAnalysis
import Testing

@testable import BulletinSearch

/// The order of issues, and what is told of gaps and duplicates.
struct IssueListTests {
  @Test func `issues stand by number and not by the letters of their files`() {
    let list = list(
      ["1", "10", "12", "2", "3"].map { issue(number: Int($0), path: "issue-\($0).md") })
    #expect(list.issues.map(\.number) == [1, 2, 3, 10, 12])
    #expect(missing(list) == ["4-9", "11-11"])
  }

  @Test func `issues stand by date before number`() {
    let list = list([
      issue(number: 2, date: "2024-02-01"), issue(number: 1, date: "2023-01-05"),
      issue(number: 1, date: "2024-01-05"),
    ])
    #expect(list.issues.map(\.date) == ["2023-01-05", "2024-01-05", "2024-02-01"])
  }

  @Test func `an issue without a date stands at its number`() {
    let list = list([
      issue(number: 3, date: "2024-03-01"), issue(number: 2), issue(number: 1, date: "2024-01-05"),
      issue(path: "readme.md"),
    ])
    #expect(list.issues.map(\.number) == [1, 2, 3, nil])
  }

  @Test func `a number that two files have is told with both`() {
    let list = list([issue(number: 3, path: "a.md"), issue(number: 3, path: "b.md")])
    #expect(
      list.bulletins.map(\.duplicates) == [
        [
          BulletinSummary.DuplicateIssue(label: "3", paths: ["a.md", "b.md"])
        ]
      ])
  }

  @Test func `supplements, joint issues and issues without number are no gaps`() {
    var joint = issue(number: 7)
    joint.lastNumber = 8
    let list = list([
      issue(number: 6), joint, issue(number: 9), issue(number: 3, kind: .supplement),
      issue(date: "2024-05-05"), issue(date: "2024-05-05"),
    ])
    #expect(missing(list) == [])
    #expect(list.bulletins.flatMap(\.duplicates) == [])
  }

  @Test func `a joint issue may have taken one running number or two`() {
    var joint = issue(number: 7, total: 92)
    joint.lastNumber = 8
    for next in [93, 94] {
      let list = list([issue(number: 6, total: 91), joint, issue(number: 9, total: next)])
      #expect(missing(list) == [], "\(next)")
    }
  }

  @Test func `numbers that begin anew are missed within their year`() {
    let list = list([
      issue(year: 2023, number: 10), issue(year: 2023, number: 12), issue(year: 2024, number: 2),
      issue(year: 2024, number: 10),
    ])
    #expect(missing(list) == ["2023-11-11", "2024-1-1", "2024-3-9"])
  }

  @Test func `running numbers count before those of the year`() {
    let list = list([
      issue(year: 2023, number: 12, total: 60), issue(year: 2024, number: 1, total: 61),
      issue(year: 2024, number: 3, total: 63),
    ])
    #expect(missing(list) == ["62-62"])
  }

  @Test func `a misprinted number is no gap of thousands`() {
    #expect(missing(list([issue(number: 1), issue(number: 20_230_801)])) == [])
    #expect(missing(list([issue(number: .max), issue(number: 1)])) == [])
  }

  @Test func `each bulletin is told by itself`() {
    let list = list([
      issue("海棠月报", number: 1), issue("山茶周刊", number: 1), issue("海棠月报", number: 3),
      issue("山茶周刊", number: 2),
    ])
    #expect(list.issues.map(\.bulletin) == ["海棠月报", "海棠月报", "山茶周刊", "山茶周刊"])
    #expect(list.bulletins.map(\.name) == ["海棠月报", "山茶周刊"])
    #expect(list.bulletins.map(\.missing.count) == [1, 0])
  }

  /// The issues with the labels that they would have.
  private func list(_ issues: [IssueSummary]) -> IssueList {
    var naming = IssueNaming(analyzer: TextAnalyzer())
    return IssueList(
      zip(issues, naming.names(of: issues)).map { issue, names in
        var issue = issue
        issue.label = names.label
        return issue
      })
  }

  private func missing(_ list: IssueList) -> [String] {
    list.bulletins.flatMap(\.missing).map {
      ($0.year.map { "\($0)-" } ?? "") + "\($0.first)-\($0.last)"
    }
  }

  private func issue(
    _ bulletin: String = "山茶周刊", year: Int? = nil, number: Int? = nil, total: Int? = nil,
    kind: IssueSummary.Kind = .regular, date: String? = nil, path: String = "a.md"
  ) -> IssueSummary {
    IssueSummary(
      bulletin: bulletin, label: "", kind: kind, year: year, number: number, total: total,
      numberText: "", date: date, path: path, encoding: "utf-8", articleCount: 1,
      characterCount: 0, unsignedCount: 0, joinCount: 0, contentsCount: 0,
      contentsMatchedCount: 0)
  }
}

/// Which issues of a bulletin are missing.
struct MissingIssueTests {
  /// An issue for each number within its year, dated in the month that is given.
  private static func missing(_ issues: [(year: Int, number: String, month: Int)]) throws
    -> [String]
  {
    let files = issues.map { issue in
      let month = "\(issue.month < 10 ? "0" : "")\(issue.month)"
      let text =
        "# 青禾水务简讯\n\n\(issue.year)年第\(issue.number)期\n\n\(issue.year)-\(month)-28\n\n"
        + "## **水厂供水正常的消息**\n\n水厂供水正常。\n"
      return (name: "\(issue.year)-\(issue.number).md", text: text)
    }
    return try makeIndex(of: files).issueList().bulletins.flatMap { bulletin in
      bulletin.missing.map { "\($0.year ?? 0):\($0.first)-\($0.last)" }
    }
  }

  @Test func `a monthly lacks the issues at the end of a year`() throws {
    let first = (1...10).filter { $0 != 4 }.map { (2022, "\($0)", $0) }
    let second = (1...5).map { (2023, "\($0)", $0) }
    #expect(try Self.missing(first + second) == ["2022:4-4", "2022:11-12"])
  }

  @Test func `a whole year of a monthly is missing, and joint issues are not`() throws {
    let first = [(2021, "1—2", 2)] + (3...12).map { (2021, "\($0)", $0) }
    let last = (1...3).map { (2023, "\($0)", $0) }
    #expect(try Self.missing(first + last) == ["2022:1-12"])
  }

  @Test func `of numbers that are not those of months nobody knows how a year ends`() throws {
    let first = (1...20).map { (2022, "\($0)", ($0 + 1) / 2) }
    #expect(try Self.missing(first + [(2023, "2", 1)]) == ["2023:1-1"])
  }
}
