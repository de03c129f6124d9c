/// The documents that have all of several terms.
final class TermConjunction: DocumentCursor {
  private(set) var document: UInt32 = 0
  /// The rarest term comes first and leads.
  let cursors: [PostingsCursor]

  var requiredTerms: [PostingsCursor] { cursors }
  var cost: Int { cursors[0].documentFrequency }

  /// - Precondition: `cursors` is not empty.
  init(_ cursors: [PostingsCursor]) throws(IndexError) {
    precondition(!cursors.isEmpty, "a conjunction of nothing")
    self.cursors = cursors.sorted { $0.documentFrequency < $1.documentFrequency }
    try align(from: 0)
  }

  func advance(to target: UInt32) throws(IndexError) {
    guard target > document else { return }
    try align(from: target)
  }

  func confirms() throws(IndexError) -> Bool { true }

  func occurrenceCount() throws(IndexError) -> Int? {
    var total = 0
    for cursor in cursors { total += Int(try cursor.frequency()) }
    return total
  }

  private func align(from target: UInt32) throws(IndexError) {
    let leader = cursors[0]
    try leader.advance(to: target)
    var candidate = leader.document
    var index = 1
    while index < cursors.count {
      let cursor = cursors[index]
      try cursor.advance(to: candidate)
      if cursor.document == candidate {
        index += 1
      } else {
        try leader.advance(to: cursor.document)
        candidate = leader.document
        index = 1
      }
    }
    document = candidate
  }
}
