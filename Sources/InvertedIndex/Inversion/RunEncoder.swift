/// Writes the terms and postings of a batch as a run.
///
///     for each term, in the order of their bytes {
///       uint8    how many bytes are those of the term before; 0 for the first term
///       uint8    how many bytes follow
///       bytes
///       varint   document frequency
///       for each posting {
///         varint   documents since the one before, those between not counted · 2, + 1 if the
///                  frequency is 1
///         varint   frequency − 2, if it is not 1
///       }
///     }
///
/// Documents are counted from the first one of the batch. ``RunReader`` reads it; a run never outlives
/// the process.
struct RunEncoder: ~Copyable {
  private var writer: GrowingBytes
  private var lastPrefix: UInt64 = 0
  private var lastTail: ArraySlice<UInt8> = []
  private var lastByteCount = 0

  /// - Parameters:
  ///   - terms: The numbers of the terms that occur, in the order in which they do.
  ///   - documentEnds: How many terms occur up to the end of each document.
  ///   - sorted: What the numbers stand for.
  /// - Returns: The bytes of the run.
  static func encode(
    occurrences terms: [UInt32], documentEnds: [Int], sorted: SortedTerms
  ) -> [UInt8] {
    let documents = documents(of: terms, documentEnds, sorted)
    var encoder = RunEncoder(capacity: documents.count * 2)
    var start = 0
    for entry in sorted.entries {
      let end = start + Int(entry.count)
      encoder.append(entry, sorted.tail(of: entry))
      encoder.append(documents, start..<end)
      start = end
    }
    return encoder.writer.bytes
  }

  private init(capacity: Int) {
    writer = GrowingBytes(capacity: capacity)
  }

  /// The documents of all occurrences, those of one term together and ascending, in the order of the
  /// sorted terms.
  private static func documents(
    of terms: [UInt32], _ documentEnds: [Int], _ sorted: SortedTerms
  ) -> [UInt32] {
    var places = [UInt32](repeating: 0, count: sorted.entries.count)
    var sum: UInt32 = 0
    for entry in sorted.entries {
      places[Int(entry.number)] = sum
      sum += entry.count
    }
    var documents = [UInt32](repeating: 0, count: terms.count)
    var target = documents.mutableSpan
    var next = places.mutableSpan
    var index = 0
    for (document, end) in documentEnds.enumerated() {
      while index < end {
        let term = Int(terms[index])
        target[Int(next[term])] = UInt32(truncatingIfNeeded: document)
        next[term] += 1
        index += 1
      }
    }
    return documents
  }

  private mutating func append(_ entry: SortedTerms.Entry, _ tail: ArraySlice<UInt8>) {
    let byteCount = entry.byteCount
    let limit = min(byteCount, lastByteCount)
    var shared = min((entry.prefix ^ lastPrefix).leadingZeroBitCount / 8, limit)
    if shared == ShortTerm.maximumByteCount {
      shared += zip(tail, lastTail).prefix { $0 == $1 }.count
    }
    writer.append(UInt8(truncatingIfNeeded: shared))
    writer.append(UInt8(truncatingIfNeeded: byteCount - shared))
    for index in shared..<max(shared, min(byteCount, ShortTerm.maximumByteCount)) {
      writer.append(UInt8(truncatingIfNeeded: entry.prefix >> UInt64(56 - 8 * index)))
    }
    writer.append(tail.dropFirst(max(0, shared - ShortTerm.maximumByteCount)))
    lastPrefix = entry.prefix
    lastTail = tail
    lastByteCount = byteCount
  }

  /// Appends the postings of one term, whose occurrences are in the documents of `range`.
  private mutating func append(_ documents: [UInt32], _ range: Range<Int>) {
    let documents = documents.span
    var index = range.lowerBound
    // Without a branch, which would be mispredicted as often as not.
    var documentFrequency: UInt32 = 1
    for index in index + 1..<range.upperBound {
      documentFrequency += documents[index] == documents[index - 1] ? 0 : 1
    }
    writer.appendVarint(documentFrequency)
    var next: UInt32 = 0
    while index < range.upperBound {
      let document = documents[index]
      var end = index + 1
      while end < range.upperBound, documents[end] == document { end += 1 }
      let frequency = end - index
      writer.appendVarint((document - next) << 1 | (frequency == 1 ? 1 : 0))
      if frequency > 1 { writer.appendVarint(UInt32(frequency - 2)) }
      next = document + 1
      index = end
    }
  }
}
