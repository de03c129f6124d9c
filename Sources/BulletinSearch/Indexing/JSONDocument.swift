internal import Bulletins
internal import TextAnalysis

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A document of a file of JSON lines.
///
/// <doc:Archives> has the form of a line. What is not as it should be in anything but identifier and text is as good as
/// not there; the text is worth finding all the same.
struct JSONDocument {
  var id: String
  var title = ""
  var section = ""
  var byline = ""
  var body: String
  var authors: [String] = []
  var unit: String?
  var page: ClosedRange<Int>?
  var date: IssueDate?
  /// What is printed around the articles of the issue, of which this is the first.
  var furniture = ""
  /// The issue that it is in; nil if the line names none.
  var issue: JSONIssue?
  /// How many characters of the line could not be decoded.
  var undecodedCount = 0

  /// - Throws: ``FileProblem`` if `line` is no JSON object with an identifier and a text, or a text of it is
  ///   too long.
  init(_ line: ArraySlice<UInt8>) throws(FileProblem) {
    guard let document = Self.read(line) ?? Self.read(repairing: line) else {
      let isUTF8 = String(validating: line, as: UTF8.self) != nil
      throw isUTF8 ? .noJSONObject : .notUTF8
    }
    let texts = [
      document.title, document.section, document.byline, document.body, document.furniture,
    ]
    guard texts.allSatisfy({ TextLimit.allows($0.utf8) }) else { throw TextLimit.problem }
    self = document
  }

  private static func read(_ line: ArraySlice<UInt8>) -> JSONDocument? {
    guard let members = PlainJSONObject(line, numberName: "id")?.members, let id = members["id"],
      let body = members["body"] ?? members["text"]
    else { return JSONDocument(decoding: line) }
    guard richNames.allSatisfy({ members[$0] == nil }) else { return JSONDocument(decoding: line) }
    var document = JSONDocument(id: id, body: body)
    document.title = members["title"] ?? ""
    document.date = members["date"].flatMap(IssueDate.init(iso:))
    return document
  }

  /// The members that lines of large collections do not have.
  private static let richNames = ["section", "byline", "authors", "unit", "furniture"]

  /// Reads a line in UTF-8 with a few bad bytes.
  private static func read(repairing line: ArraySlice<UInt8>) -> JSONDocument? {
    guard let text = try? TextDecoder.decode(Array(line)), text.encoding == .utf8,
      text.replaced > 0
    else { return nil }
    var document = read(text.utf8[...])
    document?.undecodedCount = text.replaced
    return document
  }

  private init(id: String, body: String) {
    self.id = id
    self.body = body
  }

  /// Reads any JSON object.
  init?(decoding line: ArraySlice<UInt8>) {
    guard !PlainJSONObject.hasLongName(line),
      let object = try? JSONDecoder().decode(Object.self, from: Data(line))
    else { return nil }
    self = object.document
  }

  private struct Object: Decodable {
    var document: JSONDocument

    private enum Key: String, CodingKey {
      case id, title, section, byline, authors, unit, page, date, body, text, furniture, issue
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      func optional<Value: Decodable>(_ key: Key) -> Value? {
        try? container.decode(Value.self, forKey: key)
      }
      let id =
        try optional(.id).map { (number: Int) in "\(number)" }
        ?? container.decode(String.self, forKey: .id)
      // Retrieval collections say `text` where others say `body`.
      let body =
        try container.decodeIfPresent(String.self, forKey: .body)
        ?? container.decode(String.self, forKey: .text)
      document = JSONDocument(id: id, body: body)
      document.title = try container.decodeIfPresent(String.self, forKey: .title) ?? ""
      document.section = optional(.section) ?? ""
      let authors: [String] = optional(.authors) ?? optional(.authors).map { [$0] } ?? []
      document.authors = authors.filter { !$0.isEmpty }
      document.unit = optional(.unit).flatMap { (unit: String) in unit.isEmpty ? nil : unit }
      document.byline = optional(.byline) ?? document.bylineOfNames
      document.page = Self.page(optional(.page) ?? optional(.page).map { [$0] } ?? [])
      document.furniture = optional(.furniture) ?? ""
      document.issue = optional(.issue)
      document.date =
        optional(.date).flatMap { (date: String) in IssueDate(iso: date) } ?? document.issue?.date
    }

    /// The pages of one number, or of the first and the last.
    private static func page(_ numbers: [Int]) -> ClosedRange<Int>? {
      guard (1...2).contains(numbers.count), let first = numbers.first, let last = numbers.last,
        first > 0, first <= last, last < Int(Int32.max)
      else { return nil }
      return first...last
    }
  }

  /// The byline of a line that has only names, so that they are found in it.
  private var bylineOfNames: String {
    (authors + [unit].compactMap(\.self)).joined(separator: " ")
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
