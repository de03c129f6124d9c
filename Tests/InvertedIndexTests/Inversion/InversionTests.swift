import TestSupport
import Testing

@testable import InvertedIndex

/// Terms and postings of runs are those of a dictionary.
struct InversionTests {
  /// The postings of a term by document.
  private typealias Postings = [UInt32: UInt32]

  private static func randomTerm(using generator: inout SeededGenerator) -> Term {
    // Some frequent, some longer than a short term, some of the same first eight bytes, some that are
    // three bytes long as ideographs are, or nearly one.
    let number = Int.random(in: 0..<Int.random(in: 1...9_000, using: &generator), using: &generator)
    switch number % 6 {
    case 0: return Term("bulletins-\(number)")
    case 1: return Term([0xFF] + Array("\(number)".utf8))
    case 2: return Term("bulletin" + String(repeating: "s", count: number % 9))
    case 3:
      let scalar = Unicode.Scalar(UInt32(number % 12 == 3 ? 0x3FF8 : 0x9FF8) + UInt32(number % 16))
      return Term(String(Character(scalar ?? "简")))
    case 4: return Term([UInt8(0xE2 + number % 10), UInt8(0x78 + number % 32), 0x80])
    default: return Term("\(number)")
    }
  }

  private static func batch() -> DocumentBatch {
    DocumentBatch(schema: Schema(), coder: TextCoder(sample: []))
  }

  private static let document = StoredDocument(
    text: TestDocument(words: []).text, length: 0, columns: [])

  /// What merging `runs` gives.
  private static func merged(_ runs: [(bytes: SpilledBytes, base: UInt32)]) throws -> [(
    term: Term, documents: [UInt32], frequencies: [UInt32]
  )] {
    var merger = try RunMerger(runs)
    var result: [(Term, [UInt32], [UInt32])] = []
    var term: [UInt8] = []
    var documents: [UInt32] = []
    var frequencies: [UInt32] = []
    while try merger.next(term: &term, documents: &documents, frequencies: &frequencies) {
      result.append((Term(term), documents, frequencies))
    }
    return result
  }

  @Test(arguments: 0..<6 as Range<UInt64>, [1, 2, 40])
  func `terms and postings are those of a dictionary`(seed: UInt64, runCount: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let folder = try TemporaryDirectory()
    // Some runs stay in memory, some go to the file.
    var store = SpillStore(beside: folder.path + "/test.index", memoryLimit: 40_000)
    var expected: [Term: Postings] = [:]
    var runs: [(bytes: SpilledBytes, base: UInt32)] = []
    var document: UInt32 = 0
    for _ in 0..<runCount {
      let base = document
      var batch = Self.batch()
      for _ in 0..<400 / runCount {
        for _ in 0..<Int.random(in: 0...90, using: &generator) {
          let term = Self.randomTerm(using: &generator)
          batch.add(bytes: term.bytes)
          expected[term, default: [:]][document, default: 0] += 1
        }
        batch.endDocument(Self.document)
        document += 1
      }
      runs.append((try store.store(batch.inverted().terms), base))
    }
    let merged = try Self.merged(runs)
    #expect(merged.map(\.term) == expected.keys.sorted())
    for (term, documents, frequencies) in merged {
      #expect(documents == documents.sorted())
      #expect(Dictionary(uniqueKeysWithValues: zip(documents, frequencies)) == expected[term])
    }
  }

  @Test func `terms of eight bytes and of more are told apart`() throws {
    var batch = Self.batch()
    for word in ["简报", "简报", "bulletin", "bulletin"] { batch.add(bytes: Array(word.utf8)) }
    batch.add(bytes: Array("bulletin!".utf8))
    batch.endDocument(Self.document)
    let merged = try Self.merged([(.memory(batch.inverted().terms), 7)])
    #expect(merged.map(\.term) == ["bulletin", "bulletin!", "简报"].map { Term($0) })
    #expect(merged.map(\.frequencies) == [[2], [1], [2]])
    #expect(merged.map(\.documents) == [[7], [7], [7]])
  }

  @Test func `a term of a hundred thousand documents is read through a small window`() throws {
    let folder = try TemporaryDirectory()
    var store = SpillStore(beside: folder.path + "/test.index", memoryLimit: 0)
    var batch = Self.batch()
    for document in 0..<100_000 {
      for _ in 0...document % 3 { batch.add(bytes: Array("all".utf8)) }
      batch.endDocument(Self.document)
    }
    let merged = try Self.merged([(try store.store(batch.inverted().terms), 0)])
    #expect(merged.map(\.documents) == [Array(0..<100_000)])
    #expect(merged.map(\.frequencies) == [(0..<100_000).map { 1 + $0 % 3 }])
    #expect(throws: (any Error).self) { try readFile(folder.path + "/test.index.runs") }
  }

  @Test(arguments: [0, 1_000, .max])
  func `what is in memory or in a file gives the same bytes`(memoryLimit: Int) throws {
    let documents = (0..<900).map { TestDocument(words: ["简报", "第\($0 % 40)期", "\($0)"]) }
    let folder = try TemporaryDirectory()
    let other = try TemporaryDirectory()
    _ = try makeIndex(of: documents, in: folder)
    _ = try makeIndex(of: documents, in: other, memoryLimit: memoryLimit)
    #expect(try readFile(folder.path + "/test.index") == readFile(other.path + "/test.index"))
  }
}
