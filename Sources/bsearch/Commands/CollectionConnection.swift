internal import AnswerRecords
internal import BulletinSearch
internal import FoundationEssentials

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A collection of shards, through two files that the program which has started this one holds open: a ``GatherRequest`` goes out in a
/// line, and a ``GatherAnswer`` comes back in one.
final class CollectionConnection {
  /// Names the files by their numbers: the one to read from, a comma, and the one to write to.
  static let variable = "BSEARCH_COLLECTION"

  private let input: Int32
  private let output: Int32
  /// What was read behind the last line.
  private var rest: [UInt8] = []
  private var lastHints: (query: String, hints: SearchHints)?

  private init(input: Int32, output: Int32) {
    self.input = input
    self.output = output
  }

  /// The collection that the environment names; nil if it names none.
  static var inherited: CollectionConnection? {
    let numbers = (Environment.value(variable) ?? "").split(separator: ",").compactMap { Int32($0) }
    guard numbers.count == 2 else { return nil }
    return CollectionConnection(input: numbers[0], output: numbers[1])
  }

  /// - Throws: ``CommandError/failedCollection(_:)`` if there is no answer; as `BulletinIndex.search` if there is nothing in the query or
  ///   a filter says nothing.
  func search(_ query: String, _ options: SearchOptions) throws -> SearchResponse {
    let answer = try ask(GatherRequest(.search, query: query, options: options, hints: true))
    if let error = answer.error { throw Self.error(error) }
    guard let response = answer.response else { throw CommandError.failedCollection("no response") }
    lastHints = (
      query,
      SearchHints(
        articlesWithoutScope: answer.articlesWithoutFilter, suggestions: answer.suggestions)
    )
    return response
  }

  /// What the collection has said beside the answer to a query.
  func hints(for query: String) -> SearchHints {
    lastHints?.query == query ? lastHints?.hints ?? SearchHints() : SearchHints()
  }

  private static func error(_ problem: ShardProblem) -> any Error {
    switch problem.code {
    case "empty_query": QueryError.nothingToSearch(query: problem.detail ?? "")
    case "no_issue": ArticleFilterError.noIssue(problem.detail ?? "")
    case "no_total": ArticleFilterError.noTotal(problem.detail ?? "")
    case "empty_name": ArticleFilterError.emptyName(problem.detail ?? "")
    default: CommandError.failedCollection(problem.message)
    }
  }

  private func ask(_ request: GatherRequest) throws -> GatherAnswer {
    guard write(Array(try JSONText.encode(request).utf8)), let line = readLine() else {
      throw CommandError.failedCollection("the connection has ended")
    }
    do {
      return try JSONDecoder().decode(GatherAnswer.self, from: Data(line))
    } catch {
      throw CommandError.failedCollection(String(decoding: line.prefix(80), as: UTF8.self))
    }
  }

  private func write(_ bytes: [UInt8]) -> Bool {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(output, buffer.baseAddress, buffer.count)
        #else
          Darwin.write(output, buffer.baseAddress, buffer.count)
        #endif
      }
      guard count >= 0 || errno == EINTR else { return false }
      bytes = bytes.dropFirst(max(count, 0))
    }
    return true
  }

  private func readLine() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        defer { rest.removeFirst(end + 1) }
        return Array(rest[..<end])
      }
      let count = buffer.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
      guard count > 0 || count < 0 && errno == EINTR else { return nil }
      rest += buffer[..<max(count, 0)]
    }
  }
}
