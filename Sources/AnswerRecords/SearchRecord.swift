internal import BulletinSearch

/// A search as one object of JSON output.
package struct SearchRecord: Encodable {
  package var hits: [HitRecord]
  package var query: String
  package var summary: SummaryRecord

  /// - Throws: What the reading of a result throws.
  package init(_ answer: SearchAnswer) throws {
    var hits: [HitRecord] = []
    try answer.forEachResult { hits.append(HitRecord($0)) }
    self.hits = hits
    query = answer.query
    summary = SummaryRecord(answer)
  }
}
