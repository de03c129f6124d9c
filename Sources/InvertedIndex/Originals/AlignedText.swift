/// A text in two forms: the original, which is shown, and the characters that are searched, with
/// where each of these comes from.
public struct AlignedText: Sendable {
  /// The original in UTF-8.
  public var original: [UInt8]
  /// The scalar values that are searched.
  public var scalars: [UInt32]
  /// The first byte of the original that each scalar stands for.
  ///
  /// Never descends. Where characters fold together, the ranges of neighbours overlap.
  public var starts: [UInt32]
  /// The byte after the last one of each.
  public var ends: [UInt32]

  /// - Precondition: the three arrays are of one length, and the ranges are ordered and inside of
  ///   `original`.
  public init(original: [UInt8], scalars: [UInt32], starts: [UInt32], ends: [UInt32]) {
    precondition(scalars.count == starts.count && scalars.count == ends.count, "lengths differ")
    self.original = original
    self.scalars = scalars
    self.starts = starts
    self.ends = ends
  }

  /// The same in arrays that have no room left.
  ///
  /// Who makes one text after the other keeps its arrays and their room. To hold such an array makes the next
  /// one be allocated anew, with as much room, whatever little the next text needs.
  var trimmed: AlignedText {
    AlignedText(
      original: original.map(\.self), scalars: scalars.map(\.self), starts: starts.map(\.self),
      ends: ends.map(\.self))
  }
}
