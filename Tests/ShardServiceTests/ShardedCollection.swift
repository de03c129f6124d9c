import BulletinSearch
import FoundationEssentials
import ShardService
import TestSupport
import Testing

/// The same issues as one index and as shards of a collection, which answer through lines of JSON as they do over a network.
final class ShardedCollection {
  private let folder: TemporaryDirectory
  let shardCount: Int
  private(set) var whole: BulletinIndex
  private var shards: [ShardLines] = []
  private var gatherer: GatherLines
  /// What stands in the place of shards that do not answer.
  var silent: Set<Int> = []
  /// What shards were asked for the last answer, round by round.
  private(set) var asked: [[String]] = []
  var rounds: Int { asked.count }

  /// Writes files and indexes them both ways.
  init(of files: [(name: String, text: String)], shards count: Int) throws {
    folder = try TemporaryDirectory()
    shardCount = count
    for file in files { try folder.write(file.text, to: "issues/\(file.name)") }
    whole = try Self.index(folder.path, "whole")
    gatherer = GatherLines(shardCount: count)
    try open()
  }

  private static func index(
    _ folder: String, _ name: String, share: CollectionShare? = nil, beside: [String] = []
  ) throws -> BulletinIndex {
    var options = IndexingOptions()
    options.share = share
    options.beside = beside
    options.jobs = 1
    let path = "\(folder)/\(name).index"
    _ = try BulletinIndexer.index(paths: [folder + "/issues"], into: path, options: options)
    return try BulletinIndex(path: path)
  }

  /// Indexes all anew as it is now, and opens it.
  func open() throws {
    whole = try Self.index(folder.path, "whole")
    let paths = (1...shardCount).map { "\(folder.path)/shard-\($0).index" }
    // Once by themselves, then beside each other until all are called what they are called together.
    for round in 0..<4 {
      shards = try (1...shardCount).map { number in
        let share = try #require(CollectionShare(number, of: shardCount))
        return ShardLines(
          try Self.index(
            folder.path, "shard-\(number)", share: share, beside: round == 0 ? [] : paths))
      }
    }
    gatherer = GatherLines(shardCount: shardCount)
    let answer = try ask(GatherRequest(.open))
    precondition(answer.error == nil, "\(answer.error?.message ?? "")")
  }

  func write(_ text: String, to name: String) throws {
    try folder.write(text, to: "issues/\(name)")
  }
  func remove(_ name: String) { folder.remove("issues/\(name)") }

  /// Asks the shards.
  func ask(_ request: GatherRequest) throws -> GatherAnswer {
    struct Input: Encodable {
      var id = "1"
      var request: GatherRequest
    }
    struct Output: Decodable {
      var id: String
      var ask: [Question]?
      var answer: GatherAnswer?
    }
    struct Question: Decodable {
      var shard: Int
      var line: String

      init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        shard = try container.decode(Int.self)
        line = try container.decode(String.self)
      }
    }
    var line = Array(try JSONEncoder().encode(Input(request: request)))
    asked = []
    while true {
      let text = try #require(gatherer.answer(line))
      let output = try JSONDecoder().decode(Output.self, from: Data(text.utf8))
      if let answer = output.answer { return answer }
      let questions = try #require(output.ask)
      asked.append(questions.map(\.line))
      let answers = questions.map { question in
        silent.contains(question.shard)
          ? "null" : shards[question.shard].answer(Array(question.line.utf8))
      }
      line = Array("{\"id\":\"1\",\"answers\":[\(answers.joined(separator: ","))]}".utf8)
    }
  }

  func search(_ query: String, _ options: SearchOptions = SearchOptions()) throws -> SearchResponse
  {
    let answer = try ask(GatherRequest(.search, query: query, options: options))
    return try #require(answer.response, "\(answer.error?.message ?? "")")
  }
}
