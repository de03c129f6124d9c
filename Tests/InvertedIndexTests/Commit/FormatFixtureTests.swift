import TestSupport
import Testing

@testable import InvertedIndex

/// An index that this version of the format wrote is read by every later one; one of the version before says what it is.
///
/// A run with `BSEARCH_REWRITE_FIXTURES=1` writes the file anew; a new version of
/// the format gets a new file beside this one.
struct FormatFixtureTests {
  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Fixtures/"
  private static let path = folder + "format-4.index"

  /// Two hundred short bulletins.
  ///
  /// Every term, run and row of what the tests expect is in them.
  private static let documents = (0..<200).map { number in
    TestDocument(
      words: ["简报", "第\(number)期"] + (number % 7 == 0 ? ["晚会", "晚会"] : [])
        + (number == 131 ? ["数字哨兵", "bulletins-of-1998"] : []))
  }

  private static func write(to path: String) throws {
    var writer = try TestWriter(
      IndexWriter(
        path: path, schema: Schema(columns: ["number"], tables: ["years"])))
    for (number, document) in documents.enumerated() {
      // Two segments, the second without a full block of postings.
      if number == 150 { try writer.closeSegment() }
      if number % 50 == 0 {
        writer.endGroup(documentCount: 50)
      }
      writer.append(row: Array("\(1998 + number / 50)".utf8), toTable: 0)
      for word in document.words { writer.add(Term(word)) }
      var text = document.text
      text.original += Array("。".utf8)
      writer.endDocument(
        StoredDocument(text: text, length: document.words.count, columns: [UInt64(number)]))
    }
    try writer.commit(properties: ["analyzer": "words-1"])
  }

  /// The fixture, written anew first if that is asked for; one value, so that it happens once.
  private static let index = Result {
    if environmentVariable("BSEARCH_REWRITE_FIXTURES") == "1" { try write(to: path) }
    return try IndexReader(path: path)
  }

  @Test(arguments: [1, 2, 3] as [UInt32])
  func `an index of an earlier format is refused with a word on what to do`(version: UInt32) {
    #expect(throws: IndexError.unsupportedFormat(found: version, supported: 4...4)) {
      try IndexReader(path: Self.folder + "format-\(version).index")
    }
  }

  @Test func `an index of format 4 has all that was put in`() throws {
    let index = try Self.index.get()
    try index.verifyChecksums()
    #expect(index.faults(deep: true) == [])
    #expect(index.documentCount == 200)
    #expect(index.segmentCount == 2)
    #expect(index.properties == ["analyzer": "words-1"])
    #expect(index.averageLength == 2.3)
    for (number, document) in Self.documents.enumerated() {
      let id = DocumentID(rawValue: UInt32(number))
      #expect(try index.text(of: id) == document.text.original + Array("。".utf8))
      #expect(try index.scalars(of: id) == document.text.scalars)
      #expect(try index.value(ofColumn: 0, for: id) == UInt64(number))
    }
    #expect(try index.segments.map { try groupEnds(of: $0) } == [[50, 100, 150], [50]])
    let years = try (0..<200).map { number in
      String(
        decoding: try index.row(of: DocumentID(rawValue: number), inTable: 0), as: UTF8.self)
    }
    #expect(years == (0..<200).map { "\(1998 + $0 / 50)" })
    var groups: [DocumentGroup] = []
    try index.forEachGroup { groups.append($0) }
    #expect(groups.map(\.documentCount) == [50, 50, 50, 50])
  }

  @Test func `an index of format 4 is searched as its documents are`() throws {
    let index = try Self.index.get()
    let reference = ReferenceIndex(documents: Self.documents)
    let terms = ["简报", "晚会", "第131期", "bulletins-of-1998"].map { WeightedTerm(Term($0)) }
    let run = Filter.run(
      TextRun(scalars: "晚会 晚".unicodeScalars.map(\.value), terms: [Term("晚会")]))
    let without = Filter.excluding(.term(Term("简报")), run)
    for query in [
      Query(scored: terms), Query(filter: run, scored: terms),
      Query(filter: without, scored: terms),
    ] {
      #expect(try index.search(query, limit: 12) == reference.search(query, limit: 12))
    }
    #expect(try index.count(run) == MatchCount(documents: 29, occurrences: 29))
    #expect(try index.count(without) == MatchCount(documents: 171, occurrences: 171))
  }
}
