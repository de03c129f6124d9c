import AnswerRecords
import TestSupport
import Testing

/// What the built command says about what it cannot use: one line, status 2, nothing harmed.
struct BadInputTests {
  private func expectFailure(
    _ outcome: Command.Outcome, saying words: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.status == 2, sourceLocation: sourceLocation)
    #expect(outcome.output == "", sourceLocation: sourceLocation)
    let lines = outcome.messages.split(separator: "\n")
    #expect(lines.count == 1, "\(lines)", sourceLocation: sourceLocation)
    #expect(lines.last?.hasPrefix("bsearch: ") == true, sourceLocation: sourceLocation)
    #expect(
      outcome.messages.contains(words), "\(outcome.messages)", sourceLocation: sourceLocation)
  }

  @Test func `a missing path`() throws {
    let issues = try Issues.written()
    expectFailure(try issues.command.run("index", "nowhere"), saying: "nowhere")
    expectFailure(try issues.command.run("parse", "nowhere.md"), saying: "nowhere.md")
  }

  @Test func `an empty folder`() throws {
    let issues = try Issues.written()
    expectFailure(
      try issues.command.shell("mkdir empty && $BSEARCH index empty"), saying: "no text files (.md")
  }

  @Test func `no readable file, each named`() throws {
    let issues = try Issues.indexed()
    let before = try readFile(issues.directory.path + "/.bsearch")
    let bytes = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31) }
    try issues.directory.write([0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1] + bytes, to: "bad/a.md")
    let outcome = try issues.command.run("index", "bad")
    #expect(outcome.status == 2)
    let lines = outcome.messages.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("bsearch: skipped bad/a.md: ") == true)
    #expect(try readFile(issues.directory.path + "/.bsearch") == before)
  }

  @Test func `no index`() throws {
    let issues = try Issues.written()
    expectFailure(try issues.command.run("--index", "none", "泵站"), saying: "no such index")
    var command = issues.command
    command.folder = "/"
    expectFailure(try command.run("泵站"), saying: "bsearch index FOLDER")
  }

  @Test func `a folder that has been removed while the command runs in it`() throws {
    let issues = try Issues.indexed()
    let outcome = try issues.command.shell(
      "mkdir gone && cd gone && rmdir ../gone && exec $BSEARCH 泵站")
    expectFailure(outcome, saying: "the current folder has been removed")
  }

  @Test(arguments: ["human", "grep", "md", "cite", "quote", "csv"])
  func `what nobody sees is found past, and is not in what is pasted`(format: String) throws {
    let directory = try TemporaryDirectory()
    let command = Command(folder: directory.path)
    try directory.write(
      Array(
        """
        # 岚江简讯

        第8期 总第92期

        ## 水\u{200B}库\u{E0101}\u{E0102}新\u{202E}规

        大\u{AD}坝水\u{3164}库\u{200D}验收\u{202D}完\u{34F}成。\u{E0041}
        """.utf8), to: "a.md")
    #expect(try command.run("index", "a.md").status == 0)
    for query in ["水库新规", "大坝水库验收完成", "验收完"] {
      let outcome = try command.run("--format", format, query)
      #expect(outcome.status == 0)
      let hidden = outcome.output.unicodeScalars.filter {
        $0.properties.isDefaultIgnorableCodePoint && $0 != "\u{200D}" && $0 != "\u{E0101}"
      }
      #expect(hidden.isEmpty, "\(hidden.map { String($0.value, radix: 16) })")
    }
  }

  @Test func `what was typed is not said back at any length`() throws {
    let issues = try Issues.indexed()
    let outcome = try issues.command.run(String(repeating: " ", count: 16_000))
    expectFailure(outcome, saying: "nothing to search for")
    #expect(outcome.messages.count < 300)
    let shown = try issues.command.run("show", String(repeating: "无", count: 16_000))
    #expect(shown.messages.count < 300)
  }

  @Test func `a file that is no index`() throws {
    let issues = try Issues.written()
    expectFailure(
      try issues.command.run("--index", "issues/2022-08.md", "泵站"), saying: "is not an index")
  }

  @Test(arguments: [1, 100, 5000, 20_000])
  func `an index cut short`(missing: Int) throws {
    let issues = try Issues.indexed()
    let bytes = try readFile(issues.directory.path + "/.bsearch")
    try issues.directory.write(Array(bytes.dropLast(missing)), to: "cut")
    expectFailure(try issues.command.run("--index", "cut", "泵站"), saying: "cut")
  }

  @Test func `an empty query`() throws {
    let issues = try Issues.indexed()
    for query in ["", " ", "\u{3000}"] {
      expectFailure(try issues.command.run("search", query), saying: "nothing to search")
    }
  }

  @Test func `wrong usage`() throws {
    let issues = try Issues.indexed()
    expectFailure(try issues.command.run("--nonsense", "泵站"), saying: "Unknown option '--nonsense'")
    expectFailure(try issues.command.run("--nonsense"), saying: "Unknown option '--nonsense'")
    expectFailure(try issues.command.run("--limit=-1", "泵站"), saying: "--limit must be within")
    expectFailure(try issues.command.run("-n", "9223372036854775807", "泵站"), saying: "--limit")
    expectFailure(try issues.command.run("--format", "xml", "泵站"), saying: "human, grep")
    expectFailure(
      try issues.command.run("index", "--index", "none"),
      saying: "there is no index, or it follows no files")
    expectFailure(try issues.command.run("search"), saying: "the query is missing")
  }

  @Test func `help and version are no failures`() throws {
    let issues = try Issues.written()
    for arguments in [["--help"], ["--version"], ["search", "--help"], ["help", "index"], []] {
      let outcome = try issues.command.shell("$BSEARCH \(arguments.joined(separator: " "))")
      #expect(outcome.status == 0)
      #expect(outcome.messages == "")
      #expect(!outcome.output.isEmpty)
    }
  }
}
