/// The documents on which at least one of several cursors stands.
///
/// There may be thousands, few of which have any one document, so they are kept in a heap.
final class Disjunction: DocumentCursor {
  private struct Entry {
    var document: UInt32
    let cursor: any DocumentCursor
  }

  /// A binary heap with the lowest document at the root.
  private var heap: [Entry]
  let cost: Int

  var document: UInt32 { heap.first?.document ?? endOfDocuments }

  init(_ cursors: [any DocumentCursor]) {
    heap = cursors.map { Entry(document: $0.document, cursor: $0) }
    cost = cursors.reduce(0) { $0 + $1.cost }
    // In order, they are a heap.
    heap.sort { $0.document < $1.document }
  }

  func advance(to target: UInt32) throws(IndexError) {
    while let first = heap.first, first.document < target {
      try first.cursor.advance(to: target)
      heap[0].document = first.cursor.document
      siftDown()
    }
  }

  func confirms() throws(IndexError) -> Bool {
    for cursor in current where try cursor.confirms() { return true }
    return false
  }

  func occurrenceCount() throws(IndexError) -> Int? {
    var total: Int?
    for cursor in current {
      if let count = try cursor.occurrenceCount() { total = (total ?? 0) + count }
    }
    return total
  }

  /// The cursors that stand on the document: the top of the heap.
  private var current: [any DocumentCursor] {
    var current: [any DocumentCursor] = []
    var places = heap.isEmpty ? [] : [0]
    while let place = places.popLast() {
      guard heap[place].document == document else { continue }
      current.append(heap[place].cursor)
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count { places.append(child) }
    }
    return current
  }

  private func siftDown() {
    var parent = 0
    while true {
      var lowest = parent
      let (left, right) = (2 * parent + 1, 2 * parent + 2)
      if left < heap.count, heap[left].document < heap[lowest].document { lowest = left }
      if right < heap.count, heap[right].document < heap[lowest].document { lowest = right }
      guard lowest != parent else { return }
      heap.swapAt(parent, lowest)
      parent = lowest
    }
  }
}
