import TestSupport
import Testing

@testable import InvertedIndex

/// The bytes in the documentation of the format are those that the code writes.
struct SegmentFormatTests {
  /// The index of the document's example: two documents, `apple` and `apple apply apply`.
  private static func exampleIndex() throws -> IndexBytes {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/example.index"
    var writer = try TestWriter(IndexWriter(path: path, schema: Schema(columns: ["year"])))
    for (words, year) in [(["apple"], 1998), (["apple", "apply", "apply"], 2024)] {
      for word in words { writer.add(Term(word)) }
      writer.endDocument(
        StoredDocument(
          text: TestDocument(words: words).text, length: words.count, columns: [UInt64(year)]))
    }
    try writer.commit(properties: ["made by": "test"])
    return try IndexBytes(readFile(path))
  }

  /// The bytes under each heading of the document's example: indented lines that begin with pairs of
  /// hexadecimal digits, which end at the first two spaces.
  private static func documentedBytes() throws -> [String: [UInt8]] {
    let folder = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let path = "/\(folder)/Sources/InvertedIndex/InvertedIndex.docc/SegmentFormat.md"
    var heading = ""
    var documented: [String: [UInt8]] = [:]
    for line in String(decoding: try readFile(path), as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("### ") {
        heading = String(line.dropFirst(4))
      } else if line.hasPrefix("    "), heading != "" {
        let columns = line.dropFirst(4).split(separator: "  ", maxSplits: 1)
        let bytes = columns.first?.split(separator: " ").compactMap { UInt8($0, radix: 16) } ?? []
        documented[heading, default: []] += bytes
      }
    }
    return documented
  }

  @Test func `the example of the documentation is what is written`() throws {
    let index = try Self.exampleIndex()
    let documented = try Self.documentedBytes()
    let segment = index.record.segments[0]
    let file = ByteRegion(MappedFile(copying: index.bytes), name: "segment")
    let tableRange = index.tableRange(ofSegment: 0)
    let table = try SectionTable(file.slice(tableRange.lowerBound, tableRange.count))
    func section(_ kind: SectionKind) throws -> [UInt8] {
      let entry = try #require(table.entry(kind))
      return try file.bytes(segment.offset + entry.offset, entry.byteCount)
    }
    let written = [
      "Header slot": Array(index.bytes[..<CommitSlot.byteCount]),
      "Commit record": Array(index.bytes[index.recordRange]),
      "Catalogue part": Array(
        index.bytes[index.record.catalogue[0].offset...]
          .prefix(index.record.catalogue[0].byteCount)),
      "First entry of the section table": Array(index.bytes[tableRange].prefix(32)),
      "Schema": try section(.schema),
      "Term heads": try section(.termHeads),
      "Term blocks": try section(.termBlocks),
      "Postings": try section(.postings),
      "Document lengths": try section(.lengthCodes),
      "Texts": try section(.texts),
      "Differences": try section(.differences),
      "Column": try section(.column),
      "Group ends": try section(.groupEnds),
    ]
    #expect(Set(documented.keys) == Set(written.keys))
    for (heading, bytes) in written {
      #expect(documented[heading] == bytes, "\(heading) should be \(Self.hexadecimal(bytes))")
    }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
  }
}
