/// Goes through the terms of several runs.
typealias RunMerger = TermMerger<RunReader>

extension RunMerger {
  /// How much of runs in a file is held in memory, all together.
  private static var bufferLimit: Int { 32 << 20 }
  private static var smallestBuffer: Int { 16 << 10 }
  private static var largestBuffer: Int { 1 << 20 }

  /// - Parameter runs: The runs in the order of their documents, each with the number of its first one.
  /// - Throws: ``IndexError/io(call:path:errno:)`` if reading fails.
  init(_ runs: [(bytes: SpilledBytes, base: UInt32)]) throws(IndexError) {
    let share = Self.bufferLimit / max(runs.count, 1)
    let bufferSize = min(max(share, Self.smallestBuffer), Self.largestBuffer)
    try self.init(runs.map { RunReader($0.bytes, base: $0.base, bufferSize: bufferSize) })
  }
}
