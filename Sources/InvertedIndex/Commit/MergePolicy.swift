/// Which segments are put together when a commit is made.
///
/// Segments are kept so that each is more than three times as large as all smaller ones together: so there are
/// at most log₄ *n* + 1 of them, and a document is written anew about as often per factor of four by which the
/// index grows. This is the logarithmic method of Bentley and Saxe, *Decomposable searching problems I*, 1980,
/// with four instead of two. A segment of which more than half was removed is written anew too.
enum MergePolicy {
  /// How many times as large as all smaller segments together one is at least.
  static let ratio = 3
  /// From which share of removed documents on a segment is written anew: one of so many.
  static let removedShare = 2

  struct Candidate {
    var byteCount: Int
    var documentCount: Int
    /// How many of the documents are in the index.
    var liveCount: Int

    /// What its documents in the index take, about.
    var liveByteCount: Int {
      documentCount == 0 ? 0 : Int(Double(byteCount) * Double(liveCount) / Double(documentCount))
    }
  }

  /// The segments to put together, in ascending order; none if all are well as they are.
  static func choice(of candidates: [Candidate]) -> [Int] {
    // Too large a segment cannot take more.
    let limit = Limits.segmentDocumentCount
    let order = candidates.indices
      .filter { candidates[$0].liveCount > 0 && candidates[$0].liveCount <= limit / 2 }
      .sorted { (candidates[$1].liveByteCount, $1) < (candidates[$0].liveByteCount, $0) }
    var chosen = order.count
    var smaller = 0
    for place in order.indices.reversed() {
      let size = candidates[order[place]].liveByteCount
      if place < order.count - 1, size <= ratio * smaller { chosen = place }
      smaller += size
    }
    var segments = Set(order[chosen...])
    for index in order {
      let candidate = candidates[index]
      let removed = candidate.documentCount - candidate.liveCount
      if removed > candidate.documentCount / removedShare { segments.insert(index) }
    }
    return fitting(segments.sorted(), candidates)
  }

  /// All segments, as far as one can take their documents.
  static func all(of candidates: [Candidate]) -> [Int] {
    fitting(candidates.indices.filter { candidates[$0].liveCount > 0 }, candidates)
  }

  /// As many of the segments as fit in one.
  private static func fitting(_ segments: [Int], _ candidates: [Candidate]) -> [Int] {
    var count = 0
    return segments.filter { index in
      guard count + candidates[index].liveCount <= Limits.segmentDocumentCount else {
        return false
      }
      count += candidates[index].liveCount
      return true
    }
  }
}

/// Which segments a commit puts together.
public enum SegmentMerging: Sendable {
  /// Those that have become too many or too empty, as is good for most.
  case few
  /// All of them.
  case all
  /// None.
  case none

  /// Whether the index is written anew in any case.
  var isFull: Bool {
    if case .all = self { true } else { false }
  }
}
