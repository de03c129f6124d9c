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
