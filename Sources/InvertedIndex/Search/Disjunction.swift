/// The documents on which at least one of several cursors stands.
final class Disjunction: DocumentCursor {
  private(set) var document: UInt32
  private let cursors: [any DocumentCursor]

  var cost: Int { cursors.reduce(0) { $0 + $1.cost } }

  init(_ cursors: [any DocumentCursor]) {
    self.cursors = cursors
    document = Self.lowest(cursors)
  }

  func advance(to target: UInt32) throws(IndexError) {
    guard target > document else { return }
    for cursor in cursors { try cursor.advance(to: target) }
    document = Self.lowest(cursors)
  }

  func confirms() throws(IndexError) -> Bool {
    for cursor in cursors where cursor.document == document {
      if try cursor.confirms() { return true }
    }
    return false
  }

  func occurrenceCount() throws(IndexError) -> Int? {
    var total: Int?
    for cursor in cursors where cursor.document == document {
      if let count = try cursor.occurrenceCount() { total = (total ?? 0) + count }
    }
    return total
  }

  private static func lowest(_ cursors: [any DocumentCursor]) -> UInt32 {
    cursors.reduce(endOfDocuments) { min($0, $1.document) }
  }
}
