import Testing

@testable import bsearch

struct OptionSyntaxTests {
  @Test(
    arguments: [
      ("泵站 -城南", "泵站 －城南"), ("-城南 泵站", "－城南 泵站"), ("水库 -5G基站", "水库 －5G基站"),
      ("水库 -x", "水库 －x"), ("水库 -n 5", "水库 -n 5"), ("水库 -n5", "水库 -n5"), ("水库 -C20", "水库 -C20"),
      ("水库 -c", "水库 -c"), ("水库 -l", "水库 -l"), ("水库 -cq", "水库 -cq"), ("水库 -nano", "水库 －nano"),
      ("水库 -lte", "水库 －lte"), ("水库 --jsn", "水库 --jsn"), ("-x 水库", "-x 水库"),
      ("-n 5 -x 水库", "-n 5 -x 水库"), ("--passages 2 -x", "--passages 2 -x"),
      ("水库 --limit -5G", "水库 --limit -5G"), ("水库 -", "水库 -"),
      ("泵站 -C 5 -- -城南 -x", "泵站 -C 5 -- -城南 -x"),
    ])
  func `behind a word, what is no option of a search is an exclusion`(
    typed: String, meant: String
  ) {
    let arguments = typed.split(separator: " ").map(String.init)
    #expect(OptionSyntax.withExclusions(arguments).joined(separator: " ") == meant)
  }

  @Test func `values of options are no operands`() {
    #expect(
      OptionSyntax.operands(["--index", "f", "97/4", "-n", "3", "--json", "水库", "--", "-x"])
        == ["97/4", "水库", "-x"])
    #expect(OptionSyntax.value(of: "--index", in: ["看", "--index", "f"]) == "f")
    #expect(OptionSyntax.value(of: "--index", in: ["--index=f", "看"]) == "f")
    #expect(OptionSyntax.value(of: "--index", in: ["看", "--", "--index", "f"]) == nil)
  }

  /// What is known of options without the parser has to be what the parser knows.
  @Test func `every option with a value in the help of a command is known as such`() throws {
    let command = Command(folder: "/")
    let subcommands = Set(CommandAlias.all.map(\.command))
    for name in subcommands.sorted().map({ [$0] }) + [["dict", "add"], ["dict", "suggest"]] {
      let help = try command.shell("$BSEARCH \(name.joined(separator: " ")) --help").output
      for line in help.split(separator: "\n") where line.hasPrefix("  -") {
        // `-n, --limit <n>`, before what it does.
        let names = line.split(separator: " ").prefix { $0.hasPrefix("-") || $0.hasPrefix("<") }
          .map { $0.last == "," ? $0.dropLast() : $0 }
        let takesValue = names.last?.hasPrefix("<") ?? false
        for option in names where option.hasPrefix("-") {
          #expect(OptionSyntax.valued.contains(String(option)) == takesValue, "\(name) \(option)")
        }
        guard name == ["search"] else { continue }
        for option in names where option.hasPrefix("-") && !option.hasPrefix("--") {
          let letter = option.dropFirst().first ?? "?"
          #expect(
            (takesValue
              ? OptionSyntax.searchNumbers.union(OptionSyntax.searchValues)
              : OptionSyntax.searchFlags).contains(letter),
            "\(option)")
        }
      }
    }
  }
}
