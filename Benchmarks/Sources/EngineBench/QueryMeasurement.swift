internal import InvertedIndex

/// Asks the engine.
struct QueryMeasurement {
  var indexPath: String
  var mode: QueryMode
  var asking: Asking

  /// - Throws: `IndexError`, or an error of the system.
  func run() throws {
    let reader = try IndexReader(path: indexPath)
    let frequent = FrequentWords(of: reader)
    try asking.run { try answer($0, from: reader, frequent) }
  }

  /// The time of a query is that of making it from its words as well, as with the other engines.
  private func answer(_ line: [UInt8], from reader: IndexReader, _ frequent: FrequentWords)
    throws(IndexError) -> Asking.Answer
  {
    let prepared = PreparedQuery(line[...], mode: mode, frequent)
    guard asking.limit > 0 else {
      return Asking.Answer(
        count: try Searcher(of: reader).count(prepared.filter, details: []).documents)
    }
    let found = try Searcher(of: reader).best(asking.limit, for: prepared.query)
    return Asking.Answer(documents: found.map { Int($0.document.rawValue) })
  }
}
