/// Decodes the searched characters and the original of each document.
struct TextsCheck {
  private let texts: StoredTexts
  private var searched: RowWalk
  private var differences: RowWalk
  private let searchedSection: CheckedSection
  private let differencesSection: CheckedSection
  private var scalars: [UInt32] = []

  /// - Parameters:
  ///   - texts: What is checked.
  ///   - searched: The rows of searched characters.
  ///   - differences: The rows of differences.
  ///   - sections: The sections that hold them.
  init(
    _ texts: StoredTexts, searched: RowWalk, differences: RowWalk,
    sections: (searched: CheckedSection, differences: CheckedSection)
  ) {
    self.texts = texts
    self.searched = searched
    self.differences = differences
    searchedSection = sections.searched
    differencesSection = sections.differences
  }

  mutating func run() {
    while !searched.isAtEnd {
      let text = searched.next()
      let difference = differences.next()
      guard let text, readScalars(text), let difference else { continue }
      restore(difference)
    }
    searched.finish()
    differences.finish()
  }

  /// Whether the characters of a row can be read.
  private mutating func readScalars(_ range: Range<Int>) -> Bool {
    scalars.removeAll(keepingCapacity: true)
    do {
      let bytes = try searchedSection.bytes.bytes(range.lowerBound, range.count)
      var offset = 0
      var before: TextSymbol?
      while offset < bytes.count {
        guard let code = TextCode.readRank(in: bytes, at: offset) else {
          searchedSection.add(.text, at: range.lowerBound + offset, "a character that does not end")
          return false
        }
        // Written otherwise than it is looked for, it would never be found.
        let symbol = try texts.alphabet.symbol(ofRank: code.rank)
        if try !isExpected(symbol, ofRank: code.rank, after: before) {
          searchedSection.add(
            .text, at: range.lowerBound + offset, "a character in a code of its own")
        }
        before = symbol
        try texts.alphabet.append(rank: code.rank, to: &scalars)
        offset = code.end
      }
      return true
    } catch {
      searchedSection.add(error, from: range.lowerBound)
      return false
    }
  }

  /// Whether a coder gives `symbol` this rank and does not make a pair of it and the one before.
  private func isExpected(_ symbol: TextSymbol, ofRank rank: Int, after before: TextSymbol?)
    throws(IndexError) -> Bool
  {
    guard symbol.pair == nil, let character = try texts.alphabet.character(symbol.bits) else {
      return true
    }
    guard character.rank == rank else { return false }
    guard character.isSecond, let before, before.pair == nil,
      let other = try texts.alphabet.character(before.bits)
    else { return true }
    return try texts.alphabet.rank(of: other, character) == nil
  }

  private func restore(_ range: Range<Int>) {
    do {
      let row = try differencesSection.bytes.slice(range.lowerBound, range.count)
      var restorer = texts.restorer(of: scalars, row)
      let original = try restorer.original()
      if String(validating: original, as: UTF8.self) == nil {
        differencesSection.add(.text, at: range.lowerBound, "an original that is no UTF-8")
      }
      if restorer.unreadByteCount > 0 {
        differencesSection.add(
          .space, at: range.upperBound - restorer.unreadByteCount,
          "\(restorer.unreadByteCount) bytes behind the end of a text")
      }
    } catch {
      differencesSection.add(error, from: range.lowerBound)
    }
  }
}
