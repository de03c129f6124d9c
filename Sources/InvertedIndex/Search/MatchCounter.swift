/// Adds up matches, in the order of the documents.
struct MatchCounter {
  private(set) var count = MatchCount()
  /// The values by which the documents of the segment at hand are grouped; nil if groups are not
  /// wanted.
  var groups: PackedIntegers?
  private var lastGroup: UInt64?

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
    guard groups != nil else { return }
    var document = documents.first(from: 0)
    while let current = document {
      try addGroup(of: current)
      document = documents.first(from: current + 1)
    }
  }

  private mutating func addGroup(of document: UInt32) throws(IndexError) {
    guard let group = try groups?[Int(document)] else { return }
    if group != lastGroup { count.groups += 1 }
    lastGroup = group
  }
}

/// How much was found.
public struct MatchCount: Equatable, Sendable {
  public var documents = 0
  public var occurrences = 0
  /// The groups that the documents are in; 0 if they were not asked for.
  public var groups = 0
}
