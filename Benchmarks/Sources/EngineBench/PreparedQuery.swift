internal import InvertedIndex

/// A query as the engine takes it.
struct PreparedQuery {
  /// Which documents match.
  let filter: Filter
  /// What is ranked.
  let query: Query

  init(_ line: ArraySlice<UInt8>, mode: QueryMode, _ frequent: FrequentWords) {
    var terms = line.split(separator: UInt8(ascii: " ")).map {
      Term(Array($0.prefix(Term.maximumByteCount)))
    }
    switch mode {
    case .term, .or: filter = .any(terms.map { .term($0) })
    case .and: filter = .all(terms.map { .term($0) })
    case .phrase:
      let pairs = zip(terms, terms.dropFirst()).compactMap { frequent.pair($0, $1) }
      if terms.count == 2, pairs.count == 1 {
        // How often the pair occurs is how often the phrase does.
        terms = pairs
        filter = .term(pairs[0])
      } else {
        let scalars = " \(String(decoding: line, as: UTF8.self)) ".unicodeScalars.map(\.value)
        filter = .run(TextRun(scalars: scalars, terms: pairs + terms))
      }
    }
    // Documents of which one word is enough need no filter: only those with a score are ranked.
    let isUnion = mode == .term || mode == .or || terms.count == 1
    query = Query(filter: isUnion ? nil : filter, scored: terms.map { WeightedTerm($0) })
  }
}
