/// The shortest path through the words of a text, which are edges between places of it.
struct WordPath {
  /// While the path is searched for, the cost of the best path to each place and where its last word begins:
  /// both in one number, the cost in the upper half, so that the least number is the first of the best paths.
  ///
  /// Once it is found, at each place of the path where the word ends that begins there.
  private var steps: [UInt64] = []

  private static let costShift: UInt64 = 32
  private static let originMask = UInt64(UInt32.max)
  private static let unreached = UInt64.max
  /// After the end, where pairs that are no words lead.
  private static let margin = 2

  /// Begins with a text of less than 2³¹ places.
  mutating func begin(count: Int) {
    if steps.count < count + Self.margin {
      steps += repeatElement(0, count: count + Self.margin - steps.count)
    }
    var steps = steps.mutableSpan
    steps[0] = 0
    for index in 1..<count + Self.margin { steps[index] = Self.unreached }
  }

  /// Relaxes the edge of one word.
  ///
  /// - Precondition: All edges into `origin` have been relaxed.
  @inline(__always)
  mutating func relax(from origin: Int, to end: Int, cost: UInt32) {
    let base = steps[origin] & ~Self.originMask | UInt64(origin)
    steps[end] = min(steps[end], base + UInt64(cost) << Self.costShift)
  }

  /// Finds the path once all words are relaxed.
  mutating func finish(count: Int) {
    var steps = steps.mutableSpan
    // The path is known from its end, so each place is told where the word that begins there ends.
    var place = count
    var next = count
    while place > 0 {
      let origin = Int(truncatingIfNeeded: steps[place] & Self.originMask)
      steps[place] = UInt64(next)
      (next, place) = (place, origin)
    }
    steps[0] = UInt64(next)
  }

  /// Where the word of the path ends that begins at a place of it.
  @inline(__always)
  func end(of place: Int) -> Int { Int(truncatingIfNeeded: steps[place]) }
}

extension WordPath {
  /// Finds the path through a text by a table, the dictionary that it is of, and what the table has of every
  /// two neighbours.
  mutating func find(
    in text: Span<FoldedScalar>, _ table: HanTable, pairs: [HanTable.Pair], _ trie: CharacterTrie
  ) {
    begin(count: text.count)
    relax(text, table, pairs, trie)
    finish(count: text.count)
  }

  private mutating func relax(
    _ text: Span<FoldedScalar>, _ table: HanTable, _ pairs: [HanTable.Pair], _ trie: CharacterTrie
  ) {
    let pairs = pairs.span
    var steps = steps.mutableSpan
    // The next two steps are not in memory, from where each would have to wait for the one before.
    var (step, next) = (steps[0], Self.unreached)
    for origin in text.indices {
      let base = step & ~Self.originMask | UInt64(origin)
      let pair = pairs[origin]
      step = min(next, base &+ UInt64(table.cost(of: text[origin].value)) &<< Self.costShift)
      // Where no word ends, the cost is above that of any path, which takes no branch.
      next = min(steps[origin + 2], base &+ UInt64(pair.cost) &<< Self.costShift)
      steps[origin + 1] = step
      guard pair.goesOn else { continue }
      let state = table.state(behind: text[origin].value, text[origin + 1].value)
      Self.relaxLonger(text, origin, state, trie, base, &steps)
    }
  }

  /// Relaxes the words of three and more characters.
  private static func relaxLonger(
    _ text: Span<FoldedScalar>, _ origin: Int, _ state: CharacterTrie.State, _ trie: CharacterTrie,
    _ base: UInt64, _ steps: inout MutableSpan<UInt64>
  ) {
    var state = state
    var end = origin + 2
    let limit = min(text.count, origin + HanDictionary.maximumUnitCount)
    while end < limit, text[end].entry.isPlainHan {
      state = trie.next(state, UInt16(truncatingIfNeeded: text[end].value))
      guard !state.isDead else { return }
      end += 1
      guard let cost = trie.value(at: state) else { continue }
      let step = base + UInt64(UInt32(truncatingIfNeeded: cost)) << costShift
      steps[end] = min(steps[end], step)
    }
  }
}
