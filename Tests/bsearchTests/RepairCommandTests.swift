import AnswerRecords
import TestSupport
import Testing

/// What the built command makes of damaged indexes.
struct RepairCommandTests {
  /// Issues and their index with some wrong bytes.
  private func damaged(from offset: Int = 8_192) throws -> Issues {
    let issues = try Issues.written()
    _ = try issues.command.run("index", "issues", "--index", "own.index")
    var bytes = try readFile(issues.directory.path + "/own.index")
    for place in offset..<offset + 8 { bytes[place] ^= 0xFF }
    try issues.directory.write(bytes, to: "own.index")
    return issues
  }

  @Test func `a sound index is left alone`() throws {
    let issues = try Issues.indexed()
    let before = try readFile(issues.directory.path + "/.bsearch")
    let outcome = try issues.command.run("check", "--repair")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("intact"))
    #expect(outcome.messages == "")
    #expect(try readFile(issues.directory.path + "/.bsearch") == before)
  }

  @Test func `a damaged index is made anew from its files`() throws {
    let issues = try damaged()
    let outcome = try issues.command.run("check", "--repair", "--index", "own.index")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.hasPrefix("segment 0, "))
    #expect(outcome.messages.hasPrefix("bsearch: 2 issues, 3 articles"), "\(outcome.messages)")
    #expect(try issues.command.run("check", "--deep", "--index", "own.index").status == 0)
    #expect(try issues.directory.names == ["issues", "own.index"])
  }

  @Test func `what could not be restored is named`() throws {
    let issues = try damaged()
    issues.directory.remove("issues/2022-09.md")
    let outcome = try issues.command.run("check", "--repair", "--index", "own.index")
    #expect(outcome.status == 1)
    let lines = outcome.messages.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines.first == "bsearch: not restored: issues/2022-09.md: No such file or directory")
    #expect(lines.last == "bsearch: the damaged index is kept as own.index.damaged")
    #expect(try issues.command.run("第二泵站", "--index", "own.index").status != 2)
    #expect(try issues.directory.names == ["issues", "own.index", "own.index.damaged"])
  }

  @Test func `it is said in Chinese and in JSON`() throws {
    let issues = try damaged()
    issues.directory.remove("issues/2022-09.md")
    let outcome = try issues.command.run(
      "--lang", "zh", "check", "--repair", "--json", "--index", "own.index")
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("没有恢复 issues/2022-09.md："), "\(outcome.messages)")
    #expect(outcome.messages.contains("损坏的索引保留为 own.index.damaged"))
    let record = try JSONValue(outcome.output)
    #expect(record["repair"]?["complete"] == .bool(false))
    #expect(record["repair"]?["lost"]?[0]?["path"] == "issues/2022-09.md")
    #expect(record["repair"]?["keptAs"] == "own.index.damaged")
    #expect(record["repair"]?["articles"] == 2)
  }

  @Test func `without the header only force helps, and each message leads to the next`() throws {
    let issues = try damaged(from: 20)
    let before = try readFile(issues.directory.path + "/own.index")
    let update = try issues.command.run("index", "issues", "--index", "own.index")
    #expect(update.status == 2)
    #expect(update.messages.contains("bsearch check --repair"), "\(update.messages)")
    let repair = try issues.command.run("check", "--repair", "--index", "own.index")
    #expect(repair.status == 2)
    #expect(
      repair.messages.contains("bsearch index FOLDER --force --index own.index"),
      "\(repair.messages)")
    #expect(try readFile(issues.directory.path + "/own.index") == before)
    let forced = try issues.command.run("index", "issues", "--force", "--index", "own.index")
    #expect(forced.status == 0)
    #expect(forced.messages.hasPrefix("bsearch: own.index is damaged and cannot be opened; "))
    #expect(try issues.command.run("check", "--index", "own.index").status == 0)
  }
}
