/// A part of a text that may become a passage.
struct PassageCandidate {
  var range: Range<Int>
  var paragraph: Range<Int>
  /// The different runs that it shows.
  var runs: Set<Int> = []
  /// Their weights together.
  var weight = 0
  /// The greatest weight of different runs in one of its sentences.
  var sentenceWeight = 0
  var highlightCount = 0

  init(range: Range<Int>, paragraph: Range<Int>) {
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
    var shown: Set<Int> = []
    while chosen.count < count, !remaining.isEmpty {
      let gains = remaining.map { candidate in
        candidate.runs.reduce(0) { $0 + (shown.contains($1) ? 0 : weights[$1]) }
      }
      var best = 0
      for index in remaining.indices.dropFirst()
      where remaining[index].keys(gain: gains[index]) > remaining[best].keys(gain: gains[best]) {
        best = index
      }
      let range = remaining[best].range
      shown.formUnion(remaining[best].runs)
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
