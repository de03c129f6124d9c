import TestSupport
import Testing

@testable import InvertedIndex

struct IndexWriterTests {
  private static let documents = (0..<40).map { TestDocument(words: ["简报", "第\($0)期"]) }

  @Test func `a writer that is dropped leaves no file`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/new.index"
    do {
      var writer = try TestWriter(IndexWriter(path: path, schema: Schema()))
      writer.add(Term("简报"))
      #expect(try readFile(path + ".writing").isEmpty)
    }
    #expect(throws: IndexError.io(call: "open", path: path, errno: 2)) {
      try IndexReader(path: path)
    }
    #expect(throws: IndexError.io(call: "open", path: path + ".writing", errno: 2)) {
      try IndexReader(path: path + ".writing")
    }
  }

  @Test func `a writer that is dropped leaves the index of before`() throws {
    let folder = try TemporaryDirectory()
    let index = try makeIndex(of: Self.documents, in: folder)
    let path = folder.path + "/test.index"
    let before = try readFile(path)
    do {
      var writer = try TestWriter(IndexWriter(path: path, schema: Schema()))
      writer.add(Term("简报"))
    }
    #expect(try readFile(path) == before)
    #expect(try index.documentFrequency(of: Term("简报")) == 40)
  }

  @Test func `a reader goes on showing its commit when the file is replaced`() throws {
    let folder = try TemporaryDirectory()
    let before = try makeIndex(of: Self.documents, in: folder)
    let after = try makeIndex(of: Array(Self.documents.prefix(3)), in: folder)
    #expect(before.documentCount == 40)
    #expect(after.documentCount == 3)
    let last = DocumentID(rawValue: 39)
    #expect(try before.text(of: last) == Self.documents[39].text.original)
  }

  @Test func `a second writer on the same path is refused while the first lives`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/test.index"
    do {
      let first = try IndexWriter(path: path, schema: Schema())
      #expect(throws: IndexError.locked(path: path, holder: WriterLockTests.ownName)) {
        _ = try IndexWriter(lock: WriterLock(path: path, wait: .zero), schema: Schema())
      }
      try first.commit(properties: [:])
    }
    _ = try IndexWriter(path: path, schema: Schema())
    #expect(try IndexReader(path: path).documentCount == 0)
  }

  @Test func `what a killed writer left is overwritten`() throws {
    let folder = try TemporaryDirectory()
    let remains = [UInt8](repeating: 0, count: 8_192) + [UInt8](repeating: 7, count: 1_000_000)
    try folder.write(remains, to: "test.index.writing")
    let index = try makeIndex(of: Self.documents, in: folder)
    #expect(index.byteCount < remains.count)
    #expect(try readFile(folder.path + "/test.index").count == index.byteCount)
  }

  @Test func `the same documents give the same bytes`() throws {
    let one = try TemporaryDirectory()
    let other = try TemporaryDirectory()
    _ = try makeIndex(of: Self.documents, in: one)
    _ = try makeIndex(of: Self.documents, in: other)
    #expect(try readFile(one.path + "/test.index") == readFile(other.path + "/test.index"))
  }

  @Test func `an index without documents finds nothing`() throws {
    let folder = try TemporaryDirectory()
    let index = try makeIndex(of: [], in: folder)
    #expect(index.documentCount == 0)
    #expect(index.segmentCount == 0)
    #expect(index.averageLength == 0)
    #expect(try index.search(Query(scored: [WeightedTerm(Term("a"))]), limit: 5).isEmpty)
    #expect(try index.count(.all([])) == MatchCount(documents: 0, occurrences: 0))
    #expect(throws: IndexError.self) { try index.text(of: DocumentID(rawValue: 0)) }
  }

  @Test func `properties are those of the commit`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/test.index"
    let properties = ["analyzer": "简报-1", "": "", "b": String(repeating: "x", count: 300)]
    try IndexWriter(path: path, schema: Schema()).commit(properties: properties)
    #expect(try IndexReader(path: path).properties == properties)
  }

  @Test func `what is no index is not written over`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("# 简报\n", to: "a.md")
    #expect(throws: IndexError.occupied(path: path)) {
      _ = try IndexWriter(path: path, schema: Schema())
    }
    #expect(throws: IndexError.occupied(path: folder.path)) {
      _ = try IndexWriter(path: folder.path, schema: Schema())
    }
    #expect(try readFile(path) == Array("# 简报\n".utf8))
  }

  @Test func `a link in the place of the new file is not followed`() throws {
    let folder = try TemporaryDirectory()
    let victim = try folder.write("# 简报\n", to: "a.md")
    try folder.link("test.index.writing", to: "a.md")
    #expect(throws: IndexError.self) {
      _ = try IndexWriter(path: folder.path + "/test.index", schema: Schema())
    }
    #expect(try readFile(victim) == Array("# 简报\n".utf8))
  }

  @Test func `a folder that is missing is an error that says what to do`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/missing/test.index"
    let error = #expect(throws: IndexError.notWritable(path: path, errno: 2)) {
      _ = try IndexWriter(path: path, schema: Schema())
    }
    #expect(
      error?.description
        == "\(path) cannot be written: No such file or directory")
  }
}
