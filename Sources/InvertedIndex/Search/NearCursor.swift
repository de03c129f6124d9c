/// The documents in whose text runs of characters stand close together: candidates have all of them,
/// the text says how far apart.
final class NearCursor: RefiningCursor {
  let candidates: any DocumentCursor
  private let texts: DecodedDocument
  private let runs: [[UInt32]]
  private let distance: Int

  init(_ near: NearRuns, in texts: DecodedDocument, candidates: any DocumentCursor) {
    runs = near.runs.map(\.scalars)
    distance = near.distance
    self.texts = texts
    self.candidates = candidates
  }

  func occurrenceCount() throws(IndexError) -> Int? {
    guard try candidates.confirms() else { return nil }
    let text = try texts.scalars(of: Int(document))
    let count = RunWindows(of: runs, in: text).filter { $0.gap <= distance }.count
    return count == 0 ? nil : count
  }
}

/// The shortest stretches of a text that hold each of some runs at least once: none holds another.
struct RunWindows: Sequence, IteratorProtocol {
  struct Window: Equatable {
    var range: Range<Int>
    /// How many characters of the stretch are in none of the runs' occurrences that make it; 0 where
    /// they overlap.
    var gap: Int
  }

  private let runs: [[UInt32]]
  /// Where runs begin, in order.
  private let places: [(start: Int, run: Int)]
  private let totalLength: Int
  /// Where each run began last.
  private var lastStarts: [Int]
  /// How often each run begins between `first` and `end`.
  private var counts: [Int]
  private var missing: Int
  private var first = 0
  private var end = 0

  init(of runs: [[UInt32]], in text: [UInt32]) {
    self.runs = runs
    totalLength = runs.reduce(0) { $0 + $1.count }
    lastStarts = Array(repeating: 0, count: runs.count)
    counts = Array(repeating: 0, count: runs.count)
    missing = runs.count
    let heads = runs.map(\.first)
    var places: [(start: Int, run: Int)] = []
    for start in text.indices {
      let scalar = text[start]
      for number in heads.indices
      where heads[number] == scalar && text[start...].starts(with: runs[number]) {
        places.append((start, number))
      }
    }
    self.places = places
  }

  mutating func next() -> Window? {
    while missing > 0 {
      guard end < places.count else { return nil }
      let run = places[end].run
      if counts[run] == 0 { missing -= 1 }
      counts[run] += 1
      lastStarts[run] = places[end].start
      end += 1
    }
    // What can be left out at the front is, so that the window is the shortest that ends here.
    while counts[places[first].run] > 1 { dropFirst() }
    let window = window(from: places[first].start)
    dropFirst()
    missing += 1
    return window
  }

  private mutating func dropFirst() {
    counts[places[first].run] -= 1
    first += 1
  }

  private func window(from start: Int) -> Window {
    var end = start
    for (run, last) in lastStarts.enumerated() { end = Swift.max(end, last + runs[run].count) }
    return Window(range: start..<end, gap: Swift.max(0, end - start - totalLength))
  }
}
