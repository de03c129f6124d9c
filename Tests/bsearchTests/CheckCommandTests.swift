import AnswerRecords
import TestSupport
import Testing

/// What the built command says of damaged indexes.
struct CheckCommandTests {
  /// An index whose first section, the texts, is wrong.
  private func damaged() throws -> Issues {
    let issues = try Issues.indexed()
    var bytes = try readFile(issues.directory.path + "/.bsearch")
    for offset in 8192..<8292 { bytes[offset] = 0xFF }
    try issues.directory.write(bytes, to: "damaged")
    return issues
  }

  @Test func `a sound index is intact`() throws {
    let issues = try Issues.indexed()
    for arguments in ["", "--deep"] {
      let outcome = try issues.command.shell("$BSEARCH check \(arguments)")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("intact"))
      #expect(outcome.messages == "")
    }
  }

  @Test func `each fault is a line with its place`() throws {
    let issues = try damaged()
    let outcome = try issues.command.run("check", "--index", "damaged")
    #expect(outcome.status == 1)
    let lines = outcome.output.split(separator: "\n")
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { $0.hasPrefix("segment 0, ") && $0.contains(", byte ") })
    #expect(outcome.messages.hasPrefix("bsearch: damaged: damaged in \(lines.count) place"))
    let deep = try issues.command.run("check", "--deep", "--index", "damaged")
    #expect(deep.status == 1)
    #expect(deep.output.split(separator: "\n").count > lines.count)
    let chinese = try issues.command.run("--lang", "zh", "check", "--index", "damaged")
    #expect(chinese.output.hasPrefix("第 0 段 "))
    #expect(chinese.messages.contains("已损坏"))
  }

  @Test func `faults are JSON`() throws {
    let issues = try damaged()
    let outcome = try issues.command.run("check", "--json", "--index", "damaged")
    #expect(outcome.status == 1)
    let record = try JSONValue(outcome.output)
    #expect(record["version"] == 1)
    #expect(record["faults"]?[0]?["segment"] == 0)
    #expect(record["faults"]?[0]?["kind"] == "checksum")
    let sound = try JSONValue(try issues.command.run("check", "--json").output)
    #expect(sound["faultCount"] == 0)
    #expect(sound["faults"] == .array([]))
  }

  @Test func `what keeps an index from being opened is a fault with its place`() throws {
    let issues = try Issues.indexed()
    let bytes = try readFile(issues.directory.path + "/.bsearch")
    var header = bytes
    header[20] ^= 1
    try issues.directory.write(header, to: "header")
    var record = bytes
    record[record.count - 1] ^= 1
    try issues.directory.write(record, to: "record")
    try issues.directory.write(Array(bytes.dropLast(9)), to: "cut")
    for (file, place) in [
      ("header", "header, byte 0"), ("record", "commit record, byte 0"), ("cut", "file, byte "),
    ] {
      let outcome = try issues.command.run("check", "--index", file)
      #expect(outcome.status == 1)
      #expect(outcome.output.hasPrefix(place), "\(outcome.output)")
      #expect(outcome.messages.contains("damaged in 1 place"))
    }
  }

  @Test func `what is no index has no faults`() throws {
    let issues = try Issues.indexed()
    for file in ["nothing", "issues/2022-08.md", "issues"] {
      let outcome = try issues.command.run("check", "--index", file)
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
    }
  }
}
