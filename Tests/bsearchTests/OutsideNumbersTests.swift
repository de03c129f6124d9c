import TestSupport
import Testing

/// Times and sizes of files come from archives and file systems, and may be anything.
struct OutsideNumbersTests {
  @Test(arguments: ["@9223372037", "@-9223372037"])
  func `a file, a folder and a dictionary may have any time`(time: String) throws {
    let issues = try Issues.indexed()
    let command = issues.command
    _ = try command.run("dict", "add", "南泵")
    try issues.directory.write("水", to: "extra/a.md")
    let touched = try command.shell(
      "touch -d \(time) extra/a.md extra .bsearch.dict; touch -d \(time) extra/b.png")
    // Not every file system has such times; then there is nothing to see.
    guard touched.status == 0 else { return }
    #expect(try command.run("index").status == 0)
    #expect(try command.run("index", "--dry-run").status == 0)
    #expect(try command.run("parse", "extra/a.md").status == 0)
    #expect(try command.run("search", "泵站").status == 0)
  }

  @Test func `sizes that are more than a number holds together are not added up`() throws {
    let issues = try Issues.indexed()
    let command = issues.command
    let made = try command.shell("mkdir many && cd many && truncate -s 7E b.md c.md")
    // Most file systems have no such files.
    guard made.status == 0 else { return }
    #expect(try command.run("index", ".").status == 0)
  }
}
