#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import InvertedIndex
internal import TextAnalysis

/// A word that was used regularly and is no more.
public struct GoneWord: Sendable, Equatable, Codable {
  /// The word as it is searched.
  public var text: String
  /// How many articles have it.
  public var documentFrequency: Int
  /// How many issues before the border have it.
  public var issueCount: Int
  /// When it stands first; nil if that is not known.
  public var first: String?
  /// When it stands last.
  public var last: String?
  /// How likely it is that it is not there by chance: the probability of an absence so long, as often as it was
  /// used before.
  public var chance: Double

  private enum CodingKeys: String, CodingKey {
    case text = "term"
    case documentFrequency, first, last, chance
    case issueCount = "issues"
  }
}

extension BulletinIndex {
  /// The words that were used regularly before an issue or a date, and not since; nil if there is no such issue.
  ///
  /// A word that *k* of the *n* issues before have is in each of the *m* issues since with the probability
  /// p = k ÷ (n + 1), if nothing has changed; that none of them has it, has the probability (1 − p)^m. Words are listed
  /// for which that is below 1 %, and that at least three issues have, one of them in the later half of the issues before:
  /// the others were gone already. The least likely come first.
  ///
  /// - Parameters:
  ///   - border: A date as `2023`, `2023-06` or `2023-06-30`, or an issue as ``articles(ofIssue:)`` takes it.
  ///   - prefix: How the words begin.
  ///   - limit: How many at most.
  /// - Returns: Words of two and more characters. Issues of which it is not known when they appeared do not count.
  /// - Throws: as ``articles(ofIssue:)`` and ``terms(withPrefix:options:)``.
  /// - Complexity: O(*n*) in the postings of all words and pairs with the prefix.
  public func goneWords(
    since border: String, withPrefix prefix: String = "", limit: Int = TermListOptions().limit
  ) throws -> [GoneWord]? {
    let analyzer = TextAnalyzer()
    let folded = analyzer.fold(Array(prefix.utf8)).scalars
    guard prefix.isEmpty || !folded.isEmpty else {
      throw QueryError.nothingToSearch(query: prefix)
    }
    let times = try IssueTimes(of: self)
    guard let areBefore = try times.areBefore(border, in: self) else { return nil }
    var scan = GoneWordScan(index: self, times: times, areBefore: areBefore)
    let key = Array(String(scalars: folded).utf8)
    try reader.forEachTerm(withPrefix: [TermKey.wordMark] + key) { term, frequency in
      try scan.add(term, frequency, text: term.bytes.dropFirst())
      return .next
    }
    try reader.forEachTerm(withPrefix: key) { term, frequency in
      if let first = term.bytes.first, TermKey.isMark(first) { return .skip(prefix: [first]) }
      try scan.add(term, frequency, text: term.bytes[...])
      return .next
    }
    return try scan.words(limit, analyzer: analyzer)
  }
}

/// Looks for words that are gone, term by term.
private struct GoneWordScan {
  private static let leastIssues = 3
  private static let mostLikely = 0.01

  private let reader: InvertedIndex.IndexReader
  private let times: IssueTimes
  private let areBefore: [Bool?]
  private let beforeCount: Int
  private let sinceCount: Int
  /// Of the issues before, those of the later half.
  private let isRecent: [Bool]
  private var found: [GoneWord] = []

  init(index: BulletinIndex, times: IssueTimes, areBefore: [Bool?]) {
    reader = index.reader
    self.times = times
    self.areBefore = areBefore
    beforeCount = areBefore.count { $0 == true }
    sinceCount = areBefore.count { $0 == false }
    let before = areBefore.indices.filter { areBefore[$0] == true }.sorted {
      (times.time(of: $0) ?? "", $0) < (times.time(of: $1) ?? "", $1)
    }
    var isRecent = [Bool](repeating: false, count: areBefore.count)
    for issue in before.dropFirst(before.count / 2) { isRecent[issue] = true }
    self.isRecent = isRecent
  }

  mutating func add(_ term: Term, _ frequency: Int, text: ArraySlice<UInt8>) throws {
    guard frequency >= Self.leastIssues, sinceCount > 0 else { return }
    let text = String(decoding: text, as: UTF8.self)
    guard text.unicodeScalars.count > 1 else { return }
    var issues = 0
    var lastIssue = -1
    var isGone = true
    var wasRecent = false
    var (first, last) = (String?.none, String?.none)
    // One for each term, since it keeps what it knows of all that it was asked, and there may be millions.
    try Searcher(of: reader).forEachMatch(of: .term(term)) { document in
      let issue = times.issue(of: document)
      guard issue != lastIssue else { return true }
      lastIssue = issue
      guard let isBefore = areBefore[issue] else { return true }
      isGone = isBefore
      issues += 1
      wasRecent = wasRecent || isRecent[issue]
      if let time = times.time(of: issue) {
        first = min(first ?? time, time)
        last = max(last ?? time, time)
      }
      return isGone
    }
    guard isGone, wasRecent, issues >= Self.leastIssues else { return }
    let share = Double(issues) / Double(beforeCount + 1)
    let chance = exp(Double(sinceCount) * log(1 - share))
    guard chance < Self.mostLikely else { return }
    found.append(
      GoneWord(
        text: text, documentFrequency: frequency, issueCount: issues, first: first, last: last,
        chance: chance))
  }

  /// The least likely words.
  ///
  /// A pair of characters is one if the segmenter does not cut it; numbers are none.
  func words(_ limit: Int, analyzer: TextAnalyzer) throws -> [GoneWord] {
    var words: [GoneWord] = []
    var known: Set<String> = []
    let sorted = found.sorted { ($0.chance, $0.text) < ($1.chance, $1.text) }
    for word in sorted where words.count < limit {
      let tokens = try analyzer.analyze(Array(word.text.utf8)).tokens
      let isWord =
        word.text.unicodeScalars.count > 2 || tokens.count == 1 && tokens[0].range.count == 2
      // A number says nothing alone; and `5g` is a pair and a word.
      guard isWord, tokens.contains(where: { $0.kind != .number }),
        known.insert(word.text).inserted
      else { continue }
      words.append(word)
    }
    return words
  }
}
