/// Looks whether the orders of an alphabet are of the same characters and pairs.
struct AlphabetCheck {
  let section: CheckedSection
  let alphabet: Alphabet

  func run() {
    do {
      try checkCharacters()
      try checkPairs()
    } catch {
      section.add(error)
    }
  }

  private func checkCharacters() throws(IndexError) {
    let bytes = section.bytes
    var previous: UInt32?
    for number in 0..<alphabet.characterCount {
      let place = alphabet.offset(ofNumber: number)
      let scalar = try bytes.uint32(at: place)
      if let previous, scalar <= previous {
        section.add(.order, at: place, "character \(scalar) after \(previous)")
      }
      previous = scalar
      if Unicode.Scalar(scalar) == nil {
        section.add(.text, at: place, "\(scalar) is no character")
      }
      let entry = try bytes.uint32(at: alphabet.rankOffset(ofNumber: number))
      let rank = Int(entry & ~(Alphabet.firstMark | Alphabet.secondMark))
      guard rank < alphabet.count, try alphabet.symbol(ofRank: rank).bits == scalar else {
        section.add(
          .number, at: alphabet.rankOffset(ofNumber: number),
          "character \(scalar) does not have rank \(rank)")
        continue
      }
    }
  }

  private func checkPairs() throws(IndexError) {
    var previous: UInt32 = 0
    var marks = [UInt32](repeating: 0, count: alphabet.characterCount)
    for place in 0..<alphabet.pairCount {
      let rank = try alphabet.rank(ofPairAt: place)
      let symbol = try alphabet.symbol(ofRank: rank)
      guard let (first, second) = symbol.pair, first < marks.count, second < marks.count else {
        section.add(.number, at: alphabet.pairOffset(place), "rank \(rank) is of no pair")
        continue
      }
      if symbol.bits <= previous {
        section.add(
          .order, at: alphabet.pairOffset(place), "a pair that is not behind the one before")
      }
      previous = symbol.bits
      marks[first] |= Alphabet.firstMark
      marks[second] |= Alphabet.secondMark
    }
    for (number, expected) in marks.enumerated() {
      let place = alphabet.rankOffset(ofNumber: number)
      let found =
        try section.bytes.uint32(at: place) & (Alphabet.firstMark | Alphabet.secondMark)
      if found != expected || found == Alphabet.firstMark | Alphabet.secondMark {
        section.add(.number, at: place, "character \(number) stands elsewhere in pairs")
      }
    }
  }
}
