internal import BulletinSearch

/// Results as JSON: one object, or lines that begin with `begin`, have a `hit` for each article and
/// end with a `summary`.
enum JSONResults {
  static func object(_ answer: SearchAnswer) throws -> String {
    try JSONText.encode(
      Whole(
        version: JSONText.version, query: answer.query,
        hits: answer.response.results.map { HitRecord($0) }, summary: SummaryRecord(answer)))
  }

  static func lines(_ answer: SearchAnswer) throws -> String {
    var text = try JSONText.encode(
      Begin(type: "begin", version: JSONText.version, query: answer.query))
    for result in answer.response.results {
      text += try JSONText.encode(HitRecord(result, type: "hit"))
    }
    return text + (try JSONText.encode(SummaryRecord(answer, type: "summary")))
  }

  private struct Whole: Encodable {
    var version: Int
    var query: String
    var hits: [HitRecord]
    var summary: SummaryRecord
  }

  private struct Begin: Encodable {
    var type: String
    var version: Int
    var query: String
  }
}
