/// A document that has a term, and how often.
public struct Posting: Sendable, Equatable {
  /// The document, as the index numbers it.
  public var document: DocumentID
  /// How often the term occurs in it, at least once.
  public var frequency: Int

  /// A document with a number of occurrences.
  public init(document: DocumentID, frequency: Int) {
    self.document = document
    self.frequency = frequency
  }
}

extension IndexReader {
  /// The documents that have `term`, in their order, and how often each has it.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged.
  /// - Complexity: O(*n* log *n*) in their number, O(*n*) where there is one segment; all are in memory.
  public func postings(of term: Term) throws(IndexError) -> [Posting] {
    var postings: [Posting] = []
    for segment in segments {
      guard let info = try segment.terms.info(for: term) else { continue }
      let isFirst = postings.isEmpty
      let cursor = try PostingsCursor(
        info, in: segment.postings, documentCount: segment.documentCount)
      while cursor.document != endOfDocuments {
        if let number = segment.live.number(of: cursor.document) {
          postings.append(
            Posting(
              document: DocumentID(rawValue: number), frequency: Int(try cursor.frequency())))
        }
        try cursor.advance(to: cursor.document + 1)
      }
      // Documents of several segments may alternate in the index.
      if !isFirst { postings.sort { $0.document < $1.document } }
    }
    return postings
  }
}

/// The terms of an index in the order of their bytes, one after the other.
///
/// No more than one block of terms of each segment is in memory.
public struct TermWalk {
  private let reader: IndexReader
  private var cursors: [TermCursor]
  private let prefix: [UInt8]
  private var last: [UInt8] = []

  /// Begins with the first term at or after `start`.
  ///
  /// - Parameters:
  ///   - reader: The index.
  ///   - start: The bytes at which to begin.
  ///   - prefix: What every term has to begin with.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if a dictionary is damaged.
  public init(
    of reader: IndexReader, from start: [UInt8], prefix: [UInt8] = []
  ) throws(IndexError) {
    self.reader = reader
    self.prefix = prefix
    cursors = []
    for segment in reader.segments { cursors.append(try TermCursor(segment.terms, from: start)) }
  }

  /// The next term, and in how many documents it occurs; nil behind the last one.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if a dictionary is damaged.
  /// - Complexity: O(segments)
  public mutating func next() throws(IndexError) -> (term: Term, documentFrequency: Int)? {
    while let lowest, lowest.starts(with: prefix) {
      guard last.lexicographicallyPrecedes(lowest) else {
        throw .corrupted(section: "term blocks", offset: 0, reason: "the terms do not ascend")
      }
      last = lowest
      var frequency = 0
      for index in cursors.indices where cursors[index].term == lowest {
        guard let info = cursors[index].info else { continue }
        frequency += try reader.segments[index].liveFrequency(of: info)
        try cursors[index].advance()
      }
      // A term of removed documents alone is not in the index.
      if frequency > 0 { return (Term(lowest), frequency) }
    }
    return nil
  }

  private var lowest: [UInt8]? {
    cursors.filter { $0.info != nil }.map(\.term).min { $0.lexicographicallyPrecedes($1) }
  }
}
