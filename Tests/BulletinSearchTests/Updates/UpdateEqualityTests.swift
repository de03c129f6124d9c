import BulletinSearch
import InvertedIndex
import TestSupport
import Testing

/// After any sequence of updates an index answers as one does that is made anew of the same files.
///
/// `BSEARCH_UPDATE_SEQUENCES` says how many sequences to try, `BSEARCH_SEED` with which they begin.
struct UpdateEqualityTests {
  private static let shards = 6
  private static let firstSeed = environmentVariable("BSEARCH_SEED").flatMap { UInt64($0) } ?? 0
  private static let sequenceCount =
    environmentVariable("BSEARCH_UPDATE_SEQUENCES").flatMap { Int($0) } ?? 30

  @Test(arguments: 0..<shards)
  func `updates give the answers of a fresh index`(shard: Int) throws {
    for number in stride(from: shard, to: Self.sequenceCount, by: Self.shards) {
      try check(seed: Self.firstSeed + UInt64(number))
    }
  }

  @Test(arguments: 0..<shards)
  func `updates with documents give the answers of a fresh index`(shard: Int) throws {
    for number in stride(from: shard, to: Self.sequenceCount, by: Self.shards) {
      try check(seed: Self.firstSeed + UInt64(number), hasDocuments: true)
    }
  }

  private func check(seed: UInt64, hasDocuments: Bool = false) throws {
    let folder = try TemporaryDirectory()
    let reader = hasDocuments ? try FakeDocumentReader(in: folder) : nil
    var random = SeededGenerator(seed: seed)
    var tree = RandomTree(root: "issues")
    tree.hasDocuments = hasDocuments
    let path = folder.path + "/updated.index"
    for step in 0..<Int.random(in: 3...7, using: &random) {
      try tree.change(in: folder, using: &random)
      var options = RandomTree.options(using: &random)
      options.documentReader = reader?.path
      options.readsAll = Int.random(in: 0..<9, using: &random) == 0
      let report = try BulletinIndexer.index(
        paths: step == 0 || Bool.random(using: &random) ? [folder.path + "/issues"] : [],
        into: path, options: options)
      if Int.random(in: 0..<5, using: &random) == 0 { try BulletinIndexer.compact(path) }
      var expected = tree.issueCounts
      for twin in report.twins { expected[Self.name(twin.path, in: folder)] = nil }
      #expect(report.issues == expected.values.reduce(0, +), "seed \(seed), step \(step)")
      let paths = try BulletinIndex(path: path).issues().map { Self.name($0.path, in: folder) }
      #expect(
        Dictionary(paths.map { ($0, 1) }, uniquingKeysWith: +) == expected,
        "seed \(seed), step \(step)")
    }
    folder.remove("fresh.index")
    var options = IndexingOptions()
    options.documentReader = reader?.path
    _ = try BulletinIndexer.index(
      paths: [folder.path + "/issues"], into: folder.path + "/fresh.index", options: options)
    let updated = try BulletinIndex(path: path)
    let fresh = try BulletinIndex(path: folder.path + "/fresh.index")
    try Self.expectSameAnswers(updated, fresh, "seed \(seed)")
    #expect(updated.check(deep: true, limit: 5).faults == [], "seed \(seed)")
  }

  private static func name(_ path: String, in folder: borrowing TemporaryDirectory) -> String {
    String(path.dropFirst((folder.path + "/issues/").count))
  }

  /// Compares all that two indexes of the files of a ``RandomTree`` say.
  static func expectSameAnswers(
    _ updated: BulletinIndex, _ fresh: BulletinIndex, _ comment: Comment
  ) throws {
    #expect(updated.articleCount == fresh.articleCount, comment)
    #expect(try updated.issues() == fresh.issues(), comment)
    var (own, other) = (try updated.status().report, try fresh.status().report)
    (own.indexByteCount, other.indexByteCount) = (0, 0)
    #expect(own == other, comment)
    for query in RandomTree.queries {
      for matchesAny in [false, true] {
        var options = SearchOptions()
        (options.limit, options.matchesAny) = (1_000, matchesAny)
        let (found, expected) = (
          try updated.search(query, options: options), try fresh.search(query, options: options)
        )
        // With scores, passages and totals.
        #expect(found == expected, "\(comment), \(query)")
        options.limit = 3
        #expect(
          try updated.search(query, options: options).results
            == fresh.search(query, options: options).results, "\(comment), \(query)")
      }
      #expect(try updated.count(query) == fresh.count(query), "\(comment), \(query)")
    }
    var options = TermListOptions()
    options.limit = 100_000
    #expect(
      try updated.terms(withPrefix: "", options: options)
        == fresh.terms(withPrefix: "", options: options), comment)
    for issue in try fresh.issues() {
      #expect(
        try updated.articles(ofIssue: issue.id) == fresh.articles(ofIssue: issue.id), comment)
    }
  }
}
