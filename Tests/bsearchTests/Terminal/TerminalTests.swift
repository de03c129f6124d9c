import AnswerRecords
import TestSupport
import Testing

/// The built command where its output goes to a terminal, a closed pipe or a full disk.
struct TerminalTests {
  /// Runs a line of shell on a terminal of `columns`.
  ///
  /// `script` of util-linux gives it one; `stty` sets the width.
  private func terminal(
    _ line: String, columns: Int = 80, environment: [String: String] = [:]
  ) throws -> String {
    let issues = try Issues.indexed()
    var command = issues.command
    command.environment = environment.merging(["TERM": "xterm"]) { given, _ in given }
    let output = try command.shell(
      "script -qec 'stty cols \(columns); \(line)' /dev/null < /dev/null"
    ).output
    return output.replacing("\r\n", with: "\n")
  }

  @Test func `a terminal gets the form for people, in colour`() throws {
    let output = try terminal("$BSEARCH 城南泵站")
    #expect(output.contains("青川水务简讯  2022年第8期（总第92期）  2022-08-30"))
    #expect(output.contains("\u{1B}[1;31m城南泵站\u{1B}[0m"))
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
  func `a terminal without colour gets brackets`(environment: [String: String]) throws {
    let output = try terminal("$BSEARCH 城南泵站", environment: environment)
    #expect(output.contains("⟦城南泵站⟧投入运行"))
    #expect(!output.contains("\u{1B}"))
  }

  @Test func `the option decides before the environment`() throws {
    let output = try terminal("$BSEARCH --color always 城南泵站", environment: ["NO_COLOR": "1"])
    #expect(output.contains("\u{1B}[1;31m"))
    #expect(!(try terminal("$BSEARCH --color never 城南泵站").contains("\u{1B}")))
  }

  @Test func `a narrow terminal gets short lines`() throws {
    let output = try terminal("$BSEARCH --color never 城南泵站", columns: 30)
    for line in output.split(separator: "\n") {
      // Most characters take two columns, so fewer than thirty fit.
      #expect(line.unicodeScalars.count <= 30, "\(line)")
    }
  }

  @Test func `a pipe that is closed early ends quietly`() throws {
    let issues = try Issues.indexed()
    let outcome = try issues.command.shell(
      "($BSEARCH 泵站; echo status $? >&2) | :; ($BSEARCH --help; echo status $? >&2) | :")
    let lines = outcome.messages.split(separator: "\n")
    #expect(lines == ["status 0", "status 0"])
  }

  #if os(Linux)
    @Test func `a full disk is reported`() throws {
      let issues = try Issues.indexed()
      let outcome = try issues.command.shell("$BSEARCH 泵站 > /dev/full")
      #expect(outcome.status == 2)
      #expect(outcome.messages.hasPrefix("bsearch: cannot write the results: "))
    }
  #endif
}
