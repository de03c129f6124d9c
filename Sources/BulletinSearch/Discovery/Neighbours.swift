#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What stands beside candidates for words, and in how many articles they occur.
struct Neighbours {
  enum Side: UInt64 { case before, behind }

  private static let scalarBits: UInt64 = 21

  private(set) var articles: [Int]
  private var lastArticle: [Int]
  private var counts: [UInt64: Int] = [:]
  /// How often there is nothing but the end of a run, on each side.
  private var ends: [[Int]]

  init(count: Int) {
    articles = [Int](repeating: 0, count: count)
    lastArticle = [Int](repeating: -1, count: count)
    ends = [[Int](repeating: 0, count: count), [Int](repeating: 0, count: count)]
  }

  /// Counts one occurrence.
  ///
  /// - Parameters:
  ///   - candidate: Its number.
  ///   - before: The character before it, if there is one in the run.
  ///   - behind: The character behind it.
  ///   - article: The article, which are counted in order.
  mutating func add(_ candidate: Int, before: UInt32?, behind: UInt32?, article: Int) {
    count(before, .before, candidate)
    count(behind, .behind, candidate)
    guard lastArticle[candidate] != article else { return }
    lastArticle[candidate] = article
    articles[candidate] += 1
  }

  /// For each candidate the lesser of the entropies of both sides, in bits.
  ///
  /// Every end of a run counts as a neighbour of its own, since words are free to stand there.
  func freedoms(occurrences: [Int]) -> [Double] {
    var sums = [[Double]](
      repeating: [Double](repeating: 0, count: articles.count), count: 2)
    // In the order of the keys: sums of fractions depend on the order.
    for (key, count) in counts.sorted(by: { $0.key < $1.key }) {
      let side = Int(key >> Self.scalarBits & 1)
      let candidate = Int(key >> (Self.scalarBits + 1))
      sums[side][candidate] += Self.term(count, of: occurrences[candidate])
    }
    return articles.indices.map { candidate in
      let total = occurrences[candidate]
      let sides = [0, 1].map { side in
        sums[side][candidate] + Double(ends[side][candidate]) * Self.term(1, of: total)
      }
      return min(sides[0], sides[1])
    }
  }

  private static func term(_ count: Int, of total: Int) -> Double {
    let share = Double(count) / Double(max(total, 1))
    return -share * log2(share)
  }

  private mutating func count(_ scalar: UInt32?, _ side: Side, _ candidate: Int) {
    guard let scalar else { return ends[Int(side.rawValue)][candidate] += 1 }
    let key = (UInt64(candidate) << 1 | side.rawValue) << Self.scalarBits | UInt64(scalar)
    counts[key, default: 0] += 1
  }
}
