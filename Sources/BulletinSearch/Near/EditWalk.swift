internal import TextAnalysis

/// Finds the texts within an edit distance of a run whose pairs of neighbours the index has.
///
/// The run is read from left to right; at each character it may go on as it is or be edited, and goes
/// on only with pairs that exist. Only Han characters are edited. Characters are not put in before the
/// run or behind it: a text that holds the run holds nothing new.
struct EditWalk {
  /// How many characters are tried for a place whose neighbours are known, with two edits.
  private static let breadth = 24
  /// How many are tried for a place whose right neighbour is edited too.
  private static let openBreadth = 8
  /// How many texts are kept.
  private static let maximumCandidateCount = 50_000

  private let run: [UInt32]
  private let maximumDistance: Int
  private let vocabulary: Vocabulary
  /// For each place, the rarest pair of the run from there on; 0 if one does not exist.
  private var bounds: [Int]
  private(set) var candidates = NearCandidates()

  /// - Throws: `IndexError` if the index is damaged.
  init(_ run: [UInt32], maximumDistance: Int, vocabulary: Vocabulary) throws {
    self.run = run
    self.maximumDistance = maximumDistance
    self.vocabulary = vocabulary
    bounds = Array(repeating: .max, count: run.count + 1)
    for index in run.indices.dropLast().reversed() {
      let frequency = try vocabulary.frequency(of: run[index], before: run[index + 1])
      bounds[index] = min(bounds[index + 1], frequency)
    }
    try visit(0, edits: 0, text: [], bound: .max)
  }
}

extension EditWalk {
  /// Goes on from character `index` of the run, behind `text`.
  private mutating func visit(_ index: Int, edits: Int, text: [UInt32], bound: Int) throws {
    guard candidates.texts.count < Self.maximumCandidateCount else { return }
    guard edits < maximumDistance else {
      return try finish(index, edits: edits, text: text, bound: bound)
    }
    guard index < run.count else { return record(text, edits: edits, bound: bound) }
    if let bound = try link(text, run[index], bound) {
      try visit(index + 1, edits: edits, text: text + [run[index]], bound: bound)
    }
    if !text.isEmpty, text.last?.isIdeograph == true || run[index].isIdeograph {
      try branch(
        next: index, edits: edits, text: text, bound: bound, followedBy: run[index], except: nil)
    }
    guard run[index].isIdeograph else { return }
    try visit(index + 1, edits: edits + 1, text: text, bound: bound)
    let following = index + 1 < run.count ? run[index + 1] : nil
    try branch(
      next: index + 1, edits: edits, text: text, bound: bound, followedBy: following,
      except: run[index])
    try swap(index, edits: edits, text: text, bound: bound)
  }

  /// Tries other characters behind `text`, after which the run goes on at `next`.
  private mutating func branch(
    next: Int, edits: Int, text: [UInt32], bound: Int, followedBy following: UInt32?,
    except: UInt32?
  ) throws {
    let left = text.last
    let mayEditNext = edits + 1 < maximumDistance
    var tried: Set<UInt32> = except.map { [$0] } ?? []
    let known = try vocabulary.characters(between: left, and: following)
    var choices = Array(maximumDistance > 1 ? known.prefix(Self.breadth) : known[...])
    if mayEditNext, following != nil {
      choices += try vocabulary.characters(between: left, and: nil).prefix(Self.openBreadth)
    }
    for choice in choices where tried.insert(choice.scalar).inserted {
      // The first character of a text has no pair yet.
      let linked = try left == nil ? bound : link(text, choice.scalar, bound)
      guard let linked else { continue }
      try visit(next, edits: edits + 1, text: text + [choice.scalar], bound: linked)
    }
  }

  /// Swaps a character with the next one.
  private mutating func swap(_ index: Int, edits: Int, text: [UInt32], bound: Int) throws {
    guard index + 1 < run.count, run[index] != run[index + 1], run[index + 1].isIdeograph,
      let first = try link(text, run[index + 1], bound)
    else { return }
    let swapped = text + [run[index + 1]]
    guard let second = try link(swapped, run[index], first) else { return }
    try visit(index + 2, edits: edits + 1, text: swapped + [run[index]], bound: second)
  }

  /// Takes the rest of the run as it is, if its pairs exist.
  private mutating func finish(_ index: Int, edits: Int, text: [UInt32], bound: Int) throws {
    guard index < run.count else { return record(text, edits: edits, bound: bound) }
    guard bounds[index] > 0, let linked = try link(text, run[index], bound) else { return }
    record(text + run[index...], edits: edits, bound: min(linked, bounds[index]))
  }

  /// The rarest pair when `scalar` follows `text`; nil if there is no such pair.
  private func link(_ text: [UInt32], _ scalar: UInt32, _ bound: Int) throws -> Int? {
    guard let last = text.last else { return bound }
    let frequency = try vocabulary.frequency(of: last, before: scalar)
    return frequency > 0 ? min(bound, frequency) : nil
  }

  private mutating func record(_ text: [UInt32], edits: Int, bound: Int) {
    // The run itself is known, and what holds it holds nothing new.
    guard text.count > 1, edits > 0, !text.holds(run) else { return }
    candidates.add(
      NearText(
        scalars: text, distance: edits, hasSameReading: Pinyin.shared.areHomophones(text, run),
        documentFrequency: bound))
  }
}

extension Pinyin {
  /// Whether two texts are read the same, tones apart; what has no reading has to be equal.
  func areHomophones(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { $0 == $1 || areHomophones($0, $1) }
  }
}
