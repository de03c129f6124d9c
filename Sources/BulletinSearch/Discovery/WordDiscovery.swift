internal import TextAnalysis

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Finds words that ICU's dictionary lacks by how they are used in the articles.
///
/// A word is a run of two to five Han characters whose parts stand together far more often than by
/// chance and beside which many different characters stand. Runs that ICU's dictionary has, or cuts into
/// its words of two and more characters, are none: there is nothing to gain.
struct WordDiscovery {
  /// The most candidates whose neighbours are counted, which bounds memory; the most frequent are taken.
  private static let maximumCandidateCount = 50_000
  /// A word is a part of a longer one if that has so large a share of its occurrences.
  private static let partShare = 0.8

  fileprivate struct Candidate {
    var scalars: [UInt32]
    var number: Int
    var occurrences: Int
    var cohesion: Double
    var cut: [String]
    var articles = 0
    var freedom = 0.0

    /// Often used, and clearly a word.
    var score: Double { log2(Double(occurrences)) * (cohesion + freedom) }
  }

  private let runs: HanRuns
  private let options: SuggestionOptions
  private let known: UserDictionary?
  private let counts: GramCounts

  /// Words of the user that are `known` are not suggested again.
  init(_ runs: HanRuns, options: SuggestionOptions, known: UserDictionary?) throws {
    self.runs = runs
    self.options = options
    self.known = known
    counts = try GramCounts(runs, minimum: max(options.minimumOccurrences, 2))
  }

  /// The words, the best first.
  func words() throws -> [SuggestedWord] {
    var candidates = try measured(try candidates()).filter {
      $0.articles >= options.minimumArticles && $0.freedom >= options.minimumFreedom
    }
    removeParts(from: &candidates)
    let prefix = UserDictionary.folded(options.prefix) ?? ""
    let words = candidates.map { candidate in
      (candidate.score, SuggestedWord(candidate.scalars, candidate))
    }
    let sorted = words.filter { $1.word.hasPrefix(prefix) }
      .sorted { ($1.0, $0.1.word) < ($0.0, $1.1.word) }
    return sorted.prefix(options.limit).map(\.1)
  }
}

extension WordDiscovery {
  private func candidates() throws -> [Candidate] {
    let known = Set(known?.words.map(\.text) ?? [])
    var candidates: [Candidate] = []
    for length in 2...GramCounts.maximumLength {
      for number in 0..<counts.count(ofLength: length) {
        let scalars = counts.scalars(number, length: length)
        guard let first = scalars.first, let last = scalars.last,
          !FunctionCharacters.all.contains(first), !FunctionCharacters.all.contains(last)
        else { continue }
        let cohesion = cohesion(of: scalars)
        guard cohesion >= options.minimumCohesion, !runs.analyzer.dictionaryContains(scalars[...]),
          !known.contains(text(scalars))
        else { continue }
        let analyzed = try runs.analyzer.analyze(Array(text(scalars).utf8))
        guard analyzed.tokens.contains(where: { $0.range.count == 1 }) else { continue }
        candidates.append(
          Candidate(
            scalars: scalars, number: number,
            occurrences: counts.occurrences(number, length: length), cohesion: cohesion,
            cut: analyzed.tokens.map { text(analyzed.match.scalars[$0.range]) }))
      }
    }
    guard candidates.count > Self.maximumCandidateCount else { return candidates }
    candidates.sort { ($1.occurrences, $0.number) < ($0.occurrences, $1.number) }
    return Array(candidates.prefix(Self.maximumCandidateCount))
  }

  /// The mutual information of the two parts of a run where that is least.
  private func cohesion(of scalars: [UInt32]) -> Double {
    let whole = Double(counts.occurrences(of: scalars[...])) * Double(counts.characterCount)
    let least = (1..<scalars.count).map { place in
      whole / Double(counts.occurrences(of: scalars[..<place]))
        / Double(counts.occurrences(of: scalars[place...]))
    }.min()
    return log2(least ?? 1)
  }

  /// The candidates with what is beside them.
  private func measured(_ candidates: [Candidate]) throws -> [Candidate] {
    var places = [[Int32]](repeating: [], count: GramCounts.maximumLength + 1)
    for length in 2...GramCounts.maximumLength {
      places[length] = [Int32](repeating: -1, count: counts.count(ofLength: length))
    }
    for (place, candidate) in candidates.enumerated() {
      places[candidate.scalars.count][candidate.number] = Int32(place)
    }
    var neighbours = Neighbours(count: candidates.count)
    var numbers: [Int32] = []
    try runs.forEach { run, article in
      counts.forEachNumber(of: run, upTo: GramCounts.maximumLength, using: &numbers) {
        let candidate = Int(places[$0][$2])
        guard candidate >= 0 else { return }
        let (start, end) = (run.startIndex + $1, run.startIndex + $1 + $0)
        neighbours.add(
          candidate, before: start > run.startIndex ? run[start - 1] : nil,
          behind: end < run.endIndex ? run[end] : nil, article: article)
      }
    }
    let freedoms = neighbours.freedoms(occurrences: candidates.map(\.occurrences))
    return candidates.indices.map { index in
      var candidate = candidates[index]
      candidate.articles = neighbours.articles[index]
      candidate.freedom = freedoms[index]
      return candidate
    }
  }

  /// Removes what is nearly always a part of a longer candidate.
  private func removeParts(from candidates: inout [Candidate]) {
    var mostOfLonger: [[UInt32]: Int] = [:]
    for candidate in candidates where candidate.scalars.count > 2 {
      let scalars = candidate.scalars
      for length in 2..<scalars.count {
        for start in 0...(scalars.count - length) {
          let part = Array(scalars[start..<start + length])
          mostOfLonger[part] = max(mostOfLonger[part] ?? 0, candidate.occurrences)
        }
      }
    }
    candidates.removeAll {
      Double(mostOfLonger[$0.scalars] ?? 0) >= Self.partShare * Double($0.occurrences)
    }
  }
}

extension SuggestedWord {
  fileprivate init(_ scalars: [UInt32], _ candidate: WordDiscovery.Candidate) {
    self.init(
      word: text(scalars), occurrences: candidate.occurrences, articles: candidate.articles,
      cohesion: candidate.cohesion, freedom: candidate.freedom, cut: candidate.cut)
  }
}

private func text(_ scalars: some Sequence<UInt32>) -> String {
  String(String.UnicodeScalarView(scalars.compactMap { Unicode.Scalar($0) }))
}
