import AnswerRecords
import TestSupport
import Testing

/// What the built command does with indexes that have a share of a collection each.
struct ShareCommandTests {
  @Test func `a share is made, shown, kept and refused`() throws {
    let issues = try Issues.indexed()
    let command = issues.command
    var count = 0
    for number in 1...8 {
      let index = "shard-\(number).index"
      let made = try command.run("index", "issues", "--index", index, "--share", "\(number)/8")
      #expect(made.status == 0, "\(made.messages)")
      let status = try command.run("status", "--index", index)
      #expect(status.output.contains("\(number) of 8"))
      let record = try JSONValue(command.run("status", "--json", "--index", index).output)
      #expect(record["share"]?["number"] == .number(Double(number)))
      #expect(record["share"]?["count"] == 8)
      if case .number(let articles)? = record["articles"] { count += Int(articles) }
      #expect([0, 1].contains(try command.run("search", "泵站", "--index", index).status))
      let again = try command.run("index", "--index", index)
      #expect(again.status == 0, "\(again.messages)")
      #expect(!again.messages.contains("added"))
      let other = try command.run("index", "issues", "--index", index, "--share", "1/9")
      #expect(other.status == 2)
      #expect(other.messages.contains("takes share \(number)/8"), "\(other.messages)")
      let chinese = try command.run("--lang", "zh", "index", "--index", index, "--share", "1/9")
      #expect(chinese.messages.contains("第 \(number)/8 份"), "\(chinese.messages)")
    }
    let whole = try JSONValue(command.run("status", "--json").output)
    #expect(whole["articles"] == .number(Double(count)))
    #expect(whole["share"] == nil)
  }

  @Test(arguments: ["0/2", "3/2", "1", "a/b", "1/5000"])
  func `what is no share is refused`(text: String) throws {
    let issues = try Issues.indexed()
    let outcome = try issues.command.run("index", "issues", "--index", "a", "--share", text)
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("--share must be K/N"), "\(outcome.messages)")
    let chinese = try issues.command.run("--lang", "zh", "index", "--share", text)
    #expect(chinese.messages.contains("要写成 K/N"))
  }
}
