/// Reads the terms of one run in order, as ``RunEncoder`` wrote them.
struct RunReader: TermSource {
  /// The longest encoding of a term without its postings: two lengths, its bytes, a varint.
  private static let maximumTermByteCount = 2 + Term.maximumByteCount + maximumVarintByteCount
  private static let maximumVarintByteCount = 5

  private var input: SpilledReader
  /// The number of the run's first document.
  private let base: UInt32
  /// The first eight bytes of the current term, as ``Term/prefix(of:)`` has them.
  private(set) var prefix: UInt64 = 0
  /// The bytes from the ninth on.
  private(set) var tail: [UInt8] = []
  private var occurrenceCount = 0

  /// - Parameters:
  ///   - run: What ``RunEncoder`` wrote.
  ///   - base: The number of its first document.
  ///   - bufferSize: How much of a run that is in a file is read at a time.
  init(_ run: SpilledBytes, base: UInt32, bufferSize: Int) {
    input = SpilledReader(run, bufferSize: bufferSize)
    self.base = base
  }

  /// Moves to the next term; returns false if there is none.
  ///
  /// The postings of the current term must have been read.
  mutating func next() throws(IndexError) -> Bool {
    try input.prepare(Self.maximumTermByteCount)
    guard !input.isAtEnd else { return false }
    let shared = Int(input.byte())
    let end = shared + Int(input.byte())
    if shared < ShortTerm.maximumByteCount {
      prefix &= ~(UInt64.max >> UInt64(8 * shared))
      if !tail.isEmpty { tail.removeAll(keepingCapacity: true) }
    } else {
      tail.removeLast(tail.count - (shared - ShortTerm.maximumByteCount))
    }
    for index in shared..<end {
      let byte = input.byte()
      if index < ShortTerm.maximumByteCount {
        prefix |= UInt64(byte) << UInt64(56 - 8 * index)
      } else {
        tail.append(byte)
      }
    }
    occurrenceCount = Int(input.varint())
    return true
  }

  /// Appends the postings of the current term.
  mutating func readPostings(
    into documents: inout [UInt32], _ frequencies: inout [UInt32]
  ) throws(IndexError) {
    try input.prepare(occurrenceCount * Self.maximumVarintByteCount)
    if occurrenceCount == 1 {
      documents.append(base &+ input.varint() &- 1)
      return frequencies.append(1)
    }
    let first = documents.count
    documents.appendZeros(occurrenceCount)
    frequencies.appendZeros(occurrenceCount)
    let count = readOccurrences(into: &documents, &frequencies, from: first)
    documents.removeLast(documents.count - count)
    frequencies.removeLast(frequencies.count - count)
  }

  /// Sets the postings from `first` on and returns where they end.
  private mutating func readOccurrences(
    into documents: inout [UInt32], _ frequencies: inout [UInt32], from first: Int
  ) -> Int {
    var documents = documents.mutableSpan
    var frequencies = frequencies.mutableSpan
    var document = base &- 1
    var frequency: UInt32 = 0
    var last = first - 1
    var place = input.position
    do {
      let bytes = input.window.span
      for _ in 0..<occurrenceCount {
        let gap = bytes.varint(at: &place)
        document &+= gap
        last += gap == 0 ? 0 : 1
        frequency = gap == 0 ? frequency + 1 : 1
        documents[last] = document
        frequencies[last] = frequency
      }
    }
    input.move(to: place)
    return last + 1
  }
}
