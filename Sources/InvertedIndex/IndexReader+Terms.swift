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
    while let term = cursors.lowestTerm, term.starts(with: prefix) {
      var frequency = 0
      for index in cursors.indices where cursors[index].term == term {
        frequency += cursors[index].info?.documentFrequency ?? 0
      }
      switch try body(Term(term), frequency) {
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

  /// Calls `body` with the documents that match `filter`, in ascending order, until it returns false.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged, and what `body`
  ///   throws.
  public func forEachMatch(of filter: Filter, _ body: (DocumentID) throws -> Bool) throws {
    for (segment, base) in zip(segments, bases) {
      guard let cursor = try segment.cursor(for: filter) else { continue }
      while cursor.document != endOfDocuments {
        if try cursor.confirms() {
          guard try body(DocumentID(rawValue: UInt32(base) + cursor.document)) else { return }
        }
        try cursor.advance(to: cursor.document + 1)
      }
    }
  }
}

extension IndexReader {
  /// The first document that has `term`; nil if none has.
  public func firstDocument(of term: Term) throws(IndexError) -> DocumentID? {
    for (segment, base) in zip(segments, bases) {
      guard let cursor = try segment.postings(for: term), cursor.document != endOfDocuments else {
        continue
      }
      return DocumentID(rawValue: UInt32(base) + cursor.document)
    }
    return nil
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
