/// Which documents of which segments a commit has, in which order.
struct CommitLayout {
  /// A group and where its documents stand.
  struct Group {
    var extent: DocumentExtent
    /// Its number in the commit before, if its row stays as it was.
    var unchanged: Int?
    var row: [UInt8]
  }

  /// The segments of the commit before, then those that were added.
  var segments: [SegmentDescription]
  var groups: [Group] = []

  /// Where documents stand, in their order.
  var extents: [DocumentExtent] {
    var extents: [DocumentExtent] = []
    for group in groups { extents.append(joining: group.extent) }
    return extents
  }

  /// What the segments' documents are numbered by.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if groups of a segment are in another order
  ///   than there.
  func live() throws(IndexError) -> [LiveDocuments] {
    var runs = [[LiveDocuments.Run]](repeating: [], count: segments.count)
    var number: UInt32 = 0
    for extent in extents {
      let range = UInt32(extent.first)..<UInt32(extent.documents.upperBound)
      let last = runs[extent.segment].last?.documents.upperBound ?? 0
      guard last <= range.lowerBound else {
        throw .corrupted(
          section: "catalogue", offset: 0, reason: "groups of a segment in another order")
      }
      runs[extent.segment].append(LiveDocuments.Run(documents: range, number: number))
      number += UInt32(extent.count)
    }
    return zip(runs, segments).map { LiveDocuments(runs: $0, segmentCount: $1.documentCount) }
  }
}
