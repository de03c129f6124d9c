/// How often each run of one to five characters occurs, as far as it occurs often.
///
/// Counted in passes: a longer run can only be frequent if the two that it is made of are. A run is
/// known by the number of its beginning among the shorter ones and its last character.
struct GramCounts {
  /// The longest run: few words are longer that are not made of others.
  static let maximumLength = 5
  /// The most different runs that a pass keeps at once, in some 100 MB; beyond it those that occurred
  /// once so far are forgotten, so that in very large collections rare ones may be missed.
  private static let maximumEntryCount = 2 << 20
  private static let scalarBits: UInt64 = 21

  /// The runs of one length.
  private struct Level {
    var numbers: [UInt64: Int32] = [:]
    var counts: [Int] = []
    /// The number of the beginning and the last character of each.
    var parts: [(beginning: Int32, last: UInt32)] = []
  }

  private let minimum: Int
  private(set) var characterCount = 0
  private var singles: [UInt32: Int] = [:]
  private var levels: [Level] = []
  private var pass: [UInt64: Int] = [:]

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
    let number = numbers(of: run, length: run.count).first ?? -1
    return number < 0 ? 0 : levels[run.count - 2].counts[Int(number)]
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

  /// For each place of a run the number of what stands there in so many characters; −1 if that is not
  /// frequent.
  func numbers(of run: ArraySlice<UInt32>, length: Int) -> [Int32] {
    guard run.count >= length else { return [] }
    var numbers = run.dropLast().map { Int32($0) }
    for size in 2...length {
      let level = levels[size - 2]
      for index in 0...(run.count - size) {
        let isPossible = size == 2 || (numbers[index] >= 0 && numbers[index + 1] >= 0)
        let last = run[run.startIndex + index + size - 1]
        numbers[index] =
          isPossible ? level.numbers[Self.key(numbers[index], last)] ?? -1 : -1
      }
      numbers.removeLast(numbers.count - (run.count - size + 1))
    }
    return numbers
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
    let numbers = numbers(of: run, length: length - 1)
    for index in numbers.indices.dropLast() where numbers[index] >= 0 && numbers[index + 1] >= 0 {
      add(Self.key(numbers[index], run[run.startIndex + index + length - 1]))
    }
  }

  private mutating func add(_ key: UInt64) {
    pass[key, default: 0] += 1
    if pass.count > Self.maximumEntryCount { pass = pass.filter { $0.value > 1 } }
  }

  /// Keeps the frequent runs of a pass, numbered in the order of their keys.
  private mutating func closePass(length: Int) {
    var level = Level()
    let frequent = pass.filter { $0.value >= minimum }.sorted { $0.key < $1.key }
    for (key, count) in frequent {
      level.numbers[key] = Int32(level.counts.count)
      level.counts.append(count)
      level.parts.append(
        (
          Int32(truncatingIfNeeded: key >> Self.scalarBits),
          UInt32(truncatingIfNeeded: key & (1 << Self.scalarBits - 1))
        ))
    }
    levels.append(level)
    pass = [:]
  }
}
