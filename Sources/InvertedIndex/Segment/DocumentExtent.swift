/// Documents that stand together in a segment and in the index.
struct DocumentExtent: Equatable {
  /// The number of the segment among those at hand.
  var segment: Int
  /// The first document, as the segment counts.
  var first: Int
  var count: Int

  var documents: Range<Int> { first..<first + count }
}

extension [DocumentExtent] {
  /// Adds documents behind the others, to the last extent if they follow it in the segment too.
  mutating func append(joining extent: DocumentExtent) {
    guard extent.count > 0 else { return }
    if let last, last.segment == extent.segment, last.documents.upperBound == extent.first {
      self[count - 1].count += extent.count
    } else {
      append(extent)
    }
  }
}
