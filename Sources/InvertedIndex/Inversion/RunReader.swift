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
  private var byteCount = 0
  private var documentFrequency = 0

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
    byteCount = end
    if shared < ShortTerm.maximumByteCount {
      prefix &= ~(UInt64.max >> UInt64(8 * shared))
      tail.removeAll(keepingCapacity: true)
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
    documentFrequency = Int(input.varint())
    return true
  }

  /// Appends the bytes of the current term to `bytes`.
  func append(to bytes: inout [UInt8]) {
    bytes.append(addingCapacity: ShortTerm.maximumByteCount) { output in
      for index in 0..<min(byteCount, ShortTerm.maximumByteCount) {
        output.append(UInt8(truncatingIfNeeded: prefix >> UInt64(56 - 8 * index)))
      }
    }
    bytes += tail
  }

  /// Appends the postings of the current term.
  mutating func readPostings(
    into documents: inout [UInt32], _ frequencies: inout [UInt32]
  ) throws(IndexError) {
    try input.prepare(documentFrequency * 2 * Self.maximumVarintByteCount)
    var next = base
    documents.makeRoom(for: documentFrequency)
    frequencies.makeRoom(for: documentFrequency)
    documents.append(addingCapacity: documentFrequency) { documents in
      frequencies.append(addingCapacity: documentFrequency) { frequencies in
        for _ in 0..<documentFrequency {
          let code = input.varint()
          let document = next + code >> 1
          documents.append(document)
          frequencies.append(code & 1 == 1 ? 1 : input.varint() + 2)
          next = document + 1
        }
      }
    }
  }
}
