/// A part of a text that may become a passage.
struct PassageCandidate {
  var range: Range<Int>
  var paragraph: Range<Int>
  /// What it was made for.
  var highlight: Range<Int>
  /// The different runs that it shows.
  var runs = RunSet()
  /// Their weights together.
  var weight = 0
  /// The greatest weight of different runs in one of its sentences.
  var sentenceWeight = 0
  var highlightCount = 0

  init(range: Range<Int>, paragraph: Range<Int>, highlight: Range<Int>) {
    self.highlight = highlight
    self.range = range
    self.paragraph = paragraph
  }

  /// Up to `count` of `candidates` that do not overlap, in the order of the text, chosen as
  /// ``PassageFinder`` says.
  static func best(_ count: Int, of candidates: [PassageCandidate], weights: [Int])
    -> [PassageCandidate]
  {
    var remaining = candidates
    var chosen: [PassageCandidate] = []
    var shown = RunSet()
    while chosen.count < count, !remaining.isEmpty {
      let gains = remaining.map { candidate in
        candidate.runs.subtracting(shown).weight(weights)
      }
      var best = 0
      for index in remaining.indices.dropFirst()
      where remaining[index].keys(gain: gains[index]) > remaining[best].keys(gain: gains[best]) {
        best = index
      }
      let range = remaining[best].range
      shown = RunSet(shown.runs + remaining[best].runs.runs)
      chosen.append(remaining[best])
      remaining.removeAll { $0.range.overlaps(range) || $0.range == range }
    }
    return chosen.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// What is compared; the greater is better.
  private func keys(gain: Int) -> (Int, Int, Int, Int, Int) {
    (gain, sentenceWeight, weight, highlightCount, -range.lowerBound)
  }
}

/// Different runs, by their numbers: few of many.
struct RunSet {
  /// In ascending order.
  private(set) var runs: [Int] = []

  var count: Int { runs.count }

  init(_ runs: [Int] = []) {
    guard runs.count > 1 else {
      self.runs = runs
      return
    }
    for run in runs.sorted() where run != self.runs.last { self.runs.append(run) }
  }

  /// Those that are not in `other`.
  func subtracting(_ other: RunSet) -> RunSet {
    guard other.count > 0 else { return self }
    var rest = RunSet()
    var place = 0
    for run in runs {
      while place < other.count, other.runs[place] < run { place += 1 }
      if place == other.count || other.runs[place] != run { rest.runs.append(run) }
    }
    return rest
  }

  /// The weights of all of them together.
  func weight(_ weights: [Int]) -> Int {
    runs.reduce(0) { $0 + weights[$1] }
  }
}
