internal import InvertedIndex
internal import TextAnalysis

/// Adds near texts to a query, as `--fuzzy` and `--pinyin` ask for.
struct QueryWidening {
  /// How many near texts a text of the query gets at most.
  static let maximumAlternativeCount = 10
  /// How many texts of a query get near texts; no one types more.
  private static let maximumTextCount = 16

  private let analyzer: TextAnalyzer
  private let near: NearTexts
  private let fuzziness: Int
  private let matchesPinyin: Bool
  private var textCount = 0
  /// What is looked for besides what was typed, in the order in which it was found.
  private(set) var alternatives: [String] = []

  /// - Parameters:
  ///   - options: ``SearchOptions/fuzziness`` and ``SearchOptions/matchesPinyin`` count.
  ///   - reader: The index that has the near texts.
  ///   - analyzer: What analyses queries.
  init(
    _ options: SearchOptions, reader: InvertedIndex.IndexReader, analyzer: TextAnalyzer
  ) {
    self.analyzer = analyzer
    near = NearTexts(reader: reader)
    fuzziness = options.fuzziness
    matchesPinyin = options.matchesPinyin
  }

  /// The query with near texts beside its texts; what is not wanted stays as it was typed.
  ///
  /// - Throws: `IndexError` if the index is damaged, `AnalysisError` if ICU fails.
  mutating func widened(_ query: ParsedQuery) throws -> ParsedQuery {
    switch query {
    case .text(let text), .exact(let text): return try widened(query, text)
    case .all(let parts): return .all(try widened(parts))
    case .any(let parts): return .any(try widened(parts))
    default:
      guard case .excluding(let wanted, let unwanted) = query else { return query }
      return .excluding(try widened(wanted), unwanted)
    }
  }

  private mutating func widened(_ parts: [ParsedQuery]) throws -> [ParsedQuery] {
    var widened: [ParsedQuery] = []
    for part in parts { widened.append(try self.widened(part)) }
    return widened
  }

  private mutating func widened(_ leaf: ParsedQuery, _ text: String) throws -> ParsedQuery {
    guard textCount < Self.maximumTextCount else { return leaf }
    textCount += 1
    let typed = try TypedText(text, analyzer: analyzer)
    let stretches = typed.stretches
    guard stretches.count == 1, let stretch = stretches.first else { return leaf }
    var found: [NearText] = []
    let limit = Self.maximumAlternativeCount
    let scalars = typed.scalars(stretch)
    if typed.hasHan(stretch) {
      if matchesPinyin { found += try near.homophones(of: scalars, limit: limit) }
      if fuzziness > 0 {
        found += try near.texts(near: scalars, distance: fuzziness, limit: limit)
      }
    } else {
      if matchesPinyin, typed.isLatin(stretch) {
        found += try near.texts(readAs: scalars, limit: limit)
      }
      if fuzziness > 0 {
        found += try near.words(near: scalars, distance: fuzziness, limit: limit)
      }
    }
    let added = unique(found).prefix(limit).map { String(scalars: $0.scalars) }
    guard !added.isEmpty else { return leaf }
    for text in added where !alternatives.contains(text) { alternatives.append(text) }
    return .any([leaf] + added.map(ParsedQuery.exact))
  }

  /// Each text once, best first.
  private func unique(_ texts: [NearText]) -> [NearText] {
    var candidates = NearCandidates()
    for text in texts { candidates.add(text) }
    return candidates.texts.values.sorted(by: NearText.precedes)
  }
}
