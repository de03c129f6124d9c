import TestSupport
import Testing

@testable import InvertedIndex

/// Commits that add to an index answer as the documents that they leave do.
struct UpdateTests {
  private static let schema = Schema(columns: ["ten"], tables: ["texts"])

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `any additions and removals answer as the documents that are left`(seed: UInt64) throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/test.index"
    var random = SeededGenerator(seed: seed)
    var groups: [[TestDocument]] = []
    for _ in 0..<4 {
      groups = try Self.update(path, groups, &random)
      let index = try IndexReader(path: path)
      try Self.check(index, has: groups, &random, "seed \(seed)")
    }
    #expect(try IndexReader(path: path).faults(deep: true) == [])
  }

  /// Removes some groups, adds others at any place, and returns those that there are now.
  private static func update(
    _ path: String, _ before: [[TestDocument]], _ random: inout SeededGenerator
  ) throws -> [[TestDocument]] {
    var writer = try TestWriter(IndexWriter(updating: path, schema: schema, segmentLimit: 90))
    var committed: [(group: CommittedGroup, documents: [TestDocument])] = []
    for (number, documents) in before.enumerated()
    where Int.random(in: 0..<5, using: &random) > 0 {
      // Some rows change, some stay as they are.
      let row = Bool.random(using: &random) ? Array("kept".utf8) : nil
      committed.append((CommittedGroup(.kept(number), row: row), documents))
    }
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let documents = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        document(&random)
      }
      if !writer.hasRoom(for: documents.count) { try writer.closeSegment() }
      for document in documents {
        for word in document.words { writer.add(Term(word)) }
        writer.append(row: Array(document.words[0].utf8), toTable: 0)
        writer.endDocument(
          StoredDocument(text: document.text, length: document.words.count, columns: [7]))
      }
      let number = writer.endGroup(documentCount: documents.count)
      // Groups of one segment keep their order, so that of the new ones is that of their addition.
      let last = committed.lastIndex { if case .added = $0.group.origin { true } else { false } }
      let place = Int.random(in: (last.map { $0 + 1 } ?? 0)...committed.count, using: &random)
      committed.insert((CommittedGroup(.added(number), row: [1]), documents), at: place)
    }
    let merging = [SegmentMerging.few, .few, .none, .all].randomElement(using: &random) ?? .few
    try writer.commit(groups: committed.map(\.group), properties: [:], merging: merging)
    return committed.map(\.documents)
  }

  private static func document(_ random: inout SeededGenerator) -> TestDocument {
    TestDocument(
      words: (0..<Int.random(in: 1...12, using: &random)).map { _ in
        "w\(Int.random(in: 0..<Int.random(in: 1...40, using: &random), using: &random))"
      })
  }

  private static func check(
    _ index: IndexReader, has groups: [[TestDocument]], _ random: inout SeededGenerator,
    _ comment: Comment
  ) throws {
    let documents = groups.flatMap(\.self)
    let reference = ReferenceIndex(documents: documents)
    #expect(index.documentCount == documents.count, comment)
    var counts: [Int] = []
    try index.forEachGroup { counts.append($0.documentCount) }
    #expect(counts == groups.map(\.count), comment)
    for (number, document) in documents.enumerated() {
      let id = DocumentID(number)
      #expect(try index.text(of: id) == document.text.original, comment)
      #expect(try index.row(of: id, inTable: 0) == Array(document.words[0].utf8), comment)
    }
    let terms = (0..<40).map { Term("w\($0)") }
    for term in terms {
      #expect(
        try index.documentFrequency(of: term) == reference.count(.term(term)).documents, comment)
    }
    var visited: Set<Term> = []
    try index.forEachTerm(withPrefix: []) { term, frequency in
      #expect(frequency > 0, comment)
      visited.insert(term)
      return .next
    }
    #expect(visited == Set(documents.flatMap { $0.words.map { Term($0) } }), comment)
    for _ in 0..<6 {
      let words = terms.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random))
      let scored = words.map { WeightedTerm($0) }
      let filters: [Filter?] = [
        nil, .all(words.map { .term($0) }), .any(words.map { .term($0) }),
        .excluding(.term(words[0]), .any(words.dropFirst().map { .term($0) })),
        .prefix(Array("w1".utf8)),
        .documents([DocumentID(documents.count / 4)..<DocumentID(documents.count / 2)]),
      ]
      for filter in filters {
        for limit in [1, 5, documents.count] {
          let query = Query(filter: filter, scored: scored)
          #expect(try index.search(query, limit: limit) == reference.search(query, limit: limit))
        }
        guard let filter else { continue }
        #expect(try index.count(filter) == reference.count(filter), comment)
        #expect(
          try index.documentCount(matching: filter) == reference.count(filter).documents, comment)
        var matching: [DocumentID] = []
        try index.forEachMatch(of: filter) { document in
          matching.append(document)
          return true
        }
        let expected = reference.search(
          Query(filter: filter, scored: []), limit: documents.count)
        #expect(matching == expected.map(\.document), comment)
        #expect(
          try index.count(filter, details: [.occurrences, .groups]).groups
            == groupCount(of: matching, counts), comment)
      }
    }
  }

  /// In how many groups of these sizes some documents are.
  private static func groupCount(of documents: [DocumentID], _ counts: [Int]) -> Int {
    var ends: [Int] = []
    for count in counts { ends.append((ends.last ?? 0) + count) }
    return Set(documents.map { document in ends.firstIndex { $0 > Int(document.rawValue) } }).count
  }
}
