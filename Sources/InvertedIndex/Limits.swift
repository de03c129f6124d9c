/// The most that the format of an index can hold.
enum Limits {
  /// The documents of an index, so that each has a number below ``endOfDocuments``.
  static let documentCount = Int(UInt32.max) - 1
  /// The documents of a segment, so that a gap between two takes at most 24 bits.
  static let segmentDocumentCount = 1 << 24
  /// The bytes of a file, so that sums of offsets cannot overflow.
  static let byteCount = 1 << 48
}
