internal import TextAnalysis

/// Counts how texts go on behind a prefix, up to where a word or a sentence ends.
struct Continuations {
  /// How many searched characters a continuation has at most, but for a word that it begins with.
  private static let maximumLength = 12
  /// The same where a longer word of letters begins with the prefix.
  private static let maximumWordLength = 64
  /// How much more of the text the segmenter sees, so that it does not take a cut for the end of a word.
  private static let contextLength = 4
  /// How many places of one text are looked at.
  private static let maximumPlaceCount = 4

  private struct Continuation {
    var original: String
    var articles = 0
  }

  private let prefix: [UInt32]
  /// Whether the prefix has to stand where a word or a number begins.
  private let beginsWord: Bool
  private let analyzer: TextAnalyzer
  private var continuations: [[UInt32]: Continuation] = [:]
  /// Where words end in passages that have been met.
  private var wordEnds: [[UInt8]: [Int]] = [:]

  init(of prefix: MatchText, analyzer: TextAnalyzer) {
    self.prefix = prefix.scalars
    beginsWord = !prefix.isEmpty && prefix.classes[0] == .word
    self.analyzer = analyzer
  }

  /// Counts the continuations in the texts of one article, each once.
  ///
  /// - Throws: `AnalysisError` if ICU fails.
  mutating func add(_ texts: [[UInt8]]) throws {
    var seen: Set<[UInt32]> = []
    for bytes in texts {
      let match = analyzer.fold(bytes)
      for start in places(in: match) {
        for end in try ends(in: match, of: bytes, from: start) {
          let key = Array(match.scalars[start..<end])
          guard seen.insert(key).inserted else { continue }
          let source = match.sourceRange(of: start..<end)
          let original = String(decoding: bytes[source], as: UTF8.self)
          continuations[key, default: Continuation(original: original)].articles += 1
        }
      }
    }
  }

  /// The best continuations with the prefix: those in many articles, and of these the longer ones.
  func best(_ limit: Int) -> [Completion] {
    let kept = withoutBeginnings(continuations.mapValues(\.articles))
    // What only one article has is worth little, but better than nothing.
    let repeated = kept.filter { $0.value > 1 }
    let ranked = (repeated.count >= limit ? repeated : kept).map { key, articles in
      (key, articles, weight: weight(of: key, articles))
    }.sorted {
      $0.weight == $1.weight ? $0.0.lexicographicallyPrecedes($1.0) : $0.weight > $1.weight
    }
    return ranked.prefix(limit).map { completion($0.0, $0.1) }
  }

  /// The continuations in the most articles, with the prefix.
  func mostFrequent(_ limit: Int) -> [(key: [UInt32], original: String, articles: Int)] {
    let sorted = continuations.sorted {
      $0.value.articles == $1.value.articles
        ? $0.key.lexicographicallyPrecedes($1.key) : $0.value.articles > $1.value.articles
    }
    return sorted.prefix(limit).map { ($0.key, $0.value.original, $0.value.articles) }
  }

  /// Texts of which it is known in how many articles they are, the most frequent first.
  func completions(_ articles: [[UInt32]: Int]) -> [Completion] {
    withoutBeginnings(articles).sorted {
      $0.value == $1.value ? $0.key.lexicographicallyPrecedes($1.key) : $0.value > $1.value
    }.map(completion)
  }

  /// As the text is written where it was met, or else as it is searched.
  private func completion(_ key: [UInt32], _ articles: Int) -> Completion {
    Completion(
      text: continuations[key]?.original ?? String(scalars: key), kind: .text, articles: articles)
  }

  /// Leaves out what always goes on in the same way, which is no completion by itself.
  private func withoutBeginnings(_ articles: [[UInt32]: Int]) -> [[UInt32]: Int] {
    var kept = articles
    for (key, count) in articles {
      for length in prefix.count + 1..<max(key.count, prefix.count + 1) {
        let shorter = Array(key.prefix(length))
        if articles[shorter] == count { kept[shorter] = nil }
      }
    }
    return kept
  }
}

extension Continuations {
  /// A continuation that is twice as long counts for less than twice as many articles: it says more and
  /// is typed less often.
  private func weight(of key: [UInt32], _ articles: Int) -> Int {
    articles * (key.count - prefix.count + Self.lengthBase)
  }

  /// By so many characters the length of a continuation is raised before it weighs.
  private static let lengthBase = 3

  private func places(in match: MatchText) -> [Int] {
    var places: [Int] = []
    guard let first = prefix.first, match.count >= prefix.count else { return [] }
    for start in 0...match.count - prefix.count
    where match.scalars[start] == first && match.scalars[start...].starts(with: prefix)
      && (!beginsWord || isBeginning(start, match))
    {
      places.append(start)
      if places.count == Self.maximumPlaceCount { break }
    }
    return places
  }

  /// Whether a word or a number begins at a letter or a digit: 180 is a part of 1,180, and t of don't.
  private func isBeginning(_ start: Int, _ match: MatchText) -> Bool {
    guard start > 0 else { return true }
    guard match.classes[start - 1] != .word else { return false }
    guard start > 1, match.classes[start - 2] == .word else { return true }
    let marks = Self.digits.contains(match.scalars[start]) ? Self.marksInNumbers : Self.marksInWords
    return !marks.contains(match.scalars[start - 1])
  }

  private static let digits = 0x30...0x39 as ClosedRange<UInt32>
  /// The comma and the stop.
  private static let marksInNumbers: Set<UInt32> = [0x2C, 0x2E]
  /// The apostrophe in its two forms, and the low line.
  private static let marksInWords: Set<UInt32> = [0x27, 0x2019, 0x5F]

  /// Where continuations from `start` on may end, as places in the match text.
  private mutating func ends(in match: MatchText, of bytes: [UInt8], from start: Int) throws
    -> [Int]
  {
    let first = start + prefix.count
    var limit = min(first + Self.maximumLength, match.count)
    while limit < min(first + Self.maximumWordLength, match.count),
      match.classes[first - 1..<limit + 1].allSatisfy({ $0 == .word })
    {
      limit += 1
    }
    let contextLimit = min(limit + Self.contextLength, match.count)
    var stop = first
    while stop < contextLimit, !isBorder(stop, match, bytes) { stop += 1 }
    guard stop > first else { return [] }
    let passage = Array(bytes[match.sourceRange(of: start..<stop)])
    let isWhole = stop < contextLimit || stop == match.count
    return try endsOfWords(in: passage).map { start + $0 }.filter { end in
      end > first && end <= limit && (end < stop || isWhole)
    }
  }

  /// Whether a mark or the end of a line stands before a character of the match text, or it is a mark
  /// itself.
  private func isBorder(_ index: Int, _ match: MatchText, _ bytes: [UInt8]) -> Bool {
    guard index > 0 else { return false }
    guard match.isWord(at: index) || match.classes[index] == .space else { return true }
    let end = Int(match.ends[index - 1])
    let gap = end..<max(Int(match.starts[index]), end)
    return bytes[gap].contains { $0 != UInt8(ascii: " ") }
  }

  private mutating func endsOfWords(in passage: [UInt8]) throws -> [Int] {
    if let known = wordEnds[passage] { return known }
    let ends = try analyzer.analyze(passage).tokens.map(\.range.upperBound)
    wordEnds[passage] = ends
    return ends
  }
}
