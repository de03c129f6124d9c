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
    let bytes = try region.bytes(0, region.count)
    var scalars: [UInt32] = []
    scalars.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      guard let character = TextCode.readRank(in: bytes, at: offset) else {
        throw region.damage(at: offset, "a character that does not end")
      }
      scalars.append(try alphabet.scalar(ofRank: character.rank).value)
      offset = character.end
    }
    return scalars
  }

  /// The searched characters of document `index` as they are stored.
  func searched(of index: Int) throws(IndexError) -> CodedText {
    CodedText(try searched[index])
  }
}
