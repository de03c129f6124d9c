import ArgumentParser
import TestSupport
import Testing

@testable import bsearch

struct PlainSearchTests {
  /// What a search is, to be compared.
  private func description(_ search: Search) -> String {
    """
    \(search.query) \(search.form) \(search.amount) \(search.ways) \(search.color) \
    \(search.order.map { "\($0)" } ?? "-") \(search.isReversed) \(search.scope) \(search.showsFacets) \(search.queryFile ?? "-") \
    \(search.explains) \(search.style) \(search.hyperlink) \(search.dictionaries) \
    \(search.showsStatistics) \(search.index ?? "-")
    """
  }

  /// What the argument parser makes of arguments; nil if it refuses them or they are no search.
  private func parsed(_ arguments: [String]) -> String? {
    guard let command = try? BSearch.parseAsRoot(["search"] + arguments) as? SearchCommand,
      let search = try? command.search()
    else { return nil }
    return description(search)
  }

  @Test(arguments: [
    ["5G基站"], ["5G基站", "-l"], ["水库", "大坝", "-n5"], ["水库", "-n", "5", "--offset=2"],
    ["水库", "--format", "jsonl", "--index", "x.bsearch"], ["水库", "-lq"], ["-c", "水库"],
    ["--any", "水库", "大坝"], ["水库", "-F", "--context", "80", "--passages", "2"],
    ["水库", "--json", "--color", "never", "--lang", "zh"], ["水库", "--", "-l"],
    ["水库", "--sort", "date", "--reverse", "--facets", "--since", "2022", "--until=2023-08"],
    ["水库", "--issue", "8", "--total", "9", "--section", "要闻", "--author", "沈青", "--near", "5"],
    ["-f", "queries.txt", "--format", "csv"], ["--file=q", "--json"],
    ["水库", "--hyperlink", "never"],
    ["水库", "--format", "cite", "--style", "gbt7714-2015", "--reverse"],
    ["水库", "--format=csl-json"],
    ["水库", "--explain", "--format", "human"], ["水库", "--synonym-file", "s.txt"],
    ["水库", "--unit", "水文站", "--bulletin", "水务", "--in", "title"],
    ["水库", "-o", "--all", "--stats", "--dictionary", "d.txt", "--fuzzy", "1", "--pinyin"],
  ])
  func `a usual search is read without the argument parser`(arguments: [String]) throws {
    let search = try #require(Search(plain: arguments))
    #expect(description(search) == parsed(arguments))
  }

  @Test(arguments: [
    ["水库", "--limit", "many"], ["水库", "--limit"], ["水库", "--any", "--all-words"], ["-l"],
    ["水库", "-0"], ["水库", "-o", "--json"], ["水库", "--limt", "5"], ["水库", "--help"],
    ["水库", "-n", "-5"], ["水库", "--fuzzy", "7"], ["水库", "--color", "red"], ["水库", "--index="],
    ["水库", "--strict"], ["水库", "--reverse"], ["水库", "--since", "明天"], ["水库", "--in", "cover"],
    ["水库", "--since", "2023", "--until", "2022"], ["水库", "--near", "0"],
    ["水库", "-f", "q"], ["-fq"], ["-f", "-"], ["水库", "--explain", "--format", "csv"],
    ["水库", "--style", "apa"],
    ["水库", "--sort", "size"],
    ["水库", "--section", "a", "--section", "b"],
  ])
  func `what may be wrong is left to the argument parser`(arguments: [String]) {
    #expect(Search(plain: arguments) == nil)
  }

  @Test(arguments: UInt64(1)...20)
  func `random arguments are read as the argument parser reads them`(seed: UInt64) {
    let parts = [
      "水库", "大坝", "-l", "-o", "-c", "-q", "-0", "-F", "-lc", "-n5", "-n", "5", "-C", "-C40",
      "--limit",
      "--limit=3", "--offset", "--all", "--any", "--all-words", "--pinyin", "--verbatim", "--json",
      "--format", "grep", "md", "--format=human", "--color=always", "--stats", "--index", "--lang",
      "zh", "--dictionary=d", "--fuzzy=2", "--passages", "0", "--context", "--only-matching", "--",
      "--sort", "date", "--sort=issue", "--reverse", "--facets", "--since",
      "2022", "--since=去年", "--until=2022-08", "--in=标题", "--near=5", "-f", "--file=q",
      "--format=cite",
      "--format=bibtex", "--style=gbt7714-2015", "--explain", "--hyperlink=always",
      "--synonym-file=s",
      "--issue=8", "--section=要闻",
      "-", "-5", "--nothing", "",
    ]
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let arguments = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        parts.randomElement(using: &generator) ?? "水库"
      }
      guard let search = Search(plain: arguments) else { continue }
      #expect(description(search) == parsed(arguments), "\(arguments)")
    }
  }

  @Test func `the names of commands are those of the commands`() {
    let names = BSearch.configuration.subcommands.compactMap { $0.configuration.commandName }
    #expect(BSearch.commandNames == Set(names).union(["help"]))
  }
}
