import AnswerRecords
import TestSupport
import Testing

/// What the built command reads, leaves out and takes out.
struct InputCommandTests {
  @Test func `documents come from standard input, and replace those that came from there before`()
    throws
  {
    let issues = try Issues.indexed()
    let command = issues.command
    #expect(
      try command.shell(
        #"echo '{"id":"n1","title":"一","body":"潮位上涨"}' | $BSEARCH index --format jsonl -"#
      ).status == 0)
    #expect(try command.run("潮位上涨").output == "-:1:1:潮位上涨\n")
    #expect(try command.run("-c", "泵站").output == "2\n")
    #expect(try command.run("index").status == 0)
    #expect(try command.run("-c", "潮位上涨").output == "1\n")
    _ = try command.shell(
      #"echo '{"id":"n2","title":"二","body":"潮位下降"}' | $BSEARCH index --format jsonl -"#)
    #expect(try command.run("\"潮位上涨\"").status == 1)
    #expect(try command.run("-l", "潮位下降").output == "-:1\n")
    #expect(try command.run("remove", "-").status == 0)
    #expect(try command.run("潮位下降").status == 1)
  }

  @Test func `standard input without a document is said to be one file of lines`() throws {
    let issues = try Issues.written()
    let outcome = try issues.command.shell("echo '[]' | $BSEARCH index --format jsonl -")
    #expect(outcome.status == 2)
    let last = outcome.messages.split(separator: "\n").last ?? ""
    #expect(last.hasPrefix("bsearch: the file has no document that can be used"))
    #expect(!last.contains("--encoding"))
  }

  @Test func `documents with one id, or none, are named, and can be shown by their lines`() throws {
    let issues = try Issues.written()
    let lines = ["a", "b", "a", ""].map { #"{"id":"\#($0)","title":"甲","body":"水库"}"# + "\n" }
      .joined()
    try issues.directory.write(lines, to: "d.jsonl")
    let indexed = try issues.command.run("index", "--format", "jsonl", "d.jsonl")
    #expect(indexed.status == 0)
    #expect(
      indexed.messages.hasPrefix(
        "bsearch: d.jsonl: line 3 has the id of line 1, line 4 has an empty id; all are in the index"
      ))
    let shown = try issues.command.run("show", "a")
    #expect(shown.status == 2)
    #expect(
      shown.messages
        == "bsearch: 2 documents have the id a; give one of them: d.jsonl:1, d.jsonl:3\n")
    let places = try issues.command.run("-l", "水库").output.split(separator: "\n").map(String.init)
    #expect(Set(places.prefix(3)) == ["d.jsonl:1", "d.jsonl:2", "d.jsonl:3"])
    for place in places { #expect(try issues.command.run("show", place).status == 0, "\(place)") }
    for line in ["1", "3", "4"] {
      #expect(try issues.command.run("show", "d.jsonl:" + line).output.contains("d.jsonl:" + line))
    }
  }

  @Test func `a file is taken apart from standard input as from its path`() throws {
    let issues = try Issues.written()
    let named = try issues.command.run("parse", "issues/2022-08.md").output
    let piped = try issues.command.shell("$BSEARCH parse - < issues/2022-08.md").output
    #expect(piped == named.replacing("issues/2022-08.md", with: "-"))
  }

  @Test func `files that were not read because of their kinds are named in one line`() throws {
    let issues = try Issues.written()
    for name in ["a.xlsx", "b.xlsx", "c.pptx", "d.png"] {
      try issues.directory.write("水", to: "issues/" + name)
    }
    #expect(
      try issues.command.run("index", "issues").messages.hasSuffix(
        "bsearch: not read: 2 .xlsx, 1 .pptx\n"))
    #expect(
      try issues.command.run("index", "--lang", "zh").messages.hasSuffix(
        "bsearch: 未读：2 个 .xlsx，1 个 .pptx\n"))
    try issues.directory.write("水", to: "papers/a.xlsx")
    let refused = try issues.command.run("index", "papers", "--index", "other")
    #expect(refused.status == 2)
    #expect(refused.messages.contains("not read: 1 .xlsx"))
  }

  @Test func `what is removed is listed, also when it is away`() throws {
    let issues = try Issues.indexed()
    try issues.directory.move("issues", to: ".away")
    let missing = try issues.command.run("index", "issues")
    #expect(missing.status == 2)
    #expect(missing.messages.contains("bsearch remove issues"))
    #expect(try issues.command.run("-c", "泵站").output == "2\n")
    let trial = try issues.command.run("remove", "issues", "--dry-run")
    #expect(trial.output == "- issues/2022-08.md\n- issues/2022-09.md\n")
    #expect(try issues.command.run("remove", "无").status == 2)
    let removed = try issues.command.run("移除", "issues")
    #expect(removed.status == 0)
    #expect(removed.messages.contains("removed 2 files"))
    #expect(try issues.command.run("-c", "泵站").output == "0\n")
  }

  @Test func `a file that still exists in a followed folder comes back, which is said`() throws {
    let issues = try Issues.indexed()
    let removed = try issues.command.run("remove", "issues/2022-08.md")
    #expect(removed.messages.contains("the next update reads it again"))
    #expect(try issues.command.run("issues").output.split(separator: "\n").count == 1)
    _ = try issues.command.run("index")
    #expect(try issues.command.run("issues").output.split(separator: "\n").count == 2)
  }

  @Test func `records of places can end with NUL`() throws {
    let issues = try Issues.indexed()
    let lines = try issues.command.run("-l", "泵站").output
    #expect(
      try issues.command.run("-l", "-0", "泵站").output == lines.replacing("\n", with: "\0"))
    #expect(try issues.command.run("泵站", "-l0").output == lines.replacing("\n", with: "\0"))
    #expect(try issues.command.run("-0", "泵站").status == 2)
  }
}
