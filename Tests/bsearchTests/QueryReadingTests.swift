import AnswerRecords
import Testing

/// What a search says of a query that was read otherwise than it may have been meant.
struct QueryReadingTests {
  @Test(arguments: ["search", "count"])
  func `a value that is none is told to be text`(name: String) throws {
    let issues = try Issues.indexed()
    let messages = { query in try issues.command.run(name, "--lang", "en", query).messages }
    #expect(
      try messages("日期：2023..2021").contains(
        "2023..2021: the range ends before it begins; it was searched as text\n"))
    #expect(try messages("期：9..8").contains("9..8: the range ends before it begins"))
    #expect(try messages("日期：2023-02-30").contains("2023-02-30: this is no date"))
    #expect(try messages("日期：1800..2200 泵站") == "")
    let chinese = try issues.command.run(name, "--lang", "zh", "日期：2023..2021").messages
    #expect(chinese.contains("“2023..2021”终点在起点之前；已按文字检索"))
  }

  @Test func `a query that only leaves out is told to do so`() throws {
    let issues = try Issues.indexed()
    let outcome = try issues.command.run("--lang", "en", "--", "-5度")
    #expect(outcome.status == 0)
    #expect(
      outcome.messages.contains(
        "-5度 was read as articles without it; for the text itself use quotation marks"))
    #expect(try issues.command.run("--lang", "en", "--", "泵站 -5度").messages == "")
    #expect(try issues.command.run("-q", "--", "-5度").messages == "")
  }

  @Test(arguments: ["search", "count"])
  func `what is over a limit is told`(name: String) throws {
    let issues = try Issues.indexed()
    let long = String(repeating: "泵站 ", count: 6_000)
    let deep = String(repeating: "(", count: 51) + "泵站" + String(repeating: ")", count: 51)
    func messages(_ language: String, _ query: String) throws -> String {
      try issues.command.run(name, "--lang", language, query).messages
    }
    #expect(
      try messages("en", long) == "bsearch: only the first 16,384 characters are read\n")
    #expect(try messages("zh", long) == "bsearch: 检索式太长，只读前 16,384 字\n")
    #expect(
      try messages("en", deep)
        == "bsearch: there are more than 50 brackets within each other; the deeper ones are not read\n"
    )
    #expect(try messages("zh", deep) == "bsearch: 括号嵌套超过 50 层，更深的没有读\n")
    let outcome = try issues.command.run(name, "--json", long)
    let last = try JSONValue(String(outcome.output.split(separator: "\n").last ?? ""))
    #expect(last["problems"]?[0]?["kind"] == "tooLong")
    #expect(last["problems"]?[0]?["start"] == 16_384)
    #expect(last["problems"]?[0]?["end"] == 18_000)
    #expect(last["problems"]?[1] == nil)
  }

  @Test func `what is behind the limit is not looked for`() throws {
    let issues = try Issues.indexed()
    let query = String(repeating: "泵站 ", count: 6_000) + "绝无此词"
    #expect(try issues.command.run("-c", query).output == issues.command.run("-c", "泵站").output)
  }
}
