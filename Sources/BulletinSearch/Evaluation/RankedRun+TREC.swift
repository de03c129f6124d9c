/// The form of run files that the tools of TREC read.
///
///     query Q0 document rank score tag
extension RankedRun {
  /// The lines of a run file.
  ///
  /// `trec_eval` orders by score and does not read the rank. Our scores order within a kind of
  /// match only, and there may be ties; so what is written as the score is the rank counted from
  /// the end.
  ///
  /// - Throws: ``EvaluationError/blankInIdentifier(_:)``
  public func trecText(tag: String) throws(EvaluationError) -> String {
    var text = ""
    for answer in answers {
      for (index, document) in answer.documents.enumerated() {
        for id in [answer.query, document]
        where id.unicodeScalars.contains(where: \.properties.isWhitespace) {
          throw .blankInIdentifier(id)
        }
        let score = answer.documents.count - index
        text += "\(answer.query) Q0 \(document) \(index + 1) \(score) \(tag)\n"
      }
    }
    return text
  }

  /// The run of a file; its queries are in the order in which they begin.
  ///
  /// As in `trec_eval`, the score alone gives the order, in single precision, and of equal ones the
  /// document with the greater identifier comes first.
  ///
  /// - Throws: ``EvaluationError`` if the file cannot be read, has no result, or has a line that is
  ///   none.
  public static func read(path: String) throws -> RankedRun {
    var lines = try CollectionLines(path: path)
    var queries: [String] = []
    var results: [String: [(document: String, score: Float)]] = [:]
    while let line = try lines.next() {
      let cells = line.words
      guard cells.count == 6, let score = Float(cells[4]), !score.isNaN else {
        throw EvaluationError.malformed(path: path, line: line.number, kind: .run)
      }
      let query = cells[0]
      if results[query] == nil { queries.append(query) }
      results[query, default: []].append((cells[2], score))
    }
    guard !queries.isEmpty else { throw EvaluationError.empty(path: path, kind: .run) }
    return RankedRun(
      answers: queries.map { query in
        let ordered = (results[query] ?? []).sorted {
          $0.score != $1.score
            ? $0.score > $1.score
            : $1.document.utf8.lexicographicallyPrecedes($0.document.utf8)
        }
        return Answer(query: query, documents: ordered.map(\.document))
      })
  }
}
