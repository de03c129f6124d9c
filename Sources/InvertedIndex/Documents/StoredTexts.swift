/// The texts of a segment's documents: the searched characters in ``TextCode``, and the
/// ``TextDifference``s that give the originals back.
struct StoredTexts: Sendable {
  let alphabet: Alphabet
  private let code: DifferenceCode
  private let searched: StoredRows
  private let differences: StoredRows

  init(
    alphabet: Alphabet, code: DifferenceCode, searched: StoredRows, differences: StoredRows
  ) {
    self.alphabet = alphabet
    self.code = code
    self.searched = searched
    self.differences = differences
  }

  /// The original of document `index` in UTF-8.
  func original(of index: Int) throws(IndexError) -> [UInt8] {
    var restorer = OriginalRestorer(
      scalars: try scalars(of: index), differences: try differences[index], code: code)
    return try restorer.original()
  }

  /// The searched characters of document `index`.
  func scalars(of index: Int) throws(IndexError) -> [UInt32] {
    let region = try searched[index]
    var cursor = ByteCursor(region)
    var scalars: [UInt32] = []
    scalars.reserveCapacity(region.count)
    while !cursor.isAtEnd {
      scalars.append(try alphabet.scalar(ofRank: TextCode.readRank(&cursor)).value)
    }
    return scalars
  }

  /// The searched characters of document `index` as they are stored.
  func searched(of index: Int) throws(IndexError) -> CodedText {
    CodedText(try searched[index])
  }
}
