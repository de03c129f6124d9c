import BulletinSearch
import Foundation

/// A document of a file of JSON lines.
struct TestDocument: Encodable {
  var id: String
  var title = ""
  var body: String
  var date: String?

  /// The documents as lines of JSON.
  static func lines(_ documents: [TestDocument]) throws -> String {
    let encoder = JSONEncoder()
    return try documents.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }
      .joined()
  }
}

extension IndexingOptions {
  /// For files of JSON lines.
  static var jsonLines: IndexingOptions {
    var options = IndexingOptions()
    options.format = .jsonl
    return options
  }
}

/// An index of `documents`.
func makeIndex(of documents: [TestDocument]) throws -> BulletinIndex {
  try makeIndex(of: [("documents.jsonl", try TestDocument.lines(documents))], options: .jsonLines)
}
