import AnswerRecords
import TestSupport
import Testing

/// Many queries of a file in one process, over two small issues.
struct QueryFileCommandTests {
  private static func indexed() throws -> Issues {
    let issues = try Issues.indexed()
    try issues.directory.write("泵站\n\n没有这个词\n管道\n", to: "queries.txt")
    return issues
  }

  @Test func `lines for a pipe stand behind their query`() throws {
    let issues = try Self.indexed()
    #expect(
      try issues.command.run("-f", "queries.txt", "-c").output == "泵站\t2\n没有这个词\t0\n管道\t1\n")
    #expect(
      try issues.command.run("-f", "queries.txt", "-l", "--sort", "date").output
        == "泵站\tissues/2022-08.md:92/1\n泵站\tissues/2022-09.md:93/1\n管道\tissues/2022-08.md:92/2\n")
    let grep = try issues.command.run("-f", "queries.txt", "--sort", "date")
    #expect(grep.output.hasPrefix("泵站\tissues/2022-08.md:17:"))
    #expect(grep.output.split(separator: "\n").allSatisfy { $0.contains("\t") })
    let null = try issues.command.run("-f", "queries.txt", "-l0", "管道")
    #expect(null.status == 2)
    #expect(
      try issues.command.run("-f", "queries.txt", "-l0", "--sort", "path").output.hasSuffix(
        "\0管道\tissues/2022-08.md:92/2\0"))
  }

  @Test func `answers for programs are told apart by their query`() throws {
    let issues = try Self.indexed()
    let object = try JSONValue(issues.command.run("-f", "queries.txt", "--format", "json").output)
    #expect(object["version"] == 1)
    #expect(object["answers"]?[0]?["query"] == "泵站")
    #expect(object["answers"]?[1]?["summary"]?["articles"] == 0)
    #expect(object["answers"]?[2]?["hits"]?[0]?["id"] == "92/2")
    #expect(object["answers"]?[3] == nil)
    let lines = try issues.command.run("-f", "queries.txt", "--json").output.split(separator: "\n")
    let types = try lines.map { try JSONValue($0)["type"] }
    #expect(
      types == ["begin", "hit", "hit", "summary", "begin", "summary", "begin", "hit", "summary"])
    let table = try issues.command.run("-f", "queries.txt", "--format", "csv").output
      .split(separator: "\n")
    #expect(table.map { $0.prefix { $0 != "," } } == ["query", "泵站", "泵站", "管道"])
  }

  @Test func `queries of a file are counted too`() throws {
    let issues = try Self.indexed()
    let outcome = try issues.command.run("--lang", "zh", "count", "-f", "queries.txt")
    #expect(
      outcome.output == "泵站\t2 篇，2 期，4 处（逐字）\n没有这个词\t0 篇，0 期，0 处\n管道\t1 篇，1 期，1 处（逐字）\n")
    #expect(outcome.status == 0)
    let object = try JSONValue(issues.command.run("count", "--json", "-f", "queries.txt").output)
    #expect(object["answers"]?[2]?["totals"]?["articles"] == 1)
    #expect(object["version"] == 1)
    #expect(try issues.command.run("count", "-f", "queries.txt", "泵站").status == 2)
  }

  @Test func `one list of references has each article once, with its queries`() throws {
    let issues = try Self.indexed()
    try issues.directory.write("泵站\n水压\n", to: "both.txt")
    let items = try JSONValue(issues.command.run("-f", "both.txt", "--format", "csl-json").output)
    #expect(items[0]?["keyword"] == "泵站, 水压")
    #expect(items[1]?["keyword"] == "泵站")
    #expect(items[2] == nil)
    let cited = try issues.command.run("-f", "both.txt", "--format", "cite").output
    #expect(cited.hasPrefix("# 泵站\n\n林舟. 城南泵站投入运行[J]. "))
    #expect(cited.contains("\n\n# 水压\n\n林舟. "))
  }

  @Test func `standard input has queries too`() throws {
    let issues = try Self.indexed()
    let outcome = try issues.command.shell("printf '管道\\n泵站\\n' | $BSEARCH -f - -c")
    #expect(outcome.output == "管道\t1\n泵站\t2\n")
  }

  @Test func `the status is that of all together`() throws {
    let issues = try Self.indexed()
    #expect(try issues.command.run("-f", "queries.txt", "-q").status == 0)
    try issues.directory.write("没有这个词\n", to: "none.txt")
    #expect(try issues.command.run("-f", "none.txt", "-q").status == 1)
    try issues.directory.write("", to: "empty.txt")
    let empty = try issues.command.run("-f", "empty.txt", "--format", "json")
    #expect(empty.status == 1)
    #expect(try JSONValue(empty.output)["answers"] == .array([]))
    let missing = try issues.command.run("--lang", "zh", "-f", "missing.txt")
    #expect(missing.status == 2)
    #expect(missing.messages.contains("读不到检索词文件 missing.txt"))
  }

  @Test func `what is said is said of its query`() throws {
    let issues = try Self.indexed()
    let outcome = try issues.command.run("--lang", "zh", "-f", "queries.txt", "-c")
    #expect(outcome.messages.contains("bsearch: 没有这个词：没有找到 没有这个词"))
  }

  @Test func `names of a file are found and counted together, which is said`() throws {
    let issues = try Issues.indexed()
    try issues.directory.write("抽水站 = 泵站\n", to: "names.txt")
    for arguments in [["-c"], ["count"]] {
      let outcome = try issues.command.run(
        ["--lang", "zh"] + arguments + ["--synonym-file", "names.txt", "抽水站"])
      #expect(outcome.output.hasPrefix("2"))
      #expect(outcome.messages.contains("也检索：泵站"))
    }
    let count = try issues.command.run("count", "--json", "--synonym-file", "names.txt", "抽水站")
    #expect(try JSONValue(count.output)["alternatives"]?[0] == "泵站")
    #expect(try issues.command.run("count", "抽水站").status == 1)
    #expect(try issues.command.run("--synonym-file", "missing.txt", "抽水站").status == 2)
  }

  @Test func `a result says why it has its score`() throws {
    let issues = try Issues.indexed()
    let human = try issues.command.run("--lang", "zh", "--format", "human", "--explain", "城南 泵站")
    #expect(human.output.contains("第 1 名"))
    #expect(human.output.contains("合计"))
    let json = try JSONValue(
      issues.command.run("--format", "json", "--explain", "城南 泵站").output)
    let hit = json["hits"]?[0]
    #expect(hit?["explanation"]?["score"] == hit?["score"])
    #expect(hit?["explanation"]?["rank"] == 1)
    let alone = try JSONValue(issues.command.run("explain", "城南 泵站", "92/1", "--json").output)
    #expect(alone["terms"] == hit?["explanation"]?["terms"])
    #expect(try issues.command.run("--explain", "泵站").status == 2)
  }
}
