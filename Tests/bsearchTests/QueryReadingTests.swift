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
}
