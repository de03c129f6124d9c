import InvertedIndex
import TestSupport

/// A document of a test: its words, each a term, and the text that they make.
struct TestDocument {
  var words: [String]

  /// The words, one space between two.
  var text: AlignedText {
    let text = words.joined(separator: " ")
    let scalars = text.unicodeScalars
    var offset: UInt32 = 0
    var starts: [UInt32] = []
    var ends: [UInt32] = []
    for scalar in scalars {
      starts.append(offset)
      offset += UInt32(UTF8.width(scalar))
      ends.append(offset)
    }
    return AlignedText(
      original: Array(text.utf8), scalars: scalars.map(\.value), starts: starts, ends: ends)
  }
}

/// An index of `documents` in `folder`, with one column that counts the documents by tens.
func makeIndex(
  of documents: [TestDocument], in folder: borrowing TemporaryDirectory,
  memoryLimit: Int = IndexWriter.defaultMemoryLimit, segmentLimit: Int = .max
) throws -> IndexReader {
  let path = folder.path + "/test.index"
  var writer = try IndexWriter(
    path: path, schema: Schema(columns: ["ten"], tables: ["groups"]), memoryLimit: memoryLimit,
    segmentLimit: segmentLimit)
  for (number, document) in documents.enumerated() {
    if !writer.hasRoom(for: 1) { try writer.closeSegment() }
    for word in document.words { writer.add(Term(word)) }
    try writer.endDocument(
      StoredDocument(
        text: document.text, length: document.words.count, columns: [UInt64(number / 10)]))
  }
  try writer.commit(properties: ["analyzer": "words"])
  return try IndexReader(path: path)
}
