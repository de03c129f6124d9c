/// The postings of one term that is in two documents or more.
///
/// With b = document frequency ÷ 128 full blocks and t = 1 if postings remain after them:
///
///     if b > 0 {
///       uint24 × b              the last document of each block
///       end × b                 where each block ends, counted from the first one
///       5 uint8 × (b + t)       what bounds the postings of each block and of the rest (``PostingsBound``)
///     }
///     for each full block       as ``PackedBlock`` says
///     the rest                  as ``PostingsTail`` says
///
/// An end has 2 bytes in a list of fewer than 2¹⁶, 3 in one of fewer than 2²⁴, else 4.
struct PostingsLayout {
  /// How many postings are packed together: what ``BitPacking`` packs.
  static let blockLength = BitPacking.blockLength
  /// The bytes of a document's number, which is below ``Limits/segmentDocumentCount``.
  static let documentWidth = 3
  /// The bytes that an end may have.
  private static let endWidths = 2...4

  let blockCount: Int
  let tailCount: Int
  /// The bytes of an end.
  let endWidth: Int
  /// Which bits of a word of four bytes are those of an end.
  private let endMask: UInt32

  /// What a list of `byteCount` bytes is made of.
  init(documentFrequency: Int, byteCount: Int) {
    self.init(documentFrequency: documentFrequency, endWidth: Self.endWidth(in: byteCount))
  }

  /// What a list is made of that has `byteCount` bytes beside its header.
  init(documentFrequency: Int, contents byteCount: Int) {
    var layout = Self(documentFrequency: documentFrequency, endWidth: Self.endWidths.lowerBound)
    // A wider end may be needed because ends are wider.
    while Self.endWidth(in: layout.blocksOffset + byteCount) > layout.endWidth {
      layout = Self(documentFrequency: documentFrequency, endWidth: layout.endWidth + 1)
    }
    self = layout
  }

  private init(documentFrequency: Int, endWidth: Int) {
    blockCount = documentFrequency / Self.blockLength
    tailCount = documentFrequency % Self.blockLength
    self.endWidth = endWidth
    endMask = .max >> UInt32(UInt32.bitWidth - 8 * endWidth)
  }

  private static func endWidth(in byteCount: Int) -> Int {
    endWidths.first { byteCount >> (8 * $0) == 0 } ?? endWidths.upperBound
  }

  /// How many blocks there are, with the rest.
  var readCount: Int { blockCount + (tailCount > 0 ? 1 : 0) }
  var boundCount: Int { blockCount == 0 ? 0 : readCount }
  var endsOffset: Int { blockCount * Self.documentWidth }
  var boundsOffset: Int { endsOffset + blockCount * endWidth }
  var blocksOffset: Int { boundsOffset + boundCount * PostingsBound.byteCount }

  /// The last document of a full block.
  @inline(__always)
  func lastDocument(ofBlock block: Int, in list: ByteRegion) throws(IndexError) -> UInt32 {
    // What follows a number is read with it: there are ends behind the documents and bounds behind the ends.
    try list.uint32(at: block * Self.documentWidth) & UInt32.max >> 8
  }

  /// The full block that begins at `offset`.
  func block(_ block: Int, in list: ByteRegion, at offset: Int) throws(IndexError) -> PackedBlock {
    let previous = block == 0 ? UInt32.max : try lastDocument(ofBlock: block - 1, in: list)
    return try PackedBlock(
      list, at: offset, after: previous, last: lastDocument(ofBlock: block, in: list))
  }

  /// Where a full block ends, counted from the first one.
  @inline(__always)
  func end(ofBlock block: Int, in list: ByteRegion) throws(IndexError) -> Int {
    Int(try list.uint32(at: endsOffset + block * endWidth) & endMask)
  }
}
