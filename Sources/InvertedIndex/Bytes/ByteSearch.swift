#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Finds a string of bytes in others, 32 places at a time: a place is looked at closely only where
/// both the first and the last byte of the string are right.
enum ByteSearch {
  private typealias Lanes = SIMD4<UInt64>
  private static let width = MemoryLayout<Lanes>.size
  private static let lowBits: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The first offset in `haystack` at which `needle` begins.
  ///
  /// - Precondition: `needle` is not empty.
  static func firstOffset(
    of needle: UnsafeRawBufferPointer, in haystack: UnsafeRawBufferPointer
  ) -> Int? {
    let last = needle.count - 1
    let places = haystack.count - last
    guard places > 0, let text = haystack.baseAddress, let wanted = needle.baseAddress else {
      return nil
    }
    let firstByte = Lanes(repeating: unsafe UInt64(needle[0]) &* lowBits)
    let lastByte = Lanes(repeating: unsafe UInt64(needle[last]) &* lowBits)
    var offset = 0
    while offset + width <= places {
      let starts = unsafe (text + offset).loadUnaligned(as: Lanes.self)
      let ends = unsafe (text + offset + last).loadUnaligned(as: Lanes.self)
      let difference = (starts ^ firstByte) | (ends ^ lastByte)
      // Sets the high bit of every byte that is zero, and perhaps of some above one (Mycroft 1987).
      let zeros = (difference &- lowBits) & ~difference & highBits
      if zeros[0] | zeros[1] | zeros[2] | zeros[3] != 0 {
        for lane in 0..<Lanes.scalarCount {
          var rest = zeros[lane].littleEndian
          while rest != 0 {
            let place = offset + lane * 8 + rest.trailingZeroBitCount / 8
            if unsafe memcmp(text + place, wanted, needle.count) == 0 { return place }
            rest &= rest - 1
          }
        }
      }
      offset += width
    }
    while offset < places {
      if unsafe memcmp(text + offset, wanted, needle.count) == 0 { return offset }
      offset += 1
    }
    return nil
  }

  /// How often `needle`, which is not empty, occurs in `haystack`; occurrences may overlap.
  static func occurrenceCount(of needle: [UInt8], in haystack: [UInt8]) -> Int {
    unsafe needle.withUnsafeBytes { needle in
      unsafe haystack.withUnsafeBytes { haystack in
        var count = 0
        var start = 0
        while let offset = unsafe firstOffset(
          of: needle, in: UnsafeRawBufferPointer(rebasing: haystack[start...]))
        {
          count += 1
          start += offset + 1
        }
        return count
      }
    }
  }
}
