import TextAnalysis
import Testing

@testable import BulletinSearch

/// What issues are called among each other.
struct IssueNamingTests {
  @Test func `an issue is named by its running number before all else`() {
    #expect(labels([issue(year: 2024, number: 5, total: 41)]) == ["41"])
    #expect(labels([issue(year: 2024, number: 5)]) == ["5"])
    #expect(labels([issue(date: "2024-05-31")]) == ["2024-05-31"])
    #expect(labels([issue()]) == ["水务-05"])
  }

  @Test func `numbers that begin anew every year have the year in front`() {
    let issues = [
      issue(year: 2023, number: 5), issue(year: 2024, number: 5), issue(year: 2024, number: 6),
    ]
    #expect(labels(issues) == ["2023-5", "2024-5", "2024-6"])
    let running = [issue(year: 2023, number: 5), issue(year: 2024, number: 6)]
    #expect(labels(running) == ["5", "6"])
  }

  @Test func `a supplement is numbered apart`() {
    let issues = [
      issue(year: 2024, number: 2), issue(year: 2024, number: 2, kind: .supplement),
      issue(kind: .supplement),
    ]
    #expect(labels(issues) == ["2", "增刊2", "增刊1"])
  }

  @Test func `issues with the same number are called by their files`() {
    let issues = [
      issue(total: 41, path: "a/水务-05.md"), issue(total: 41, path: "a/水务-05 副本.md"),
      issue(total: 42, path: "a/水务-06.md"),
    ]
    #expect(identifiers(issues) == ["水务-05", "水务-05副本", "42"])
    #expect(labels(issues) == ["41", "41", "42"])
  }

  @Test func `files of the same name have their folder or ending in front or behind`() {
    let issues = ["a/05.md", "b/05.md", "b/05.txt"].map { issue(total: 41, path: $0) }
    #expect(identifiers(issues) == ["a/05", "b/05.md", "05.txt"])
  }

  @Test func `files whose names differ in nothing but blanks are counted`() {
    let issues = ["a/0 5.md", "a/05.md"].map { issue(total: 41, path: $0) }
    #expect(identifiers(issues) == ["a/05.md~1", "a/05.md~2"])
  }

  @Test func `a file that is called like a number of another issue is no name`() {
    let issues = [
      issue(total: 41, path: "a/42.md"), issue(total: 41, path: "a/b.md"),
      issue(total: 42, path: "a/c.md"),
    ]
    #expect(identifiers(issues) == ["42.md", "b", "42"])
  }

  @Test func `a name in traditional characters or full width is the same bulletin`() {
    let issues = ["东渡通讯A", "東渡通訊Ａ", "东渡 通讯a"].enumerated().map {
      issue($1, total: $0 + 1)
    }
    #expect(identifiers(issues) == ["1", "2", "3"])
  }

  @Test func `bulletins that count alike have their names in front, without blanks`() {
    let issues = [
      issue("青禾 水务简讯", total: 41), issue("青禾林业简讯", total: 41), issue("青禾林业简讯", total: 42),
    ]
    #expect(identifiers(issues) == ["青禾水务简讯:41", "青禾林业简讯:41", "42"])
  }

  @Test func `a number that another bulletin has beside its running number needs the name too`() {
    let issues = [issue("青禾水务简讯", number: 5, total: 41), issue("青禾林业简讯", number: 5)]
    #expect(identifiers(issues) == ["41", "青禾林业简讯:5"])
  }

  @Test(arguments: [
    ("/a/05.md", "05"), ("05", "05"), ("a/.hidden", ".hidden"), ("a/2024.05.md", "2024.05"),
    ("/", "/"),
  ])
  func `a file is named without folder and ending`(path: String, name: String) {
    #expect(IssueLabels.stem(of: path) == name)
  }

  @Test func `a bulletin without a name has its folder's`() {
    #expect(IssueNaming.folderName(of: "/库/水务/05.md") == "水务")
    #expect(IssueNaming.folderName(of: "05.md") == "05")
  }

  private func labels(_ issues: [IssueSummary]) -> [String] {
    var naming = IssueNaming(analyzer: TextAnalyzer())
    return naming.names(of: issues).map(\.label)
  }

  private func identifiers(_ issues: [IssueSummary]) -> [String] {
    var naming = IssueNaming(analyzer: TextAnalyzer())
    return zip(issues, naming.names(of: issues)).map { issue, names in
      var issue = issue
      issue.label = names.label
      return names.identifier.text(of: issue, path: issue.path)
    }
  }

  private func issue(
    _ bulletin: String = "青禾水务简讯", year: Int? = nil, number: Int? = nil, total: Int? = nil,
    kind: IssueSummary.Kind = .regular, date: String? = nil, path: String = "库/水务-05.md"
  ) -> IssueSummary {
    IssueSummary(
      bulletin: bulletin, label: "", kind: kind, year: year, number: number, total: total,
      numberText: "", date: date, path: path, encoding: "utf-8", articleCount: 1,
      characterCount: 0, unsignedCount: 0, joinCount: 0, contentsCount: 0,
      contentsMatchedCount: 0)
  }
}
