internal import InvertedIndex

/// A query as the engine takes it.
struct PreparedQuery {
  private static let space = UInt8(ascii: " ")

  /// What is ranked.
  private let terms: [Term]
  private let mode: QueryMode
  /// The run that a phrase is; nil if one term says as much.
  private var run: TextRun?

  init(_ line: ArraySlice<UInt8>, mode: QueryMode, _ frequent: FrequentWords) {
    let terms = Self.terms(of: line)
    self.mode = mode
    guard mode == .phrase else {
      self.terms = terms
      return
    }
    let pairs = zip(terms, terms.dropFirst()).compactMap { frequent.pair($0, $1) }
    if terms.count == 2, pairs.count == 1 {
      // How often the pair occurs is how often the phrase does.
      self.terms = pairs
    } else {
      self.terms = terms
      let scalars = " \(String(decoding: line, as: UTF8.self)) ".unicodeScalars.map(\.value)
      run = TextRun(scalars: scalars, terms: pairs + terms)
    }
  }

  private static func terms(of line: ArraySlice<UInt8>) -> [Term] {
    var terms: [Term] = []
    var rest = line
    while let start = rest.firstIndex(where: { $0 != space }) {
      let end = rest[start...].firstIndex(of: space) ?? rest.endIndex
      terms.append(Term(Array(rest[start..<end].prefix(Term.maximumByteCount))))
      rest = rest[end...]
    }
    return terms
  }

  /// Which documents match.
  var filter: Filter {
    if let run { return .run(run) }
    let filters = terms.map { Filter.term($0) }
    return mode == .and ? .all(filters) : .any(filters)
  }

  /// What is looked for and how it is ranked.
  var query: Query {
    // Documents of which one word is enough need no filter: only those with a score are ranked.
    let isUnion = run == nil && (mode != .and || terms.count == 1)
    return Query(filter: isUnion ? nil : filter, scored: terms.map { WeightedTerm($0) })
  }
}
