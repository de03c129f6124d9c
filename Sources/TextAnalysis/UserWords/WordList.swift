/// Words in the order of their scalars, in which those that begin at a place of a text are found by
/// narrowing a range scalar by scalar.
///
/// It needs no more memory than the words themselves, and nothing has to be built but the order.
struct WordList: Sendable, Equatable {
  /// What no word contains.
  static let terminator: UInt32 = 0xFFFF_FFFF

  private var scalars: [UInt32] = []
  /// Where each word begins in `scalars`, and where the last one ends.
  private var starts: [Int] = [0]
  private var costs: [UInt32] = []
  /// The words with each first scalar.
  private var groups: [UInt32: Range<Int>] = [:]

  var count: Int { costs.count }

  /// - Parameter words: Words that are not empty, and their costs.
  init(_ words: [[UInt32]: UInt32]) {
    for (word, cost) in words.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      guard let first = word.first else { continue }
      groups[first] = (groups[first]?.lowerBound ?? costs.count)..<costs.count + 1
      scalars += word
      starts.append(scalars.count)
      costs.append(cost)
    }
  }

  func forEach(_ body: (ArraySlice<UInt32>, _ cost: UInt32) -> Void) {
    for index in costs.indices { body(scalars[starts[index]..<starts[index + 1]], costs[index]) }
  }

  /// Visits the words that begin at a place of a text, the shortest first.
  func forEachWord(
    at place: Int, in text: [FoldedScalar], _ visit: (_ end: Int, _ cost: UInt32) -> Void
  ) {
    guard var range = groups[text[place].value] else { return }
    var length = 1
    while true {
      if self.length(range.lowerBound) == length {
        visit(place + length, costs[range.lowerBound])
        range = range.lowerBound + 1..<range.upperBound
      }
      guard !range.isEmpty, place + length < text.count else { return }
      range = narrowed(range, to: text[place + length].value, at: length)
      guard !range.isEmpty else { return }
      length += 1
    }
  }

  /// Whether a part of a text is one of the words.
  func contains(_ range: Range<Int>, of text: [FoldedScalar]) -> Bool {
    var found = false
    forEachWord(at: range.lowerBound, in: text) { end, _ in
      found = found || end == range.upperBound
    }
    return found
  }

  private func length(_ index: Int) -> Int { starts[index + 1] - starts[index] }

  /// The words of a range, all longer than `offset`, that have a scalar there.
  private func narrowed(_ range: Range<Int>, to scalar: UInt32, at offset: Int) -> Range<Int> {
    let start = firstIndex(in: range) { scalars[starts[$0] + offset] >= scalar }
    let end = firstIndex(in: start..<range.upperBound) { scalars[starts[$0] + offset] > scalar }
    return start..<end
  }

  /// The first index for which `isBehind` holds, as it does for all that follow.
  private func firstIndex(in range: Range<Int>, where isBehind: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
