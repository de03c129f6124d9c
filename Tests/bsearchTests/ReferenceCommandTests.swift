import TestSupport
import Testing

/// References, quotations and tables of what was found, over two small issues.
struct ReferenceCommandTests {
  private static let first = "林舟. 城南泵站投入运行[J]. 青川水务简讯，2022（8）：1.\n"
  private static let second = "林舟. 第二泵站开工[J]. 青川水务简讯，2022（9）：1.\n"

  @Test func `references are those of all articles that are counted, by date`() throws {
    let issues = try Issues.indexed()
    #expect(
      try issues.command.run("--format", "cite", "泵站").output == Self.first + Self.second)
    #expect(
      try issues.command.run("--format", "cite", "--reverse", "泵站").output
        == Self.second + Self.first)
    #expect(
      try issues.command.run("--format", "cite", "-n", "1", "泵站").output == Self.first)
    #expect(
      try issues.command.run("--format", "cite", "--style", "gbt7714-2015", "水压").output
        == "林舟. 城南泵站投入运行[J]. 青川水务简讯, 2022(8): 1.\n")
    #expect(try issues.command.run("--format", "cite", "--style", "apa", "泵站").status == 2)
  }

  @Test func `an article that two files have is cited once`() throws {
    let issues = try Issues.indexed()
    let copied = try issues.command.shell(
      "mkdir copies && cp issues/2022-08.md copies && $BSEARCH index copies && $BSEARCH -c 泵站 "
        + "&& $BSEARCH --format cite 泵站")
    #expect(copied.output.hasSuffix("3\n" + Self.first + Self.second), "\(copied.output)")
  }

  @Test func `show cites an article or an issue`() throws {
    let issues = try Issues.indexed()
    #expect(try issues.command.run("show", "92/1", "--cite").output == Self.first)
    #expect(
      try issues.command.run("show", "92", "--cite").output
        == Self.first + "苏禾. 老城管网改造过半[J]. 青川水务简讯，2022（8）：2.\n")
    let bibTeX = try issues.command.run("show", "92", "--format", "bibtex").output
    #expect(bibTeX.hasPrefix("@article{92-1,\n  author = {{林舟}},\n  title = {{城南泵站投入运行}},\n"))
    #expect(bibTeX.contains("}\n\n@article{92-2,\n"))
    let items = try JSONValue(issues.command.run("show", "92", "--format", "csl-json").output)
    #expect(items[1]?["author"]?[0]?["family"] == "苏禾")
  }

  @Test func `programs that keep references get valid lists, also of nothing`() throws {
    let issues = try Issues.indexed()
    let items = try JSONValue(issues.command.run("--format", "csl-json", "泵站").output)
    #expect(items[0]?["id"] == "92/1")
    #expect(items[1]?["issued"]?["date-parts"]?[0]?[1] == 9)
    let nothing = try issues.command.run("--format", "csl-json", "没有这个词")
    #expect(nothing.status == 1)
    #expect(try JSONValue(nothing.output) == .array([]))
    let ris = try issues.command.run("--format", "ris", "泵站").output
    #expect(ris.hasPrefix("TY  - JOUR\r\nAU  - 林舟\r\n"))
    #expect(ris.split(separator: "\r\n").count { $0 == "ER  - " } == 2)
  }

  @Test func `a quotation is the whole sentence with its reference`() throws {
    let issues = try Issues.indexed()
    #expect(
      try issues.command.run("--format", "quote", "水压").output
        == "“八月十二日，城南泵站通过验收，日供水两万吨，五个街道的水压当晚恢复正常。”（"
        + Self.first.dropLast() + "）\n")
    #expect(
      try issues.command.run("--format", "quote", "标题：城南").output == Self.first)
  }

  @Test func `a table has a heading and a row for each article`() throws {
    let issues = try Issues.indexed()
    let table = try issues.command.run("--format", "csv", "--sort", "date", "泵站").output
    let rows = table.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.count == 4)
    #expect(rows[0].hasPrefix("id,bulletin,issue,year,number,total,date,section,title,authors,"))
    #expect(
      rows[1].hasPrefix(
        "92/1,青川水务简讯,92,2022,8,92,2022-08-30,工程建设,城南泵站投入运行,林舟,,1,issues/2022-08.md,"))
    let nothing = try issues.command.run("--format", "csv", "没有这个词")
    #expect(nothing.output.split(separator: "\n").count == 1)
    #expect(nothing.status == 1)
  }
}
