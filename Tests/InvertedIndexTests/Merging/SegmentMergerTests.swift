import TestSupport
import Testing

@testable import InvertedIndex

/// A merged segment is that of a fresh build of the same documents in the same order.
struct SegmentMergerTests {
  /// The name of each term with its postings, by document.
  private typealias Postings = [Term: [UInt32: UInt32]]

  private static func documents(_ count: Int, using generator: inout SeededGenerator)
    -> [MergeDocument]
  {
    (0..<count).map { MergeDocument(number: $0, using: &generator) }
  }

  /// Cuts `documents` into one to five segments.
  private static func segments(
    _ documents: [MergeDocument], using generator: inout SeededGenerator
  ) -> [[MergeDocument]] {
    var rest = documents[...]
    var segments: [[MergeDocument]] = []
    while !rest.isEmpty {
      let count =
        segments.count == 4 ? rest.count : Int.random(in: 1...rest.count, using: &generator)
      segments.append(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return segments
  }

  private static func count(using generator: inout SeededGenerator) -> Int {
    Int.random(in: 1...Int.random(in: 1...600, using: &generator), using: &generator)
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `segments of one code are merged to what a build with that code gives`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let folder = try TemporaryDirectory()
    let documents = Self.documents(Self.count(using: &generator), using: &generator)
    let segments = Self.segments(documents, using: &generator)
    try MergeDocument.write(segments, to: folder.path + "/sources")
    let sources = try IndexReader(path: folder.path + "/sources").segments
    let merge = Merge(
      sources, of: segments, isInterleaved: seed % 3 > 0, using: &generator)
    try merge.write(to: folder.path + "/merged", memoryLimit: seed % 2 == 0 ? 0 : .max)
    try MergeDocument.write(
      [merge.expected], groups: merge.groups, coder: sources[0].coder, to: folder.path + "/fresh")
    try Self.check(folder.path + "/merged", has: merge.expected, groups: merge.groups)
    #expect(try readFile(folder.path + "/merged") == readFile(folder.path + "/fresh"))
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `segments of several codes are merged to what a fresh build gives`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let folder = try TemporaryDirectory()
    let documents = Self.documents(Self.count(using: &generator), using: &generator)
    let segments = Self.segments(documents, using: &generator) + [Array(documents.suffix(1))]
    var sources: [Segment] = []
    for (number, segment) in segments.enumerated() {
      try MergeDocument.write([segment], to: folder.path + "/\(number)")
      sources += try IndexReader(path: folder.path + "/\(number)").segments
    }
    let merge = Merge(
      sources, of: segments, isInterleaved: seed % 3 > 0, using: &generator)
    try merge.write(to: folder.path + "/merged", memoryLimit: seed % 2 == 0 ? 0 : .max)
    try Self.check(folder.path + "/merged", has: merge.expected, groups: merge.groups)
    guard Set(merge.extents.filter { $0.count > 0 }.map(\.segment)).count > 1 else { return }
    try MergeDocument.write([merge.expected], groups: merge.groups, to: folder.path + "/fresh")
    #expect(try readFile(folder.path + "/merged") == readFile(folder.path + "/fresh"))
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `a merge of merges is a merge`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let folder = try TemporaryDirectory()
    var sources: [Segment] = []
    var segments: [[MergeDocument]] = []
    for number in 0..<3 {
      let documents = Self.documents(100 * (number + 1), using: &generator)
      try MergeDocument.write([documents], to: folder.path + "/\(number)")
      sources += try IndexReader(path: folder.path + "/\(number)").segments
      segments.append(documents)
    }
    for number in 3..<7 {
      let merge = Merge(sources, of: segments, isInterleaved: true, using: &generator)
      let path = folder.path + "/\(number)"
      try merge.write(to: path)
      try Self.check(path, has: merge.expected, groups: merge.groups)
      sources[number % 3] = try IndexReader(path: path).segments[0]
      segments[number % 3] = merge.expected
    }
  }

  /// Compares the index at `path` with its documents.
  private static func check(_ path: String, has documents: [MergeDocument], groups: [UInt32])
    throws
  {
    let index = try IndexReader(path: path)
    try index.verifyChecksums()
    let segment = try #require(index.segments.first)
    try #require(segment.documentCount == documents.count)
    var end = 0
    for (number, group) in groups.enumerated() {
      end += Int(group)
      #expect(try segment.groupEnds[number] == UInt64(end))
    }
    let codes = documents.map { DocumentLength.code(of: $0.length) }
    #expect(
      segment.summary.totalLength
        == codes.reduce(0) { $0 + Int(DocumentLength.value(ofCode: $1)) })
    #expect(try segment.lengthCodes.bytes(0, documents.count) == codes)
    for (number, document) in documents.enumerated() {
      #expect(try segment.texts.original(of: number) == document.text.original)
      #expect(try segment.texts.scalars(of: number) == document.text.scalars)
      for (column, value) in document.columns.enumerated() {
        #expect(try segment.column(column)[number] == value)
      }
      #expect(try segment.row(number, ofTable: 0) == document.title)
      #expect(try segment.row(number, ofTable: 1) == [])
    }
    #expect(try postings(of: segment) == postings(of: documents))
  }

  private static func postings(of documents: [MergeDocument]) -> Postings {
    var postings: Postings = [:]
    for (number, document) in documents.enumerated() {
      for term in document.terms { postings[term, default: [:]][UInt32(number), default: 0] += 1 }
    }
    return postings
  }

  private static func postings(of segment: Segment) throws -> Postings {
    var postings: Postings = [:]
    var terms = try TermCursor(segment.terms, from: [])
    while let info = terms.info {
      let cursor = try PostingsCursor(
        info, in: segment.postings, documentCount: segment.documentCount)
      var found: [UInt32: UInt32] = [:]
      while cursor.document != endOfDocuments {
        found[cursor.document] = try cursor.frequency()
        try cursor.advance(to: cursor.document + 1)
      }
      #expect(found.count == info.documentFrequency)
      postings[Term(terms.term)] = found
      try terms.advance()
    }
    #expect(postings.count == segment.summary.termCount)
    return postings
  }
}
