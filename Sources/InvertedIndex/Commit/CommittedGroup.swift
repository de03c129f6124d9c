/// A group of documents as a commit is to have it.
public struct CommittedGroup: Sendable, Equatable {
  /// Where the documents of a group come from.
  public enum Origin: Sendable, Equatable {
    /// The group with a number in the commit before.
    case kept(Int)
    /// The group that was added, by the number that ``IndexWriter/endGroup(documentCount:)`` gave.
    case added(Int)
    /// No documents.
    case note
  }

  /// Where its documents come from.
  public var origin: Origin
  /// What the index says of the group; nil for what it said before.
  public var row: [UInt8]?

  /// A group with what the index is to say of it.
  public init(_ origin: Origin, row: [UInt8]?) {
    self.origin = origin
    self.row = row
  }
}
