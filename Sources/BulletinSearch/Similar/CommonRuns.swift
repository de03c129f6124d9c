/// The runs that two texts have in common.
struct CommonRuns {
  /// A run in both texts.
  struct Run: Equatable {
    var first: Int
    var second: Int
    var count: Int
  }

  /// In the order of the second text, none overlapping another there.
  let runs: [Run]

  /// A run that stands in the first text more often is looked for at so many of its places.
  private static let mostPlaces = 8

  /// - Parameters:
  ///   - first: A text.
  ///   - second: Another one.
  ///   - leastCount: What is shorter does not count.
  /// - Complexity: O(*n*) in the characters of both.
  init(_ first: [UInt32], _ second: [UInt32], leastCount: Int = TextFingerprints.runLength) {
    var places: [UInt32: [Int32]] = [:]
    RollingHash.forEach(of: first, length: leastCount) { place, hash in
      if places[hash]?.count ?? 0 < Self.mostPlaces {
        places[hash, default: []].append(Int32(place))
      }
    }
    var hashes: [UInt32] = []
    RollingHash.forEach(of: second, length: leastCount) { _, hash in hashes.append(hash) }
    var runs: [Run] = []
    var place = 0
    while place < hashes.count {
      var best = Run(first: 0, second: place, count: 0)
      // Where the run before goes on in the first text, so does this one, of equally long ones.
      for candidate in places[hashes[place]] ?? [] {
        var count = 0
        let start = Int(candidate)
        while place + count < second.count, start + count < first.count,
          first[start + count] == second[place + count]
        {
          count += 1
        }
        if count > best.count { best = Run(first: start, second: place, count: count) }
      }
      if best.count >= leastCount {
        runs.append(best)
        place += best.count
      } else {
        place += 1
      }
    }
    self.runs = runs
  }

  /// How many characters of the second text are in runs.
  var count: Int { runs.reduce(0) { $0 + $1.count } }

  /// The characters of the longest run.
  var longest: Int { runs.map(\.count).max() ?? 0 }

  /// Those runs that stand in the same order in both texts and together have most characters.
  ///
  /// - Complexity: O(*m*²) in the number of runs, of which only the longest thousand are looked at.
  var inOrder: [Run] {
    var longest = runs
    if longest.count > Self.mostInOrder {
      longest.sort { ($1.count, $0.second) < ($0.count, $1.second) }
      longest = longest.prefix(Self.mostInOrder).sorted { $0.second < $1.second }
    }
    var weights: [Int] = []
    var before: [Int] = []
    for (place, run) in longest.enumerated() {
      var (weight, previous) = (0, -1)
      for other in 0..<place
      where longest[other].first + longest[other].count <= run.first && weights[other] > weight {
        (weight, previous) = (weights[other], other)
      }
      weights.append(weight + run.count)
      before.append(previous)
    }
    var chain: [Run] = []
    var place = weights.indices.max { (weights[$0], $1) < (weights[$1], $0) } ?? -1
    while place >= 0 {
      chain.append(longest[place])
      place = before[place]
    }
    return chain.reversed()
  }

  private static let mostInOrder = 1_000
}
