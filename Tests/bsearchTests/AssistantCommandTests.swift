import TestSupport
import Testing

/// `bsearch mcp` as a client starts it: a process with a pipe on either side.
struct AssistantCommandTests {
  @Test func `a client is answered line by line, and the server ends with its input`() throws {
    let issues = try Issues.indexed()
    var command = issues.command
    command.environment["BSEARCH_MCP"] = BuiltProgram.path("bsearch-mcp")
    let lines = [
      #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25"}}"#,
      "rubbish",
      #"{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"issues"}}"#,
      #"{"jsonrpc":"2.0","id":3,"method":"ping"}"#,
    ]
    let outcome = try command.shell(
      "printf '%s\\n' \(lines.map { "'\($0)'" }.joined(separator: " ")) | \"$BSEARCH\" mcp --lang en"
    )
    #expect(outcome.status == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
    let answers = outcome.output.split(separator: "\n")
    #expect(answers.count == 4)
    #expect(answers[0].hasPrefix(#"{"id":1,"jsonrpc":"2.0","result":{"#))
    #expect(answers[1].contains("-32700"))
    #expect(answers[2].contains(#""isError":false"#), "\(answers[2])")
    #expect(answers[3] == #"{"id":3,"jsonrpc":"2.0","result":{}}"#)
  }

  @Test func `without bsearch it says who starts it`() throws {
    let issues = try Issues.indexed()
    let outcome = try issues.command.shell("'\(BuiltProgram.path("bsearch-mcp"))' --help")
    #expect(outcome.status == 2 && outcome.messages.contains("`bsearch mcp`"))
  }
}
