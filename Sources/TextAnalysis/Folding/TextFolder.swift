/// Folds text: width, case, compatibility forms, traditional characters and variants.
///
/// A cluster, which is a scalar and what combines with it, is folded by itself, so that the folding
/// of a part of a text is a part of the folding of the text. The tables fill as text is met.
struct TextFolder {
  private let folding = CaseFolding()
  private var pages: FoldPages
  /// What single scalars such as … and ㎡ expand to.
  private var expansions: [UInt32: [FoldEntry]] = [:]

  /// The most scalars of a cluster, with which normalisation takes no noticeable time: the 30 marks of
  /// the stream-safe text format (Unicode Standard Annex #15) and what they combine with.
  private static let maximumClusterLength = 31

  /// The bytes of a Han character, which most of a text are.
  private static let usualCharacterLength = 3

  init() {
    pages = FoldPages(folding: folding)
  }

  /// Folds a text in UTF-8 of less than 4 GiB, separators and all.
  ///
  /// - Parameters:
  ///   - utf8: The text.
  ///   - folded: What is replaced with the folded text; its room is used again.
  mutating func fold(_ utf8: [UInt8], into folded: inout [FoldedScalar]) {
    folded.removeAll(keepingCapacity: true)
    let bytes = utf8.span
    guard !bytes.isEmpty else { return }
    folded.reserveCapacity(bytes.count / Self.usualCharacterLength)
    var start = 0
    var scalar = UTF8Scalar(in: bytes, at: 0)
    var entry = pages[scalar.value]
    while scalar.end < bytes.count {
      let next = UTF8Scalar(in: bytes, at: scalar.end)
      let nextEntry = pages[next.value]
      guard !nextEntry.joins else {
        let end = foldCluster(from: start, in: bytes, into: &folded)
        guard end < bytes.count else { return }
        start = end
        scalar = UTF8Scalar(in: bytes, at: start)
        entry = pages[scalar.value]
        continue
      }
      append(entry, of: scalar, from: start, to: &folded)
      start = scalar.end
      scalar = next
      entry = nextEntry
    }
    append(entry, of: scalar, from: start, to: &folded)
  }
}

extension TextFolder {
  /// Appends what a scalar that stands alone folds to.
  private mutating func append(
    _ entry: FoldEntry, of scalar: UTF8Scalar, from start: Int, to folded: inout [FoldedScalar]
  ) {
    if entry.expands {
      append(expansion(of: scalar.value), start..<scalar.end, to: &folded)
    } else {
      folded.append(
        FoldedScalar(
          value: entry.scalar, scalarClass: entry.scalarClass, start: UInt32(start),
          end: UInt32(scalar.end)))
    }
  }

  private func append(
    _ entries: [FoldEntry], _ range: Range<Int>, to folded: inout [FoldedScalar]
  ) {
    for entry in entries {
      folded.append(
        FoldedScalar(
          value: entry.scalar, scalarClass: entry.scalarClass, start: UInt32(range.lowerBound),
          end: UInt32(range.upperBound)))
    }
  }

  private mutating func expansion(of scalar: UInt32) -> [FoldEntry] {
    if let known = expansions[scalar] { return known }
    let entries = folding.fold([scalar]).map(FoldPages.folded)
    expansions[scalar] = entries
    return entries
  }

  /// Folds a cluster of several scalars and returns where it ends.
  private mutating func foldCluster(
    from start: Int, in bytes: borrowing Span<UInt8>, into folded: inout [FoldedScalar]
  ) -> Int {
    let first = UTF8Scalar(in: bytes, at: start)
    var scalars = [first.value]
    var end = first.end
    while end < bytes.count, scalars.count < Self.maximumClusterLength {
      let next = UTF8Scalar(in: bytes, at: end)
      guard pages[next.value].joins else { break }
      scalars.append(next.value)
      end = next.end
    }
    append(folding.fold(scalars).map(FoldPages.folded), start..<end, to: &folded)
    return end
  }
}
