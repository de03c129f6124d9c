import BulletinSearch

/// A document of a file of JSON lines.
struct TestDocument {
  var id: String
  var title = ""
  var body: String

  /// The documents as lines of JSON.
  static func lines(_ documents: [TestDocument]) -> String {
    documents.map {
      "{\"id\":\(quoted($0.id)),\"title\":\(quoted($0.title)),\"body\":\(quoted($0.body))}\n"
    }.joined()
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case ..<" ": "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
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
  try makeIndex(of: [("documents.jsonl", TestDocument.lines(documents))], options: .jsonLines)
}
