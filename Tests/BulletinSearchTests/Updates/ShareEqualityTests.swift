import InvertedIndex
import TestSupport
import Testing

@testable import BulletinSearch

/// The indexes of all shares of a collection say of each file what one index of all files says.
///
/// `BSEARCH_SHARE_SEQUENCES` says how many histories to try, `BSEARCH_SEED` with which they begin.
struct ShareEqualityTests {
  private static let parts = 4
  private static let firstSeed = environmentVariable("BSEARCH_SEED").flatMap { UInt64($0) } ?? 0
  private static let sequenceCount =
    environmentVariable("BSEARCH_SHARE_SEQUENCES").flatMap { Int($0) } ?? 16
  /// In the first, twins leave and come back; in the second, what came back decides with the others; in the third, nothing
  /// is left to be done.
  private static let mostPasses = 3

  @Test(arguments: 0..<parts)
  func `shares beside each other are as one index`(part: Int) throws {
    for number in stride(from: part, to: Self.sequenceCount, by: Self.parts) {
      try check(seed: Self.firstSeed + UInt64(number), hasDocuments: false)
    }
  }

  @Test(arguments: 0..<parts)
  func `shares with documents beside each other are as one index`(part: Int) throws {
    for number in stride(from: part, to: Self.sequenceCount, by: Self.parts) {
      try check(seed: Self.firstSeed + UInt64(number), hasDocuments: true)
    }
  }

  private func check(seed: UInt64, hasDocuments: Bool) throws {
    let folder = try TemporaryDirectory()
    let reader = hasDocuments ? try FakeDocumentReader(in: folder) : nil
    var random = SeededGenerator(seed: seed)
    var tree = RandomTree(root: "issues")
    tree.hasDocuments = hasDocuments
    let count = Int.random(in: 1...8, using: &random)
    let paths = (1...count).map { "\(folder.path)/shard-\($0).index" }
    for step in 0..<Int.random(in: 1...4, using: &random) {
      try tree.change(in: folder, using: &random)
      try Self.changeLines(in: folder, using: &random)
      // What is too young to be known by its time would be dated anew by whichever pass finds it old enough.
      for name in tree.issueCounts.keys {
        try folder.settle("issues/" + name, minutesAgo: 1_000 - step)
      }
      let comment: Comment = "seed \(seed), step \(step), \(count) shares"
      func options(_ number: Int) throws -> IndexingOptions {
        var options = IndexingOptions()
        options.documentReader = reader?.path
        options.jobs = Int.random(in: 1...2, using: &random)
        options.batchByteCount = [1, 700, nil].randomElement(using: &random) ?? nil
        options.merging = [.few, .none, .all].randomElement(using: &random) ?? .few
        if step == 0 { options.share = CollectionShare(number, of: count) }
        return options
      }
      for (number, path) in zip(1..., paths) {
        var options = try options(number)
        if step > 0, Bool.random(using: &random) { options.beside = paths }
        let isNamed = step == 0 || Bool.random(using: &random)
        _ = try BulletinIndexer.index(
          paths: isNamed ? [folder.path + "/issues"] : [], into: path, options: options)
        guard isNamed else { continue }
        options.format = .jsonl
        _ = try BulletinIndexer.index(
          paths: [folder.path + "/lines"], into: path, options: options)
      }
      // Each sees what those before it have just done, or all see what was there before.
      let isTogether = Bool.random(using: &random)
      var passes = 0
      var isChanged = true
      while isChanged, passes < 10 {
        passes += 1
        isChanged = false
        let seen = paths.map { isTogether ? $0 + ".seen" : $0 }
        if isTogether {
          for (path, copy) in zip(paths, seen) { try writeFile(try readFile(path), to: copy) }
        }
        for (number, path) in zip(1..., paths) {
          var options = try options(number)
          options.beside = seen.enumerated().filter { $0.offset != number - 1 }.map(\.element)
          let before = try readFile(path)
          let report = try BulletinIndexer.index(paths: [], into: path, options: options)
          #expect((try readFile(path) != before) == report.isWritten, comment)
          #expect(report.changes.isEmpty, comment)
          if report.isWritten { isChanged = true }
        }
      }
      #expect(passes <= Self.mostPasses, comment)
      folder.remove("whole.index")
      var whole = IndexingOptions()
      whole.documentReader = reader?.path
      _ = try BulletinIndexer.index(
        paths: [folder.path + "/issues"], into: folder.path + "/whole.index", options: whole)
      whole.format = .jsonl
      _ = try BulletinIndexer.index(
        paths: [folder.path + "/lines"], into: folder.path + "/whole.index", options: whole)
      try Self.expectSame(paths, folder.path + "/whole.index", comment)
    }
  }

  /// What an index says of a file, or of an issue in one, with its articles.
  private struct Group: Equatable {
    var record: FileRecord
    var articles: [[String]]
  }

  private static func groups(_ path: String) throws -> [Group] {
    let index = try BulletinIndex(path: path)
    #expect(index.check(deep: true, limit: 5).faults == [])
    var groups: [Group] = []
    try index.forEachFile { record, documents in
      var articles: [[String]] = []
      for number in documents.lowerBound.rawValue..<documents.upperBound.rawValue {
        let article = try StoredArticle(.init(rawValue: number), in: index)
        articles.append([article.id, "\(article.record)"] + Field.stored.map(article.text(of:)))
      }
      groups.append(Group(record: record, articles: articles))
    }
    return groups
  }

  private static func expectSame(_ shards: [String], _ whole: String, _ comment: Comment) throws {
    let expected = try groups(whole)
    let found = try shards.flatMap(groups)
    // The issues of a file keep their order: this sort is stable.
    let sorted = found.sorted { $0.record.path.utf8.lexicographicallyPrecedes($1.record.path.utf8) }
    #expect(sorted.map(\.record.path) == expected.map(\.record.path), comment)
    for (group, other) in zip(sorted, expected) {
      #expect(group == other, comment)
    }
  }

  /// Writes, and at times takes away, files of lines of JSON that say of which issues they are.
  private static func changeLines(
    in folder: borrowing TemporaryDirectory, using random: inout SeededGenerator
  ) throws {
    // One is always there, so that there is something to index.
    for number in 0..<Int.random(in: 1...3, using: &random) {
      let name = number == 0 ? "0" : "\(Int.random(in: 1...4, using: &random))"
      if number > 0, Bool.random(using: &random) {
        folder.remove("lines/\(name).jsonl")
        continue
      }
      var text = ""
      for line in 0..<Int.random(in: 1...6, using: &random) {
        let issue = Int.random(in: 1...4, using: &random)
        let bulletin = ["青川水务简讯", "青川林业简讯"].randomElement(using: &random) ?? ""
        let named =
          Bool.random(using: &random)
          ? #","issue":{"bulletin":"\#(bulletin)","number":\#(issue),"year":2024}"# : ""
        text += #"{"id":"\#(name)-\#(line)","title":"水位","body":"泵站投入运行"\#(named)}"# + "\n"
      }
      try folder.write(text, to: "lines/\(name).jsonl")
      try folder.settle(
        "lines/\(name).jsonl", minutesAgo: Int.random(in: 1_000...1_000_000, using: &random))
    }
  }
}
