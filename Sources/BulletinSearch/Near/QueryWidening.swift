internal import InvertedIndex
internal import TextAnalysis

/// Adds near texts to a query, as `--fuzzy` and `--pinyin` ask for.
struct QueryWidening {
  /// How many near texts a text of the query gets at most.
  static let maximumAlternativeCount = 10
  /// How many texts of a query get near texts; no one types more.
  private static let maximumTextCount = 16

  /// What stands between syllables that are taken together: an apostrophe.
  private static let border: UInt32 = 0x27

  private let analyzer: TextAnalyzer
  private let near: NearTexts
  private let fuzziness: Int
  private let matchesPinyin: Bool
  private var textCount = 0
  /// What is looked for besides what was typed, in the order in which it was found.
  private(set) var alternatives: [String] = []

  /// - Parameters:
  ///   - options: ``SearchOptions/fuzziness`` and ``SearchOptions/matchesPinyin`` count.
  ///   - lexicon: What has the near texts.
  ///   - analyzer: What analyses queries.
  init(
    _ options: SearchOptions, lexicon: any TermLexicon, analyzer: TextAnalyzer
  ) {
    self.analyzer = analyzer
    near = NearTexts(lexicon)
    fuzziness = options.fuzziness
    matchesPinyin = options.matchesPinyin
  }

  /// The query with near texts beside its texts; what is not wanted stays as it was typed.
  ///
  /// - Throws: `IndexError` if the index is damaged, `AnalysisError` if ICU fails.
  mutating func widened(_ query: ParsedQuery) throws -> ParsedQuery {
    switch query {
    case .text(let text), .exact(let text): return try widened(query, text)
    case .all(let parts): return .all(try widenedTogether(parts))
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

  /// Widens parts of which all have to be there.
  ///
  /// Syllables that were typed as words of their own, as in `zhong guo`, stand for a text too if they are
  /// taken together.
  private mutating func widenedTogether(_ parts: [ParsedQuery]) throws -> [ParsedQuery] {
    var widened: [ParsedQuery] = []
    var rest = parts[...]
    while let first = rest.first {
      let run = matchesPinyin ? try syllables(in: rest) : []
      guard run.count > 1 else {
        widened.append(try self.widened(first))
        rest.removeFirst()
        continue
      }
      let leaves = try self.widened(Array(rest.prefix(run.count)))
      let spelled = Array(run.joined(separator: [Self.border]))
      let found = try near.texts(readAs: spelled, limit: Self.maximumAlternativeCount)
      widened += with(found, beside: .all(leaves)).map { [$0] } ?? leaves
      rest.removeFirst(run.count)
    }
    return widened
  }

  /// The words of pinyin that the parts begin with, as they are searched; none unless one of them is a
  /// single syllable, since words are widened by themselves.
  private func syllables(in parts: ArraySlice<ParsedQuery>) throws -> [[UInt32]] {
    var words: [[UInt32]] = []
    var hasSingle = false
    for part in parts.prefix(Self.maximumTextCount) {
      guard case .text(let text) = part else { break }
      let typed = try TypedText(text, analyzer: analyzer)
      guard let count = typed.syllableCount else { break }
      hasSingle = hasSingle || count == 1
      words.append(typed.scalars)
    }
    return hasSingle ? words : []
  }

  private mutating func widened(_ leaf: ParsedQuery, _ text: String) throws -> ParsedQuery {
    guard textCount < Self.maximumTextCount else { return leaf }
    textCount += 1
    let typed = try TypedText(text, analyzer: analyzer)
    let parts = matchesPinyin ? typed.parts : typed.stretches
    guard parts.count == 1, let part = parts.first else { return leaf }
    var found: [NearText] = []
    let limit = Self.maximumAlternativeCount
    let scalars = typed.scalars(part)
    if typed.hasHan(part) {
      if matchesPinyin { found += try near.homophones(of: scalars, limit: limit) }
      if fuzziness > 0 {
        found += try near.texts(near: scalars, distance: fuzziness, limit: limit)
      }
    } else {
      if matchesPinyin {
        found += try near.texts(readAs: scalars, limit: limit)
      }
      if fuzziness > 0 {
        found += try near.words(near: scalars, distance: fuzziness, limit: limit)
      }
    }
    return with(found, beside: leaf) ?? leaf
  }

  /// A part of a query or one of the best near texts; nil if there are none.
  private mutating func with(_ found: [NearText], beside part: ParsedQuery) -> ParsedQuery? {
    let added = unique(found).prefix(Self.maximumAlternativeCount).map {
      String(scalars: $0.scalars)
    }
    guard !added.isEmpty else { return nil }
    for text in added where !alternatives.contains(text) { alternatives.append(text) }
    return .any([part] + added.map(ParsedQuery.exact))
  }

  /// Each text once, best first.
  private func unique(_ texts: [NearText]) -> [NearText] {
    var candidates = NearCandidates()
    for text in texts { candidates.add(text) }
    return candidates.texts.values.sorted(by: NearText.precedes)
  }
}
