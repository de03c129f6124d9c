internal import Bulletins
internal import TextAnalysis

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A document of a file of JSON lines.
struct JSONDocument {
  var id: String
  var title: String
  var body: String
  var date: IssueDate?
  /// How many characters of the line could not be decoded.
  var undecodedCount = 0

  /// - Throws: ``FileProblem`` if `line` is no JSON object with an identifier and a text, or its text is
  ///   too long.
  init(_ line: ArraySlice<UInt8>) throws(FileProblem) {
    guard let document = Self.read(line) ?? Self.read(repairing: line) else {
      let isUTF8 = String(validating: line, as: UTF8.self) != nil
      throw isUTF8 ? .noJSONObject : .notUTF8
    }
    guard TextLimit.allows(document.title.utf8), TextLimit.allows(document.body.utf8) else {
      throw TextLimit.problem
    }
    self = document
  }

  private static func read(_ line: ArraySlice<UInt8>) -> JSONDocument? {
    guard let members = PlainJSONObject(line, numberName: "id")?.members, let id = members["id"],
      let body = members["body"] ?? members["text"]
    else { return JSONDocument(decoding: line) }
    return JSONDocument(
      id: id, title: members["title"] ?? "", body: body,
      date: members["date"].flatMap(IssueDate.init(iso:)))
  }

  /// Reads a line in UTF-8 with a few bad bytes.
  private static func read(repairing line: ArraySlice<UInt8>) -> JSONDocument? {
    guard let text = try? TextDecoder.decode(Array(line)), text.encoding == .utf8,
      text.replaced > 0
    else { return nil }
    var document = read(text.utf8[...])
    document?.undecodedCount = text.replaced
    return document
  }

  private init(id: String, title: String, body: String, date: IssueDate?) {
    self.id = id
    self.title = title
    self.body = body
    self.date = date
  }

  /// Reads any JSON object.
  init?(decoding line: ArraySlice<UInt8>) {
    guard !PlainJSONObject.hasLongName(line),
      let object = try? JSONDecoder().decode(Object.self, from: Data(line))
    else { return nil }
    id = object.id
    title = object.title
    body = object.body
    date = object.date.flatMap(IssueDate.init(iso:))
  }

  private struct Object: Decodable {
    var id: String
    var title: String
    var body: String
    var date: String?

    private enum Key: String, CodingKey { case id, title, body, text, date }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      if let number = try? container.decode(Int.self, forKey: .id) {
        id = "\(number)"
      } else {
        id = try container.decode(String.self, forKey: .id)
      }
      title = try container.decodeIfPresent(String.self, forKey: .title) ?? ""
      // Retrieval collections say `text` where others say `body`.
      if let body = try container.decodeIfPresent(String.self, forKey: .body) {
        self.body = body
      } else {
        body = try container.decode(String.self, forKey: .text)
      }
      // What is no date is as good as none; the text is worth finding all the same.
      date = try? container.decode(String.self, forKey: .date)
    }
  }
}

extension IssueDate {
  /// The date of an ISO 8601 string, `2022-08-30…` or `2022-08`.
  init?(iso text: String) {
    let parts = text.unicodeScalars.prefix(10).split(separator: "-").map { Int(Substring($0)) }
    guard (2...3).contains(parts.count), let year = parts[0], let month = parts[1] else {
      return nil
    }
    self.init(year: year, month: month, day: parts.count == 3 ? parts[2] : nil)
  }
}
