/// Every document of a segment.
final class AllDocuments: DocumentCursor {
  private(set) var document: UInt32
  private let count: Int

  var cost: Int { count }

  init(count: Int) {
    self.count = count
    document = count > 0 ? 0 : endOfDocuments
  }

  func advance(to target: UInt32) {
    guard target > document else { return }
    document = target < count ? target : endOfDocuments
  }

  func confirms() -> Bool { true }

  func occurrenceCount() -> Int? { 0 }
}
