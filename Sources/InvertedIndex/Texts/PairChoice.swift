/// Which pairs of neighbouring characters get a code of their own.
///
/// Characters are divided into those that begin pairs and those that end them, so that the pairs between the
/// two kinds save as much as can be: each character goes to the kind where its pairs are worth more, until none
/// wants to change.
struct PairChoice {
  /// How many characters of texts are enough to choose well.
  static let sampleLength = 1 << 19
  /// A pair of a sample that may be a part of all texts pays for its entry if it is as frequent as this.
  private static let minimumCountInPart = 3
  /// In a small sample, which is all there is.
  private static let minimumCountInAll = 12
  /// How many times all characters are asked.
  private static let roundLimit = 30
  /// How many candidates are looked at where the characters are divided, for each code of two bytes.
  private static let candidatesPerCode = 3
  /// The part of the codes of two bytes that pairs get.
  private static let codeShare = (9, 10)
  /// What a pair saves, in parts of a byte, that takes no less than its characters: it may become more frequent.
  private static let leastWorth = 3
  /// Those parts.
  private static let byteWorth = 10
  /// The first character that can be in a pair: what control characters divide begins with a code.
  private static let firstScalar: UInt32 = 0x20

  /// The pairs, the most worthy first.
  private(set) var pairs: [(first: UInt32, second: UInt32)] = []

  private struct Candidate {
    /// Both characters.
    var key: UInt32
    var worth: Int

    var first: UInt32 { key >> 16 }
    var second: UInt32 { key & 0xFFFF }
  }

  /// Whether pairs may have `scalar`.
  static func canBeInPair(_ scalar: UInt32) -> Bool {
    scalar >= firstScalar && scalar < AlphabetCoder.basicPlaneSize
  }

  /// - Parameters:
  ///   - sample: Texts.
  ///   - ranked: Their characters, the most frequent first.
  init(_ sample: [[UInt32]], ranked: [UInt32]) {
    let total = sample.reduce(0) { $0 + $1.count }
    guard ranked.count <= TextSymbol.pairableCount else { return }
    let candidates = Self.candidates(
      NeighbourCounts(sample, total: total), ranked,
      atLeast: total < Self.sampleLength / 2
        ? Self.minimumCountInAll : Self.minimumCountInPart)
    guard !candidates.isEmpty else { return }
    let sides = Self.sides(
      candidates.prefix(Self.candidatesPerCode * TextCode.twoByteCount), ranked)
    let limit = TextCode.twoByteCount * Self.codeShare.0 / Self.codeShare.1
    pairs = candidates.lazy
      .filter { sides[Int($0.first)] > 0 && sides[Int($0.second)] < 0 }
      .prefix(limit).map { ($0.first, $0.second) }
  }

  private static func candidates(
    _ counts: NeighbourCounts, _ ranked: [UInt32], atLeast minimum: Int
  ) -> [Candidate] {
    var byteCounts = [Int](
      repeating: TextCode.maximumByteCount, count: AlphabetCoder.basicPlaneSize)
    for (rank, scalar) in ranked.enumerated() where canBeInPair(scalar) {
      byteCounts[Int(scalar)] = TextCode.byteCount(ofRank: rank)
    }
    var candidates: [Candidate] = []
    counts.forEach(atLeast: minimum) { key, count in
      var candidate = Candidate(key: key, worth: count)
      guard candidate.first != candidate.second else { return }
      let saved = byteCounts[Int(candidate.first)] + byteCounts[Int(candidate.second)] - 2
      candidate.worth *= saved > 0 ? saved * byteWorth : leastWorth
      candidates.append(candidate)
    }
    return candidates.sorted { ($1.worth, $0.key) < ($0.worth, $1.key) }
  }

  /// For each scalar of the basic plane 1 if it begins pairs, −1 if it ends them.
  private static func sides(_ candidates: ArraySlice<Candidate>, _ ranked: [UInt32]) -> [Int] {
    var links: [UInt32: [(other: Int, isSecond: Bool, worth: Int)]] = [:]
    var worths: [UInt32: Int] = [:]
    for candidate in candidates {
      let (first, second) = (candidate.first, candidate.second)
      links[first, default: []].append((Int(second), true, candidate.worth))
      links[second, default: []].append((Int(first), false, candidate.worth))
      worths[first, default: 0] += candidate.worth
      worths[second, default: 0] += candidate.worth
    }
    let order = worths.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    var sides = [Int](repeating: 0, count: AlphabetCoder.basicPlaneSize)
    for _ in 0..<roundLimit {
      var hasChanged = false
      for scalar in order {
        // What it is worth to begin pairs, less what it is worth to end them; the undecided count half.
        var balance = 0
        for link in links[scalar] ?? [] {
          let side = sides[link.other]
          if link.isSecond {
            balance += (1 - side) * link.worth
          } else {
            balance -= (1 + side) * link.worth
          }
        }
        let side = balance >= 0 ? 1 : -1
        hasChanged = hasChanged || side != sides[Int(scalar)]
        sides[Int(scalar)] = side
      }
      guard hasChanged else { break }
    }
    return sides
  }
}

/// How often characters of the basic plane stand beside each other.
struct NeighbourCounts {
  private static let hashFactor: UInt32 = 0x9E37_79B1

  /// A table with open addressing: both characters, 0 in an empty slot, and how often they are there.
  private var keys: [UInt32]
  private var counts: [UInt32]

  /// - Parameters:
  ///   - sample: Texts.
  ///   - total: How many characters they have.
  init(_ sample: [[UInt32]], total: Int) {
    var bits = 1
    while 1 << bits < 2 * total, bits < UInt32.bitWidth - 1 { bits += 1 }
    keys = [UInt32](repeating: 0, count: 1 << bits)
    counts = keys
    let shift = UInt32(UInt32.bitWidth - bits)
    let mask = keys.count - 1
    for text in sample {
      var before: UInt32 = 0
      for scalar in text {
        let isCounted = PairChoice.canBeInPair(scalar)
        if isCounted, before > 0 {
          let key = before << 16 | scalar
          var slot = Int((key &* Self.hashFactor) &>> shift)
          while keys[slot] != key, keys[slot] != 0 { slot = (slot + 1) & mask }
          keys[slot] = key
          counts[slot] += 1
        }
        before = isCounted ? scalar : 0
      }
    }
  }

  /// Calls `body` with the pairs that occur as often as `minimum`, in no order: the first character · 2¹⁶ + the
  /// second, and how often.
  func forEach(atLeast minimum: Int, _ body: (UInt32, Int) -> Void) {
    for slot in keys.indices where counts[slot] >= minimum { body(keys[slot], Int(counts[slot])) }
  }
}
