/// Which documents of some segments come into a new one, and in what order.
struct MergePlan {
  /// The number of documents that do not come into the new segment.
  static let dropped = UInt32.max

  /// The documents that come into it, in their new order: maximal extents.
  private(set) var extents: [DocumentExtent] = []
  private(set) var documentCount = 0
  /// The new numbers of the documents of each source.
  private(set) var numbers: [[UInt32]]
  /// The sources of which documents come into the new segment, in the order of the first of these.
  private(set) var sources: [Int] = []
  /// Whether documents of one source come between those of another one.
  private(set) var isInterleaved = false

  /// - Parameters:
  ///   - extents: The documents, in their new order; those of one source in the order that they have there.
  ///   - documentCounts: How many documents each source has.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if a source does not have the documents, or
  ///   has them in another order, ``IndexError/limitExceeded(what:limit:)`` if they are too many.
  init(_ extents: [DocumentExtent], documentCounts: [Int]) throws(IndexError) {
    numbers = documentCounts.map { [UInt32](repeating: Self.dropped, count: $0) }
    var ends = documentCounts.map { _ in 0 }
    for extent in extents where extent.count > 0 {
      guard documentCounts.indices.contains(extent.segment),
        extent.documents.lowerBound >= ends[extent.segment],
        extent.documents.upperBound <= documentCounts[extent.segment]
      else {
        throw .corrupted(
          section: "documents", offset: documentCount,
          reason: "there are no documents \(extent.documents) to be merged")
      }
      append(extent, isFirst: ends[extent.segment] == 0 && !sources.contains(extent.segment))
      ends[extent.segment] = extent.documents.upperBound
      guard documentCount <= Limits.segmentDocumentCount else {
        throw .limitExceeded(
          what: .documentsOfSegment, limit: Limits.segmentDocumentCount)
      }
    }
  }

  private mutating func append(_ extent: DocumentExtent, isFirst: Bool) {
    if isFirst { sources.append(extent.segment) }
    if extent.segment != sources.last { isInterleaved = true }
    for (index, document) in extent.documents.enumerated() {
      numbers[extent.segment][document] = UInt32(truncatingIfNeeded: documentCount + index)
    }
    documentCount += Int(extent.count)
    if let last = extents.last, last.segment == extent.segment,
      last.documents.upperBound == extent.documents.lowerBound
    {
      extents[extents.count - 1].count += extent.count
    } else {
      extents.append(extent)
    }
  }
}
