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
      while offset < bytes.count {
        guard let character = TextCode.readRank(in: bytes, at: offset) else {
          searchedSection.add(.text, at: range.lowerBound + offset, "a character that does not end")
          return false
        }
        let scalar = try texts.alphabet.scalar(ofRank: character.rank).value
        // Written otherwise than it is looked for, it would never be found.
        if character.rank >= texts.alphabet.count,
          try texts.alphabet.rank(of: scalar) != character.rank
        {
          searchedSection.add(
            .text, at: range.lowerBound + offset, "character \(scalar) in a code of its own")
        }
        scalars.append(scalar)
        offset = character.end
      }
      return true
    } catch {
      searchedSection.add(error, from: range.lowerBound)
      return false
    }
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
