import TestSupport
import Testing

/// `bsearch shard` and `bsearch gather` as whoever carries lines between them starts them.
struct ShardCommandTests {
  private func shell(_ line: String) throws -> Command.Outcome {
    let issues = try Issues.indexed()
    var command = issues.command
    command.environment["BSEARCH_SHARD"] = BuiltProgram.path("bsearch-shard")
    return try command.shell(line)
  }

  @Test func `a shard answers line by line, and ends with its input`() throws {
    let outcome = try shell(
      "printf '%s\\n' '{\"op\":\"health\"}' rubbish '{\"op\":\"frequencies\",\"terms\":[\"e6b0b4\"]}' | \"$BSEARCH\" shard"
    )
    #expect(outcome.status == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
    let answers = outcome.output.split(separator: "\n")
    #expect(answers.count == 3)
    #expect(answers[0].contains("\"articles\":") && answers[2].contains("\"frequencies\":\""))
    #expect(answers[1].contains("\"code\":\"request\""))
  }

  @Test func `a gatherer opens shards that it is told of, and answers for them`() throws {
    // Between the two stands a shell that carries each line as it is.
    let outcome = try shell(
      """
      mkfifo in out; "$BSEARCH" gather --shards 1 < in > out & exec 5>in 6<out
      echo '{"id":"1","request":{"op":"open"}}' >&5; read -r asked <&6
      printf '%s\\n' '{"op":"health"}' '{"op":"catalogue"}' | "$BSEARCH" shard | paste -sd, > answers
      echo '{"id":"1","answers":['"$(cat answers)"']}' >&5; read -r answer <&6
      echo "$asked"; echo "$answer"; echo '{"id":"2","request":{"op":"search"}}' >&5; read -r answer <&6; echo "$answer"
      """)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 3, "\(outcome.messages)")
    #expect(lines[0].contains("\\\"op\\\":\\\"health\\\"") && lines[0].contains("\"id\":\"1\""))
    #expect(
      lines[1].contains("\"op\":\"open\"") && lines[1].contains("\"shards\":1"), "\(lines[1])")
    #expect(lines[2].contains("\"code\":\"request\""))
  }
}
