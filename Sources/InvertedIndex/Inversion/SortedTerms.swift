/// The terms of a batch in the order of their bytes.
struct SortedTerms {
  /// A term of a ``TermTable``.
  struct Entry {
    /// Its first eight bytes, as ``Term/prefix(of:)`` has them.
    var prefix: UInt64
    var number: UInt32
    /// How often it occurs.
    var count: UInt32
    /// Where a term of more than eight bytes stands in the bytes of all of them.
    var start: UInt32 = 0
    /// How many bytes such a term has; 0 for a short one, whose bytes are those of the prefix.
    var longByteCount: UInt32 = 0

    /// Where the bytes of a long term are.
    var range: Range<Int> { Int(start)..<Int(start + longByteCount) }
    var isShort: Bool { longByteCount == 0 }
    var byteCount: Int {
      isShort ? (UInt64.bitWidth + 7 - prefix.trailingZeroBitCount) / 8 : Int(longByteCount)
    }
  }

  private(set) var entries: [Entry] = []
  private let longBytes: [UInt8]

  /// - Parameters:
  ///   - short: Terms of at most eight bytes, in any order.
  ///   - long: Longer terms, in any order.
  ///   - longBytes: The bytes of those.
  init(short: [Entry], long: [Entry], longBytes: [UInt8]) {
    self.longBytes = longBytes
    let short = Self.sorted(short)
    let long = long.sorted { first, second in
      guard first.prefix == second.prefix else { return first.prefix < second.prefix }
      return longBytes[first.range].lexicographicallyPrecedes(longBytes[second.range])
    }
    entries.reserveCapacity(short.count + long.count)
    var next = 0
    for entry in long {
      // A short term with the same eight bytes is the beginning of the long one.
      while next < short.count, short[next].prefix <= entry.prefix {
        entries.append(short[next])
        next += 1
      }
      entries.append(entry)
    }
    entries += short[next...]
  }

  /// The bytes of `entry` from the ninth on.
  func tail(of entry: Entry) -> ArraySlice<UInt8> {
    entry.isShort ? [] : longBytes[entry.range].dropFirst(ShortTerm.maximumByteCount)
  }

  /// Sorts by prefix, a byte at a time from the lowest up (LSD radix sort).
  private static func sorted(_ entries: [Entry]) -> [Entry] {
    var source = entries
    var target = entries
    for shift in stride(from: 0, to: UInt64(UInt64.bitWidth), by: 8) {
      var starts = [Int](repeating: 0, count: 256)
      for entry in source { starts[Int(truncatingIfNeeded: entry.prefix >> shift & 0xFF)] += 1 }
      // Most terms end before the last bytes.
      guard !starts.contains(source.count) else { continue }
      var sum = 0
      for digit in starts.indices { (starts[digit], sum) = (sum, sum + starts[digit]) }
      for entry in source {
        let digit = Int(truncatingIfNeeded: entry.prefix >> shift & 0xFF)
        target[starts[digit]] = entry
        starts[digit] += 1
      }
      swap(&source, &target)
    }
    return source
  }
}
