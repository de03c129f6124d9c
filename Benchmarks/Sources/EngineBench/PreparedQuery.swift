internal import InvertedIndex

/// A query as the engine takes it.
struct PreparedQuery {
  /// Which documents match.
  let filter: Filter
  /// What is ranked.
  let query: Query

  init(_ line: ArraySlice<UInt8>, mode: QueryMode) {
    let terms = line.split(separator: UInt8(ascii: " ")).map {
      Term(Array($0.prefix(Term.maximumByteCount)))
    }
    switch mode {
    case .term, .or: filter = .any(terms.map { .term($0) })
    case .and: filter = .all(terms.map { .term($0) })
    case .phrase:
      let scalars = " \(String(decoding: line, as: UTF8.self)) ".unicodeScalars.map(\.value)
      filter = .run(TextRun(scalars: scalars, terms: terms))
    }
    // Documents of which one word is enough need no filter: only those with a score are ranked.
    let isUnion = mode == .term || mode == .or
    query = Query(filter: isUnion ? nil : filter, scored: terms.map { WeightedTerm($0) })
  }
}
