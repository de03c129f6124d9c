#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A query of a test collection, as a person would type it.
public struct EvaluationQuery: Sendable, Equatable {
  /// Names the query in judgements and runs.
  public var id: String
  /// What is searched for.
  public var text: String

  /// A query with its name.
  public init(id: String, text: String) {
    self.id = id
    self.text = text
  }

  /// The queries of a file, in its order.
  ///
  /// A line has an identifier, a tab and the text, or is an object of JSON with `_id` or `id`, and
  /// `text` or `query`, as the collections of BEIR have them.
  ///
  /// - Throws: ``EvaluationError`` if the file cannot be read, has no query, or has a line that is
  ///   none.
  public static func read(path: String) throws -> [EvaluationQuery] {
    var lines = try CollectionLines(path: path)
    var queries: [EvaluationQuery] = []
    var ids: Set<String> = []
    while let line = try lines.next() {
      guard let query = EvaluationQuery(line: line.text) else {
        throw EvaluationError.malformed(path: path, line: line.number, kind: .queries)
      }
      guard ids.insert(query.id).inserted else {
        throw EvaluationError.repeatedQuery(path: path, line: line.number, id: query.id)
      }
      queries.append(query)
    }
    guard !queries.isEmpty else { throw EvaluationError.empty(path: path, kind: .queries) }
    return queries
  }

  private init?(line: String) {
    if line.first == "{" {
      guard let object = try? JSONDecoder().decode(Object.self, from: Data(line.utf8)) else {
        return nil
      }
      self.init(id: object.id, text: object.text)
    } else {
      let parts = line.unicodeScalars.split(
        separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else { return nil }
      self.init(id: String(parts[0]), text: String(parts[1]))
    }
  }

  private struct Object: Decodable {
    var id: String
    var text: String

    private enum Key: String, CodingKey { case underscoredID = "_id", id, text, query }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      let idKey = container.contains(.underscoredID) ? Key.underscoredID : .id
      if let number = try? container.decode(Int.self, forKey: idKey) {
        id = "\(number)"
      } else {
        id = try container.decode(String.self, forKey: idKey)
      }
      text = try container.decode(String.self, forKey: container.contains(.text) ? .text : .query)
    }
  }
}
