/// Goes through the terms of several runs in the order of their bytes, each term once.
struct RunMerger {
  /// How much of runs in a file is held in memory, all together.
  private static let bufferLimit = 32 << 20
  private static let smallestBuffer = 16 << 10
  private static let largestBuffer = 1 << 20

  private var readers: [RunReader] = []
  /// A binary heap of the runs that have a term: the one with the lowest term on top, and of equal
  /// terms that of the earliest run.
  private var heap: [Head] = []

  private struct Head {
    var prefix: UInt64
    var run: Int
  }

  /// - Parameter runs: The runs in the order of their documents, each with the number of its first one.
  /// - Throws: ``IndexError/io(call:path:errno:)`` if reading fails.
  init(_ runs: [(bytes: SpilledBytes, base: UInt32)]) throws(IndexError) {
    let share = Self.bufferLimit / max(runs.count, 1)
    let bufferSize = min(max(share, Self.smallestBuffer), Self.largestBuffer)
    for (number, run) in runs.enumerated() {
      readers.append(RunReader(run.bytes, base: run.base, bufferSize: bufferSize))
      guard try readers[number].next() else { continue }
      heap.append(Head(prefix: readers[number].prefix, run: number))
    }
    for place in heap.indices.reversed() { sink(place) }
  }

  /// Reads the next term with its postings in all runs; returns false after the last one.
  mutating func next(
    term: inout [UInt8], documents: inout [UInt32], frequencies: inout [UInt32]
  ) throws(IndexError) -> Bool {
    term.removeAll(keepingCapacity: true)
    documents.removeAll(keepingCapacity: true)
    frequencies.removeAll(keepingCapacity: true)
    guard let first = heap.first else { return false }
    readers[first.run].append(to: &term)
    let tail = readers[first.run].tail
    while let head = heap.first, head.prefix == first.prefix, readers[head.run].tail == tail {
      try readers[head.run].readPostings(into: &documents, &frequencies)
      if try readers[head.run].next() {
        heap[0].prefix = readers[head.run].prefix
      } else {
        let last = heap.removeLast()
        if heap.isEmpty { break }
        heap[0] = last
      }
      sink(0)
    }
    return true
  }

  /// Moves the head at `place` down to where it belongs.
  private mutating func sink(_ place: Int) {
    let head = heap[place]
    var place = place
    while true {
      var child = 2 * place + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, precedes(heap[child + 1], heap[child]) { child += 1 }
      guard precedes(heap[child], head) else { break }
      heap[place] = heap[child]
      place = child
    }
    heap[place] = head
  }

  @inline(__always)  // A million runs and terms are compared ten times each.
  private func precedes(_ first: Head, _ second: Head) -> Bool {
    guard first.prefix == second.prefix else { return first.prefix < second.prefix }
    return tailsPrecede(first.run, second.run)
  }

  private func tailsPrecede(_ first: Int, _ second: Int) -> Bool {
    if readers[first].tail == readers[second].tail { return first < second }
    return readers[first].tail.lexicographicallyPrecedes(readers[second].tail)
  }
}
