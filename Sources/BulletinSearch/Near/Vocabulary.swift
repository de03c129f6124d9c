internal import InvertedIndex
internal import TextAnalysis

/// What a dictionary knows of characters and of pairs of neighbours.
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

  /// What is asked.
  let lexicon: any TermLexicon
  private var probesLeft: Int
  private var frequencies: [Pair: Int] = [:]
  private var followers: [UInt32: [Neighbour]] = [:]
  private var between: [Pair: [Neighbour]] = [:]
  private var allCharacters: [Neighbour]?

  init(_ lexicon: any TermLexicon, probeBudget: Int = usualProbeBudget) {
    self.lexicon = lexicon
    probesLeft = probeBudget
  }

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
  /// To read a term in order takes about that part of looking one up.
  private static let termsPerProbe = 8

  private func frequency(_ key: Pair, _ scalars: [UInt32]) throws -> Int {
    if let known = frequencies[key] { return known }
    guard probesLeft > 0 else { return 0 }
    probesLeft -= 1
    let frequency = try lexicon.documentFrequency(of: TermKey.gram(scalars))
    frequencies[key] = frequency
    return frequency
  }

  /// The Han characters that stand behind `scalar`, the most frequent first.
  private func followers(of scalar: UInt32) throws -> [Neighbour] {
    if let known = followers[scalar] { return known }
    guard probesLeft > 0 else { return [] }
    let terms = try lexicon.followers(of: scalar)
    probesLeft -= 1 + terms.count / Self.termsPerProbe
    let sorted = Self.sorted(terms.filter(\.scalar.isIdeograph))
    followers[scalar] = sorted
    return sorted
  }

  /// All Han characters, the most frequent first.
  private func characters() throws -> [Neighbour] {
    if let allCharacters { return allCharacters }
    guard probesLeft > 0 else { return [] }
    let found = try lexicon.ideographs()
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
