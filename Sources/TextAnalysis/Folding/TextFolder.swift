/// Folds text by ``FoldTable``: width, case, compatibility forms, traditional characters and variants.
///
/// A cluster, which is a scalar and what combines with it, is folded by itself, so that the folding
/// of a part of a text is a part of the folding of the text. The tables fill as text is met.
struct TextFolder {
  private var pages = FoldPages.known()
  /// What single scalars such as … and ㎡ expand to.
  private var expansions: [UInt32: [FoldEntry]] = [:]

  /// The most scalars of a cluster, with which normalisation takes no noticeable time: the 30 marks of
  /// the stream-safe text format (Unicode Standard Annex #15) and what they combine with.
  private static let maximumClusterLength = 31

  /// The most bytes for which room is made at once: a byte becomes one scalar at most.
  private static let stretchLength = 4_096

  /// Folds a text in UTF-8 of less than 4 GiB, separators and all.
  ///
  /// - Parameters:
  ///   - utf8: The text.
  ///   - folded: What is replaced with the folded text; its room is used again.
  mutating func fold(_ utf8: [UInt8], into folded: inout [FoldedScalar]) {
    folded.removeAll(keepingCapacity: true)
    var offset = 0
    var clusterEnd = 0
    while offset < utf8.count {
      offset = foldPlain(utf8, from: offset, into: &folded)
      guard offset < utf8.count else { return }
      let entry = pages[UTF8Scalar(in: utf8.span, at: offset).value]
      if entry.isPlain { continue }
      if entry.joins, offset > clusterEnd, let first = folded.popLast() {
        offset = Int(first.start)
      }
      offset = foldCluster(from: offset, in: utf8.span, into: &folded)
      clusterEnd = offset
    }
  }
}

extension TextFolder {
  /// Folds scalars that stand by themselves and returns where one comes that may not, or the end.
  private func foldPlain(
    _ utf8: [UInt8], from start: Int, into folded: inout [FoldedScalar]
  ) -> Int {
    var offset = start
    var isPlain = true
    while isPlain, offset < utf8.count {
      let room = min(utf8.count - offset, Self.stretchLength)
      folded.append(addingCapacity: room) { output in
        let bytes = utf8.span
        while offset < bytes.count, !output.isFull {
          let scalar = UTF8Scalar(in: bytes, at: offset)
          let entry = pages.known(scalar.value)
          guard entry.isPlain else {
            isPlain = false
            return
          }
          output.append(
            FoldedScalar(entry: entry, start: UInt32(offset), end: UInt32(scalar.end)))
          offset = scalar.end
        }
      }
    }
    return offset
  }

  /// Folds a scalar with those behind it that join it and returns where they end.
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
    let entries =
      scalars.count > 1 ? ClusterFolding.fold(scalars).map { FoldEntry(scalar: $0) } : nil
    for entry in entries ?? foldedAlone(first.value) {
      folded.append(FoldedScalar(entry: entry, start: UInt32(start), end: UInt32(end)))
    }
    return end
  }

  /// What a scalar by itself folds to.
  private mutating func foldedAlone(_ scalar: UInt32) -> [FoldEntry] {
    if let known = expansions[scalar] { return known }
    let entry = pages[scalar]
    let entries = entry.expands ? FoldTable.folded(scalar).map { FoldEntry(scalar: $0) } : [entry]
    expansions[scalar] = entries
    return entries
  }
}
