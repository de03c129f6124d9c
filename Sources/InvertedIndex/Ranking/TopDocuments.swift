/// A document that a search found.
public struct RankedDocument: Equatable, Sendable {
  /// How many units make a score of 1; every score is a whole number of units.
  public static let unitsPerPoint = TermScorer.unitsPerPoint

  public var document: DocumentID
  /// The sum of what the query's terms add; comparable only within one query.
  public var score: Double
}

/// Keeps the best of the documents that it is offered in ascending order.
///
/// The order is total: a higher score first, and of equal scores the lower document.
struct TopDocuments {
  private struct Entry {
    var score: RawScore
    var document: UInt32

    /// Whether the entry ranks after `other`.
    func isWorse(than other: Entry) -> Bool {
      score != other.score ? score < other.score : document > other.document
    }
  }

  private let limit: Int
  /// A binary heap with the worst entry at the root.
  private var heap: [Entry] = []

  init(limit: Int) {
    self.limit = limit
  }

  /// What a further document must exceed; nil while every document is taken.
  ///
  /// Further documents are above all that were offered, so an equal score ranks after.
  var threshold: RawScore? {
    heap.count < limit ? nil : heap.first?.score ?? .max
  }

  func admits(_ score: RawScore) -> Bool {
    guard let threshold else { return true }
    return score > threshold
  }

  mutating func offer(_ document: UInt32, score: RawScore) {
    let entry = Entry(score: score, document: document)
    if heap.count < limit {
      heap.append(entry)
      siftUp()
    } else if admits(score) {
      heap[0] = entry
      siftDown()
    }
  }

  /// The documents, best first.
  func ranked() -> [RankedDocument] {
    heap.sorted { $1.isWorse(than: $0) }.map {
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
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child].isWorse(than: heap[worst]) {
        worst = child
      }
      guard worst != parent else { return }
      heap.swapAt(parent, worst)
      parent = worst
    }
  }
}
