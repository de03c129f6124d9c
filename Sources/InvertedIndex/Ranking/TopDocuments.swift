/// A document that a search found.
public struct RankedDocument: Equatable, Sendable {
  /// How many units make a score of 1; every score is a whole number of units.
  public static let unitsPerPoint = TermScorer.unitsPerPoint

  /// The document.
  public var document: DocumentID
  /// The sum of what the query's terms add; comparable only within one query.
  public var score: Double

  /// A document with its score.
  public init(document: DocumentID, score: Double = 0) {
    self.document = document
    self.score = score
  }
}

/// Keeps the best of the documents that it is offered, each once and in any order.
///
/// The order is total: a higher score first, and of equal scores the lower document.
struct TopDocuments {
  private struct Entry {
    var score: RawScore
    var document: UInt32

    /// Whether the entry ranks after `other`.
    @inline(__always)
    func isWorse(than other: Entry) -> Bool {
      score != other.score ? score < other.score : document > other.document
    }
  }

  private let limit: Int
  /// A binary heap with the worst entry at the root.
  private var heap: [Entry] = []
  /// The score that a document must have or exceed to be admitted.
  private(set) var threshold: RawScore = 0
  /// The document before which one with just that score has to stand.
  private(set) var rival: UInt32 = .max

  init(limit: Int) {
    self.limit = limit
    if limit == 0 { (threshold, rival) = (.max, 0) }
    heap.reserveCapacity(min(limit, 1 << 10))
  }

  /// Whether `document`, or a later one with a lower score, would be among the best.
  @inline(__always)
  func admits(_ score: RawScore, _ document: UInt32) -> Bool {
    score > threshold || score == threshold && document < rival
  }

  /// Whether a document of a segment, `document` or one behind it, would be among the best.
  @inline(__always)
  func admits(_ score: RawScore, _ live: LiveDocuments, from document: UInt32) -> Bool {
    score > threshold || score == threshold && live.lowestNumber(from: document) < rival
  }

  mutating func offer(_ document: UInt32, score: RawScore) {
    guard admits(score, document) else { return }
    let entry = Entry(score: score, document: document)
    if heap.count < limit {
      heap.append(entry)
      siftUp()
      guard heap.count == limit else { return }
    } else {
      heap[0] = entry
      siftDown()
    }
    threshold = heap[0].score
    rival = heap[0].document
  }

  /// Takes all candidates of a segment; those that were removed from the index do not count.
  mutating func take(_ candidates: Candidates, _ live: LiveDocuments) throws(IndexError) {
    try candidates.update { (document, score) throws(IndexError) in
      if let number = live.number(of: document) { offer(number, score: score) }
      return nil
    }
  }

  /// The documents, best first.
  consuming func ranked() -> [RankedDocument] {
    heap.sort { $1.isWorse(than: $0) }
    return heap.map {
      RankedDocument(
        document: DocumentID(rawValue: $0.document),
        score: Double($0.score) / TermScorer.unitsPerPoint)
    }
  }

  private mutating func siftUp() {
    var child = heap.count - 1
    while child > 0, heap[child].isWorse(than: heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var worst = parent
      let left = 2 * parent + 1
      if left < heap.count, heap[left].isWorse(than: heap[worst]) { worst = left }
      if left + 1 < heap.count, heap[left + 1].isWorse(than: heap[worst]) { worst = left + 1 }
      guard worst != parent else { return }
      heap.swapAt(parent, worst)
      parent = worst
    }
  }
}
