/// Cuts runs of plain Han characters into words of ICU's dictionary, where ICU would cut them.
///
/// As ICU's `CjkBreakEngine` does, it takes the way through the words that costs least, where a word
/// costs about as many as it is rare, and of equal ways the first.
struct HanLattice {
  private var dictionary: HanDictionary
  /// What the best way to each place of the run costs, and where its last word begins.
  private var steps: [Step] = []
  private var ends: [Int] = []

  private struct Step {
    static let unreached = Step(cost: .max, origin: 0)

    var cost: UInt32
    var origin: Int32
  }

  /// Nil if ICU's dictionary cannot be read.
  init?() {
    guard let dictionary = HanDictionary() else { return nil }
    self.dictionary = dictionary
  }

  /// Appends the words of a run of plain Han characters, of less than 2³¹, to `pieces`.
  mutating func cut(_ run: Range<Int>, of text: [FoldedScalar], into pieces: inout [WordPiece]) {
    guard run.count > 1 else {
      pieces.append(WordPiece(range: run, kind: .han))
      return
    }
    let start = run.lowerBound
    if steps.count <= run.count {
      steps += repeatElement(.unreached, count: run.count + 1 - steps.count)
    }
    for index in 0...run.count { steps[index] = .unreached }
    steps[0].cost = 0
    for place in run {
      let origin = place - start
      let cost = steps[origin].cost
      dictionary.forEachWord(at: place, before: run.upperBound, in: text) { end, wordCost in
        let sum = cost &+ wordCost
        if sum < steps[end - start].cost {
          steps[end - start] = Step(cost: sum, origin: Int32(truncatingIfNeeded: origin))
        }
      }
    }
    appendWords(of: run, to: &pieces)
  }

  /// Visits the words of the dictionary at a place, as ``HanDictionary`` does.
  mutating func forEachWord(
    at place: Int, before end: Int, in text: [FoldedScalar],
    _ visit: (_ end: Int, _ cost: UInt32) -> Void
  ) {
    dictionary.forEachWord(at: place, before: end, in: text, visit)
  }

  /// Whether ICU's dictionary has a word.
  mutating func contains(_ word: ArraySlice<UInt32>) -> Bool { dictionary.contains(word) }

  private mutating func appendWords(of run: Range<Int>, to pieces: inout [WordPiece]) {
    ends.removeAll(keepingCapacity: true)
    var place = run.count
    while place > 0 {
      ends.append(place)
      place = Int(steps[place].origin)
    }
    for end in ends.reversed() {
      pieces.append(
        WordPiece(range: run.lowerBound + place..<run.lowerBound + end, kind: .han))
      place = end
    }
  }
}
