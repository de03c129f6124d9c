/// The characters of texts of which each is a term, as is each two neighbours.
///
/// They are only put together while texts come; ``SortedGrams`` has them in order.
struct GramList: Sendable {
  /// What stands where a text ends, or parts two of its characters.
  static let gap: UInt32 = 0

  /// The byte that the terms begin with; nil for none.
  let mark: UInt8?
  /// The characters and gaps of all texts; behind each text is a gap.
  private(set) var scalars: [UInt32] = []
  /// Where the texts of each document end.
  private(set) var documentEnds: [Int]

  /// - Parameters:
  ///   - mark: The byte that the terms begin with.
  ///   - documentCount: How many documents without any come first.
  init(mark: UInt8?, documentCount: Int) {
    self.mark = mark
    documentEnds = [Int](repeating: 0, count: documentCount)
  }

  mutating func append(_ text: [UInt32]) {
    scalars.makeRoom(for: text.count + 1)
    scalars += text
    scalars.append(Self.gap)
  }

  mutating func endDocument() {
    documentEnds.append(scalars.count)
  }

  /// The term of a character.
  @inline(__always)  // This and the other are called for each term of all runs.
  func term(_ character: UTF8Key) -> ShortTerm {
    term(character.bits, byteCount: character.byteCount)
  }

  /// The term of two neighbours.
  @inline(__always)
  func term(_ first: UTF8Key, _ second: UTF8Key) -> ShortTerm {
    term(
      first.bits << UInt64(8 * second.byteCount) | second.bits,
      byteCount: first.byteCount + second.byteCount)
  }

  @inline(__always)
  private func term(_ bits: UInt64, byteCount: Int) -> ShortTerm {
    let key = bits << UInt64(8 * (ShortTerm.maximumByteCount - byteCount))
    guard let mark else { return ShortTerm(key: key) }
    return ShortTerm(key: UInt64(mark) << 56 | key >> 8)
  }
}
