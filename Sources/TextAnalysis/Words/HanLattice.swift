/// Cuts runs of plain Han characters into words of ICU's dictionary, where ICU would cut them.
///
/// As ICU's `CjkBreakEngine` does, it takes the shortest path through the words. A word's cost grows with its rarity; of
/// equally cheap paths the first is taken.
struct HanLattice {
  private var dictionary: HanDictionary
  /// What is faster than the dictionary, if it has been made.
  var table: HanTable?
  /// The path through the part of a text whose words were found.
  private var path = WordPath()
  /// The path through the run that is cut, since what was found must stay.
  private var runPath = WordPath()
  /// For each place of a text what the table has of it and the next.
  private var pairs: [HanTable.Pair] = []
  /// The places of a text where words of several characters may begin.
  private var candidates: [UInt32] = []
  /// Where their entries are in the table.
  private var indices: [UInt32] = []

  /// Nil if ICU's dictionary cannot be read.
  init?() {
    guard let dictionary = HanDictionary() else { return nil }
    self.dictionary = dictionary
  }

  /// Visits the words of the dictionary at a place, as ``HanDictionary`` does.
  mutating func forEachWord(
    at place: Int, before end: Int, in text: Span<FoldedScalar>,
    _ visit: (_ end: Int, _ cost: UInt32) -> Void
  ) {
    dictionary.forEachWord(at: place, before: end, in: text, visit)
  }

  /// Whether ICU's dictionary has a word.
  mutating func contains(_ word: ArraySlice<UInt32>) -> Bool { dictionary.contains(word) }

  /// The words of ICU's dictionary in a form for bulk work; nil if it has what does not fit.
  func makeTable() -> HanTable? { HanTable(dictionary.trie) }
}

extension HanLattice {
  /// Appends the words of a run of plain Han characters, by the dictionary.
  mutating func cut(
    _ run: Range<Int>, of text: Span<FoldedScalar>, into pieces: inout [WordPiece]
  ) {
    runPath.begin(count: run.count)
    for place in run {
      let origin = place - run.lowerBound
      dictionary.forEachWord(at: place, before: run.upperBound, in: text) { end, cost in
        runPath.relax(from: origin, to: end - run.lowerBound, cost: cost)
      }
    }
    runPath.finish(count: run.count)
    var place = 0
    while place < run.count {
      let end = runPath.end(of: place)
      pieces.append(
        WordPiece(range: run.lowerBound + place..<run.lowerBound + end, kind: .han))
      place = end
    }
  }

  /// Finds the words of all runs in a part of a text, by a table that has the same words.
  ///
  /// What is not Han is a word of its own, so that each run is cut as if it were alone. What takes two
  /// units of UTF-16 is too, which is right only where it is not Han.
  mutating func findWords(in part: Range<Int>, of text: Span<FoldedScalar>, _ table: HanTable) {
    let text = text.extracting(part)
    let count = Self.findCandidates(in: text, table, &candidates)
    Self.findPairs(in: text, table, candidates[..<count], &pairs, &indices)
    path.find(in: text, table, pairs: pairs, dictionary.trie)
  }

  /// Where the word ends that begins at a place, both counted from the beginning of the part.
  @inline(__always)
  func end(of place: Int) -> Int { path.end(of: place) }

  /// Sets the first candidates and returns how many there are.
  private static func findCandidates(
    in text: Span<FoldedScalar>, _ table: HanTable, _ candidates: inout [UInt32]
  ) -> Int {
    if candidates.count < text.count {
      candidates += repeatElement(0, count: text.count - candidates.count)
    }
    guard !text.isEmpty else { return 0 }
    var candidates = candidates.mutableSpan
    var count = 0
    var scalar = text[0].value
    for place in 1..<text.count {
      let next = text[place].value
      // Written in any case and kept if it is one, which takes no branch.
      candidates[count] = UInt32(truncatingIfNeeded: place - 1)
      count &+= table.mayHave(scalar, next)
      scalar = next
    }
    return count
  }

  /// Looks up what stands at the candidates.
  ///
  /// Nothing here depends on what was found, so that the memory is asked for several at once.
  private static func findPairs(
    in text: Span<FoldedScalar>, _ table: HanTable, _ candidates: ArraySlice<UInt32>,
    _ pairs: inout [HanTable.Pair], _ indices: inout [UInt32]
  ) {
    pairs.removeAll(keepingCapacity: true)
    pairs += repeatElement(.none, count: text.count)
    indices.removeAll(keepingCapacity: true)
    let candidates = candidates.span
    indices.append(addingCapacity: candidates.count) { output in
      for number in candidates.indices {
        let place = Int(truncatingIfNeeded: candidates[number])
        let index = table.index(text[place].value, text[place + 1].value)
        output.append(UInt32(truncatingIfNeeded: index))
      }
    }
    let indices = indices.span
    var pairs = pairs.mutableSpan
    for number in candidates.indices {
      let place = Int(truncatingIfNeeded: candidates[number])
      let third = place + 2 < text.count ? text[place + 2].value : 0
      pairs[place] = table.pair(
        at: Int(truncatingIfNeeded: indices[number]), text[place].value, text[place + 1].value,
        before: third)
    }
  }
}
