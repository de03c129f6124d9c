internal import Bulletins

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

  /// Nil if `line` is no JSON object with an identifier and a text.
  init?(_ line: ArraySlice<UInt8>) {
    if let members = PlainJSONObject(line, numberName: "id")?.members, let id = members["id"],
      let body = members["body"] ?? members["text"]
    {
      self.init(
        id: id, title: members["title"] ?? "", body: body,
        date: members["date"].flatMap(IssueDate.init(iso:)))
    } else {
      self.init(decoding: line)
    }
  }

  private init(id: String, title: String, body: String, date: IssueDate?) {
    self.id = id
    self.title = title
    self.body = body
    self.date = date
  }

  /// Reads any JSON object.
  init?(decoding line: ArraySlice<UInt8>) {
    guard let object = try? JSONDecoder().decode(Object.self, from: Data(line)) else { return nil }
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
  fileprivate init?(iso text: String) {
    let parts = text.prefix(10).split(separator: "-").map { Int($0) }
    guard (2...3).contains(parts.count), let year = parts[0], let month = parts[1] else {
      return nil
    }
    self.init(year: year, month: month, day: parts.count == 3 ? parts[2] : nil)
  }
}
