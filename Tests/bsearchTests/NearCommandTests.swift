import AnswerRecords
import TestSupport
import Testing

/// The commands for near texts, terms, completions and similar articles, over two small issues.
struct NearCommandTests {
  @Test func `a query that finds nothing is answered with what may have been meant`() throws {
    let issues = try Issues.indexed()
    let outcome = try issues.command.run("--lang", "zh", "泵占")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.messages.hasPrefix("bsearch: 没有找到 泵占；是不是：泵站（2 篇）"))
    #expect(outcome.messages.split(separator: "\n").count == 1)
    let object = try JSONValue(issues.command.run("--format", "json", "泵占").output)
    #expect(object["summary"]?["suggestions"]?[0]?["query"] == "泵站")
    #expect(object["summary"]?["suggestions"]?[0]?["articles"] == 2)
    #expect(object["hits"]?[0] == nil)
    let found = try JSONValue(issues.command.run("--format", "json", "城南泵站").output)
    #expect(found["summary"]?["suggestions"] == nil)
    let some = try issues.command.run("--lang", "zh", "-c", "城南泵占")
    #expect(some.status == 0)
    #expect(some.messages.contains("没有文章写有 城南泵占；是不是：城南泵站（1 篇）"))
    #expect(try issues.command.run("-q", "泵占").messages == "")
  }

  @Test func `near texts are searched for on request, which is said`() throws {
    let issues = try Issues.indexed()
    let fuzzy = try issues.command.run("--lang", "zh", "-c", "--fuzzy", "1", "城南泵占")
    #expect(fuzzy.output == "1\n")
    #expect(fuzzy.messages.contains("也检索：城南泵站"))
    #expect(try issues.command.run("-c", "--pinyin", "bengzhan").output == "2\n")
    #expect(try issues.command.run("count", "--pinyin", "chengnan").status == 0)
    #expect(try issues.command.run("count", "chengnan").status == 1)
    for number in ["3", "-1", "x", ""] {
      #expect(try issues.command.run("--fuzzy", number, "泵站").status == 2)
    }
  }

  @Test func `what was tried already is not proposed`() throws {
    let issues = try Issues.indexed()
    func advice(_ options: String...) throws -> String {
      let outcome = try issues.command.run(["--lang", "en"] + options + ["qqqxxx"])
      #expect(outcome.status == 1)
      return outcome.messages
    }
    #expect(try advice().contains("try fewer words, or --fuzzy 2 or --pinyin"))
    #expect(try advice("--pinyin").contains("try fewer words, or --fuzzy 2\n"))
    #expect(try advice("--fuzzy", "2").contains("try fewer words, or --pinyin\n"))
    #expect(try advice("--fuzzy", "2", "--pinyin").contains("try fewer words\n"))
  }

  @Test func `terms are listed with their frequencies`() throws {
    let issues = try Issues.indexed()
    let outcome = try issues.command.run("terms", "泵")
    #expect(outcome.output.split(separator: "\n").first == "泵站\t2\tpair")
    #expect(try issues.command.run("词项", "泵", "-n", "1").output == "泵站\t2\tpair\n")
    let json = try JSONValue(issues.command.run("terms", "泵", "--json").output)
    #expect(json["version"] == 1)
    #expect(json["terms"]?[0]?["documentFrequency"] == 2)
    #expect(
      try issues.command.run("terms", "--kind", "character", "泵").output == "泵\t2\tcharacter\n")
    #expect(try issues.command.run("terms", "--sort", "term", "泵").status == 0)
    #expect(try issues.command.run("terms", "龘").status == 1)
    #expect(try issues.command.run("terms", "。").status == 2)
    #expect(try issues.command.run("terms", "--kind", "other").status == 2)
    #expect(try issues.command.run("terms", "--new", "93").output.contains("开工\t1\tpair"))
    #expect(try !issues.command.run("terms", "--new", "93").output.contains("泵站\t"))
    #expect(try issues.command.run("terms", "--new", "7").status == 1)
  }

  @Test func `a text is completed`() throws {
    let issues = try Issues.indexed()
    #expect(try issues.command.run("suggest", "城南").output.contains("城南泵站"))
    #expect(try issues.command.run("补全", "林").output.contains("林舟\t"))
    let json = try JSONValue(issues.command.run("suggest", "城南", "--json").output)
    #expect(json["prefix"] == "城南")
    #expect(json["completions"]?.isObject == false)
    #expect(try issues.command.run("suggest", "龘").status == 1)
    #expect(try issues.command.run("suggest", "。").status == 2)
    #expect(try issues.command.run("suggest", "").status == 2)
    #expect(try issues.command.run("suggest").status == 2)
  }

  @Test func `similar articles are shown like results`() throws {
    let issues = try Issues.indexed()
    let outcome = try issues.command.run("similar", "92/1")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("issues/2022-09.md:"))
    let json = try JSONValue(issues.command.run("相似", "92/1", "--format", "json").output)
    #expect(json["hits"]?[0]?["id"] == "93/1")
    #expect(try issues.command.run("similar", "92/9").status == 1)
    #expect(try issues.command.run("similar", "92/9").messages.contains("92/9"))
    #expect(try issues.command.run("similar").status == 2)
  }

  @Test(
    arguments: [
      "\u{1B}[31m", "\u{7}泵占\u{202E}", "(((", "\"", "-", "..", "泵站\n泵占", "%s%n",
    ])
  func `hostile arguments do no harm`(text: String) throws {
    let issues = try Issues.indexed()
    for command in ["search", "terms", "suggest", "similar", "count"] {
      let outcome = try issues.command.run(command, "--", text)
      #expect((0...2).contains(outcome.status), "\(command)")
      for output in [outcome.output, outcome.messages] {
        #expect(!output.contains("\u{1B}") && !output.contains("\u{202E}"))
        #expect(!output.contains("\u{7}"))
      }
    }
  }
}
