/// The words of ICU's dictionary that begin at a place of a text, and their costs.
///
/// Not thread-safe, because it keeps where the words with a first unit are.
struct HanDictionary {
  /// What a character costs that is no word of the dictionary: the most, as in ICU.
  static let unknownCost: UInt32 = 255
  /// The longest word in units of UTF-16, as in ICU.
  static let maximumUnitCount = 20

  /// Keeps the content of the trie.
  private let file: ICUDictionary
  let trie: CharacterTrie
  /// For each first unit where the walk stands behind it, as state + 2; 0 where it was not walked.
  ///
  /// In pages, which are made when one of their units is met: a query needs a few of them only. The
  /// branch of the first units has sixteen thousand entries, that of the second some twenty.
  private var pages = [[UInt32]](repeating: [], count: pageCount)
  private static let pageCount = 256
  private static let pageLength = 256

  /// Nil if ICU's dictionary cannot be read.
  init?() {
    guard let file = ICUDictionary() else { return nil }
    self.file = file
    trie = file.trie
  }

  /// Visits the words at a place, a single character being one in any case.
  ///
  /// - Parameters:
  ///   - place: The place, at a character that the dictionary may have.
  ///   - end: Where the last word ends at the latest.
  ///   - text: Folded text.
  ///   - visit: Called with the end of each word and its cost.
  @inline(__always)
  mutating func forEachWord(
    at place: Int, before end: Int, in text: Span<FoldedScalar>,
    _ visit: (_ end: Int, _ cost: UInt32) -> Void
  ) {
    var state = first(text[place].value)
    var next = place + 1
    var unitCount = text[place].unitCount
    var isKnown = false
    while !state.isDead {
      if let value = trie.value(at: state) {
        visit(next, UInt32(truncatingIfNeeded: value))
        isKnown = isKnown || next == place + 1
      }
      guard unitCount < Self.maximumUnitCount, next < end else { break }
      state = step(state, text[next].value)
      unitCount += text[next].unitCount
      next += 1
    }
    if !isKnown { visit(place + 1, Self.unknownCost) }
  }

  /// Whether the dictionary has a word.
  mutating func contains(_ word: ArraySlice<UInt32>) -> Bool {
    guard let firstScalar = word.first else { return false }
    var state = first(firstScalar)
    for scalar in word.dropFirst() where !state.isDead { state = step(state, scalar) }
    return !state.isDead && trie.value(at: state) != nil
  }
}

extension HanDictionary {
  @inline(__always)
  private func step(_ state: CharacterTrie.State, _ scalar: UInt32) -> CharacterTrie.State {
    guard scalar >= firstSupplementary else {
      return trie.next(state, UInt16(truncatingIfNeeded: scalar))
    }
    let units = Unicode.UTF16.surrogates(of: scalar)
    let middle = trie.next(state, units.lead)
    return middle.isDead ? middle : trie.next(middle, units.trail)
  }

  @inline(__always)
  private mutating func first(_ scalar: UInt32) -> CharacterTrie.State {
    guard scalar >= firstSupplementary else {
      return first(unit: UInt16(truncatingIfNeeded: scalar))
    }
    let units = Unicode.UTF16.surrogates(of: scalar)
    let middle = first(unit: units.lead)
    return middle.isDead ? middle : trie.next(middle, units.trail)
  }

  @inline(__always)
  private mutating func first(unit: UInt16) -> CharacterTrie.State {
    let (page, place) = (Int(unit >> 8), Int(unit & 0xFF))
    if !pages[page].isEmpty {
      let known = pages[page][place]
      if known > 0 { return CharacterTrie.State(bits: Int(known) - 2) }
    }
    return walkFirst(unit, page, place)
  }

  private mutating func walkFirst(_ unit: UInt16, _ page: Int, _ place: Int)
    -> CharacterTrie.State
  {
    let state = trie.next(.start, unit)
    if pages[page].isEmpty { pages[page] = [UInt32](repeating: 0, count: Self.pageLength) }
    // A damaged trie may lead to places that do not fit.
    if let known = UInt32(exactly: state.bits + 2) { pages[page][place] = known }
    return state
  }
}

extension FoldedScalar {
  /// How many units of UTF-16 the scalar takes.
  fileprivate var unitCount: Int { value < firstSupplementary ? 1 : 2 }
}

extension Unicode.UTF16 {
  /// The two units of a scalar beyond U+FFFF.
  fileprivate static func surrogates(of scalar: UInt32) -> (lead: UInt16, trail: UInt16) {
    let offset = scalar &- firstSupplementary
    return (
      UInt16(truncatingIfNeeded: 0xD800 &+ offset >> 10),
      UInt16(truncatingIfNeeded: 0xDC00 &+ offset & 0x3FF)
    )
  }
}
