import AnswerRecords
import TestSupport
import Testing

/// Options that choose, order and count articles, over two small issues.
struct FilterCommandTests {
  @Test func `search and count take the same options`() throws {
    let issues = try Issues.indexed()
    for (options, count) in [
      (["--since", "2022-09"], 1), (["--until", "2022年8月"], 1), (["--since=2022-08-30"], 2),
      (["--issue", "8"], 1), (["--issue", "8", "--issue", "9"], 2), (["--total", "92..93"], 2),
      (["--author", "林舟"], 2), (["--section", "工程"], 2), (["--section", "要闻"], 0),
      (["--bulletin", "水务"], 2), (["--bulletin", "林业"], 0), (["--in", "title"], 2),
      (["--in", "作者"], 0), (["--near", "3"], 2), (["--unit", "水文站"], 0),
    ] {
      let arguments = options + ["泵站"]
      #expect(try issues.command.run(["-c"] + arguments).output == "\(count)\n", "\(options)")
      let counted = try issues.command.run(["count", "--json"] + arguments)
      #expect(try JSONValue(counted.output)["totals"]?["articles"] == .number(Double(count)))
      #expect(counted.status == (count == 0 ? 1 : 0))
    }
  }

  @Test func `a bad value is told with what to write`() throws {
    let issues = try Issues.indexed()
    for (options, words) in [
      (["--since", "明天"], "--since 的“明天”不是日期；请写 2022"),
      (["--until", "2022-13"], "--until 的“2022-13”不是日期"),
      (["--since", "2023", "--until", "2022"], "--since 2023 晚于 --until 2022；请对调"),
      (["--in", "封面"], "--in 没有“封面”这一处；可用 title"),
      (["--issue", "没有"], "索引里也没有这一期"), (["--total", "x"], "不是总期号；请写 92"),
      (["--section", "，"], "“，”里没有可以比较的字"), (["--reverse"], "--reverse 要与 --sort"),
      (["--near", "0"], "--near 要在 1–100000 之间"), (["--sort", "size"], "--sort"),
    ] {
      let outcome = try issues.command.run(["--lang", "zh", "泵站"] + options)
      #expect(outcome.status == 2, "\(options)")
      #expect(outcome.messages.contains(words), "\(options) \(outcome.messages)")
      #expect(outcome.messages.split(separator: "\n").count == 1, "\(outcome.messages)")
      #expect(outcome.output == "")
    }
  }

  @Test func `where only the options leave nothing that is said`() throws {
    let issues = try Issues.indexed()
    let arguments = ["泵站", "--since", "2023", "--section", "工程"]
    for command in [["search"], ["count"]] {
      let outcome = try issues.command.run(["--lang", "en"] + command + arguments)
      #expect(outcome.status == 1)
      #expect(outcome.messages == "bsearch: without --since, --section there are 2 articles\n")
    }
    #expect(try issues.command.run(["-q"] + arguments).messages == "")
  }

  @Test func `results come in the order that is asked for`() throws {
    let issues = try Issues.indexed()
    func ids(_ options: String...) throws -> [Substring] {
      try issues.command.run(["-l", "泵站"] + options).output.split(separator: "\n")
        .map { $0.split(separator: ":")[1] }
    }
    #expect(try ids("--sort", "date") == ["92/1", "93/1"])
    #expect(try ids("--sort", "date", "--reverse") == ["93/1", "92/1"])
    #expect(try ids("--sort", "issue", "-n", "1", "--offset", "1") == ["93/1"])
    // The lines for a pipe are those of all articles that are counted.
    let grep = try issues.command.run("泵站", "--sort", "path", "--reverse")
    #expect(grep.output.hasPrefix("issues/2022-09.md:"))
  }

  @Test func `facets stand in every form, in JSON as numbers`() throws {
    let issues = try Issues.indexed()
    let human = try issues.command.run(
      "--lang", "zh", "--facets", "--format", "human", "-n", "1", "泵站 OR 管道")
    #expect(
      human.output.contains("    刊  青川水务简讯 3\n    年  2022 3\n    栏目  工程建设 3\n    作者  林舟 2 · 苏禾 1\n")
        || human.output.contains("刊  青川水务简讯 3\n年  2022 3\n栏目  工程建设 3\n作者  林舟 2 · 苏禾 1\n"))
    let count = try issues.command.run("--lang", "en", "count", "--facets", "泵站")
    #expect(count.output.hasSuffix("sections  工程建设 2\nauthors  林舟 2\n"))
    let grep = try issues.command.run("--lang", "en", "--facets", "泵站")
    #expect(grep.messages.contains("bsearch: authors  林舟 2\n"))
    for arguments in [["--format", "json"], ["--json"], ["count", "--json"]] {
      let outcome = try issues.command.run(arguments + ["--facets", "泵站"])
      let line = try #require(outcome.output.split(separator: "\n").last)
      let object = try JSONValue(line)
      let facets = object["summary"]?["facets"] ?? object["facets"] ?? object["totals"]?["facets"]
      #expect(facets?["authors"]?["values"]?[0]?["name"] == "林舟")
      #expect(facets?["authors"]?["values"]?[0]?["articles"] == 2)
      #expect(facets?["years"]?["valueCount"] == 1)
    }
  }
}
