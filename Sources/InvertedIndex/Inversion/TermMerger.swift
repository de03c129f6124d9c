/// The terms of one run or segment, in order, with their postings.
protocol TermSource {
  /// The first eight bytes of the current term, as ``Term/prefix(of:)`` has them.
  var prefix: UInt64 { get }
  /// The bytes from the ninth on.
  var tail: [UInt8] { get }

  /// Moves to the next term; returns false if there is none.
  mutating func next() throws(IndexError) -> Bool

  /// Appends the bytes of the current term to `bytes`.
  func append(to bytes: inout [UInt8])

  /// Appends the postings of the current term; to be called once for each term.
  mutating func readPostings(
    into documents: inout [UInt32], _ frequencies: inout [UInt32]
  ) throws(IndexError)
}

/// Goes through the terms of several sources in the order of their bytes, each term once.
struct TermMerger<Source: TermSource> {
  private var sources: [Source]
  /// A binary heap of the sources that have a term: the one with the lowest term on top, and of equal
  /// terms that of the first source.
  private var heap: [Head] = []

  private struct Head {
    var prefix: UInt64
    var source: Int
  }

  /// - Parameter sources: Sources that stand before their first term, in the order of their documents.
  /// - Throws: ``IndexError/io(call:path:errno:)`` if reading fails.
  init(_ sources: [Source]) throws(IndexError) {
    self.sources = sources
    for number in sources.indices where try self.sources[number].next() {
      heap.append(Head(prefix: self.sources[number].prefix, source: number))
    }
    for place in heap.indices.reversed() { sink(place) }
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

  @inline(__always)  // A million terms are compared ten times each.
  private func precedes(_ first: Head, _ second: Head) -> Bool {
    guard first.prefix == second.prefix else { return first.prefix < second.prefix }
    return tailsPrecede(first.source, second.source)
  }

  private func tailsPrecede(_ first: Int, _ second: Int) -> Bool {
    if sources[first].tail == sources[second].tail { return first < second }
    return sources[first].tail.lexicographicallyPrecedes(sources[second].tail)
  }
}

extension TermMerger: TermSequence {
  mutating func next(
    term: inout [UInt8], documents: inout [UInt32], frequencies: inout [UInt32]
  ) throws(IndexError) -> Bool {
    term.removeAll(keepingCapacity: true)
    documents.removeAll(keepingCapacity: true)
    frequencies.removeAll(keepingCapacity: true)
    guard let first = heap.first else { return false }
    sources[first.source].append(to: &term)
    let tail = sources[first.source].tail
    while let head = heap.first, head.prefix == first.prefix, sources[head.source].tail == tail {
      try sources[head.source].readPostings(into: &documents, &frequencies)
      if try sources[head.source].next() {
        heap[0].prefix = sources[head.source].prefix
      } else {
        let last = heap.removeLast()
        if heap.isEmpty { break }
        heap[0] = last
      }
      sink(0)
    }
    return true
  }
}
