internal import TextAnalysis

/// Puts names that stand for each other beside those that a query has.
///
/// What is in quotation marks, in a field or not wanted stays as it was typed.
struct SynonymWidening {
  /// How many names of a query are widened; no one types more.
  private static let maximumNameCount = 16
  /// How many names one may stand for.
  private static let maximumAlternativeCount = 10
  /// Shorter words of other scripts stand inside of too many words: ISA in disadvantage.
  private static let shortestLatinAlternative = 4
  /// What another name counts of what was typed.
  private static let share = 0.5
  /// How many words typed one after the other may be a name.
  private static let maximumWordCount = 8

  private let synonyms: Synonyms
  private let analyzer: TextAnalyzer
  private var nameCount = 0
  /// What is looked for besides what was typed, in the order in which it was found.
  private(set) var alternatives: [String] = []

  init(_ synonyms: Synonyms, analyzer: TextAnalyzer) {
    self.synonyms = synonyms
    self.analyzer = analyzer
  }

  /// The query with the other names beside its names.
  ///
  /// - Throws: `AnalysisError` if ICU fails.
  mutating func widened(_ query: ParsedQuery) throws -> ParsedQuery {
    switch query {
    case .text(let text): return try widened(query, text)
    case .all(let parts): return .all(try widenedTogether(parts))
    case .any(let parts):
      var widened: [ParsedQuery] = []
      for part in parts { widened.append(try self.widened(part)) }
      return .any(widened)
    case .excluding(let wanted, let unwanted): return .excluding(try widened(wanted), unwanted)
    default: return query
    }
  }

  /// Widens parts of which all have to be there; several of them may be one name, as Link Time Optimization.
  private mutating func widenedTogether(_ parts: [ParsedQuery]) throws -> [ParsedQuery] {
    var widened: [ParsedQuery] = []
    var rest = parts[...]
    while let first = rest.first {
      if let (count, others) = name(in: rest) {
        let name = rest.prefix(count).map { if case .text(let text) = $0 { text } else { "" } }
        widened.append(
          try with(
            others, beside: .all(Array(rest.prefix(count))), typed: name.joined(separator: " ")))
        rest.removeFirst(count)
      } else {
        widened.append(try self.widened(first))
        rest.removeFirst()
      }
    }
    return widened
  }

  /// The longest name of two and more words that the parts begin with.
  private func name(in parts: ArraySlice<ParsedQuery>) -> (count: Int, others: [String])? {
    let texts = parts.prefix(Self.maximumWordCount).prefix {
      if case .text = $0 { true } else { false }
    }.compactMap { if case .text(let text) = $0 { text } else { nil } }
    for count in stride(from: texts.count, to: 1, by: -1) {
      let name = analyzer.fold(Array(texts.prefix(count).joined(separator: " ").utf8)).scalars
      if let others = synonyms.others(of: name) { return (count, others) }
    }
    return nil
  }

  /// A text with the first of its names and what stands beside that as parts of their own.
  private mutating func widened(_ leaf: ParsedQuery, _ text: String) throws -> ParsedQuery {
    guard nameCount < Self.maximumNameCount else { return leaf }
    let bytes = Array(text.utf8)
    let analyzed = try analyzer.analyze(bytes)
    guard let (range, others) = name(in: analyzed) else { return leaf }
    let source = analyzed.match.sourceRange(of: range)
    let before = String(decoding: bytes[..<source.lowerBound], as: UTF8.self)
    let name = String(decoding: bytes[source], as: UTF8.self)
    let behind = String(decoding: bytes[source.upperBound...], as: UTF8.self)
    var parts = [try with(others, beside: .text(name), typed: name)]
    if hasWords(before) { parts.insert(.text(before), at: 0) }
    if hasWords(behind) { parts.append(try widened(.text(behind), behind)) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  /// The first name in a text that begins and ends where words do; of those that begin there, the longest.
  private func name(in text: AnalyzedText) -> (range: Range<Int>, others: [String])? {
    let ends = text.tokens.map(\.range.upperBound)
    for (index, token) in text.tokens.enumerated() {
      let start = token.range.lowerBound
      for end in ends[index...].prefix(while: { $0 - start <= synonyms.longestName }).reversed() {
        if let others = synonyms.others(of: text.match.scalars[start..<end]) {
          return (start..<end, others)
        }
      }
    }
    return nil
  }

  private func hasWords(_ text: String) -> Bool {
    let match = analyzer.fold(Array(text.utf8))
    return match.scalars.indices.contains { match.isWord(at: $0) }
  }

  private mutating func with(_ others: [String], beside part: ParsedQuery, typed: String) throws
    -> ParsedQuery
  {
    nameCount += 1
    let added = others.filter(isFindable).prefix(Self.maximumAlternativeCount)
    guard !added.isEmpty else { return part }
    for text in added where !alternatives.contains(text) { alternatives.append(text) }
    let wordCount = try self.wordCount(of: typed)
    var parts = [part]
    for other in added {
      let factor = Self.share * min(1, wordCount / (try self.wordCount(of: other)))
      parts.append(.boosted(.exact(other), factor))
    }
    return .any(parts)
  }

  /// Longer names have more words, whose weights are added.
  private func wordCount(of name: String) throws -> Double {
    Double(max(try analyzer.analyze(Array(name.utf8)).tokens.count, 1))
  }

  private func isFindable(_ name: String) -> Bool {
    let scalars = Synonyms.folded(name)
    return scalars.count >= Self.shortestLatinAlternative || scalars.contains(where: \.isIdeograph)
  }
}
