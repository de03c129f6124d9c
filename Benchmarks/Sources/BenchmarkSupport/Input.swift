public import BulletinSearch
internal import Foundation

/// What the benchmarks work on: the project's corpus, or what the environment names.
public struct Input: Sendable {
  /// A folder of issues, or a `.jsonl` file of documents.
  public let path: String
  /// A file with a query a line; what stands before a tab is not part of it.
  public let queriesPath: String

  /// Reads `BSEARCH_BENCH_PATH` and `BSEARCH_BENCH_QUERIES`.
  public init() {
    path = Self.path(named: "BSEARCH_BENCH_PATH", default: "bulletins")
    queriesPath = Self.path(named: "BSEARCH_BENCH_QUERIES", default: "queries.tsv")
  }

  /// How to index what is at ``path``.
  public var indexingOptions: IndexingOptions {
    var options = IndexingOptions()
    if path.hasSuffix(".jsonl") { options.format = .jsonl }
    return options
  }

  /// The queries of the file.
  public func queries() throws -> [String] {
    let text = try String(contentsOfFile: queriesPath, encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      line.split(separator: "\t").last.map(String.init)
    }
  }

  private static func path(named variable: String, default name: String) -> String {
    let value = ProcessInfo.processInfo.environment[variable] ?? ""
    return value.isEmpty ? corpus.appending(path: name).path() : value
  }

  /// The corpus of the checkout that this was built from.
  private static var corpus: URL {
    URL(filePath: #filePath).appending(path: "../../../../corpus").standardizedFileURL
  }
}
