/// The postings of one term that is in two documents or more.
///
/// With b = document frequency ÷ 128 full blocks and t = 1 if postings remain after them:
///
///     if b > 0 {
///       uint32 × b              the last document of each block
///       uint32 × b              where each block ends, counted from the first one
///       5 uint8 × (b + t)       what bounds the postings of each block and of the rest (``PostingsBound``)
///     }
///     for each full block       as ``PackedBlock`` says
///     the rest                  as ``PostingsTail`` says
struct PostingsLayout {
  /// How many postings are packed together: what ``BitPacking`` packs.
  static let blockLength = BitPacking.blockLength

  let blockCount: Int
  let tailCount: Int

  init(documentFrequency: Int) {
    blockCount = documentFrequency / Self.blockLength
    tailCount = documentFrequency % Self.blockLength
  }

  var boundCount: Int { blockCount == 0 ? 0 : blockCount + (tailCount > 0 ? 1 : 0) }
  var endsOffset: Int { blockCount * 4 }
  var boundsOffset: Int { blockCount * 8 }
  var blocksOffset: Int { boundsOffset + boundCount * PostingsBound.byteCount }
}
