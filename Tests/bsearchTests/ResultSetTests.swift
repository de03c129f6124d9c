import AnswerRecords
import TestSupport
import Testing

/// Which articles the forms of output take, and what they say of those that they leave out.
struct ResultSetTests {
  /// One article has 泵站检修 as it stands, three have both words, two have one of them.
  private static func indexed() throws -> Issues {
    let issues = try Issues.written()
    let texts = ["泵站检修完毕", "检修泵站", "泵站今日检修", "检修过的泵站", "泵站开工", "检修水管"]
    let articles = texts.enumerated().map { "# 通报第\($0.offset)则\n\n\($0.element)。\n\n" }
    try issues.directory.write(
      "# 青川水务简讯\n\n第1期 总第1期\n\n2022年1月31日\n\n" + articles.joined(), to: "one/2022-01.md")
    _ = try issues.command.run("index", "one")
    return issues
  }

  @Test(arguments: [[], ["-n", "100"], ["--all"]])
  func `numbers, places and matches are of the same articles with any limit`(limit: [String]) throws
  {
    let issues = try Self.indexed()
    let command = issues.command
    func lines(_ form: String, _ query: String) throws -> Int {
      try command.run([form, query] + limit).output.split(separator: "\n").count
    }
    #expect(try command.run(["-c", "泵站检修"] + limit).output == "1\n")
    #expect(try lines("-l", "泵站检修") == 1)
    #expect(try lines("-o", "泵站检修") == 1)
    #expect(try lines("-l", "泵站检修 开工") == 6)
    #expect(try lines("-o", "泵站 开工") == 2)
    #expect(try command.run(["-q", "泵站检修"] + limit).status == 0)
  }

  @Test func `any of the words are asked for in the same way everywhere`() throws {
    let issues = try Self.indexed()
    let command = issues.command
    #expect(try command.run("-c", "--any", "泵站检修").output == "6\n")
    #expect(try command.run("-l", "--any", "泵站检修").output.split(separator: "\n").count == 6)
    let count = try command.run("count", "--any", "--lang", "en", "泵站检修").output
    #expect(count.hasPrefix("6 articles, 1 issue, 9 places"))
    #expect(try command.run("-o", "--any", "泵站检修").output.split(separator: "\n").count == 9)
  }

  @Test(arguments: [["search"], ["-c"], ["-l"], ["-o"], ["-q"], ["count"]])
  func `all words may be required`(form: [String]) throws {
    let issues = try Self.indexed()
    let command = issues.command
    #expect(try command.run(form + ["水管 开工"]).status == 0)
    #expect(try command.run(form + ["--all-words", "水管 开工"]).status == 1)
    #expect(try command.run(form + ["--all-words", "泵站 检修"]).status == 0)
    #expect(try command.run(form + ["--all-words", "--any", "泵站"]).status == 2)
  }

  @Test func `a list that a limit cut says so, whatever its form`() throws {
    let issues = try Self.indexed()
    let command = issues.command
    for form in [["-l"], ["-o"], ["--format", "grep"], ["--format", "cite"]] {
      let outcome = try command.run(form + ["-n", "2", "--lang", "en", "泵站"])
      #expect(
        outcome.messages == "bsearch: 2 of 5 articles shown; --all shows all, --offset 2 goes on\n")
    }
    let human = try command.run(
      "--lang", "zh", "--format", "human", "-n", "2", "--offset", "1", "泵站"
    ).output
    #expect(human.hasSuffix("显示了 5 篇中的 2 篇；--all 显示全部，--offset 3 接着看\n"))
    #expect(try command.run("-l", "-n", "5", "泵站").messages == "")
  }

  @Test func `a list goes on with what matches less exactly and marks it`() throws {
    let issues = try Self.indexed()
    let command = issues.command
    let lines = try command.run("--lang", "en", "泵站检修").output.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines.map { $0.contains("[apart] ") } == [false, true, true, true, false, false])
    #expect(lines.map { $0.contains("[some] ") } == [false, false, false, false, true, true])
    let some = try command.run("--lang", "en", "水管 开工").output.split(separator: "\n")
    #expect(some.count == 2 && some.allSatisfy { $0.contains("[some] ") })
    let short = try command.run("--lang", "en", "-n", "2", "泵站检修")
    #expect(short.output.split(separator: "\n") == Array(lines.prefix(2)))
    #expect(short.messages.contains("more articles that match less exactly"))
  }

  @Test func `a summary counts every way in which a list goes on`() throws {
    let issues = try Self.indexed()
    let command = issues.command
    let human = try command.run("--lang", "zh", "--format", "human", "泵站检修").output
    #expect(human.contains("以下词语不相连："))
    #expect(human.contains("以下只有部分词语："))
    #expect(human.contains("1 篇，1 期，1 处（逐字）；另有分散 3 篇，部分 2 篇  "))
    let any = try command.run("--lang", "en", "--format", "md", "--any", "泵站检修").output
    #expect(any.contains("6 articles, 1 issue (partial), of which 1 verbatim, 3 scattered\n"))
    let json = try command.run("--json", "泵站检修").output
    #expect(
      json.contains(
        #""ways":[{"articles":1,"match":"verbatim"},{"articles":3,"match":"scattered"},"#
          + #"{"articles":2,"match":"some"}]"#))
    let enough = try command.run("--lang", "en", "--format", "human", "-n", "1", "泵站检修").output
    #expect(enough.contains("1 article, 1 issue, 1 place (verbatim)  "))
  }
}
