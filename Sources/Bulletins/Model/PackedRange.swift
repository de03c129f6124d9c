/// A range of places in a file, in half of the memory: a file of short lines has millions of lines, blocks and pieces.
struct PackedRange: Hashable, Sendable {
  private var start: UInt32
  private var end: UInt32

  /// - Precondition: The bounds are below 2³², as ``BulletinParser/maximumByteCount`` guarantees.
  init(_ range: Range<Int>) {
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  var range: Range<Int> { Int(start)..<Int(end) }
}
