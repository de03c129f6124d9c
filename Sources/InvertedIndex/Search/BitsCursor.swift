/// The documents of a bit set.
final class BitsCursor: DocumentCursor {
  private let bits: DocumentBits
  private(set) var document: UInt32
  let cost: Int

  init(_ bits: DocumentBits, count: Int) {
    self.bits = bits
    cost = count
    document = bits.first(from: 0) ?? endOfDocuments
  }

  func advance(to target: UInt32) {
    guard target > document else { return }
    document = bits.first(from: target) ?? endOfDocuments
  }

  func confirms() -> Bool { true }

  func occurrenceCount() -> Int? { 1 }
}
