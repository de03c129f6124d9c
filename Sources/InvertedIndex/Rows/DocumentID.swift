/// The number of a document in an index, from 0, in the order in which documents were added.
public struct DocumentID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The ordinal of the document in the index, from 0.
  public let rawValue: UInt32

  /// The document with an ordinal.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }
}
