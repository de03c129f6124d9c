/// How a visit of the dictionary goes on after a term.
public enum TermStep: Sendable, Equatable {
  /// With the next term.
  case next
  /// With the first term above all that begin with `prefix`.
  case skip(prefix: [UInt8])
  /// Not at all.
  case stop
}

extension IndexReader {
  /// Calls `body` with every term that begins with `prefix`, in the order of their bytes, and with the
  /// number of documents that have it.
  ///
  /// The segments are merged as they are read, so that no more than one block of terms of each is
  /// held in memory.
  ///
  /// - Parameters:
  ///   - prefix: The bytes to begin with; empty for all terms.
  ///   - body: Says how to go on.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if a dictionary is damaged, and what
  ///   `body` throws.
  /// - Complexity: O(log *n*) for the first term and for a skip, O(segments) for each term.
  public func forEachTerm(
    withPrefix prefix: [UInt8], _ body: (Term, _ documentFrequency: Int) throws -> TermStep
  ) throws {
    var cursors = try segments.map { try TermCursor($0.terms, from: prefix) }
    var last: [UInt8] = []
    while let term = cursors.lowestTerm, term.starts(with: prefix) {
      // Where terms do not ascend, skipping could lead back for ever.
      guard last.lexicographicallyPrecedes(term) else {
        throw IndexError.corrupted(
          section: "term blocks", offset: 0, reason: "the terms do not ascend")
      }
      last = term
      var frequency = 0
      for index in cursors.indices where cursors[index].term == term {
        guard let info = cursors[index].info else { continue }
        frequency += try segments[index].liveFrequency(of: info)
      }
      // A term of removed documents alone is not in the index.
      switch try frequency > 0 ? body(Term(term), frequency) : .next {
      case .next:
        for index in cursors.indices where cursors[index].term == term {
          try cursors[index].advance()
        }
      case .skip(let skipped):
        guard let key = skipped.firstKeyBehindPrefix else { return }
        // A prefix below the current term must not lead back, nor keep the visit where it is.
        let target = term.lexicographicallyPrecedes(key) ? key : term + [0]
        for index in cursors.indices
        where cursors[index].info != nil && cursors[index].term.lexicographicallyPrecedes(target) {
          try cursors[index].advance(to: target)
        }
      case .stop: return
      }
    }
  }
}

extension IndexReader {
  /// In how many documents `term` occurs.
  public func documentFrequency(of term: Term) throws(IndexError) -> Int {
    try documentFrequency(infos(for: term))
  }

  /// The first document that has `term`; nil if none has.
  public func firstDocument(of term: Term) throws(IndexError) -> DocumentID? {
    var first: UInt32?
    for segment in segments {
      guard let info = try segment.terms.info(for: term) else { continue }
      let cursor = try PostingsCursor(
        info, in: segment.postings, documentCount: segment.documentCount)
      while cursor.document != endOfDocuments {
        if let number = segment.live.number(of: cursor.document) {
          first = min(first ?? number, number)
          break
        }
        try cursor.advance(to: cursor.document + 1)
      }
    }
    return first.map(DocumentID.init(rawValue:))
  }
}

extension [TermCursor] {
  /// The lowest of the current terms; nil if all are at their end.
  fileprivate var lowestTerm: [UInt8]? {
    var lowest: [UInt8]?
    for cursor in self where cursor.info != nil {
      guard let known = lowest else {
        lowest = cursor.term
        continue
      }
      if cursor.term.lexicographicallyPrecedes(known) { lowest = cursor.term }
    }
    return lowest
  }
}

extension [UInt8] {
  /// The lowest bytes above all that begin with these; nil if there are none.
  fileprivate var firstKeyBehindPrefix: [UInt8]? {
    var key = self
    while let last = key.popLast() {
      if last < .max { return key + [last + 1] }
    }
    return nil
  }
}
