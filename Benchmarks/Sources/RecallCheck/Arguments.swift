internal import BulletinSearch

/// What the command line asks for.
struct Arguments {
  static let usage = """
    usage: recall-check PATH [--format bulletin|jsonl] [--samples N] [--seed N] [--strings FILE]

    Indexes PATH, takes parts of its articles, asks for each by the plain query, and compares the counts
    with those of a scan of all texts. With --strings it asks for the strings of a file instead, which
    has one a line with, behind a tab, how many articles have it in their body as it is written.
    """

  var path = ""
  var indexing = IndexingOptions()
  var sampleCount = 100_000
  var seed: UInt64 = 1
  /// A file of strings with how many articles have each.
  var stringsPath: String?

  /// Nil if they make no sense.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--format":
        guard let format = rest.popFirst().flatMap(IndexingOptions.Format.init) else { return nil }
        indexing.format = format
      case "--samples":
        guard let count = rest.popFirst().flatMap({ Int($0) }), count > 0 else { return nil }
        sampleCount = count
      case "--seed":
        guard let seed = rest.popFirst().flatMap({ UInt64($0) }) else { return nil }
        self.seed = seed
      case "--strings":
        guard let path = rest.popFirst() else { return nil }
        stringsPath = path
      default:
        guard path.isEmpty, !argument.hasPrefix("-") else { return nil }
        path = argument
      }
    }
    if path.isEmpty { return nil }
  }
}
