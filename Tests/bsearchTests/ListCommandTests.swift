import AnswerRecords
import TestSupport
import Testing

@testable import BulletinSearch
@testable import bsearch

/// The commands that list what an index has: `toc`, `sections`, `authors`, `units`, `bulletins`, `issues --gaps`,
/// `terms --gone` and `--with`, `similar --reprints`.
struct ListCommandTests {
  private static func indexed() throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    for number in [1, 2, 5] {
      try folder.write(
        """
        # 青禾水务简讯

        2023年第\(number)期

        2023-0\(number)-28

        ## 【行业动态】

        ### **第\(number)期讲水厂供水的工作**

        水厂供水正常，设备完好，第\(number)组已经检查完毕。

        （王宁）

        """, to: "issues/\(number).md")
    }
    _ = try Command(folder: folder.path).run("index", "issues")
    return folder
  }

  @Test func `names are listed with articles, issues and dates`() throws {
    let folder = try Self.indexed()
    let command = Command(folder: folder.path)
    #expect(
      try command.run("sections").output == "行业动态\t3\t3\t2023-01-28\t2023-05-28\n")
    #expect(try command.run("authors").output == "王宁\t3\t3\t2023-01-28\t2023-05-28\n")
    #expect(try command.run("bulletins").output.hasPrefix("青禾水务简讯\t3\t3\t"))
    let json = try JSONValue(command.run("authors", "--json").output)
    #expect(json["authors"]?[0]?["articles"] == .number(3))
    #expect(json["total"] == .number(1) && json["version"] == .number(1))
    let none = try command.run("units", "--json")
    #expect(none.status == 1)
    #expect(try JSONValue(none.output)["units"] == .array([]))
    let few = try command.run("sections", "-n", "0")
    #expect(few.output == "" && few.messages.contains("--all"))
  }

  @Test func `the contents of an issue are a line for each article`() throws {
    let folder = try Self.indexed()
    let command = Command(folder: folder.path)
    #expect(try command.run("toc", "2").output == "2/1\t行业动态\t第2期讲水厂供水的工作\t王宁\t\t\n")
    #expect(try command.run("目录", "2").output == command.run("toc", "2").output)
    #expect(
      try JSONValue(command.run("toc", "2", "--json").output)["articles"]?[0]?["id"]
        == .string("2/1"))
    let none = try command.run("toc", "77")
    #expect(none.status == 1 && none.messages.contains("77"))
    // The word alone is searched for.
    #expect(try command.run("目录").messages.contains("bsearch toc"))
    #expect(try command.run("作者", "王宁").messages.contains("bsearch authors") == false)
  }

  @Test func `missing issues are listed by themselves`() throws {
    let folder = try Self.indexed()
    let command = Command(folder: folder.path)
    #expect(try command.run("issues", "--gaps").output == "青禾水务简讯\t\tnumber\t3\t4\n")
    let json = try JSONValue(command.run("issues", "--gaps", "--json").output)
    #expect(json["bulletins"]?[0]?["missing"]?[0]?["last"] == .number(4))
    #expect(try command.run("issues", "--gaps", "--duplicates").status == 2)
  }

  @Test func `words that stand together or are gone have a line each`() throws {
    let folder = try Self.indexed()
    let command = Command(folder: folder.path)
    let gone = try command.run("terms", "--gone", "2023-05", "--json")
    #expect(try JSONValue(gone.output)["terms"] == .array([]))
    #expect(gone.status == 1)
    #expect(try command.run("terms", "--gone", "77").messages.contains("77"))
    #expect(try command.run("terms", "--gone", "2", "--new", "2").status == 2)
    let with = try command.run("terms", "--with", "水厂", "--scope", "sentence", "--json")
    #expect(try JSONValue(with.output)["companions"] != nil)
    #expect(try JSONValue(with.output)["scope"] == .string("sentence"))
  }

  @Test func `articles that appear again are listed with what differs`() throws {
    let folder = try Self.indexed()
    let command = Command(folder: folder.path)
    #expect(try command.run("similar", "--reprints").status == 1)
    let text = "青禾县水务局组织专家对东渡水库大坝进行安全检查，重点检查了溢洪道、闸门启闭设备和大坝位移观测设施，发现问题七处，并现场提出整改意见，要求逐项落实到人。"
    for (name, text) in [("a", text), ("b", text.replacing("七", with: "九"))] {
      try folder.write(
        "# 云岭林业通讯\n\n## **大坝安全检查结束了吗\(name)**\n\n\(text)\n", to: "issues/x\(name).md")
    }
    _ = try command.run("index", "issues")
    let found = try command.run("similar", "--reprints", "--lang", "zh").output
    #expect(found.contains("− 七\n") && found.contains("+ 九\n"))
    let json = try JSONValue(command.run("similar", "--reprints", "--json").output)
    #expect(json["total"] == .number(1))
    #expect(json["pairs"]?[0]?["differences"]?[0]?["later"] == .string("九"))
    #expect(try command.run("similar").status == 2)
    #expect(try command.run("similar", "2/1", "--reprints").status == 2)
  }

  @Test(arguments: [20, 40, 80, 200])
  func `contents fit a terminal, their pages stand below each other`(width: Int) {
    let issue = IssueSummary(
      bulletin: "青禾水务简讯", id: "97", label: "97", numberText: "2023年第1期（总第97期）",
      date: "2023-01-31", path: "1.md", encoding: "utf-8", articleCount: 3, characterCount: 9,
      unsignedCount: 0, joinCount: 0, contentsCount: 0, contentsMatchedCount: 0)
    let articles = [("短题", 1), (String(repeating: "很长的题目", count: 20), 12), ("另一篇", 123)]
      .enumerated()
      .map { number, article in
        IssueContents.Entry(
          id: "97/\(number + 1)", section: number == 0 ? nil : "行业综合", title: article.0,
          authors: ["王宁", "李红"], unit: nil, page: article.1...article.1, lines: 1...2)
      }
    let text = ContentsText(
      messages: Messages(language: .chinese), painter: Painter(usesColor: false), width: width
    ).render(IssueContents(issue: issue, articles: articles))
    let lines = text.split(separator: "\n")
    let ends = lines.filter { $0.contains("...") }.map { displayWidth(of: $0) }
    #expect(ends.count == 4)
    #expect(Set(ends).count == 1)
    for line in lines.dropFirst() { #expect(displayWidth(of: line) <= width, "\(line)") }
  }
}
