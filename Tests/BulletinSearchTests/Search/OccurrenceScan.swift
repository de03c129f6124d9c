/// Counts runs of characters by reading all texts from front to back.
///
/// Every place of every text is compared with all runs that begin as the text does there. What begins
/// within the last place that counted of a group does not count.
struct OccurrenceScan {
  /// Where a run was found.
  struct Count: Equatable {
    /// The articles, ascending.
    var articles: [Int] = []
    var occurrences = 0
  }

  /// By how many characters runs are looked up.
  private static let keyLength = 3
  private let runs: [[UInt32]]
  /// To which of the asked-for counts each run belongs.
  private let owners: [Int]
  private let ownerCount: Int
  /// The runs that begin with some characters, or are just these.
  private var runsByKey: [UInt64: [Int]] = [:]

  /// - Parameter groups: Runs that are counted together, of which none is in another.
  init(for groups: [[[UInt32]]]) {
    let runs = groups.flatMap { $0 }
    self.runs = runs
    owners = groups.enumerated().flatMap { group in group.element.map { _ in group.offset } }
    ownerCount = groups.count
    for (number, run) in runs.enumerated() where !run.isEmpty {
      let length = min(run.count, Self.keyLength)
      runsByKey[Self.key(of: run, at: 0, length: length), default: []].append(number)
    }
  }

  /// For each group of runs, how often they stand in `articles`, each of which has several texts.
  func counts(in articles: [[[UInt32]]]) -> [Count] {
    var counts = [Count](repeating: Count(), count: ownerCount)
    for (article, texts) in articles.enumerated() {
      for text in texts { add(text, of: article, to: &counts) }
    }
    return counts
  }

  private func add(_ text: [UInt32], of article: Int, to counts: inout [Count]) {
    /// Where the last run of each group that was found ended.
    var ends: [Int: Int] = [:]
    for start in text.indices {
      for length in 1...Self.keyLength where start + length <= text.count {
        guard let candidates = runsByKey[Self.key(of: text, at: start, length: length)] else {
          continue
        }
        for number in candidates where has(text, at: start, runs[number]) {
          let owner = owners[number]
          guard start >= ends[owner] ?? 0 else { continue }
          ends[owner] = start + runs[number].count
          counts[owner].occurrences += 1
          if counts[owner].articles.last != article { counts[owner].articles.append(article) }
        }
      }
    }
  }

  private func has(_ text: [UInt32], at start: Int, _ run: [UInt32]) -> Bool {
    guard start + run.count <= text.count else { return false }
    for offset in run.indices where text[start + offset] != run[offset] { return false }
    return true
  }

  /// Some characters of `text` as a number, of 21 bits each behind a one, so that keys of different
  /// length differ.
  private static func key(of text: [UInt32], at start: Int, length: Int) -> UInt64 {
    var key: UInt64 = 1
    for index in start..<start + length { key = key << 21 | UInt64(text[index]) }
    return key
  }
}
