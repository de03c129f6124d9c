/// The documents on which all of several cursors stand.
final class Conjunction: DocumentCursor {
  private(set) var document: UInt32 = 0
  /// The cursor with the fewest documents comes first and leads.
  private let cursors: [any DocumentCursor]

  var requiredTerms: [PostingsCursor] { cursors.flatMap(\.requiredTerms) }
  var cost: Int { cursors.first?.cost ?? 0 }

  /// - Precondition: `cursors` is not empty.
  init(_ cursors: [any DocumentCursor]) throws(IndexError) {
    precondition(!cursors.isEmpty, "a conjunction of nothing")
    self.cursors = cursors.sorted { $0.cost < $1.cost }
    try align(from: 0)
  }

  func advance(to target: UInt32) throws(IndexError) {
    guard target > document else { return }
    try align(from: target)
  }

  func confirms() throws(IndexError) -> Bool {
    for cursor in cursors {
      guard try cursor.confirms() else { return false }
    }
    return true
  }

  func occurrenceCount() throws(IndexError) -> Int? {
    var total = 0
    for cursor in cursors {
      guard let count = try cursor.occurrenceCount() else { return nil }
      total += count
    }
    return total
  }

  private func align(from target: UInt32) throws(IndexError) {
    let leader = cursors[0]
    try leader.advance(to: target)
    var index = 1
    while index < cursors.count {
      let cursor = cursors[index]
      try cursor.advance(to: leader.document)
      if cursor.document == leader.document {
        index += 1
      } else {
        try leader.advance(to: cursor.document)
        index = 1
      }
    }
    document = leader.document
  }
}
