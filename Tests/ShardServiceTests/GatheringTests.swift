import AnswerRecords
import BulletinSearch
import TestSupport
import TextAnalysis
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Shards of a collection answer as one index of all of it does, to the last bit.
struct GatheringTests {
  /// How many archives each seed makes, and how many questions it asks each.
  private static let archives = count("BSEARCH_SHARD_ARCHIVES") ?? 4
  private static let questions = count("BSEARCH_SHARD_QUESTIONS") ?? 60

  private static func count(_ name: String) -> Int? {
    getenv(name).flatMap { Int(String(cString: $0)) }
  }

  @Test(arguments: 1...8)
  func `random questions have the same answers from shards`(shardCount: Int) throws {
    for round in 0..<Self.archives {
      let seed = UInt64(shardCount * 1_000 + round) + UInt64(Self.count("BSEARCH_SEED") ?? 0)
      var archive = RandomArchive(seed: seed)
      let collection = try ShardedCollection(of: archive.files(), shards: shardCount)
      try compare(collection, &archive, Self.questions, seed)
      // Some articles leave, and others come.
      collection.remove("\(archive.number(1...6)).md")
      let number = archive.number(1...14)
      try collection.write(archive.issue(number), to: "\(number).md")
      try collection.open()
      try compare(collection, &archive, Self.questions / 3, seed)
    }
  }

  private func compare(
    _ collection: ShardedCollection, _ archive: inout RandomArchive, _ count: Int, _ seed: UInt64
  ) throws {
    for _ in 0..<count {
      let query = archive.query()
      let options = archive.options()
      let what = "seed \(seed): \(query) \(options)" as Comment
      let alone = Result { try collection.whole.search(query, options: options) }
      let answer = try collection.ask(
        GatherRequest(.search, query: query, options: options, hints: true))
      switch alone {
      case .failure:
        #expect(answer.error != nil, what)
        continue
      case .success(let expected):
        let found = try #require(answer.response, "\(what) \(answer.error?.message ?? "")")
        guard found == expected else {
          Issue.record("\(what)\n\(Self.difference(found, expected))")
          return
        }
        let hints = try collection.whole.hints(
          for: SearchAnswer(query: query, response: expected, elapsed: .zero), options)
        #expect(answer.suggestions == hints.suggestions, what)
        #expect(answer.articlesWithoutFilter == hints.articlesWithoutScope, what)
      }
      let totals = try collection.ask(GatherRequest(.count, query: query, options: options))
      #expect(totals.totals == (try collection.whole.count(query, options: options)), what)
      if archive.number(0...3) == 0 {
        let unit = [nil, .month, .year, .issue][archive.number(0...3)] as Trend.Unit?
        let queries = [query, archive.query()]
        let trend = Result { try collection.whole.trend(of: queries, by: unit, options: options) }
        let answer = try collection.ask(
          GatherRequest(.trend, queries: queries, options: options, unit: unit))
        if case .success(let expected) = trend {
          #expect(answer.trend == expected, "\(what) \(queries) \(answer.error?.message ?? "")")
        }
      }
    }
  }

  private static func difference(_ found: SearchResponse, _ expected: SearchResponse) -> String {
    func line(_ response: SearchResponse) -> String {
      let results = response.results.map { "\($0.id) \($0.match) \($0.score)" }
      let totals = response.totals.map { "\($0)" } ?? "-"
      return "\(results) \(totals) \(response.ways) \(response.hasMore) \(response.alternatives)"
    }
    let place = zip(found.results, expected.results).first { $0 != $1 }
    return
      "\(line(found))\n\(line(expected))\n\(place.map { "\($0.0)\n\($0.1)" } ?? "")"
  }

  @Test func `a question with frequencies that are known takes one round`() throws {
    var archive = RandomArchive(seed: 7)
    let collection = try ShardedCollection(of: archive.files(), shards: 3)
    _ = try collection.search("水库 大坝")
    #expect(collection.rounds == 2, "\(collection.asked)")
    _ = try collection.search("水库 大坝")
    #expect(collection.rounds == 1, "\(collection.asked)")
  }

  @Test func `a shard that does not answer is named, and the others answer without it`() throws {
    var archive = RandomArchive(seed: 8)
    let files = archive.files()
    let collection = try ShardedCollection(of: files, shards: 3)
    let whole = try collection.search("水")
    collection.silent = [1]
    let answer = try collection.ask(GatherRequest(.search, query: "水"))
    #expect(answer.missing == [1])
    #expect((answer.response?.totals?.articles ?? 0) <= (whole.totals?.articles ?? 0))
    collection.silent = []
    #expect(try collection.search("水") == whole)
  }

  @Test func `a line that is no request is answered by an error`() throws {
    let index = try ShardedCollection(of: [("1.md", "水库\n\n大坝巡检。\n")], shards: 1)
    let answer = try index.ask(GatherRequest(.search))
    #expect(answer.error?.code == "request")
  }
}
