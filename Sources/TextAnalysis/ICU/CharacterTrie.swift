/// A map from texts in UTF-16 to numbers in the form of ICU's `UCharsTrie`, read where it is.
///
/// The format is described in ICU's `ucharstrie.h`. A trie is a series of nodes of 16-bit units; the
/// first unit of a node says what it is:
///
///     0000–002F        branch: one of several units comes next
///     0030–003F        1 to 16 units come next
///     0040–7FFF        as one of the two, by its lowest six bits, after the value of the text so far
///     8000–FFFF        the value of the text so far, behind which nothing comes
///
/// Nothing that is read is trusted: a damaged trie has other texts and values, but is never read
/// beyond its end, and every walk takes at most a few steps for each unit of the text.
@safe struct CharacterTrie {
  private let units: UnsafeBufferPointer<UInt16>

  /// - Parameter units: What must stay as it is for as long as the trie is used.
  init(units: UnsafeBufferPointer<UInt16>) {
    unsafe self.units = unsafe units
  }

  /// Where a walk has come to.
  struct State: Equatable {
    /// The place of the next unit · 32 + how many units of a node still have to match; or negative.
    fileprivate(set) var bits: Int

    static let start = State(place: 0, pending: 0)
    /// No text of the trie begins so.
    static let dead = State(bits: -1)

    var isDead: Bool { bits < 0 }

    fileprivate var place: Int { bits >> State.pendingBits }
    fileprivate var pending: Int { bits & (1 << State.pendingBits - 1) }
    private static let pendingBits = 5

    init(bits: Int) {
      self.bits = bits
    }

    fileprivate init(place: Int, pending: Int) {
      bits = place << State.pendingBits | pending
    }
  }

  /// The value of the text that was walked; nil if it is only the beginning of others.
  @inline(__always)
  func value(at state: State) -> Int? {
    guard state.pending == 0 else { return nil }
    let lead = unit(state.place)
    guard lead >= Node.firstValue else { return nil }
    return lead & Node.isFinal != 0
      ? finalValue(lead & ~Node.isFinal, at: state.place + 1)
      : intermediateValue(lead, at: state.place + 1)
  }

  /// Goes on by one unit of the text.
  func next(_ state: State, _ wanted: UInt16) -> State {
    let wanted = Int(wanted)
    var place = state.place
    if state.pending > 0 {
      return unit(place) == wanted ? State(place: place + 1, pending: state.pending - 1) : .dead
    }
    var node = unit(place)
    place += 1
    if node >= Node.firstValue {
      guard node & Node.isFinal == 0 else { return .dead }
      place += Compact.intermediate.extraCount(node)
      node &= Node.kindMask
    }
    guard node < Node.firstLinear else {
      return unit(place) == wanted
        ? State(place: place + 1, pending: node - Node.firstLinear) : .dead
    }
    return branch(node, at: place, wanted)
  }
}

extension CharacterTrie {
  /// Thresholds of the first unit of a node.
  private enum Node {
    static let firstLinear = 0x30
    static let firstValue = 0x40
    static let kindMask = 0x3F
    static let isFinal = 0x8000
    /// From as many entries on a branch is searched by halves.
    static let longestList = 5
  }

  /// Numbers in one to three units; the first of them says in how many.
  private struct Compact {
    let firstOfTwo: Int
    let firstOfThree: Int

    static let final = Compact(firstOfTwo: 0x4000, firstOfThree: 0x7FFF)
    static let intermediate = Compact(firstOfTwo: 0x4040, firstOfThree: 0x7FC0)
    static let jump = Compact(firstOfTwo: 0xFC00, firstOfThree: 0xFFFF)

    /// How many units come behind the first.
    @inline(__always)
    func extraCount(_ lead: Int) -> Int {
      lead < firstOfTwo ? 0 : lead < firstOfThree ? 1 : 2
    }
  }

  /// The unit at `place`; a final value behind the end, so that every walk ends there.
  @inline(__always)
  private func unit(_ place: Int) -> Int {
    unsafe place < units.count ? Int(units[place]) : Node.isFinal
  }

  private func long(at place: Int) -> Int {
    unit(place) << 16 | unit(place + 1)
  }

  @inline(__always)
  private func finalValue(_ lead: Int, at place: Int) -> Int {
    switch Compact.final.extraCount(lead) {
    case 0: lead
    case 1: (lead - Compact.final.firstOfTwo) << 16 | unit(place)
    default: long(at: place)
    }
  }

  /// The number shares its first unit with the kind of the node.
  @inline(__always)
  private func intermediateValue(_ lead: Int, at place: Int) -> Int {
    switch Compact.intermediate.extraCount(lead) {
    case 0: lead >> 6 - 1
    case 1: ((lead & ~Node.kindMask) - Compact.intermediate.firstOfTwo) << 10 | unit(place)
    default: long(at: place)
    }
  }

  private func branch(_ node: Int, at start: Int, _ wanted: Int) -> State {
    var place = start
    var count = node + 1
    if node == 0 {
      count = unit(place) + 1
      place += 1
    }
    while count > Node.longestList {
      let pivot = unit(place)
      let lead = unit(place + 1)
      let behind = place + 2 + Compact.jump.extraCount(lead)
      if wanted < pivot {
        count >>= 1
        place = behind + jump(lead, at: place + 2)
      } else {
        count -= count >> 1
        place = behind
      }
    }
    while count > 1 {
      let lead = unit(place + 1)
      let number = lead & ~Node.isFinal
      if unit(place) == wanted {
        guard lead & Node.isFinal == 0 else { return State(place: place + 1, pending: 0) }
        let behind = place + 2 + Compact.final.extraCount(number)
        return State(place: behind + finalValue(number, at: place + 2), pending: 0)
      }
      place += 2 + Compact.final.extraCount(number)
      count -= 1
    }
    return unit(place) == wanted ? State(place: place + 1, pending: 0) : .dead
  }

  @inline(__always)
  private func jump(_ lead: Int, at place: Int) -> Int {
    switch Compact.jump.extraCount(lead) {
    case 0: lead
    case 1: (lead - Compact.jump.firstOfTwo) << 16 | unit(place)
    default: long(at: place)
    }
  }
}

extension CharacterTrie {
  /// A unit that may come next, and where it leads.
  struct Child {
    let unit: UInt16
    let state: State
  }

  /// Appends what may come next, in ascending order unless the trie is damaged.
  ///
  /// - Returns: How many were appended; at most as many as the trie has units.
  func appendChildren(of state: State, to children: inout [Child]) -> Int {
    let countBefore = children.count
    var place = state.place
    if state.pending > 0 {
      append(place, State(place: place + 1, pending: state.pending - 1), to: &children)
      return 1
    }
    var node = unit(place)
    place += 1
    if node >= Node.firstValue {
      guard node & Node.isFinal == 0 else { return 0 }
      place += Compact.intermediate.extraCount(node)
      node &= Node.kindMask
    }
    if node < Node.firstLinear {
      appendBranch(node, at: place, to: &children)
    } else {
      append(place, State(place: place + 1, pending: node - Node.firstLinear), to: &children)
    }
    return children.count - countBefore
  }

  private func append(_ place: Int, _ state: State, to children: inout [Child]) {
    children.append(Child(unit: UInt16(truncatingIfNeeded: unit(place)), state: state))
  }

  private func appendBranch(_ node: Int, at start: Int, to children: inout [Child]) {
    var place = start
    var count = node + 1
    if node == 0 {
      count = unit(place) + 1
      place += 1
    }
    appendBranch(of: count, at: place, to: &children)
  }

  /// Appends the children of a part of a branch; it halves at each step, so that the recursion is flat.
  private func appendBranch(of total: Int, at start: Int, to children: inout [Child]) {
    var (count, place) = (total, start)
    while count > Node.longestList {
      guard unsafe place < units.count else { return }
      let lead = unit(place + 1)
      let behind = place + 2 + Compact.jump.extraCount(lead)
      appendBranch(of: count >> 1, at: behind + jump(lead, at: place + 2), to: &children)
      count -= count >> 1
      place = behind
    }
    while count > 1 {
      guard unsafe place < units.count else { return }
      let lead = unit(place + 1)
      let number = lead & ~Node.isFinal
      let behind = place + 2 + Compact.final.extraCount(number)
      let state =
        lead & Node.isFinal == 0
        ? State(place: behind + finalValue(number, at: place + 2), pending: 0)
        : State(place: place + 1, pending: 0)
      append(place, state, to: &children)
      place = behind
      count -= 1
    }
    append(place, State(place: place + 1, pending: 0), to: &children)
  }
}

extension CharacterTrie {
  /// Ten times the steps through the dictionary of ICU 72; a damaged trie may have no end of them.
  static let maximumStepCount = 10_000_000

  /// How many texts the trie has; fewer if it is damaged and there is no end of them.
  func wordCount() -> Int {
    var count = 0
    var stepCount = 0
    var waiting = [Child(unit: 0, state: .start)]
    while let child = waiting.popLast(), stepCount < Self.maximumStepCount {
      if value(at: child.state) != nil { count += 1 }
      stepCount += appendChildren(of: child.state, to: &waiting)
    }
    return count
  }
}
