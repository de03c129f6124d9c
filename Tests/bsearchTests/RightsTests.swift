import TestSupport
import Testing

/// An index and a dictionary have the text of what they are made from.
struct RightsTests {
  private static func permissions(_ path: String, _ command: Command) throws -> String {
    try command.shell("stat -c %a \(path) 2>/dev/null || stat -f %Lp \(path)").output
  }

  @Test func `an index keeps its permissions when it is written anew`() throws {
    let issues = try Issues.indexed()
    let command = issues.command
    _ = try command.run("dict", "add", "南泵")
    #expect(try command.shell("chmod 600 .bsearch .bsearch.dict").status == 0)
    for arguments in [["compact"], ["index", "--force"]] {
      #expect(try command.shell("\"$BSEARCH\" " + arguments.joined(separator: " ")).status == 0)
      #expect(try Self.permissions(".bsearch", command) == "600\n")
    }
    #expect(try command.run("dict", "add", "管网").status == 0)
    #expect(try Self.permissions(".bsearch.dict", command) == "600\n")
  }

  @Test func `a new index of private files is private`() throws {
    let issues = try Issues.indexed()
    let command = issues.command
    for (permissions, expected) in [("644", "644"), ("640", "640"), ("600", "600")] {
      let made = try command.shell(
        "umask 022; chmod 755 . issues && chmod 644 issues/* && chmod \(permissions) issues/*08.md; "
          + "rm -f .bsearch; \"$BSEARCH\" index issues")
      #expect(made.status == 0)
      #expect(try Self.permissions(".bsearch", command) == expected + "\n")
    }
  }

  @Test func `a file that looks like a temporary one is not written over`() throws {
    let issues = try Issues.indexed()
    let command = issues.command
    let outcome = try command.shell(
      "echo own > mine && ln mine .bsearch.writing && \"$BSEARCH\" index --force")
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains(".bsearch.writing"))
    #expect(try readFile(issues.directory.path + "/mine") == Array("own\n".utf8))
  }

  @Test func `forty who add words at once lose none`() throws {
    let issues = try Issues.indexed()
    let command = issues.command
    let outcome = try command.shell(
      "for i in $(seq 40); do \"$BSEARCH\" dict add 岚云$i号 & done; wait; wc -l < .bsearch.dict")
    #expect(Int(outcome.output.filter(\.isNumber)) == 40)
    #expect(
      try issues.directory.names.filter { $0.hasPrefix(".bsearch.dict") } == [".bsearch.dict"])
  }

  @Test func `a dictionary that is a link stays one, also if it leads nowhere yet`() throws {
    let issues = try Issues.indexed()
    let command = issues.command
    let outcome = try command.shell(
      "ln -s shared.dict .bsearch.dict; \"$BSEARCH\" dict add 南泵; \"$BSEARCH\" dict add 管网; "
        + "test -L .bsearch.dict && cat shared.dict")
    #expect(outcome.output == "南泵\n管网\n")
  }
}
