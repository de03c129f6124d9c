/// The terms of one run or segment, in order, with their postings.
protocol TermSource {
  /// The first eight bytes of the current term, as ``Term/prefix(of:)`` has them.
  var prefix: UInt64 { get }
  /// The bytes from the ninth on.
  var tail: [UInt8] { get }

  /// Moves to the next term; returns false if there is none.
  mutating func next() throws(IndexError) -> Bool

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
    /// Whether the term has more than eight bytes.
    var isLong: Bool
  }

  /// - Parameter sources: Sources that stand before their first term, in the order of their documents.
  /// - Throws: ``IndexError/io(call:path:errno:)`` if reading fails.
  init(_ sources: [Source]) throws(IndexError) {
    self.sources = sources
    for number in sources.indices where try self.sources[number].next() {
      heap.append(Self.head(of: number, in: self.sources))
    }
    for place in heap.indices.reversed() { Self.sink(place, of: &heap, self.sources) }
  }

  @inline(__always)  // This and what follows are called for each term of each source.
  private static func head(of source: Int, in sources: [Source]) -> Head {
    Head(
      prefix: sources[source].prefix, source: source, isLong: !sources[source].tail.isEmpty)
  }

  /// Moves the head at `place` down to where it belongs.
  private static func sink(_ place: Int, of heap: inout [Head], _ sources: [Source]) {
    var heap = heap.mutableSpan
    let head = heap[place]
    var place = place
    while true {
      var child = 2 * place + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, precedes(heap[child + 1], heap[child], sources) { child += 1 }
      guard precedes(heap[child], head, sources) else { break }
      heap[place] = heap[child]
      place = child
    }
    heap[place] = head
  }

  @inline(__always)
  private static func precedes(_ first: Head, _ second: Head, _ sources: [Source]) -> Bool {
    guard first.prefix == second.prefix else { return first.prefix < second.prefix }
    guard first.isLong || second.isLong else { return first.source < second.source }
    return tailsPrecede(first.source, second.source, sources)
  }

  private static func tailsPrecede(_ first: Int, _ second: Int, _ sources: [Source]) -> Bool {
    if sources[first].tail == sources[second].tail { return first < second }
    return sources[first].tail.lexicographicallyPrecedes(sources[second].tail)
  }

  /// Whether `head` has the bytes of `term`, of which the first eight are those of `first`.
  @inline(__always)
  private func isOf(_ term: [UInt8], _ first: Head, _ head: Head) -> Bool {
    guard head.prefix == first.prefix, head.isLong == first.isLong else { return false }
    return !head.isLong
      || sources[head.source].tail.elementsEqual(term[ShortTerm.maximumByteCount...])
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
    Term.append(bytesOf: first.prefix, to: &term)
    if first.isLong { term += sources[first.source].tail }
    while let head = heap.first, isOf(term, first, head) {
      try sources[head.source].readPostings(into: &documents, &frequencies)
      if try sources[head.source].next() {
        heap[0] = Self.head(of: head.source, in: sources)
      } else {
        let last = heap.removeLast()
        if heap.isEmpty { break }
        heap[0] = last
      }
      Self.sink(0, of: &heap, sources)
    }
    return true
  }
}
