import TestSupport
import Testing

@testable import InvertedIndex

struct PostingsCursorTests {
  /// The postings of one term in memory, as arrays and as a cursor.
  struct TestPostings {
    var documents: [UInt32]
    var frequencies: [UInt32]
    var documentCount: Int
    let lengthCodes: [UInt8]

    init(documents: [UInt32], frequencies: [UInt32], documentCount: Int) {
      self.documents = documents
      self.frequencies = frequencies
      self.documentCount = documentCount
      var codes = [UInt8](repeating: 200, count: documentCount)
      for document in documents { codes[Int(document)] = UInt8(truncatingIfNeeded: document) }
      lengthCodes = codes
    }

    func cursor() throws -> PostingsCursor {
      var encoder = PostingsEncoder()
      let list = encoder.encode(
        documents: documents, frequencies: frequencies, lengthCodes: lengthCodes)
      let info = TermInfo(
        documentFrequency: documents.count, postings: .list(offset: 3, byteCount: list.count))
      let region = ByteRegion(testing: [9, 9, 9] + list + [9])
      return try PostingsCursor(info, in: region, documentCount: documentCount)
    }
  }

  /// The numbers of postings at which a block begins or ends.
  static let edges = [1, 2, 3, 126, 127, 128, 129, 130, 255, 256, 257, 300, 384]

  private static func random(_ count: Int, documentCount: Int, seed: UInt64) -> TestPostings {
    var generator = SeededGenerator(seed: seed)
    var documents: Set<UInt32> = [0, UInt32(documentCount - 1)]
    while documents.count < count {
      documents.insert(UInt32.random(in: 0..<UInt32(documentCount), using: &generator))
    }
    let sizes: [UInt32] = [1, 1, 1, 2, 3, 255, 256, 100_000]
    return TestPostings(
      documents: documents.sorted().suffix(count),
      frequencies: (0..<count).compactMap { _ in sizes.randomElement(using: &generator) },
      documentCount: documentCount)
  }

  @Test(arguments: edges, [500, 20_000])
  func `postings are read as they were written`(count: Int, documentCount: Int) throws {
    let postings = Self.random(count, documentCount: documentCount, seed: UInt64(count))
    let cursor = try postings.cursor()
    for (document, frequency) in zip(postings.documents, postings.frequencies) {
      #expect(cursor.document == document)
      #expect(try cursor.frequency() == frequency)
      try cursor.advance(to: document + 1)
    }
    #expect(cursor.document == endOfDocuments)
    try cursor.advance(to: endOfDocuments)
    #expect(cursor.document == endOfDocuments)
  }

  @Test(arguments: edges)
  func `the widest gaps are read as they were written`(count: Int) throws {
    let last = UInt32(Limits.segmentDocumentCount - 1)
    let documents = (0..<UInt32(count)).map { $0 == UInt32(count) - 1 ? last : $0 }
    let postings = TestPostings(
      documents: documents, frequencies: documents.map { $0 % 2 == 0 ? 1 : 100_000 },
      documentCount: Limits.segmentDocumentCount)
    let cursor = try postings.cursor()
    for (document, frequency) in zip(postings.documents, postings.frequencies) {
      #expect(cursor.document == document)
      #expect(try cursor.frequency() == frequency)
      try cursor.advance(to: document + 1)
    }
    #expect(cursor.document == endOfDocuments)
  }

  @Test(arguments: edges, 0..<6 as Range<UInt64>)
  func `a cursor moves to the first document at or after its target`(
    count: Int, seed: UInt64
  ) throws {
    let postings = Self.random(count, documentCount: 3_000, seed: seed)
    var generator = SeededGenerator(seed: seed)
    for step in [3, 40, 900, 3_000] as [UInt32] {
      let cursor = try postings.cursor()
      var target: UInt32 = 0
      while cursor.document != endOfDocuments {
        target += UInt32.random(in: 0...step, using: &generator)
        try cursor.advance(to: target)
        let place = postings.documents.firstIndex { $0 >= target }
        #expect(cursor.document == place.map { postings.documents[$0] } ?? endOfDocuments)
        guard let place else { break }
        #expect(try cursor.frequency() == postings.frequencies[place])
      }
    }
  }

  @Test func `a target after the last document ends the list at once`() throws {
    let documents = Array(0..<130 as Range<UInt32>)
    let postings = TestPostings(
      documents: documents, frequencies: documents.map { _ in 1 }, documentCount: 5_000)
    let cursor = try postings.cursor()
    try cursor.advance(to: 4_000)
    #expect(cursor.document == endOfDocuments)
  }

  @Test(arguments: edges)
  func `no posting exceeds the bounds of its list and of its block`(count: Int) throws {
    let postings = Self.random(count, documentCount: 2_000, seed: 3)
    let cursor = try postings.cursor()
    let codes = ByteRegion(testing: postings.lengthCodes)
    let total = try cursor.totalBound(lengthCodes: codes)
    var block = 0
    for (document, frequency) in zip(postings.documents, postings.frequencies) {
      var (bound, last) = try cursor.bound(ofBlock: block)
      if document > last {
        block += 1
        (bound, last) = try cursor.bound(ofBlock: block)
      }
      #expect(last >= document)
      let scorer = Self.scorer
      let score = scorer.score(
        frequency: frequency, lengthCode: postings.lengthCodes[Int(document)])
      for bound in [total, bound] {
        #expect(bound.maximumFrequency >= frequency)
        #expect(bound.minimumLengthCode <= postings.lengthCodes[Int(document)])
        #expect(scorer.maximum(bound) >= score)
      }
    }
  }

  private static let scorer = TermScorer(
    points: 1, impacts: ImpactTable(BM25(), averageLength: 20))

  @Test(arguments: edges)
  func `scores of blocks are those of their postings`(count: Int) throws {
    let postings = Self.random(count, documentCount: 1_000, seed: 8)
    let codes = ByteRegion(testing: postings.lengthCodes)
    let term = ScoredTerm(try postings.cursor(), Self.scorer, lengthCodes: codes)
    let window = ScoreWindow(length: 1_024)
    while term.cursor.document != endOfDocuments {
      let numbers = try term.cursor.loadBlock()
      let contents = term.cursor.contents
      try window.add(
        numbers, of: contents.documents, contents.frequencies, term.kernel, base: 0, atLeast: 1)
      try term.cursor.move(toNumber: numbers.upperBound)
    }
    let candidates = Candidates(capacity: 1_024)
    window.collect(base: 0, into: candidates)
    var found: [UInt32: RawScore] = [:]
    try candidates.update { document, score in
      found[document] = score
      return nil
    }
    var expected: [UInt32: RawScore] = [:]
    for (document, frequency) in zip(postings.documents, postings.frequencies) {
      expected[document] = Self.scorer.score(
        frequency: frequency, lengthCode: postings.lengthCodes[Int(document)])
    }
    #expect(found == expected)
  }

  @Test(arguments: edges, [400, 2_000])
  func `a cursor moves back to any block`(count: Int, documentCount: Int) throws {
    let postings = Self.random(count, documentCount: documentCount, seed: 5)
    let cursor = try postings.cursor()
    var generator = SeededGenerator(seed: UInt64(count))
    for _ in 0..<50 {
      let place = Int.random(in: 0..<count, using: &generator)
      try cursor.seek(toBlock: place / PostingsLayout.blockLength, postings.documents[place])
      #expect(cursor.document == postings.documents[place])
      #expect(try cursor.frequency() == postings.frequencies[place])
    }
  }

  @Test func `a posting that the dictionary keeps is one document`() throws {
    let info = TermInfo(documentFrequency: 1, postings: .single(document: 6, frequency: 100_000))
    let cursor = try PostingsCursor(info, in: ByteRegion(testing: []), documentCount: 7)
    #expect(cursor.document == 6)
    #expect(try cursor.frequency() == 100_000)
    try cursor.advance(to: 7)
    #expect(cursor.document == endOfDocuments)
    #expect(
      throws: IndexError.corrupted(section: "test", offset: 0, reason: "document 6 of 6")
    ) {
      try PostingsCursor(info, in: ByteRegion(testing: []), documentCount: 6)
    }
  }
}
