#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Bytes to be looked for, with two of them that are seldom where they should be by chance.
struct ByteNeedle: Sendable {
  let bytes: [UInt8]
  /// Numbers of the two bytes that are looked at first, the lower one first.
  let anchors: (Int, Int)

  var isEmpty: Bool { bytes.isEmpty }
  var count: Int { bytes.count }

  /// Looks at the first and the last byte.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    anchors = (0, max(bytes.count - 1, 0))
  }

  /// Looks at the two rarest bytes.
  ///
  /// - Parameters:
  ///   - bytes: What to look for.
  ///   - rarity: A number that is higher for rarer bytes.
  init(_ bytes: [UInt8], rarity: (UInt8) -> Int) {
    self.bytes = bytes
    let order = bytes.indices.sorted { rarity(bytes[$0]) > rarity(bytes[$1]) }.prefix(2)
    anchors = (order.min() ?? 0, order.max() ?? 0)
  }
}

/// Finds a string of bytes in others, 32 places at a time: a place is looked at closely only where
/// two bytes of the string are right.
enum ByteSearch {
  private typealias Lanes = SIMD4<UInt64>
  private static let width = MemoryLayout<Lanes>.size
  private static let lowBits: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The first offset in `haystack` at which `needle` begins.
  ///
  /// - Precondition: `needle` is not empty.
  static func firstOffset(
    of needle: UnsafeRawBufferPointer, anchors: (Int, Int), in haystack: UnsafeRawBufferPointer
  ) -> Int? {
    let (first, second) = anchors
    let places = haystack.count - needle.count + 1
    guard places > 0, let text = haystack.baseAddress, let wanted = needle.baseAddress else {
      return nil
    }
    precondition(first >= 0 && first <= second && second < needle.count, "no such anchors")
    let firstByte = Lanes(repeating: unsafe UInt64(needle[first]) &* lowBits)
    let secondByte = Lanes(repeating: unsafe UInt64(needle[second]) &* lowBits)
    var offset = 0
    while offset + width <= places {
      let firsts = unsafe (text + offset + first).loadUnaligned(as: Lanes.self)
      let seconds = unsafe (text + offset + second).loadUnaligned(as: Lanes.self)
      let difference = (firsts ^ firstByte) | (seconds ^ secondByte)
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
        let anchors = (0, needle.count - 1)
        var count = 0
        var start = 0
        while let offset = unsafe firstOffset(
          of: needle, anchors: anchors, in: UnsafeRawBufferPointer(rebasing: haystack[start...]))
        {
          count += 1
          start += offset + 1
        }
        return count
      }
    }
  }
}
