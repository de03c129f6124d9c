import Testing

@testable import Bulletins
@testable import Documents

@Suite struct ToolProcessTests {
  private func run(_ script: String, input: String = "") throws -> (String, ToolProcess.Outcome) {
    let tools = DocumentTools(paths: [.pdftotext: "/bin/sh"])
    let input = try DocumentInput(bytes: Array(input.utf8), ending: "")
    var process = try tools.start(.pdftotext, ["-c", script], input: input)
    let output = try process.rest(atMost: 1 << 20)
    return (String(decoding: output, as: UTF8.self), try process.outcome())
  }

  @Test(
    "a tool gets the document from its beginning, and its output, messages and status come back")
  func outcome() throws {
    let (output, outcome) = try run(
      "read line; echo got $line; echo moan >&2; exit 3", input: "甲\n")
    #expect(output == "got 甲\n")
    #expect(outcome == ToolProcess.Outcome(status: 3, signal: nil, messages: "moan\n"))
  }

  @Test("a tool that writes more messages than are kept does not hang")
  func manyMessages() throws {
    let (output, outcome) = try run(
      "i=0; while [ $i -lt 20000 ]; do echo moan moan moan >&2; i=$((i+1)); done; echo end")
    #expect(output == "end\n")
    #expect(outcome.messages.utf8.count == 1 << 16)
  }

  @Test("a tool can start no other program")
  func children() throws {
    let (output, _) = try run("(echo child) 2>/dev/null; echo end")
    #expect(!output.contains("child"))
  }

  @Test("a tool that is not there is missing, one that is killed took too long")
  func missing() throws {
    #expect(throws: DocumentProblem.toolMissing(.antiword)) {
      _ = try DocumentTools().start(
        .antiword, [], input: try DocumentInput(bytes: [], ending: "doc"))
    }
    #expect(throws: DocumentProblem.limit(.time)) { _ = try run("kill -9 $$") }
  }

  @Test("a tool that floods is ended at the limit")
  func flood() throws {
    let tools = DocumentTools(paths: [.pdftotext: "/usr/bin/yes"])
    var process = try tools.start(
      .pdftotext, [], input: try DocumentInput(bytes: [], ending: ""))
    #expect(throws: DocumentProblem.limit(.textBytes)) { _ = try process.rest(atMost: 1 << 20) }
  }

  @Test("the version of a tool is found in what it says")
  func version() {
    #expect(
      DocumentTools.version(in: "pdftotext version 22.12.0\nCopyright 2005-2022") == "22.12.0")
    #expect(DocumentTools.version(in: "\tVersion: 0.37  (21 Oct 2005)") == "0.37")
    #expect(DocumentTools.version(in: "no such") == nil)
  }
}
