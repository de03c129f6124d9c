/// Adds up matches, in the order of the documents.
struct MatchCounter {
  private(set) var count = MatchCount()
  /// Where the groups of the segment at hand end; nil if groups are not wanted.
  var groupEnds: PackedIntegers? {
    didSet { groupEnd = 0 }
  }
  /// The end of the last group that has a match.
  private var groupEnd: UInt32 = 0

  mutating func add(_ document: UInt32, occurrences: Int) throws(IndexError) {
    count.documents += 1
    count.occurrences += occurrences
    try addGroup(of: document)
  }

  /// Adds many documents at once, in which what is looked for occurs so often.
  mutating func add(_ documents: DocumentBits, count added: Int, occurrences: Int)
    throws(IndexError)
  {
    count.documents += added
    count.occurrences += occurrences
    guard groupEnds != nil else { return }
    var document = documents.first(from: 0)
    while let current = document {
      try addGroup(of: current)
      document = documents.first(from: groupEnd)
    }
  }

  private mutating func addGroup(of document: UInt32) throws(IndexError) {
    guard let groupEnds, document >= groupEnd else { return }
    let group = try groupEnds.firstIndex(reaching: UInt64(document) + 1)
    groupEnd = group < groupEnds.count ? UInt32(clamping: try groupEnds[group]) : .max
    count.groups += 1
  }
}

/// How much was found.
public struct MatchCount: Equatable, Sendable {
  public var documents = 0
  public var occurrences = 0
  /// The groups that the documents are in; 0 if they were not asked for.
  public var groups = 0
}
