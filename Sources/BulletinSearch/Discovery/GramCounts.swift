/// How often each run of one to five characters occurs, as far as it occurs often.
///
/// Counted in passes: a longer run can only be frequent if the two that it is made of are. A run is
/// known by the number of its beginning among the shorter ones and its last character.
struct GramCounts {
  /// The longest run: few words are longer that are not made of others.
  static let maximumLength = 5
  /// The most different runs that a pass keeps at once, in some 50 MB; beyond it those that occurred
  /// once so far are forgotten, so that in very large collections rare ones may be missed.
  private static let maximumEntryCount = 2 << 20
  private static let scalarBits: UInt64 = 21

  /// The runs of one length.
  private struct Level {
    var numbers = GramTable()
    var counts: [Int] = []
    /// The number of the beginning and the last character of each.
    var parts: [(beginning: Int32, last: UInt32)] = []
  }

  private let minimum: Int
  private(set) var characterCount = 0
  private var singles: [UInt32: Int] = [:]
  private var levels: [Level] = []
  private var pass = GramTable()
  /// Room that is used again.
  private var placeNumbers: [Int32] = []

  /// Counts the runs of two and more characters that occur so often.
  init(_ runs: HanRuns, minimum: Int) throws {
    self.minimum = minimum
    for length in 2...Self.maximumLength {
      try runs.forEach { run, _ in count(run, length: length) }
      closePass(length: length)
    }
  }

  /// How many runs of a length there are.
  func count(ofLength length: Int) -> Int { levels[length - 2].counts.count }

  /// How often the run with a number occurs.
  func occurrences(_ number: Int, length: Int) -> Int { levels[length - 2].counts[number] }

  /// How often a run occurs; 0 if it is not frequent.
  func occurrences(of run: ArraySlice<UInt32>) -> Int {
    guard run.count > 1 else { return run.first.flatMap { singles[$0] } ?? 0 }
    var occurrences = 0
    var numbers: [Int32] = []
    forEachNumber(of: run, upTo: run.count, using: &numbers) { length, _, number in
      if length == run.count { occurrences = levels[length - 2].counts[number] }
    }
    return occurrences
  }

  /// The characters of the run with a number.
  func scalars(_ number: Int, length: Int) -> [UInt32] {
    var scalars: [UInt32] = []
    var number = Int32(number)
    for level in levels[...(length - 2)].reversed() {
      let parts = level.parts[Int(number)]
      scalars.append(parts.last)
      number = parts.beginning
    }
    // That of a pair is a character itself.
    scalars.append(UInt32(number))
    return scalars.reversed()
  }

  /// Visits what stands in a run and is frequent, the short before the long.
  ///
  /// - Parameters:
  ///   - run: The characters.
  ///   - length: The longest to visit.
  ///   - numbers: Room that is used again.
  ///   - visit: Called with the length, the place in the run from 0, and the number.
  @inline(__always)
  func forEachNumber(
    of run: ArraySlice<UInt32>, upTo length: Int, using numbers: inout [Int32],
    _ visit: (_ length: Int, _ place: Int, _ number: Int) -> Void
  ) {
    start(&numbers, run)
    for size in 2...length where size <= run.count {
      advance(&numbers, run, to: size)
      for place in 0...(run.count - size) where numbers[place] >= 0 {
        visit(size, place, Int(numbers[place]))
      }
    }
  }
}

extension GramCounts {
  private static func key(_ beginning: Int32, _ last: UInt32) -> UInt64 {
    UInt64(UInt32(bitPattern: beginning)) << scalarBits | UInt64(last)
  }

  private mutating func count(_ run: ArraySlice<UInt32>, length: Int) {
    guard length > 2 else {
      characterCount += run.count
      for scalar in run { singles[scalar, default: 0] += 1 }
      for (first, second) in zip(run, run.dropFirst()) { add(Self.key(Int32(first), second)) }
      return
    }
    guard run.count >= length else { return }
    var numbers: [Int32] = []
    swap(&numbers, &placeNumbers)
    start(&numbers, run)
    for size in 2..<length { advance(&numbers, run, to: size) }
    for place in 0...(run.count - length) where numbers[place] >= 0 && numbers[place + 1] >= 0 {
      add(Self.key(numbers[place], run[run.startIndex + place + length - 1]))
    }
    placeNumbers = numbers
  }

  /// At each place the character itself.
  private func start(_ numbers: inout [Int32], _ run: ArraySlice<UInt32>) {
    numbers.removeAll(keepingCapacity: true)
    for scalar in run { numbers.append(Int32(truncatingIfNeeded: scalar)) }
  }

  /// At each place the number of what stands there in `size` characters, from those of one less; −1
  /// if that is not frequent.
  private func advance(_ numbers: inout [Int32], _ run: ArraySlice<UInt32>, to size: Int) {
    for place in 0...(run.count - size) {
      guard numbers[place] >= 0, numbers[place + 1] >= 0 else {
        numbers[place] = -1
        continue
      }
      let key = Self.key(numbers[place], run[run.startIndex + place + size - 1])
      numbers[place] = levels[size - 2].numbers[key] ?? -1
    }
  }

  private mutating func add(_ key: UInt64) {
    pass.increment(key)
    if pass.count > Self.maximumEntryCount { pass.removeAll(below: 2) }
  }

  /// Keeps the frequent runs of a pass, numbered in the order of their keys.
  private mutating func closePass(length: Int) {
    var level = Level()
    for (key, count) in pass.entries(atLeast: Int32(clamping: minimum)) {
      level.numbers[key] = Int32(level.counts.count)
      level.counts.append(Int(count))
      level.parts.append(
        (
          Int32(truncatingIfNeeded: key >> Self.scalarBits),
          UInt32(truncatingIfNeeded: key & (1 << Self.scalarBits - 1))
        ))
    }
    levels.append(level)
    pass = GramTable()
  }
}
