/// The texts of a segment's documents: the searched characters in ``TextCode``, and the
/// ``TextDifferences`` that give the originals back.
struct StoredTexts: Sendable {
  let alphabet: Alphabet
  private let searched: StoredRows
  private let differences: StoredRows

  init(alphabet: Alphabet, searched: StoredRows, differences: StoredRows) {
    self.alphabet = alphabet
    self.searched = searched
    self.differences = differences
  }

  /// The original of document `index` in UTF-8.
  func original(of index: Int) throws(IndexError) -> [UInt8] {
    try TextDifferences.restore(
      differences[index], searched: searched[index], alphabet: alphabet)
  }

  /// The searched characters of document `index`.
  func scalars(of index: Int) throws(IndexError) -> [UInt32] {
    var cursor = ByteCursor(try searched[index])
    var scalars: [UInt32] = []
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

/// Collects the texts of a segment.
struct StoredTextsBuilder {
  /// How many characters are seen before ranks are given.
  ///
  /// A million are enough to know the frequent ones, and are held in memory until then.
  private static let sampleSize = 1 << 20

  private(set) var searched = StoredRowsBuilder()
  private(set) var differences = StoredRowsBuilder()
  private var alphabet: AlphabetBuilder?
  private var sample: [AlignedText] = []
  private var sampledCount = 0

  /// The bytes held in memory.
  var byteCount: Int { searched.contents.count + differences.contents.count }

  mutating func append(_ text: AlignedText) {
    guard alphabet == nil else { return encode(text) }
    sample.append(text)
    sampledCount += text.scalars.count
    if sampledCount >= Self.sampleSize { closeSample() }
  }

  /// Codes what is still waiting and returns the section of the ``Alphabet``.
  mutating func finish() -> [UInt8] {
    closeSample()
    return alphabet?.encoded() ?? []
  }

  private mutating func closeSample() {
    guard alphabet == nil else { return }
    alphabet = AlphabetBuilder(sample: sample.map(\.scalars))
    for text in sample { encode(text) }
    sample = []
  }

  private mutating func encode(_ text: AlignedText) {
    guard var alphabet = self.alphabet.take() else { return }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.scalars.count * 3 / 2)
    for scalar in text.scalars { alphabet.append(scalar, to: &bytes) }
    searched.append(bytes)
    differences.append(TextDifferences.encode(text, with: &alphabet))
    self.alphabet = alphabet
  }
}
