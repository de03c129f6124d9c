internal import InvertedIndex
internal import TextAnalysis

/// Finds what somebody may have meant with a query of which something is nowhere in the index.
struct SuggestionFinder {
  /// How many parts of a query are looked at; no one types more.
  private static let maximumPartCount = 16
  /// From this length on, a text may be meant that differs in two characters.
  private static let shortestWithTwoEdits = 6
  /// Some 10 ms in an index of 100,000 articles.
  private static let smallProbeBudget = 6_000
  private static let smallLookupLimit = 20
  /// How many words of a part are looked up.
  private static let maximumWordCount = 64
  /// How many bytes all queries have together that are counted; more than all suggestions for a sentence have.
  static let countedLength = 1 << 15
  /// How many near texts are looked for in place of one part.
  private static let alternativeCount = 5

  /// A part of the query that no article has, and near texts that some have, best first.
  private struct Part {
    /// The bytes of the query at which its text begins.
    var base: Int
    var typed: TypedText
    var range: Range<Int>
    var alternatives: [NearText]
  }

  private let near: NearTexts
  private let maximumDistance: Int
  private let query: [UInt8]
  private var parts: [Part] = []
  private var lookedAtCount = 0

  /// Looks at the texts of `query` that are wanted.
  ///
  /// - Parameters:
  ///   - query: As it was typed.
  ///   - wordsOnly: Whether only words are replaced that are nowhere, and never a text whose words are
  ///     all there. This takes no noticeable time if there are none.
  ///   - lexicon: What has the near texts.
  ///   - analyzer: What analyses queries.
  /// - Throws: `IndexError` if the index is damaged, `AnalysisError` if ICU fails.
  init(
    _ query: String, wordsOnly: Bool, lexicon: any TermLexicon, analyzer: TextAnalyzer
  ) throws {
    // A search that finds something must not wait for what may be better.
    near = NearTexts(
      lexicon,
      probeBudget: wordsOnly ? Self.smallProbeBudget : Vocabulary.usualProbeBudget,
      lookupLimit: wordsOnly ? Self.smallLookupLimit : NearCandidates.usualLookupLimit)
    maximumDistance = wordsOnly ? 1 : 2
    self.query = Array(query.utf8)
    var end = 0
    for text in QueryParser.parse(query).query.wantedTexts
    where lookedAtCount < Self.maximumPartCount {
      // The texts of a parsed query are parts of what was typed, in its order.
      let bytes = Array(text.utf8)
      guard let place = self.query.firstPlace(of: bytes, from: end) else { continue }
      end = place + bytes.count
      let typed = try TypedText(text, analyzer: analyzer)
      for part in typed.parts {
        try look(at: part, of: typed, base: place, wordsOnly: wordsOnly)
      }
    }
  }

  /// The corrected queries: one with the best text for each part, then those with another for one part.
  ///
  /// How many articles they find is not known yet.
  var suggestions: [Suggestion] {
    guard !parts.isEmpty else { return [] }
    let best = parts.map { _ in 0 }
    var choices = [best]
    for rank in 1..<Self.alternativeCount {
      for (number, part) in parts.enumerated() where rank < part.alternatives.count {
        var choice = best
        choice[number] = rank
        choices.append(choice)
      }
    }
    return choices.map(suggestion)
  }
}

extension SuggestionFinder {
  private mutating func look(
    at part: Range<Int>, of typed: TypedText, base: Int, wordsOnly: Bool
  ) throws {
    guard lookedAtCount < Self.maximumPartCount else { return }
    lookedAtCount += 1
    guard try isMissing(typed.scalars(part)) else { return }
    let words = try typed.words(in: part).prefix(Self.maximumWordCount)
      .filter { try isMissing(typed.scalars($0)) }
    // A whole text of which a word is missing is more likely to be found than the word by itself.
    // So is pinyin with marks in it.
    if !words.isEmpty || !wordsOnly, typed.hasHan(part) || typed.isSpelled(part),
      try add(part, of: typed, base: base)
    {
      return
    }
    for word in words { _ = try add(word, of: typed, base: base) }
  }

  /// Whether no article has the characters side by side.
  private func isMissing(_ scalars: [UInt32]) throws -> Bool {
    try !near.lexicon.hasRun(scalars)
  }

  /// Whether there are near texts for a part.
  private mutating func add(_ range: Range<Int>, of typed: TypedText, base: Int) throws -> Bool {
    let alternatives = try alternatives(for: range, of: typed)
    guard !alternatives.isEmpty else { return false }
    parts.append(Part(base: base, typed: typed, range: range, alternatives: alternatives))
    return true
  }

  private func alternatives(for range: Range<Int>, of typed: TypedText) throws -> [NearText] {
    let scalars = typed.scalars(range)
    let limit = Self.alternativeCount
    var found = NearCandidates()
    func add(_ texts: [NearText]) {
      for text in texts { found.add(text) }
    }
    let distances = 1...(scalars.count < Self.shortestWithTwoEdits ? 1 : maximumDistance)
    if typed.hasHan(range) {
      add(try near.homophones(of: scalars, limit: limit))
      for distance in distances where found.texts.isEmpty || distance == 1 {
        add(try near.texts(near: scalars, distance: distance, limit: limit))
      }
    } else {
      if typed.isSpelled(range) { add(try near.texts(readAs: scalars, limit: limit)) }
      for distance in distances where found.texts.isEmpty || distance == 1 {
        add(try near.words(near: scalars, distance: distance, limit: limit))
      }
    }
    let sorted = found.texts.values.sorted(by: NearText.precedes)
    // A part of what was typed is seldom what was meant, and the search has looked for it already.
    let (parts, others) = (
      sorted.filter { scalars.holds($0.scalars) }, sorted.filter { !scalars.holds($0.scalars) }
    )
    return Array((others + parts).prefix(limit))
  }

  /// The query with the alternatives of these numbers.
  private func suggestion(_ choice: [Int]) -> Suggestion {
    var bytes: [UInt8] = []
    var end = 0
    var replacements: [Suggestion.Replacement] = []
    for (part, number) in zip(parts, choice) {
      let text = part.alternatives[number]
      let edit = part.typed.edit(part.range, to: text.scalars)
      let start = part.base + edit.range.lowerBound
      guard start >= end else { continue }
      bytes += query[end..<start] + edit.text.utf8
      end = part.base + edit.range.upperBound
      replacements.append(
        Suggestion.Replacement(
          original: part.typed.original(part.range), text: String(scalars: text.scalars),
          kind: text.hasSameReading ? .pinyin : .edit))
    }
    bytes += query[end...]
    return Suggestion(
      query: String(decoding: bytes, as: UTF8.self), replacements: replacements, articles: 0)
  }
}

extension ParsedQuery {
  /// The texts that have to be there, in the order in which they were typed.
  fileprivate var wantedTexts: [String] {
    switch self {
    case .text(let text), .exact(let text): return [text]
    case .all(let parts), .any(let parts): return parts.flatMap(\.wantedTexts)
    default:
      guard case .excluding(let wanted, _) = self else { return [] }
      return wanted.wantedTexts
    }
  }
}
