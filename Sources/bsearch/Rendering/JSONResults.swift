internal import AnswerRecords
internal import BulletinSearch

/// Results as one object of JSON, which is written piece by piece with its keys in order.
struct JSONResults: ResultRendering {
  /// What stands behind the object.
  private let end: String
  private var isFirst = true

  /// - Parameter isElement: Whether the object stands in an array.
  init(isElement: Bool = false) { end = isElement ? "" : "\n" }

  func head(_ answer: SearchAnswer) -> String { "{\"hits\":[" }

  mutating func text(of result: SearchResult) throws -> String {
    let separator = isFirst ? "" : ","
    isFirst = false
    return separator + (try JSONText.value(HitRecord(result)))
  }

  func tail(_ answer: SearchAnswer) throws -> String {
    let (query, summary) = try (
      JSONText.value(answer.query), JSONText.value(SummaryRecord(answer))
    )
    return "],\"query\":\(query),\"summary\":\(summary),\"version\":\(JSONText.version)}\(end)"
  }
}

/// Results as lines of JSON that begin with `begin`, have a `hit` for each article and end with a `summary`.
struct JSONLineResults: ResultRendering {
  func head(_ answer: SearchAnswer) throws -> String {
    try JSONText.encode(Begin(type: "begin", version: JSONText.version, query: answer.query))
  }

  func text(of result: SearchResult) throws -> String {
    try JSONText.encode(HitRecord(result, type: "hit"))
  }

  func tail(_ answer: SearchAnswer) throws -> String {
    try JSONText.encode(SummaryRecord(answer, type: "summary"))
  }

  private struct Begin: Encodable {
    var type: String
    var version: Int
    var query: String
  }
}
