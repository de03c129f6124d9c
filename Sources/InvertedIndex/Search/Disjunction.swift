/// The documents on which at least one of several cursors stands.
///
/// There may be thousands, few of which have any one document, so they are kept in a heap.
final class Disjunction: DocumentCursor {
  private let cursors: [any DocumentCursor]
  /// A binary heap with the lowest document at the root: in each number the document, and in the lower 32 bits the
  /// place of the cursor that stands on it.
  private var heap: [UInt64]
  let cost: Int

  var document: UInt32 { heap.first.map(Self.document) ?? endOfDocuments }

  init(_ cursors: [any DocumentCursor]) {
    self.cursors = cursors
    heap = cursors.enumerated().map { Self.entry($1.document, cursor: $0) }
    cost = cursors.reduce(0) { $0 + $1.cost }
    // In order, they are a heap.
    heap.sort()
  }

  private static func entry(_ document: UInt32, cursor: Int) -> UInt64 {
    UInt64(document) << 32 | UInt64(cursor)
  }

  private static func document(_ entry: UInt64) -> UInt32 { UInt32(entry >> 32) }

  private func cursor(_ entry: UInt64) -> any DocumentCursor {
    cursors[Int(UInt32(truncatingIfNeeded: entry))]
  }

  func advance(to target: UInt32) throws(IndexError) {
    // Taken out of the object, so that it is not asked at each step whether somebody else changes it.
    var heap: [UInt64] = []
    swap(&heap, &self.heap)
    defer { swap(&heap, &self.heap) }
    while let first = heap.first, Self.document(first) < target {
      let cursor = cursor(first)
      try cursor.advance(to: target)
      heap[0] = Self.entry(cursor.document, cursor: Int(UInt32(truncatingIfNeeded: first)))
      Self.siftDown(&heap)
    }
  }

  func confirms() throws(IndexError) -> Bool { try confirms(from: 0, document) }

  func occurrenceCount() throws(IndexError) -> Int? { try occurrenceCount(from: 0, document) }

  /// Whether a cursor that stands on the document confirms it, of those at and below a place of the heap.
  private func confirms(from place: Int, _ document: UInt32) throws(IndexError) -> Bool {
    guard place < heap.count, Self.document(heap[place]) == document else { return false }
    if try cursor(heap[place]).confirms() { return true }
    if try confirms(from: 2 * place + 1, document) { return true }
    return try confirms(from: 2 * place + 2, document)
  }

  /// The sum of what those cursors count.
  private func occurrenceCount(from place: Int, _ document: UInt32) throws(IndexError) -> Int? {
    guard place < heap.count, Self.document(heap[place]) == document else { return nil }
    let own = try cursor(heap[place]).occurrenceCount()
    let left = try occurrenceCount(from: 2 * place + 1, document)
    return Self.sum(Self.sum(own, left), try occurrenceCount(from: 2 * place + 2, document))
  }

  private static func sum(_ first: Int?, _ second: Int?) -> Int? {
    guard let first, let second else { return first ?? second }
    return first + second
  }

  private static func siftDown(_ heap: inout [UInt64]) {
    var parent = 0
    while true {
      var lowest = parent
      let (left, right) = (2 * parent + 1, 2 * parent + 2)
      if left < heap.count, heap[left] < heap[lowest] { lowest = left }
      if right < heap.count, heap[right] < heap[lowest] { lowest = right }
      guard lowest != parent else { return }
      heap.swapAt(parent, lowest)
      parent = lowest
    }
  }
}
