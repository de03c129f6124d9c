@testable import InvertedIndex

extension IndexBytes {
  /// Twelve documents in two segments, with texts, columns and tables.
  static func rich(in folder: String) throws -> IndexBytes {
    let documents = (0..<12).map { number in
      TestDocument(
        words: ["all", "bulletin\(number % 3)", "bulletins-of-\(number)", "\(number)"]
          + [String](repeating: "often", count: number % 4))
    }
    return try written(documents, segmentLength: 6, in: folder)
  }

  /// Three hundred documents with hardly any text, so that there are full blocks of postings.
  static func long(in folder: String) throws -> IndexBytes {
    let documents = (0..<300).map { number in
      TestDocument(
        words: [String](repeating: "a", count: 1 + number * number % 5)
          + (number % 2 == 0 ? ["b"] : []) + (number == 77 ? ["once"] : []))
    }
    return try written(documents, segmentLength: 300, storesTexts: false, in: folder)
  }

  /// Documents of which some have a term, so that its postings are packed gaps with exceptions, in blocks and a
  /// rest.
  static func packed(in folder: String) throws -> IndexBytes {
    let documents = (0..<800).map { number in
      TestDocument(
        words: (number % 5 == 0 || number % 97 == 1 ? ["p"] : [])
          + [String](repeating: "q", count: number % 6 == 0 ? 1 + (number % 101 == 6 ? 90 : 0) : 0)
          + (number < 130 || number > 780 ? ["r"] : []))
    }
    return try written(documents, segmentLength: 800, storesTexts: false, in: folder)
  }

  static func written(
    _ documents: [TestDocument], segmentLength: Int, storesTexts: Bool = true,
    in folder: String
  ) throws -> IndexBytes {
    let path = folder + "/small.index"
    var writer = try TestWriter(
      IndexWriter(
        path: path, schema: TestDocument.schema, segmentLimit: segmentLength))
    for (number, document) in documents.enumerated() {
      if number % segmentLength == 0 { try writer.closeSegment() }
      if number % segmentLength % 3 == 0 {
        writer.endGroup(
          documentCount: min(3, documents.count - number, segmentLength - number % segmentLength))
      }
      document.add(
        to: &writer, number: number, isNamed: number % segmentLength < 12, storesText: storesTexts)
    }
    try writer.commit(properties: ["analyzer": "words", "version": "1"])
    return try IndexBytes(reading: path)
  }
}

extension TestDocument {
  /// What the samples keep of each document.
  static let schema = Schema(columns: ["row", "number"], tables: ["names", "titles"])

  /// Adds the document with a number to an index of this schema.
  func add(
    to writer: inout TestWriter, number: Int, isNamed: Bool = true, storesText: Bool = true
  ) {
    writer.append(row: isNamed ? Array("name \(number)".utf8) : [], toTable: 0)
    writer.append(row: isNamed ? Array("title \(number)".utf8) : [], toTable: 1)
    for word in words { writer.add(Term(word)) }
    writer.endDocument(
      StoredDocument(
        text: storesText ? text : TestDocument(words: ["a"]).text, length: words.count,
        columns: [UInt64(number / 3), UInt64(number % 256)]))
  }
}
