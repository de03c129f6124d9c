import AnswerRecords
import TestSupport
import Testing

/// Commands that another program does, over two small issues; a shell script stands in for it.
struct CompanionCommandTests {
  private static let commands = [("serve", "BSEARCH_SERVE"), ("mcp", "BSEARCH_MCP")]

  @Test(arguments: commands)
  func `the program gets the index, the language and the words of the user`(
    command: String, variable: String
  ) throws {
    let issues = try Issues.indexed()
    _ = try issues.command.shell(
      "printf '#!/bin/sh\\nprintf \"%%s\\\\n\" \"$@\"\\n' > program && chmod +x program; echo 泵站 > words"
    )
    var there = issues.command
    there.environment[variable] = "./program"
    let outcome = try there.run("--lang", "zh", command, "--dictionary", "words")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let arguments = outcome.output.split(separator: "\n")
    let index = "\(issues.directory.path)/.bsearch"
    #expect(
      arguments.prefix(9) == [
        "--index", index[...], "--lang", "zh", "--own-dictionary", "\(index).dict", "--dictionary",
        "words", "--",
      ])
  }

  @Test(arguments: commands)
  func `where the program is missing it is said what to do`(
    command: String, variable: String
  ) throws {
    let issues = try Issues.indexed()
    var there = issues.command
    there.environment[variable] = "./missing"
    let outcome = try there.run("--lang", "zh", command)
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("缺 ./missing"), "\(outcome.messages)")
    #expect(outcome.messages.contains(variable))
    let english = try there.run("--lang", "en", command)
    #expect(english.messages.contains("./missing is missing"), "\(english.messages)")
  }

  @Test(arguments: commands)
  func `without an index nothing is started`(command: String, variable: String) throws {
    let folder = try TemporaryDirectory()
    var there = Command(folder: folder.path)
    there.environment[variable] = "/bin/false"
    let outcome = try there.run("--lang", "en", command, "--index", "missing")
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("missing"), "\(outcome.messages)")
  }

  @Test func `the server is told where to listen`() throws {
    let issues = try Issues.indexed()
    var there = issues.command
    there.environment["BSEARCH_SERVE"] = "/bin/echo"
    let output = try there.run("serve", "--port", "8080", "--open", "--allow-host", "档案.test")
      .output
    #expect(output.hasSuffix(" -- --host 127.0.0.1 --port 8080 --allow-host 档案.test --open\n"))
  }
}
