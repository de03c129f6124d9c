/// The texts of a segment's documents: the searched characters in ``TextCode``, and the
/// ``TextDifference``s that give the originals back.
struct StoredTexts: Sendable {
  let alphabet: Alphabet
  let code: DifferenceCode
  /// The searched characters of each document.
  let searched: StoredRows
  let differences: StoredRows

  /// The original of document `index` in UTF-8.
  func original(of index: Int) throws(IndexError) -> [UInt8] {
    var restorer = restorer(of: try scalars(of: index), try differences[index])
    return try restorer.original()
  }

  /// More bytes than the original of document `index` has, or as many; known without restoring it.
  ///
  /// Each byte of a coded text stands for at most two characters, each of which is written with at most four bytes
  /// behind an expected space; two bits of the differences put in a string at most.
  func mostOriginalBytes(of index: Int) throws(IndexError) -> Int {
    let characters = 2 * (try searched.range(of: index).count)
    let changes = 4 * (try differences.range(of: index).count)
    return characters * (4 + 1) + changes * DifferenceCode.maximumStringLength
  }

  /// The beginning of the original, up to and with the separator that stands there for the `count`-th time; all if there
  /// are not so many.
  func original(of index: Int, upTo count: Int, _ separator: UInt32) throws(IndexError) -> [UInt8] {
    let scalars = try scalars(of: index)
    var end = 0
    var found = 0
    while end < scalars.count, found < count {
      if scalars[end] == separator { found += 1 }
      end += 1
    }
    guard found == count else { return try original(of: index) }
    var restorer = restorer(of: Array(scalars[..<end]), try differences[index])
    return try restorer.original(upTo: end)
  }

  /// Both forms of document `index`, with what stands for what.
  ///
  /// Where several characters stand for the same bytes, all of them stand for all of these.
  func aligned(of index: Int) throws(IndexError) -> AlignedText {
    var restorer = OriginalRestorer(
      scalars: try scalars(of: index), differences: try differences[index], code: code,
      isAligning: true)
    return try restorer.aligned()
  }

  /// Whether the texts of `other` are coded in the same way, so that rows of one can be copied to the other.
  func isCoded(like other: StoredTexts) -> Bool {
    alphabet.region.hasSameBytes(as: other.alphabet.region)
      && code.region.hasSameBytes(as: other.code.region)
  }

  /// What makes the original of some searched characters and their differences.
  func restorer(of scalars: [UInt32], _ differences: ByteRegion) -> OriginalRestorer {
    OriginalRestorer(scalars: scalars, differences: differences, code: code)
  }

  /// Where the searched characters of document `index` are in their section.
  func rangeOfSearched(_ index: Int) throws(IndexError) -> Range<Int> {
    try searched.range(of: index)
  }

  /// The searched characters of document `index`.
  func scalars(of index: Int) throws(IndexError) -> [UInt32] {
    try searched(of: index).scalars()
  }

  /// The searched characters of document `index` as they are stored.
  func searched(of index: Int) throws(IndexError) -> CodedText {
    CodedText(try searched[index], alphabet)
  }
}
