import Bulletins
import TextAnalysis
import Testing

@testable import BulletinSearch

struct IssueNamingTests {
  @Test func `an issue is named by its running number before all else`() {
    #expect(label(IssueNumber(year: 2024, number: 5, total: 41)) == "41")
    #expect(label(IssueNumber(year: 2024, number: 5)) == "2024-5")
    #expect(label(IssueNumber(number: 5), date: IssueDate(year: 2024, month: 5)) == "2024-5")
    #expect(label(IssueNumber(number: 5)) == "5")
    #expect(label(nil, date: IssueDate(year: 2024, month: 5, day: 31)) == "2024-05-31")
    #expect(label(nil) == "水务-05")
  }

  @Test func `a supplement is numbered apart`() {
    #expect(label(IssueNumber(year: 2024, number: 2, kind: .supplement)) == "增刊2")
    #expect(label(IssueNumber(kind: .supplement)) == "增刊1")
  }

  @Test func `a number that was given already is told apart`() {
    var naming = IssueNaming(analyzer: TextAnalyzer())
    let masthead = Masthead(name: "青禾水务简讯", number: IssueNumber(total: 41))
    let labels = (0..<3).map { _ in naming.name(IssueNames(masthead), path: "a.md").label }
    #expect(labels == ["41", "41~2", "41~3"])
  }

  @Test func `a name in traditional characters or full width is the same bulletin`() {
    var naming = IssueNaming(analyzer: TextAnalyzer())
    for name in ["东渡通讯A", "東渡通訊Ａ", "东渡 通讯a"] {
      _ = naming.name(IssueNames(Masthead(name: name, number: IssueNumber(total: 1))), path: "a.md")
    }
    #expect(naming.bulletinCount == 1)
    let last = naming.name(
      IssueNames(Masthead(name: "東渡通訊A", number: IssueNumber(total: 1))), path: "a.md")
    #expect(last.bulletin == "東渡通訊A")
    #expect(last.label == "1~4")
  }

  @Test func `numbers of different bulletins do not meet`() {
    var naming = IssueNaming(analyzer: TextAnalyzer())
    for name in ["青禾水务简讯", "青禾林业简讯"] {
      let named = naming.name(
        IssueNames(Masthead(name: name, number: IssueNumber(total: 41))), path: "a.md")
      #expect(named.label == "41")
    }
    #expect(naming.bulletinCount == 2)
  }

  @Test func `a bulletin without a name has its folder's`() {
    var naming = IssueNaming(analyzer: TextAnalyzer())
    #expect(naming.name(IssueNames(Masthead()), path: "/库/水务/05.md").bulletin == "水务")
    #expect(naming.name(IssueNames(Masthead()), path: "05.md").bulletin == "05")
  }

  @Test(arguments: [
    ("/a/05.md", "05"), ("05", "05"), ("a/.hidden", ".hidden"), ("a/2024.05.md", "2024.05"),
    ("/", "/"),
  ])
  func `a file is named without folder and ending`(path: String, name: String) {
    #expect(IssueNaming.fileName(of: path) == name)
  }

  @Test func `a number is written as people write it`() {
    #expect(text(IssueNumber(year: 2024, number: 5, total: 41)) == "2024年第5期（总第41期）")
    #expect(text(IssueNumber(year: 2024, number: 7, lastNumber: 8)) == "2024年第7-8期")
    #expect(text(IssueNumber(number: 1, kind: .supplement)) == "增刊第1期")
    #expect(text(IssueNumber(total: 41)) == "（总第41期）")
    #expect(IssueNaming.numberText(of: Masthead()) == "")
  }

  private func label(_ number: IssueNumber?, date: IssueDate? = nil) -> String {
    var naming = IssueNaming(analyzer: TextAnalyzer())
    let masthead = Masthead(name: "青禾水务简讯", number: number, date: date)
    return naming.name(IssueNames(masthead), path: "/库/水务-05.md").label
  }

  private func text(_ number: IssueNumber) -> String {
    IssueNaming.numberText(of: Masthead(number: number))
  }
}
