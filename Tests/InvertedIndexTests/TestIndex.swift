import TestSupport

@testable import InvertedIndex

/// An index of `documents` in `folder`, with one column that counts the documents by tens.
func makeIndex(
  of documents: [TestDocument], in folder: borrowing TemporaryDirectory,
  memoryLimit: Int = IndexWriter.defaultMemoryLimit, segmentLimit: Int = .max
) throws -> IndexReader {
  let path = folder.path + "/test.index"
  var writer = try TestWriter(
    IndexWriter(
      path: path, schema: Schema(columns: ["ten"], tables: ["texts"]), memoryLimit: memoryLimit,
      segmentLimit: segmentLimit))
  for (number, document) in documents.enumerated() {
    if !writer.hasRoom(for: 1) { try writer.closeSegment() }
    for word in document.words { writer.add(Term(word)) }
    writer.append(row: Array("\(number)".utf8), toTable: 0)
    writer.endDocument(
      StoredDocument(
        text: document.text, length: document.words.count, columns: [UInt64(number / 10)]))
  }
  try writer.commit(properties: ["analyzer": "words"])
  return try IndexReader(path: path)
}

/// Where the groups of `segment` end.
func groupEnds(of segment: Segment) throws -> [Int] {
  try (0..<segment.groupEnds.count).map { Int(try segment.groupEnds[$0]) }
}
