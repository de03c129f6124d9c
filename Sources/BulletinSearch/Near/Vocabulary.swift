internal import InvertedIndex
internal import TextAnalysis

/// What the dictionary of an index knows of characters and of pairs of neighbours.
///
/// Every question is a probe of the dictionary. When the budget of probes is spent, what is not known
/// yet counts as absent, so that no text makes the search for its neighbours take long.
final class Vocabulary {
  /// A character with the number of articles in which it stands where it was asked for.
  struct Neighbour {
    var scalar: UInt32
    var documentFrequency: Int
  }

  /// A pair takes about a microsecond in an index of 100,000 articles, so this is some 0.1 s at worst.
  static let usualProbeBudget = 100_000

  private struct Pair: Hashable {
    var first: UInt32?
    var second: UInt32?
  }

  /// Counts what is made of the characters and pairs.
  let searcher: Searcher
  private var probesLeft: Int
  private var frequencies: [Pair: Int] = [:]
  private var followers: [UInt32: [Neighbour]] = [:]
  private var between: [Pair: [Neighbour]] = [:]
  private var allCharacters: [Neighbour]?

  init(reader: InvertedIndex.IndexReader, probeBudget: Int = usualProbeBudget) {
    searcher = Searcher(of: reader)
    probesLeft = probeBudget
  }

  var reader: InvertedIndex.IndexReader { searcher.reader }

  /// In how many articles a character occurs.
  func frequency(of scalar: UInt32) throws -> Int {
    try frequency(Pair(first: scalar), [scalar])
  }

  /// In how many articles two characters stand side by side.
  func frequency(of first: UInt32, before second: UInt32) throws -> Int {
    try frequency(Pair(first: first, second: second), [first, second])
  }

  /// The Han characters that stand between two others, each with the rarer of the two pairs; the most
  /// frequent first.
  ///
  /// Without a left one the text begins with them, without a right one it ends.
  func characters(between left: UInt32?, and right: UInt32?) throws -> [Neighbour] {
    let key = Pair(first: left, second: right)
    if let known = between[key] { return known }
    var found: [Neighbour] = []
    for candidate in try left.map(followers(of:)) ?? characters() {
      var candidate = candidate
      if let right {
        let frequency = try frequency(of: candidate.scalar, before: right)
        // At the beginning of a text only the pair counts.
        candidate.documentFrequency =
          left == nil ? frequency : min(candidate.documentFrequency, frequency)
      }
      if candidate.documentFrequency > 0 { found.append(candidate) }
    }
    let sorted = Self.sorted(found)
    between[key] = sorted
    return sorted
  }
}

extension Vocabulary {
  /// The first bytes of Han characters in UTF-8: three bytes from U+3000 on, four from U+20000 on.
  private static let firstBytesOfHan = Array(0xE3...0xE9 as ClosedRange<UInt8>) + [0xF0]
  /// To read a term in order takes about that part of looking one up.
  private static let termsPerProbe = 8

  private func frequency(_ key: Pair, _ scalars: [UInt32]) throws -> Int {
    if let known = frequencies[key] { return known }
    guard probesLeft > 0 else { return 0 }
    probesLeft -= 1
    let frequency = try reader.documentFrequency(of: TermKey.gram(scalars))
    frequencies[key] = frequency
    return frequency
  }

  /// The Han characters that stand behind `scalar`, the most frequent first.
  private func followers(of scalar: UInt32) throws -> [Neighbour] {
    if let known = followers[scalar] { return known }
    guard probesLeft > 0 else { return [] }
    let prefix = TermKey.gram([scalar]).bytes
    var found: [Neighbour] = []
    var termCount = 0
    try reader.forEachTerm(withPrefix: prefix) { term, frequency in
      termCount += 1
      if let second = UInt32(utf8: term.bytes[prefix.count...]), second.isIdeograph {
        found.append(Neighbour(scalar: second, documentFrequency: frequency))
      }
      return .next
    }
    probesLeft -= 1 + termCount / Self.termsPerProbe
    let sorted = Self.sorted(found)
    followers[scalar] = sorted
    return sorted
  }

  /// All Han characters, the most frequent first.
  private func characters() throws -> [Neighbour] {
    if let allCharacters { return allCharacters }
    guard probesLeft > 0 else { return [] }
    var found: [Neighbour] = []
    for byte in Self.firstBytesOfHan {
      // A character comes before the pairs that begin with it, which are passed over.
      try reader.forEachTerm(withPrefix: [byte]) { term, frequency in
        guard let scalar = UInt32(utf8: term.bytes[...]) else { return .next }
        if scalar.isIdeograph {
          found.append(Neighbour(scalar: scalar, documentFrequency: frequency))
        }
        return .skip(prefix: term.bytes)
      }
    }
    probesLeft -= found.count
    let sorted = Self.sorted(found)
    allCharacters = sorted
    return sorted
  }

  private static func sorted(_ neighbours: [Neighbour]) -> [Neighbour] {
    neighbours.sorted {
      ($1.documentFrequency, $0.scalar) < ($0.documentFrequency, $1.scalar)
    }
  }
}

extension UInt32 {
  /// Whether a folded scalar is a Han character.
  var isIdeograph: Bool { ScalarClass.isIdeographic(self) }

  /// The scalar that the bytes are, if they are one in UTF-8.
  fileprivate init?(utf8: ArraySlice<UInt8>) {
    let scalars = String(decoding: utf8, as: UTF8.self).unicodeScalars
    guard let scalar = scalars.first, scalars.dropFirst().isEmpty else { return nil }
    self = scalar.value
  }
}
