import AnswerRecords
import TestSupport
import Testing

/// The built command over two small issues.
struct CommandTests {
  @Test func `a query without a command is a search, in the style of grep in a pipe`() throws {
    let issues = try Issues.indexed()
    let outcome = try issues.command.run("城南泵站")
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("issues/2022-08.md:17:") == true)
    #expect(lines.first?.hasSuffix(":城南泵站投入运行") == true)
    #expect(lines[1].hasPrefix("issues/2022-08.md:19:"))
    // Behind what stands as it was typed comes what has the words.
    #expect(lines.dropFirst(2).allSatisfy { $0.contains(":[apart] ") })
  }

  @Test func `several words are one query`() throws {
    let issues = try Issues.indexed()
    #expect(try issues.command.run("-c", "泵站", "河东").output == "1\n")
    #expect(try issues.command.run("-c", "泵站", "-河东").output == "1\n")
    #expect(try issues.command.run("-c", "--", "泵站", "-河东").output == "1\n")
  }

  @Test func `a query that is the name of a command is searched by search`() throws {
    let issues = try Issues.indexed()
    #expect(try issues.command.run("search", "index").status == 1)
    #expect(try issues.command.run("search", "泵站").status == 0)
    #expect(try issues.command.run("搜", "泵站").status == 0)
  }

  @Test func `the status says whether something was found`() throws {
    let issues = try Issues.indexed()
    #expect(try issues.command.run("-q", "泵站").status == 0)
    #expect(try issues.command.run("-q", "泵站").output == "")
    let nothing = try issues.command.run("龘靐齉")
    #expect(nothing.status == 1)
    #expect(nothing.output == "")
    #expect(try issues.command.run("count", "龘靐齉").status == 1)
    #expect(try issues.command.run("show", "92/9").status == 1)
  }

  @Test func `JSON is valid with and without results`() throws {
    let issues = try Issues.indexed()
    for query in ["泵站", "龘靐齉"] {
      #expect(try JSONValue(issues.command.run("--format", "json", query).output).isObject)
      for line in try issues.command.run("--json", query).output.split(separator: "\n") {
        #expect(try JSONValue(line).isObject)
      }
    }
    for words in [
      "issues", "status", "show 92/1", "count 泵站", "segment 泵站", "parse issues/2022-08.md",
    ] {
      #expect(try JSONValue(issues.command.shell("$BSEARCH \(words) --json").output).isObject)
    }
  }

  @Test func `an article is shown, cited and given as it is`() throws {
    let issues = try Issues.indexed()
    #expect(try issues.command.run("show", "92/1").output.contains("【工程建设】城南泵站投入运行"))
    #expect(
      try issues.command.run("show", "92/1", "--cite").output
        == "林舟. 城南泵站投入运行[J]. 青川水务简讯，2022（8）：1.\n")
    #expect(
      try issues.command.run("show", "93", "--raw").output
        == "第二泵站开工\n九月三日，第二泵站在河东开工，建成后与城南互为备用，总投资一千二百万元。\n")
  }

  @Test func `only what was found is printed, each with its place`() throws {
    let issues = try Issues.indexed()
    let outcome = try issues.command.run("-o", "城南泵站")
    #expect(
      outcome.output == """
        issues/2022-08.md:17:3:城南泵站
        issues/2022-08.md:19:19:城南泵站

        """)
    #expect(try issues.command.run("--only-matching", "--format", "grep", "城南泵站").status == 0)
    for form in [["--json"], ["--format", "md"]] {
      let refused = try issues.command.shell("$BSEARCH -o \(form.joined(separator: " ")) 泵站")
      #expect(refused.status != 0)
      #expect(refused.messages.contains("-o works only with the grep format"))
    }
    #expect(try issues.command.run("-o", "-c", "城南泵站").output == "1\n")
  }

  @Test func `an article is shown with what was asked for marked`() throws {
    let issues = try Issues.indexed()
    let shown = try issues.command.run("show", "92/1", "泵站").output
    #expect(shown.contains("【工程建设】城南⟦泵站⟧投入运行"))
    #expect(shown.contains("城南⟦泵站⟧通过验收"))
    let words = try issues.command.run("show", "92/1", "水压", "验收", "--color", "always").output
    #expect(words.contains("通过\u{1B}[1;31m验收\u{1B}[0m，"))
    #expect(words.contains("\u{1B}[1;31m水压\u{1B}[0m当晚"))
  }

  @Test func `passages are as many and as long as asked for`() throws {
    let issues = try Issues.indexed()
    func passages(_ options: String) throws -> [JSONValue?] {
      let output = try issues.command.shell("$BSEARCH --format json \(options) 通过验收").output
      guard case .array(let passages)? = try JSONValue(output)["hits"]?[0]?["passages"] else {
        return []
      }
      return passages.map { $0["text"] }
    }
    #expect(try passages("--passages 0") == [])
    #expect(try passages("-C 0") == ["通过验收"])
    #expect(try passages("-C 1") == ["通过验收"])
    #expect(
      try passages("-C 1000000000 --passages 1000000000")
        == ["八月十二日，城南泵站通过验收，日供水两万吨，五个街道的水压当晚恢复正常。"])
  }

  @Test func `lists are separated by tabs in a pipe`() throws {
    let issues = try Issues.indexed()
    let lines = try issues.command.run("issues").output.split(separator: "\n")
    #expect(lines.map { $0.split(separator: "\t").first } == ["92", "93"])
    #expect(
      lines.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 7 })
  }

  @Test func `the index is found from a folder below`() throws {
    let issues = try Issues.indexed()
    var command = issues.command
    command.folder += "/issues"
    #expect(try command.run("-c", "泵站").output == "2\n")
    command.folder = "/"
    command.environment["BSEARCH_INDEX"] = issues.directory.path + "/.bsearch"
    #expect(try command.run("-c", "泵站").output == "2\n")
  }

  @Test func `indexing says what it did in a line on standard error`() throws {
    let issues = try Issues.written()
    let outcome = try issues.command.run("index", "issues")
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(outcome.messages.hasPrefix("bsearch: 2 issues, 3 articles, "))
    #expect(outcome.messages.split(separator: "\n").count == 1)
  }

  @Test func `a file is taken apart`() throws {
    let issues = try Issues.written()
    let outcome = try issues.command.run("parse", "issues/2022-08.md")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("2022-08-30"))
    #expect(outcome.output.contains("【工程建设】老城管网改造过半（苏禾）"))
  }

  @Test func `an index without damage passes the check`() throws {
    let issues = try Issues.indexed()
    #expect(try issues.command.run("check").status == 0)
  }

  @Test func `a pipe gets all articles, a limit the best`() throws {
    let issues = try Issues.written()
    let articles = (1...120).map { "# 泵站第\($0)号\n\n第\($0)号泵站今日巡检，一切正常。\n\n" }
    try issues.directory.write(
      "# 青川水务简讯\n\n第1期 总第1期\n\n2022年1月31日\n\n" + articles.joined(), to: "many/2022-01.md")
    _ = try issues.command.run("index", "many")
    let counted = try issues.command.run("-c", "泵站").output
    let places = try issues.command.run("-l", "泵站").output.split(separator: "\n")
    #expect(places.count >= 100)
    #expect("\(places.count)\n" == counted)
    #expect(
      try issues.command.run("-l", "--offset", "7", "泵站").output.split(separator: "\n")
        == Array(places.dropFirst(7)))
    #expect(
      try issues.command.run("-l", "-n", "3", "泵站").output.split(separator: "\n")
        == Array(places.prefix(3)))
  }

  @Test func `partial matches are announced`() throws {
    let issues = try Issues.indexed()
    let outcome = try issues.command.run("泵站", "龘靐齉")
    #expect(outcome.status == 0)
    #expect(outcome.messages.hasPrefix("bsearch: no article contains all of the words"))
  }

  @Test func `messages are Chinese where the locale is`() throws {
    let issues = try Issues.indexed()
    var command = issues.command
    command.environment["LANG"] = "zh_CN.UTF-8"
    #expect(try command.run("count", "泵站").output.hasSuffix("处（逐字）\n"))
    #expect(try command.run("count", "泵站", "--lang", "en").output.hasSuffix("(verbatim)\n"))
  }
}
