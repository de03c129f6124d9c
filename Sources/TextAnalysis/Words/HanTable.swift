/// What ICU's dictionary says of single Han characters and of pairs of them, in a form for bulk work.
///
/// Most words have one or two characters, so that the dictionary itself is only asked for what may be
/// longer. Which pairs begin a word is a bit set by a hash, and how many bits are set before its own is
/// where the entry of a pair is:
///
///     bits  0–13  8192 − what the word costs that the pair is; 0 if it is none
///     bit    14   longer words begin so
///     bit    15   other pairs have the same bit, and are found by their hash
///     bits 16–26  the lower bits of the hash, which with those of the place are all of the pair
///
/// All of it is some 2 MB, because what does not stay in the cache costs more than all else.
struct HanTable: Sendable {
  /// A cost above every path of two characters: no word.
  fileprivate static let noWord: UInt32 = 1 << 13

  /// What is known of a pair: its entry.
  struct Pair {
    fileprivate let entry: UInt32

    /// What no word begins with.
    static let none = Pair(entry: 0)

    /// Whether longer words may begin so.
    @inline(__always) var goesOn: Bool { entry >> Layout.goesOnShift & 1 != 0 }

    /// What the word costs that the pair is, or more than any way if it is none.
    @inline(__always) var cost: UInt32 { HanTable.noWord &- (entry & Layout.costMask) }
  }

  private var costs = [UInt8](
    repeating: UInt8(HanDictionary.unknownCost), count: Int(UInt16.max) + 1)
  private var pairs = BitSet(indexWidth: Layout.pairIndexWidth)
  private var triples = BitSet(indexWidth: Layout.tripleIndexWidth)
  private var entries: [UInt32] = []
  /// For each entry where the walk stands behind the pair.
  private var states: [UInt32] = []
  /// Where the entries of pairs are whose bit another one has.
  private var others: [UInt32: Int] = [:]
  /// What comes behind a pair while the table is made.
  private var thirds: [CharacterTrie.Child] = []

  /// What a scalar costs as a word.
  @inline(__always)
  func cost(of scalar: UInt32) -> UInt32 {
    UInt32(costs[Int(truncatingIfNeeded: min(scalar, UInt32(UInt16.max)))])
  }

  /// 1 if a word may begin with two scalars, else 0.
  @inline(__always)
  func mayHave(_ first: UInt32, _ second: UInt32) -> Int {
    pairs.bit(Layout.hash(first, second))
  }

  /// Where the entry of two scalars is with which a word may begin.
  @inline(__always)
  func index(_ first: UInt32, _ second: UInt32) -> Int { pairs.rank(Layout.hash(first, second)) }

  /// What is known of two scalars with which a word may begin, whose entry is at `index`.
  ///
  /// The pair only goes on if a word may begin with it and the third scalar.
  @inline(__always)
  func pair(at index: Int, _ first: UInt32, _ second: UInt32, before third: UInt32) -> Pair {
    let hash = Layout.hash(first, second)
    let entry = entries[index]
    let isOther: UInt32 = entry >> Layout.tagShift != hash & Layout.tagMask ? 1 : 0
    // What takes two units has the hash of something else.
    let isLong: UInt32 = max(first, second) < firstSupplementary ? 0 : 1
    let isShared = entry >> Layout.sharedShift & 1
    // Both are rare, and the entry of another pair is shifted out without a branch, which would be guessed
    // wrong too often.
    guard isOther & isShared | isLong == 0 else {
      return isLong == 0 ? otherPair(hash, before: third) : .none
    }
    return Pair(entry: stopped(entry &>> (isOther &* 31), hash, third))
  }

  /// Where the walk through the dictionary stands behind two characters that go on.
  func state(behind first: UInt32, _ second: UInt32) -> CharacterTrie.State {
    let hash = Layout.hash(first, second)
    let index = pairs.rank(hash)
    let isOther = entries[index] >> Layout.tagShift != hash & Layout.tagMask
    return CharacterTrie.State(bits: Int(states[isOther ? others[hash] ?? index : index]))
  }

  /// The bytes of memory that the table takes, but for a few.
  var byteCount: Int {
    costs.count + pairs.byteCount + triples.byteCount
      + (entries.count + states.count) * MemoryLayout<UInt32>.size
  }
}

extension HanTable {
  /// An entry that only goes on if a word may begin with a third scalar too.
  @inline(__always)
  private func stopped(_ entry: UInt32, _ hash: UInt32, _ third: UInt32) -> UInt32 {
    let stops = 1 &- triples.bit(Layout.hash(behind: hash, third))
    return entry & ~(UInt32(truncatingIfNeeded: stops) &<< Layout.goesOnShift)
  }

  private func otherPair(_ hash: UInt32, before third: UInt32) -> Pair {
    guard let index = others[hash] else { return .none }
    return Pair(entry: stopped(entries[index], hash, third))
  }

  private enum Layout {
    /// Ten times as many bits as ICU 72 has pairs.
    static let pairIndexWidth = 21
    static let tripleIndexWidth = 20
    static let costMask: UInt32 = 0x3FFF
    static let goesOnShift: UInt32 = 14
    static let sharedShift: UInt32 = 15
    static let tagShift: UInt32 = 16
    static let tagMask: UInt32 = (1 << UInt32(UInt32.bitWidth - pairIndexWidth)) - 1
    // Odd numbers without a pattern, the one of the golden ratio.
    private static let factor: UInt32 = 0x9E37_79B1
    private static let thirdFactor: UInt32 = 0x85EB_CA77

    /// A number that no other pair of units has.
    @inline(__always)
    static func hash(_ first: UInt32, _ second: UInt32) -> UInt32 {
      (first &<< UInt32(UInt16.bitWidth) | second) &* factor
    }

    /// An entry; the cost is nil if the pair is no word.
    static func entry(hash: UInt32, cost: UInt8?, goesOn: Bool) -> UInt32 {
      (hash & tagMask) << tagShift | (goesOn ? 1 << goesOnShift : 0)
        | (cost.map { noWord - UInt32($0) } ?? 0)
    }

    @inline(__always)
    static func hash(behind hash: UInt32, _ third: UInt32) -> UInt32 {
      hash &+ third &* thirdFactor
    }
  }
}

// The making, which takes some milliseconds.
extension HanTable {
  private struct Found {
    let hash: UInt32
    let entry: UInt32
    let state: UInt32
  }

  /// The table of a dictionary; nil if it has what does not fit.
  init?(_ trie: CharacterTrie) {
    var found: [Found] = []
    var firsts: [CharacterTrie.Child] = []
    var seconds: [CharacterTrie.Child] = []
    var stepCount = trie.appendChildren(of: .start, to: &firsts)
    for first in firsts where first.isPlainHan {
      guard let cost = Self.cost(at: first.state, in: trie) else { return nil }
      if let cost { costs[Int(first.unit)] = cost }
      seconds.removeAll(keepingCapacity: true)
      stepCount += trie.appendChildren(of: first.state, to: &seconds)
      for second in seconds where second.isPlainHan {
        let hash = Layout.hash(UInt32(first.unit), UInt32(second.unit))
        stepCount += addTriples(behind: hash, second.state, in: trie)
        guard stepCount < CharacterTrie.maximumStepCount,
          let cost = Self.cost(at: second.state, in: trie),
          let state = UInt32(exactly: second.state.bits)
        else { return nil }
        let goesOn = thirds.contains { $0.isPlainHan }
        guard goesOn || cost != nil else { continue }
        pairs.insert(hash)
        found.append(
          Found(
            hash: hash, entry: Layout.entry(hash: hash, cost: cost, goesOn: goesOn), state: state))
      }
    }
    thirds = []
    pairs.countRanks()
    place(found)
  }

  /// Says with which characters words go on, which are then in `thirds`, and returns the steps it took.
  private mutating func addTriples(
    behind hash: UInt32, _ state: CharacterTrie.State, in trie: CharacterTrie
  ) -> Int {
    thirds.removeAll(keepingCapacity: true)
    let stepCount = trie.appendChildren(of: state, to: &thirds)
    for third in thirds where third.isPlainHan {
      triples.insert(Layout.hash(behind: hash, UInt32(third.unit)))
    }
    return stepCount
  }

  /// What the word costs that ends at a state; a nil inside if none does, and nil if it costs too much.
  private static func cost(at state: CharacterTrie.State, in trie: CharacterTrie) -> UInt8?? {
    guard let value = trie.value(at: state) else { return .some(nil) }
    return UInt8(exactly: value).map { $0 }
  }

  private mutating func place(_ found: [Found]) {
    entries = [UInt32](repeating: 0, count: pairs.count)
    states = [UInt32](repeating: 0, count: pairs.count)
    for pair in found {
      let index = pairs.rank(pair.hash)
      if entries[index] == 0 {
        entries[index] = pair.entry
        states[index] = pair.state
      } else {
        entries[index] |= 1 << Layout.sharedShift
        others[pair.hash] = entries.count
        entries.append(pair.entry)
        states.append(pair.state)
      }
    }
  }
}

extension CharacterTrie.Child {
  fileprivate var isPlainHan: Bool { PlainHan.contains(UInt32(unit)) }
}
