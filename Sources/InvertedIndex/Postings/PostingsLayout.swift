/// The postings of one term that is in two documents or more.
///
/// With b = document frequency ÷ 128 full blocks and t = 1 if postings remain after them:
///
///     if b > 0 {
///       uint32 × b        the last document of each block
///       uint32 × b        where each block ends, counted from the first one
///       uint8 × (b + t)   the largest frequency in each block and in the rest; 255 for more
///       uint8 × (b + t)   the smallest length code (``DocumentLength``) in each
///     }
///     for each full block {
///       uint8             bits a gap
///       uint8             bits a frequency
///       packed            128 gaps (``BitPacking``)
///       packed            128 frequencies − 1
///     }
///     for each remaining posting {
///       varint            gap · 2, + 1 if the frequency is 1
///       if it is not { varint frequency − 2 }
///     }
///
/// A gap is the document − the one before − 1; the document before the first one is −1. Largest
/// frequency and smallest length bound what a block can add to a score, whatever the ranking's
/// constants are.
struct PostingsLayout {
  /// How many postings are packed together: what ``BitPacking`` packs.
  static let blockLength = BitPacking.blockLength
  /// The largest frequency that a bound can state.
  static let frequencyLimit = UInt32(UInt8.max)
  /// The widest gap, so that the sum of a block's gaps fits 32 bits; more than
  /// ``Segment/maximumDocumentCount`` needs.
  static let maximumGapBits = 24

  let blockCount: Int
  let tailCount: Int

  init(documentFrequency: Int) {
    blockCount = documentFrequency / Self.blockLength
    tailCount = documentFrequency % Self.blockLength
  }

  var boundCount: Int { blockCount == 0 ? 0 : blockCount + (tailCount > 0 ? 1 : 0) }
  var endsOffset: Int { blockCount * 4 }
  var frequenciesOffset: Int { blockCount * 8 }
  var lengthsOffset: Int { frequenciesOffset + boundCount }
  var blocksOffset: Int { lengthsOffset + boundCount }
}
