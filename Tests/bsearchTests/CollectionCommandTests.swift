import TestSupport
import Testing

/// `bsearch search` where another program gives it a collection in place of an index: two files that it reads and writes.
struct CollectionCommandTests {
  /// Runs a search whose collection says `answer`; what it was asked is in `request`.
  private func search(_ answer: String, _ arguments: String) throws -> (
    outcome: Command.Outcome, request: String
  ) {
    let issues = try Issues.indexed()
    let outcome = try issues.command.shell(
      "printf '%s\\n' '\(answer)' > answer; exec 3<answer 4>request; "
        + "BSEARCH_COLLECTION=3,4 \"$BSEARCH\" --lang en \(arguments)")
    return (outcome, try issues.command.shell("cat request").output)
  }

  @Test func `the query and the options go out in a line, and what comes back is shown`() throws {
    let answer = """
      {"missing":[],"op":"search","response":{"alternatives":[],"hasMore":false,"match":"verbatim","results":[],\
      "totals":{"articles":0,"issues":0,"match":"verbatim"},"ways":[]},"rounds":1,"shardTime":1,"suggestions":\
      [{"articles":2,"query":"水库","replacements":[]}],"version":1}
      """
    let (outcome, request) = try search(answer, "search 水裤 --limit 3 --since 2022")
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("水库"), "\(outcome.messages)")
    #expect(request.contains("\"query\":\"水裤\"") && request.contains("\"limit\":3"), "\(request)")
    #expect(request.contains("\"since\":\"2022\"") && request.hasSuffix("}\n"), "\(request)")
  }

  @Test func `what is wrong with a filter is said as of an index`() throws {
    let answer =
      "{\"error\":{\"code\":\"no_issue\",\"detail\":\"99\",\"message\":\"there is no issue 99\"},\"missing\":[],\"op\":\"search\",\"rounds\":0,\"shardTime\":0,\"version\":1}"
    let (outcome, _) = try search(answer, "search 水 --issue 1")
    #expect(outcome.status == 2 && outcome.messages.contains("99"), "\(outcome.messages)")
  }

  @Test func `a collection that says nothing is an error and no empty result`() throws {
    for answer in ["", "no answer", "{\"op\":\"search\"}"] {
      let (outcome, _) = try search(answer, "search 水")
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(answer)")
      #expect(outcome.messages.contains("collection"), "\(outcome.messages)")
    }
  }
}
