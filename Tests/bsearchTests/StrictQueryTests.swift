import AnswerRecords
import Testing

struct StrictQueryTests {
  @Test(arguments: ["search", "count"])
  func `a strict search refuses a query with a problem`(name: String) throws {
    let issues = try Issues.indexed()
    let outcome = try issues.command.run(name, "--strict", "泵站 （管网")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.messages.hasPrefix("bsearch: the query has 1 problem; "))
    #expect(
      outcome.messages.hasSuffix(
        "\n  泵站 （管网\n       ^^\n  character 4: the bracket is not closed\n"))
    #expect(try issues.command.run(name, "泵站 （管网").status == 0)
    #expect(try issues.command.run(name, "--strict", "泵站").status == 0)
  }
}
