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
      #expect(again.messages.contains("nothing has changed"))
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

  @Test func `a program sees whether an index was written`() throws {
    let issues = try Issues.indexed()
    let command = issues.command
    // What is too young to be known by its time is dated anew by a later update.
    _ = try command.shell("touch -d @700000000 issues/*")
    func index(_ number: Int, _ arguments: String...) throws -> JSONValue {
      let all = ["index", "--index", "\(number).index", "--json"] + arguments
      let outcome = try command.run(all)
      #expect(outcome.status == 0, "\(outcome.messages)")
      return try JSONValue(outcome.output)
    }
    for number in 1...3 {
      let trial = try index(number, "issues", "--share", "\(number)/3", "--dry-run")
      #expect(trial["written"] == .bool(false))
      let made = try index(number, "issues", "--share", "\(number)/3")
      #expect(made["written"] == .bool(true))
      if case .array(let files)? = trial["files"] {
        #expect(made["changes"]?["added"] == .number(Double(files.count)))
      } else {
        #expect(Bool(false), "\(trial)")
      }
      #expect(try index(number)["written"] == .bool(false))
    }
    for _ in 1...3 {
      for number in 1...3 {
        _ = try index(number, "--beside", "1.index", "--beside", "2.index", "--beside", "3.index")
      }
    }
    let last = try command.run(
      "index", "--index", "2.index", "--beside", "1.index", "--beside", "3.index", "--json")
    #expect(try JSONValue(last.output)["written"] == .bool(false))
    #expect(last.messages.contains("nothing has changed"))
  }

  @Test func `an index that cannot stand beside is refused in both languages`() throws {
    let issues = try Issues.indexed()
    let command = issues.command
    _ = try command.run("index", "issues", "--index", "1.index", "--share", "1/2")
    _ = try command.run("index", "issues", "--index", "2.index", "--share", "2/3")
    for (other, words, chinese) in [
      ("2.index", "of another number", "份数不同"), (".bsearch", "takes all files", "收全部文件"),
      ("missing", "missing", "missing"),
    ] {
      let arguments = ["index", "--index", "1.index", "--beside", other]
      let outcome = try command.run(arguments)
      #expect(outcome.status == 2 && outcome.messages.contains(words), "\(outcome.messages)")
      let translated = try command.run(["--lang", "zh"] + arguments)
      #expect(translated.messages.contains(chinese), "\(translated.messages)")
    }
  }
}
