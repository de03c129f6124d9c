extension Searcher {
  /// How many documents are looked at together; a power of two.
  private static let presenceBatch = 256

  /// For each of some documents, in their order, the sum of the weights of those terms that it has.
  ///
  /// - Parameters:
  ///   - weights: The weights of all terms together are below 2³².
  ///   - documents: Each once.
  /// - Returns: As many sums as there are documents.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged.
  public func sums(
    of weights: [(term: Term, weight: UInt32)], in documents: [DocumentID]
  ) throws(IndexError) -> [UInt32] {
    var sums = [UInt32](repeating: 0, count: documents.count)
    var places = [[(place: Int, local: UInt32)]](repeating: [], count: reader.segments.count)
    for place in documents.indices.sorted(by: { documents[$0] < documents[$1] }) {
      let (segment, local) = try reader.locate(documents[place])
      places[segment].append((place, UInt32(local)))
    }
    let candidates = Candidates(capacity: Self.presenceBatch)
    for (number, places) in places.enumerated() where !places.isEmpty {
      let segment = SegmentSearch(number, of: self)
      for start in stride(from: 0, to: places.count, by: Self.presenceBatch) {
        let batch = places[start..<min(start + Self.presenceBatch, places.count)]
        candidates.removeAll()
        for (_, local) in batch { candidates.append(local, score: 0) }
        for (term, weight) in weights {
          try segment.postings(for: term)?.add(weight, toCommon: candidates)
        }
        var next = batch.startIndex
        try candidates.update { (_, sum) throws(IndexError) in
          sums[batch[next].place] = sum
          next += 1
          return nil
        }
      }
    }
    return sums
  }
}

extension PostingsCursor {
  /// Adds `weight` to the scores of those candidates that are documents of the list.
  ///
  /// - Precondition: The first one is not before the current block.
  fileprivate func add(_ weight: UInt32, toCommon candidates: Candidates) throws(IndexError) {
    var number = 0
    while number < candidates.count, try moveBlock(reaching: candidates.document(number)) {
      number = try match(candidates, from: number)
      for match in 0..<candidates.matchCount { candidates.add(weight, toMatch: match) }
    }
  }
}
