import TestSupport
import Testing

@testable import InvertedIndex

struct DocumentCounterTests {
  /// Documents in which word w stands in about one of w + 1.
  private static func documents(seed: UInt64) -> [TestDocument] {
    var generator = SeededGenerator(seed: seed)
    return (0..<1_500).map { _ in
      TestDocument(
        words: (0..<30).filter { Int.random(in: 0...$0 * $0 / 3, using: &generator) == 0 }
          .map { "w\($0)" } + ["x"])
    }
  }

  private static func filter(_ depth: Int, _ generator: inout SeededGenerator) -> Filter {
    let kind = depth == 0 ? 0 : Int.random(in: 0...3, using: &generator)
    guard kind > 0 else { return .term(Term("w\(Int.random(in: 0...31, using: &generator))")) }
    let parts = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      filter(depth - 1, &generator)
    }
    switch kind {
    case 1: return .all(parts)
    case 2: return .any(parts)
    default: return .excluding(parts[0], filter(depth - 1, &generator))
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `documents are counted as one by one`(seed: UInt64) throws {
    let documents = Self.documents(seed: seed)
    let folder = try TemporaryDirectory()
    let index = try makeIndex(
      of: documents, in: folder, memoryLimit: seed % 2 == 0 ? 1 << 30 : 1 << 16)
    let reference = ReferenceIndex(documents: documents)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let filter = Self.filter(2, &generator)
      #expect(
        try index.documentCount(matching: filter) == reference.count(filter).documents,
        "\(filter)")
    }
    #expect(try index.documentCount(matching: .all([])) == documents.count)
    #expect(try index.documentCount(matching: .any([])) == 0)
  }
}
