import AnswerRecords
import BulletinSearch
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The built command while it watches a folder.
struct WatchCommandTests {
  /// Issues, and a command that has indexed them and waits.
  private static func watched(_ issues: borrowing Issues) throws -> RunningCommand {
    let watch = try issues.command.start("watch", "issues")
    #expect(try RunningCommand.wait { try watch.messages.contains("watching for changes") })
    return watch
  }

  /// Waits until so many articles are found.
  private static func finds(_ count: Int, _ query: String, in issues: borrowing Issues) throws
    -> Bool
  {
    let path = issues.directory.path + "/.bsearch"
    return try RunningCommand.wait { try BulletinIndex(path: path).count(query).articles == count }
  }

  @Test func `changes are found until a signal ends it`() throws {
    let issues = try Issues.written()
    let watch = try Self.watched(issues)
    #expect(try Self.finds(2, "泵站", in: issues))
    try issues.directory.write(Issues.invented(articleCount: 3), to: "issues/2022-10.md")
    #expect(try Self.finds(5, "泵站", in: issues))
    // As editors write a file.
    try issues.directory.write(Issues.invented(articleCount: 7), to: "issues/.2022-10.md.swp")
    let folder = issues.directory.path + "/issues/"
    rename(folder + ".2022-10.md.swp", folder + "2022-10.md")
    #expect(try Self.finds(9, "泵站", in: issues))
    unlink(folder + "2022-10.md")
    #expect(try Self.finds(2, "泵站", in: issues))
    // It waits again when the last update is told.
    #expect(try RunningCommand.wait { try watch.messages.contains("1 removed") })
    watch.send(SIGTERM)
    let outcome = try watch.outcome(within: RunningCommand.patience)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output == "")
    #expect(try issues.directory.names == [".bsearch", "issues"])
    #expect(try issues.command.run("check", "--deep").status == 0)
  }

  @Test func `a signal in an update stops it and leaves the index`() throws {
    let issues = try Issues.written()
    let watch = try Self.watched(issues)
    let before = try readFile(issues.directory.path + "/.bsearch")
    try issues.directory.write(Issues.invented(articleCount: 5_000), to: "2022-10.md")
    rename(
      issues.directory.path + "/2022-10.md", issues.directory.path + "/issues/2022-10.md")
    #expect(
      RunningCommand.wait {
        (try? issues.directory.names.contains(".bsearch.lock")) ?? false
      })
    watch.send(SIGINT)
    let outcome = try watch.outcome(within: RunningCommand.patience)
    #expect(outcome.status == 130, "\(outcome.messages)")
    #expect(outcome.messages.hasSuffix("bsearch: stopped; the index was not changed\n"))
    #expect(try readFile(issues.directory.path + "/.bsearch") == before)
    #expect(try issues.directory.names == [".bsearch", "issues"])
  }

  @Test func `an update that cannot read everything does not end it`() throws {
    let issues = try Issues.written()
    let watch = try Self.watched(issues)
    let path = issues.directory.path + "/issues"
    rename(path, issues.directory.path + "/away")
    #expect(
      try RunningCommand.wait { try watch.messages.contains("issues does not exist at the moment") }
    )
    #expect(try RunningCommand.wait { try watch.messages.contains("1 could not be read") })
    rename(issues.directory.path + "/away", path)
    try issues.directory.write(Issues.invented(articleCount: 3), to: "issues/2022-10.md")
    #expect(try Self.finds(5, "泵站", in: issues))
    watch.send(SIGINT)
    #expect(try watch.outcome(within: RunningCommand.patience).status == 0)
    #expect(try issues.directory.names == [".bsearch", "issues"])
  }
}
