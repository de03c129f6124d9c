/// Writes the terms and postings of a batch as a run.
///
///     for each term, in the order of their bytes {
///       uint8    how many bytes are those of the term before; 0 for the first term
///       uint8    how many bytes follow
///       bytes
///       varint   how often it occurs
///       for each occurrence {
///         varint   documents since the occurrence before: 0 if it is in the same one
///       }
///     }
///
/// Before the first occurrence comes document −1, and documents are counted from the first one of the batch.
/// That an occurrence and not a posting has a number takes no branches to write and none to read, which would
/// often be guessed wrong. ``RunReader`` reads it; a run never outlives
/// the process.
struct RunEncoder: ~Copyable {
  /// About how many bytes a run has for each occurrence of a term, and for each character of grams.
  private static let usualOccurrenceByteCount = 2
  private static let usualCharacterByteCount = 4

  private var writer: GrowingBytes
  private var lastPrefix: UInt64 = 0
  private var lastTail: ArraySlice<UInt8> = []
  private var lastByteCount = 0

  /// The terms besides grams.
  private let sorted: SortedTerms
  /// Their documents, in their order.
  private let documents: [UInt32]
  /// The next of those terms, and where its documents begin.
  private var nextEntry = 0
  private var nextStart = 0

  /// - Parameters:
  ///   - terms: The numbers of the terms that occur, in the order in which they do.
  ///   - documentEnds: How many terms occur up to the end of each document.
  ///   - sorted: What the numbers stand for.
  ///   - grams: What else occurs: lists of different marks.
  /// - Returns: The bytes of the run.
  static func encode(
    occurrences terms: [UInt32], documentEnds: [Int], sorted: SortedTerms, grams: [GramList]
  ) -> [UInt8] {
    var encoder = RunEncoder(
      sorted, documents(of: terms, documentEnds, sorted),
      gramCount: grams.reduce(0) { $0 + $1.scalars.count })
    // Marks are below all characters.
    for list in grams.sorted(by: { ($0.mark ?? .max) < ($1.mark ?? .max) }) {
      let alphabet = GramAlphabet(list)
      if SortedGrams<UInt32>.fits(list, alphabet) {
        encoder.append(SortedGrams<UInt32>(list, alphabet))
      } else {
        encoder.append(SortedGrams<UInt64>(list, alphabet))
      }
    }
    while encoder.nextEntry < sorted.entries.count { encoder.appendEntry() }
    return encoder.writer.bytes
  }

  private init(_ sorted: SortedTerms, _ documents: [UInt32], gramCount: Int) {
    self.sorted = sorted
    self.documents = documents
    writer = GrowingBytes(
      capacity: Self.usualOccurrenceByteCount * documents.count
        + Self.usualCharacterByteCount * gramCount)
  }

  /// Appends grams, and the other terms that come before them.
  private mutating func append(_ grams: SortedGrams<some FixedWidthInteger & UnsignedInteger>) {
    grams.forEach { term, records, mask in
      appendEntries(before: term)
      append(term)
      append(records, mask)
    }
  }

  @inline(__always)
  private mutating func appendEntries(before term: ShortTerm) {
    while nextEntry < sorted.entries.count, sorted.entries[nextEntry].prefix <= term.key {
      // A short term with the same eight bytes is the beginning of a long one.
      guard sorted.entries[nextEntry].prefix < term.key else {
        precondition(!sorted.entries[nextEntry].isShort, "a gram that is a term by itself too")
        return
      }
      appendEntry()
    }
  }

  /// Appends the next of the terms besides grams.
  private mutating func appendEntry() {
    let (entry, documents) = (sorted.entries[nextEntry], documents)
    let end = nextStart + Int(entry.count)
    append(entry, sorted.tail(of: entry))
    append(documents.span.extracting(nextStart..<end), .max)
    nextEntry += 1
    nextStart = end
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
    if shared == ShortTerm.maximumByteCount, lastByteCount > shared {
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

  /// Appends the bytes of a short term.
  @inline(__always)
  private mutating func append(_ term: ShortTerm) {
    let byteCount = (UInt64.bitWidth + 7 - term.key.trailingZeroBitCount) / 8
    let shared = min(
      (term.key ^ lastPrefix).leadingZeroBitCount / 8, min(byteCount, lastByteCount))
    writer.append(UInt8(truncatingIfNeeded: shared))
    writer.append(UInt8(truncatingIfNeeded: byteCount - shared))
    writer.append(term.key << UInt64(8 * shared), byteCount: byteCount - shared)
    lastPrefix = term.key
    lastByteCount = byteCount
  }

  /// Appends the postings of one term, whose occurrences are in the documents that are the bits of
  /// `mask` of `records`.
  @inline(__always)  // So that it is made for each type of records.
  private mutating func append<Record: FixedWidthInteger & UnsignedInteger>(
    _ records: Span<Record>, _ mask: Record
  ) {
    writer.appendVarint(UInt32(records.count))
    var previous = UInt32.max
    for index in records.indices {
      let document = UInt32(truncatingIfNeeded: records[index] & mask)
      writer.appendVarint(document &- previous)
      previous = document
    }
  }
}
