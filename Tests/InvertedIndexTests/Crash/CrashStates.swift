import TestSupport

/// What a crash may leave of an index that is being written.
struct CrashStates {
  struct State {
    /// The index; nil if there is none.
    var bytes: [UInt8]?
    /// How many calls had been made.
    var callCount: Int
  }

  /// The different states.
  private(set) var all: [State] = []

  /// Makes every state that a killed process leaves, and of those that a loss of power leaves all or,
  /// where there are many, some.
  ///
  /// - Parameters:
  ///   - path: The index.
  ///   - before: What it held before the calls; nil if there was none.
  ///   - calls: The calls of one or more writers.
  ///   - sampleCount: How many states to try after each call.
  ///   - seed: Where the choice begins.
  init(
    path: String, before: [UInt8]?, calls: [RecordedCall], sampleCount: Int, seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    var disk = SimulatedDisk(path: path, before: before)
    var seen: Set<FileBytes?> = []
    for count in 0...calls.count {
      if count > 0 { disk.apply(calls[count - 1]) }
      // What there is after the last call is told apart from what there was before.
      if count == calls.count { seen = [] }
      for bytes in [disk.visible] + disk.states(sampleCount: sampleCount, using: &random)
      where seen.insert(bytes.map { FileBytes($0) }).inserted {
        all.append(State(bytes: bytes, callCount: count))
      }
    }
  }
}
