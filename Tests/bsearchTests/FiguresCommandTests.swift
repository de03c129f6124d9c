import AnswerRecords
import TestSupport
import Testing

/// The numbers that stand with a term, as a person and a program read them.
struct FiguresCommandTests {
  private static func indexed() throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    let texts = [
      ("1", "2023年1月31日", "截至1月末，全省路灯总数达到5.2万盏，同比增长33%。每座岗亭配3盏路灯。"),
      ("2", "2023年2月28日", "截至2月末，全省路灯总数5.3万盏。全省新建岗亭12座。"),
      (
        "3", "2023年3月31日",
        "回看1月末，全省路灯总数5.9万盏。井下路灯40盏。\n\n| 县份 | 路灯（万盏） |\n|---|---|\n| 青石县 | 1.2 |\n| 云湖县 | 0.9 |"
      ),
    ]
    for (number, date, text) in texts {
      try folder.write(
        "# 山茶简报\n\n第\(number)期\n\n\(date)\n\n## 路灯\n\n\(text)\n\n（王宁）\n", to: "issues/\(number).md")
    }
    _ = try Command(folder: folder.path).run("index", "issues")
    return folder
  }

  @Test func `filters leave numbers of other issues out`() throws {
    let folder = try Self.indexed()
    let command = Command(folder: folder.path)
    func values(_ options: String...) throws -> [Substring] {
      try command.run(["figures", "路灯", "--kind", "level", "--unit", "盏"] + options).output
        .split(separator: "\n").map { $0.split(separator: "\t")[1] }
    }
    #expect(try values("--until", "2023-02").prefix(2) == ["52000", "3"])
    #expect(try values("--since", "2023-02", "--until", "2023-02") == ["53000"])
    #expect(try values("--issue", "2") == ["53000"])
    let none = try command.run("figures", "路灯", "--since", "2024")
    #expect(none.status == 1 && none.messages.contains("--since"))
    #expect(try command.run("figures", "路灯", "--since", "去").status == 2)
  }

  @Test func `a program gets a line with the place of each number`() throws {
    let folder = try Self.indexed()
    let outcome = try Command(folder: folder.path).run("figures", "路灯", "--kind", "level")
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(
      lines.first
        == "issues/1.md:9:41:5.2万盏\t52000\t盏\tlevel\t2023-01\t全省\t截至1月末，全省路灯总数达到5.2万盏，同比增长33%。")
    let values = lines.map { $0.split(separator: "\t")[1] }
    #expect(values.contains("12000") && values.contains("9000"))
  }

  @Test func `JSON has values as numbers, and what issues say differently`() throws {
    let folder = try Self.indexed()
    let json = try JSONValue(Command(folder: folder.path).run("figures", "路灯", "--json").output)
    let first = json["figures"]?[0]
    #expect(first?["value"] == .number(52000))
    #expect(first?["unit"] == .string("盏"))
    #expect(first?["period"]?["first"] == .string("2023-01"))
    #expect(first?["certain"] == .bool(true))
    #expect(first?["sentence"]?["line"] == .number(9))
    #expect(json["contradictions"]?[0]?["figures"]?[1] != nil)
    #expect(json["version"] == .number(1))
  }

  @Test func `uncertain numbers are counted, and shown if they are asked for`() throws {
    let folder = try Self.indexed()
    let command = Command(folder: folder.path)
    let json = try JSONValue(command.run("figures", "路灯", "--json").output)
    #expect(json["uncertain"] != .number(0))
    let all = try command.run("figures", "路灯", "--uncertain").output
    #expect(all.contains(":?"))
    #expect(try !command.run("figures", "路灯").output.contains(":?"))
  }

  @Test func `a person gets a table`() throws {
    let folder = try Self.indexed()
    let command = Command(folder: folder.path)
    let table = try command.run("figures", "路灯", "--format", "human")
    #expect(table.output.contains("52,000 盏"))
    #expect(table.messages.contains("issues disagree"))
    let chinese = try command.run("figures", "路灯", "--format", "human", "--lang", "zh")
    #expect(chinese.output.hasPrefix("期 "))
    #expect(chinese.messages.contains("各期说法不一"))
  }

  @Test func `units and kinds choose among the numbers`() throws {
    let folder = try Self.indexed()
    let command = Command(folder: folder.path)
    let percent = try command.run("figures", "路灯", "--unit", "%").output
    #expect(percent.split(separator: "\n").count == 1)
    #expect(percent.contains("\t33\t%\tincrease\t2023-01\t"))
    let shares = try command.run("figures", "路灯", "--kind", "share")
    #expect(shares.status == 1)
    #expect(shares.output == "")
  }

  @Test func `a spreadsheet gets exact values, and no formula`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(
      "# 山茶简报\n\n第1期\n\n2023年1月31日\n\n## =1+2\n\n路灯总数5.2万盏，同比下降0.3%，“近”了。\n", to: "1.md")
    let command = Command(folder: folder.path)
    _ = try command.run("index", "1.md")
    let lines = try command.run("figures", "路灯", "--csv").output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("date,bulletin,issue,article,title,from,to,text,value,"))
    #expect(lines[1].contains(",'=1+2,"))
    #expect(lines[1].contains(",5.2万盏,52000,,盏,level,"))
    #expect(lines[2].contains(",0.3%,-0.3,,%,decrease,,同比,"))
  }

  @Test func `a chart has the numbers of months, by the times that are named`() throws {
    let folder = try Self.indexed()
    let chart = try Command(folder: folder.path).run("figures", "路灯", "--svg", "--lang", "zh")
    #expect(chart.status == 0)
    #expect(chart.output.hasPrefix("<svg") || chart.output.hasPrefix("<?xml"))
    #expect(chart.output.contains("全省") && !chart.output.contains("青石县"))
    #expect(chart.output.contains("2023-01  5.2万盏"))
  }

  @Test func `nothing found is valid JSON and status 1`() throws {
    let folder = try Self.indexed()
    let outcome = try Command(folder: folder.path).run("figures", "气球", "--json")
    #expect(outcome.status == 1)
    #expect(try JSONValue(outcome.output)["figures"] == .array([]))
    #expect(try Command(folder: folder.path).run("取数", "路灯").status == 0)
    #expect(try Command(folder: folder.path).run("figures").status == 2)
  }
}
