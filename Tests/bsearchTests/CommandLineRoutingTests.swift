import Testing

@testable import bsearch

struct CommandLineRoutingTests {
  private let routing = CommandLineRouting(
    commandNames: ["search", "搜", "index", "建库", "status", "help"],
    queryCommandNames: ["search", "搜"])

  @Test func `words without an option are a query as they stand`() {
    #expect(routing.plainQuery(["5G基站"]) == "5G基站")
    #expect(routing.plainQuery(["5G基站", "验收"]) == "5G基站 验收")
    for arguments in [[], ["index", "a"], ["-n", "3", "5G"], ["5G", "-铁塔"], ["--help"]] {
      #expect(routing.plainQuery(arguments) == nil)
    }
  }

  @Test(
    arguments: [
      ("5G基站", "search 5G基站"), ("5G 基站", "search 5G 基站"), ("-n 3 5G", "search -n 3 5G"),
      ("index a b", "index a b"), ("建库 a", "建库 a"), ("search index", "search index"),
      ("-- index", "search -- index"), ("--index f status", "status --index f"),
      ("--index=f --lang en status", "status --index=f --lang en"),
      ("--index f 5G", "search --index f 5G"), ("--help", "--help"), ("--version", "--version"),
      ("--lang zh --help", "--help"), ("5G --help", "search 5G --help"),
      ("--index", "search --index"), ("--index f index a b", "index a b --index f"),
      ("--index f index -- a", "index --index f -- a"),
    ])
  func `the command is found`(typed: String, routed: String) {
    #expect(
      routing.route(typed.split(separator: " ").map(String.init)).joined(separator: " ") == routed)
  }

  @Test func `nothing asks for help`() {
    #expect(routing.route([]) == ["--help"])
  }

  @Test func `a word to leave out is no option`() {
    #expect(routing.route(["泵站", "-城南"]) == ["search", "泵站", "－城南"])
    #expect(
      routing.route(["泵站", "-C", "5", "--", "-城南"]) == ["search", "泵站", "-C", "5", "--", "-城南"])
  }
}
