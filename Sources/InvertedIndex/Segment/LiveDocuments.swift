/// The documents of a segment that are in the index, and the numbers that they have there.
///
/// A document that was removed stays in its segment until that is merged. Of two documents of a segment,
/// that with the lower number there also has the lower number in the index.
final class LiveDocuments: Sendable {
  /// Documents that stand together in the segment and in the index.
  struct Run {
    /// As the segment counts.
    var documents: Range<UInt32>
    /// What the first one is in the index.
    var number: UInt32
  }

  /// In ascending order.
  let runs: [Run]
  /// How many documents are in the index.
  let count: Int
  /// How many documents the segment has, with those that were removed.
  let segmentCount: Int
  /// Whether no document was removed.
  let hasAll: Bool
  /// Whether all documents of the segment stand together in the index.
  private let isWhole: Bool
  /// The number of the first document if they do.
  private let base: UInt32

  init(runs: [Run], segmentCount: Int) {
    self.runs = runs
    self.segmentCount = segmentCount
    count = runs.reduce(0) { $0 + $1.documents.count }
    hasAll = count == segmentCount
    isWhole = hasAll && runs.count <= 1
    base = runs.first?.number ?? 0
  }

  /// All documents of a segment, numbered as there.
  convenience init(allOf segmentCount: Int) {
    let run = Run(documents: 0..<UInt32(segmentCount), number: 0)
    self.init(runs: segmentCount > 0 ? [run] : [], segmentCount: segmentCount)
  }

  /// The number of a document of the segment; nil if it was removed.
  @inline(__always)
  func number(of document: UInt32) -> UInt32? {
    isWhole ? base &+ document : sought(document)
  }

  /// The lowest number of `document` and those behind it; the highest number if all were removed.
  @inline(__always)
  func lowestNumber(from document: UInt32) -> UInt32 {
    isWhole ? base &+ document : soughtLowest(from: document)
  }

  private func sought(_ document: UInt32) -> UInt32? {
    let index = run(endingBehind: document)
    guard index < runs.count, document >= runs[index].documents.lowerBound else { return nil }
    return runs[index].number + (document - runs[index].documents.lowerBound)
  }

  private func soughtLowest(from document: UInt32) -> UInt32 {
    let index = run(endingBehind: document)
    guard index < runs.count else { return .max }
    let first = runs[index].documents.lowerBound
    return runs[index].number + (max(document, first) - first)
  }

  /// The first run that ends behind `document`.
  private func run(endingBehind document: UInt32) -> Int {
    runs.firstIndex(in: 0..<runs.count) { $0.documents.upperBound > document }
  }

  /// The documents that were removed, in ascending order.
  var removed: [Range<UInt32>] {
    guard !hasAll else { return [] }
    var removed: [Range<UInt32>] = []
    var next: UInt32 = 0
    for run in runs {
      if run.documents.lowerBound > next { removed.append(next..<run.documents.lowerBound) }
      next = run.documents.upperBound
    }
    let end = UInt32(segmentCount)
    if next < end { removed.append(next..<end) }
    return removed
  }

  /// The documents of the segment whose numbers are in one of `ranges`, in ascending order.
  ///
  /// - Parameter ranges: Ascending and apart.
  /// - Returns: Ranges of the segment's documents.
  func documents(numbered ranges: [Range<UInt32>]) -> [Range<UInt32>] {
    var found: [Range<UInt32>] = []
    for run in runs {
      let numbers = run.number..<run.number + UInt32(run.documents.count)
      var index = ranges.firstIndex(in: 0..<ranges.count) { $0.upperBound > numbers.lowerBound }
      while index < ranges.count, ranges[index].lowerBound < numbers.upperBound {
        let shared = ranges[index].clamped(to: numbers)
        let start = run.documents.lowerBound + (shared.lowerBound - run.number)
        if !shared.isEmpty { found.append(start..<start + UInt32(shared.count)) }
        index += 1
      }
    }
    return found
  }
}
