import TestSupport
import Testing

/// The programs of `Examples/` do what they show.
struct ExampleTests {
  @Test func `the examples index, search and count`() throws {
    let folder = try CommandExample.folder()
    let command = Command(folder: folder.path)
    let search = try command.shell("'\(BuiltProgram.path("example-search"))' issues 浇水")
    #expect(search.status == 0, "\(search.messages)")
    #expect(search.output.contains("6 of 6 files"))
    #expect(search.output.contains("6 issues, 12 articles"))
    #expect(search.output.contains("茶园[浇水]"))
    let trend = try command.shell("'\(BuiltProgram.path("example-trend"))' issues/.bsearch 猫")
    #expect(trend.output.hasPrefix("2023-01 1\n2023-02 1\n"))
    #expect(trend.output.contains("2023-03-05 3/1"))
    let none = try command.shell("'\(BuiltProgram.path("example-trend"))' missing 猫")
    #expect(none.output == "there is no index at missing\n")
  }
}
