/// The terms of a ``GramList`` in the order of their bytes, each with its documents.
///
/// Two passes of a counting sort put pairs in order, first by their second character and then by their
/// first: for each character a place in memory is written to, and none is looked for. What the first
/// pass gives are the occurrences of the single characters too.
///
/// A record has a character's number above and a document below.
struct SortedGrams<Record: FixedWidthInteger & UnsignedInteger> {
  /// The occurrences of each character, in order, with the number of the character before.
  private let singles: [Record]
  /// The pairs that begin with each character, in order, with the number of the second one.
  private let pairs: [Record]
  private let pairStarts: [UInt32]
  private let alphabet: GramAlphabet
  private let list: GramList
  private let documentBits: Record

  /// - Precondition: A number of `alphabet` and a document fit a record.
  init(_ list: GramList, _ alphabet: GramAlphabet) {
    self.list = list
    self.alphabet = alphabet
    documentBits = Record(Self.bitCount(list.documentEnds.count))
    singles = Self.singles(list, alphabet, documentBits)
    pairStarts = Self.pairStarts(singles, alphabet, documentBits)
    pairs = Self.pairs(singles, alphabet, pairStarts, documentBits)
  }

  /// Whether records are wide enough.
  static func fits(_ list: GramList, _ alphabet: GramAlphabet) -> Bool {
    bitCount(list.documentEnds.count) + bitCount(alphabet.count) <= Record.bitWidth
  }

  private static func bitCount(_ count: Int) -> Int { Int.bitWidth - count.leadingZeroBitCount }

  /// Calls `body` with each term and the records of its occurrences, whose lowest bits, as many as
  /// those of `mask`, are the documents.
  @inline(__always)  // Calls for each term of all runs.
  func forEach(
    _ body: (_ term: ShortTerm, _ records: Span<Record>, _ mask: Record) -> Void
  ) {
    let (singles, pairs) = (singles.span, pairs.span)
    let mask = Record(1) &<< documentBits &- 1
    for number in 1..<alphabet.count {
      let first = UTF8Key(alphabet.scalars[number])
      let range = Int(alphabet.starts[number])..<Int(alphabet.starts[number + 1])
      body(list.term(first), singles.extracting(range), mask)
      var start = Int(pairStarts[number])
      let end = Int(pairStarts[number + 1])
      while start < end {
        let second = pairs[start] &>> documentBits
        var next = start + 1
        while next < end, pairs[next] &>> documentBits == second { next += 1 }
        let term = list.term(first, UTF8Key(alphabet.scalars[Int(second)]))
        body(term, pairs.extracting(start..<next), mask)
        start = next
      }
    }
  }
}

extension SortedGrams {
  /// All characters and gaps by number, each with the number before it.
  private static func singles(
    _ list: GramList, _ alphabet: GramAlphabet, _ documentBits: Record
  ) -> [Record] {
    var records = [Record](repeating: 0, count: list.scalars.count)
    var starts = alphabet.starts
    var target = records.mutableSpan
    var next = starts.mutableSpan
    let scalars = list.scalars.span
    let numbers = alphabet.numbers.span
    var previous: Record = 0
    var index = 0
    for (document, end) in list.documentEnds.enumerated() {
      while index < end {
        let number = numbers[Int(scalars[index])]
        let place = next[Int(number)]
        target[Int(place)] = previous &<< documentBits | Record(truncatingIfNeeded: document)
        next[Int(number)] = place &+ 1
        previous = Record(truncatingIfNeeded: number)
        index += 1
      }
    }
    return records
  }

  /// Where the pairs that begin with each number begin, and where all end; those of gaps are characters
  /// that no other stands before.
  private static func pairStarts(
    _ singles: [Record], _ alphabet: GramAlphabet, _ documentBits: Record
  ) -> [UInt32] {
    // Each character begins a pair, but those before gaps.
    var counts = alphabet.starts.indices.dropLast().map {
      alphabet.starts[$0 + 1] - alphabet.starts[$0]
    }
    let gapCount = Int(counts[0])
    for record in singles[..<gapCount] where record &>> documentBits != 0 {
      counts[Int(record &>> documentBits)] -= 1
    }
    counts[0] = UInt32(singles.count - gapCount) - counts.dropFirst().reduce(0, +)
    var starts: [UInt32] = [0]
    for count in counts { starts.append((starts.last ?? 0) + count) }
    return starts
  }

  /// All pairs by the number of their first character, and those of one first by that of their second.
  private static func pairs(
    _ singles: [Record], _ alphabet: GramAlphabet, _ pairStarts: [UInt32], _ documentBits: Record
  ) -> [Record] {
    var records = [Record](repeating: 0, count: Int(pairStarts.last ?? 0))
    var starts = pairStarts
    var target = records.mutableSpan
    var next = starts.mutableSpan
    let singles = singles.span
    let mask = Record(1) &<< documentBits &- 1
    for number in 1..<alphabet.count {
      let second = Record(truncatingIfNeeded: number) &<< documentBits
      for index in Int(alphabet.starts[number])..<Int(alphabet.starts[number + 1]) {
        let record = singles[index]
        let first = Int(truncatingIfNeeded: record &>> documentBits)
        let place = next[first]
        target[Int(place)] = second | record & mask
        next[first] = place &+ 1
      }
    }
    return records
  }
}
