/// Why an index is none of those that hold a collection together with another one.
public enum NeighbourProblem: Sendable, Equatable {
  /// It takes all files, and not a share of them.
  case allFiles
  /// The collection has another number of shares by it.
  case otherCount(CollectionShare, own: CollectionShare)
  /// It has the share that another index, the own one or one that was named before it, has already.
  case sameShare(CollectionShare, as: String)
  /// It lies in another folder, so that what it says of paths means something else.
  case otherFolder
}
