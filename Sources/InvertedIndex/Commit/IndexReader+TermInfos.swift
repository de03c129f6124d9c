extension IndexReader {
  /// What each segment knows of a term.
  func infos(for term: Term) throws(IndexError) -> [TermInfo?] {
    var infos: [TermInfo?] = []
    infos.reserveCapacity(segments.count)
    for segment in segments { infos.append(try segment.terms.info(for: term)) }
    return infos
  }

  /// In how many documents of the index a term occurs of which the segments know `infos`.
  func documentFrequency(_ infos: [TermInfo?]) throws(IndexError) -> Int {
    var frequency = 0
    for (segment, info) in zip(segments, infos) {
      if let info { frequency += try segment.liveFrequency(of: info) }
    }
    return frequency
  }
}
