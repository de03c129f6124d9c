/// A small number for each of a few characters, 0 for all others, to be read by the rank of a code.
struct RankNumbers {
  private static let pairMark: UInt32 = 1 << 16

  /// Of a character its number, of a pair that of the first, 2⁸ · that of the second and the mark.
  private var entries: [UInt32]
  /// The numbers of characters that are not in the alphabet.
  private var others: [Int: UInt8] = [:]

  /// - Parameters:
  ///   - scalars: The characters, of which the first has number 1; at most 255.
  ///   - alphabet: What has a code.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the alphabet is damaged.
  init(_ scalars: [UInt32], in alphabet: Alphabet) throws(IndexError) {
    // The numbers of characters by their places in the alphabet.
    var numbers = [UInt8](repeating: 0, count: TextSymbol.numberLimit)
    entries = [UInt32](repeating: 0, count: alphabet.count)
    for (index, scalar) in scalars.enumerated() {
      guard let character = try alphabet.character(scalar) else { continue }
      let number = UInt8(index + 1)
      if character.rank < entries.count {
        entries[character.rank] = UInt32(number)
      } else {
        others[character.rank] = number
      }
      if let place = character.number, place < numbers.count { numbers[place] = number }
    }
    guard alphabet.pairCount > 0 else { return }
    for (rank, bits) in try alphabet.symbols().enumerated() {
      guard let (first, second) = TextSymbol(bits: bits).pair else { continue }
      entries[rank] = Self.pairMark | UInt32(numbers[second]) << 8 | UInt32(numbers[first])
    }
  }

  /// The numbers of the character or of the two characters with the code of `rank`.
  subscript(rank: Int) -> (first: UInt8, second: UInt8?) {
    @inline(__always)  // The loop over the texts that a ranking looks at.
    get {
      guard rank < entries.count else { return (others.isEmpty ? 0 : others[rank] ?? 0, nil) }
      let entry = entries[rank]
      let first = UInt8(truncatingIfNeeded: entry)
      guard entry >= Self.pairMark else { return (first, nil) }
      return (first, UInt8(truncatingIfNeeded: entry >> 8))
    }
  }
}

extension [UInt8] {
  /// How often `needle`, which is not empty, occurs without overlap, counted from the start.
  func occurrenceCount(of needle: [UInt8]) -> Int {
    ByteSearch.occurrenceCount(of: needle, in: self)
  }
}
