import TestSupport
import Testing

@testable import InvertedIndex

/// What a commit writes grows with what it adds, and what it leaves behind stays within bounds.
struct CommitSizeTests {
  private static let schema = Schema()

  private static func add(
    _ groupCount: Int, to path: String, named name: String, merging: SegmentMerging = .few
  ) throws {
    var writer = try TestWriter(IndexWriter(updating: path, schema: schema))
    var row = 0
    let before = writer.base?.groupCount ?? 0
    var groups = (0..<before).map { CommittedGroup(.kept($0), row: nil) }
    for number in 0..<groupCount {
      for document in 0..<3 {
        let text = TestDocument(words: [name, "第\(number)期", "\(document)"])
        for word in text.words { writer.add(Term(word)) }
        writer.endDocument(StoredDocument(text: text.text, length: 3, columns: []))
      }
      row += 1
      let added = writer.endGroup(documentCount: 3)
      groups.append(CommittedGroup(.added(added), row: Array("\(name) \(row)".utf8)))
    }
    try writer.commit(groups: groups, properties: [:], merging: merging)
  }

  @Test func `adding a group to many writes the part of the catalogue that changes`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/test.index"
    try Self.add(3_000, to: path, named: "多")
    let before = try IndexReader(path: path)
    try Self.add(1, to: path, named: "一", merging: .none)
    let after = try IndexReader(path: path)
    #expect(after.groupCount == 3_001)
    let written = after.record.catalogue.filter { !before.record.catalogue.contains($0) }
    #expect(written.count <= 2)
    #expect(after.byteCount - before.byteCount < 40_000)
    #expect(after.extents.count == 2)
  }

  @Test func `parts of the catalogue stay neither tiny nor large`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/test.index"
    for number in 0..<150 {
      try Self.add(number == 0 ? 40 : 1, to: path, named: "期\(number)", merging: .none)
    }
    let index = try IndexReader(path: path)
    #expect(index.groupCount == 189)
    #expect(index.catalogue.parts.allSatisfy { (1...128).contains($0.groupCount) })
    #expect(index.catalogue.parts.count <= 6)
  }

  @Test func `segments stay few and the file small while groups come one by one`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/test.index"
    for number in 0..<200 {
      try Self.add(1, to: path, named: "期\(number)")
      #expect(try IndexReader(path: path).segmentCount <= 8)
    }
    let grown = try IndexReader(path: path).byteCount
    try Self.add(0, to: path, named: "", merging: .all)
    let index = try IndexReader(path: path)
    #expect(index.segmentCount == 1)
    #expect(index.documentCount == 600)
    // As much that is of no use as is, and a megabyte.
    #expect(grown <= 2 * index.byteCount + 1 << 20)
  }

  @Test func `a reader keeps its commit while the file is added to and written anew`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/test.index"
    try Self.add(5, to: path, named: "旧")
    let old = try IndexReader(path: path)
    for merging in [SegmentMerging.none, .few, .all] {
      try Self.add(3, to: path, named: "新", merging: merging)
      #expect(old.documentCount == 15)
      #expect(try old.documentFrequency(of: Term("旧")) == 15)
      #expect(try old.documentFrequency(of: Term("新")) == 0)
      #expect(try old.text(of: DocumentID(0)) == Array("旧 第0期 0".utf8))
    }
    #expect(try IndexReader(path: path).documentFrequency(of: Term("新")) == 27)
  }

  @Test func `an index of another schema is not added to`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/test.index"
    try Self.add(1, to: path, named: "旧")
    #expect(throws: IndexError.schemaDiffers(path: path)) {
      _ = try IndexWriter(updating: path, schema: Schema(columns: ["n"]))
    }
  }

  @Test(arguments: [
    ([100, 10, 1], []), ([100, 10, 5], [1, 2]), ([100, 30, 5], [0, 1, 2]), ([5, 5], [0, 1]),
    ([5], []), ([1, 1, 1, 100], [0, 1, 2]), ([], []),
  ])
  func `segments are put together that are not three times as large as all smaller ones`(
    sizes: [Int], chosen: [Int]
  ) {
    let candidates = sizes.map {
      MergePolicy.Candidate(byteCount: $0 * 1_000, documentCount: $0, liveCount: $0)
    }
    #expect(MergePolicy.choice(of: candidates) == chosen)
  }

  @Test func `a segment of which more than half was removed is written anew`() {
    let candidates = [(100, 49), (10, 10)].map {
      MergePolicy.Candidate(byteCount: $0 * 1_000, documentCount: $0, liveCount: $1)
    }
    #expect(MergePolicy.choice(of: candidates) == [0])
  }
}
