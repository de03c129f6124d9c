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
  private typealias Lanes = SIMD32<UInt8>
  private static let width = MemoryLayout<Lanes>.size

  /// The first offset in `haystack` at which `needle` begins.
  ///
  /// - Precondition: `needle` is not empty.
  static func firstOffset(
    of needle: UnsafeRawBufferPointer, anchors: (Int, Int), in haystack: UnsafeRawBufferPointer
  ) -> Int? {
    let (first, second) = anchors
    let placeCount = haystack.count - needle.count + 1
    guard placeCount > 0, let text = haystack.baseAddress, let wanted = needle.baseAddress else {
      return nil
    }
    precondition(first >= 0 && first <= second && second < needle.count, "no such anchors")
    let firstByte = unsafe Lanes(repeating: needle[first])
    let secondByte = unsafe Lanes(repeating: needle[second])
    var offset = 0
    while offset < placeCount {
      // The last step goes back to where it is whole; what it sees again is no match, or it would be over.
      if offset + width > placeCount, placeCount >= width { offset = placeCount - width }
      guard offset + width <= placeCount else {
        if unsafe memcmp(text + offset, wanted, needle.count) == 0 { return offset }
        offset += 1
        continue
      }
      let firsts = unsafe (text + offset + first).loadUnaligned(as: Lanes.self)
      let seconds = unsafe (text + offset + second).loadUnaligned(as: Lanes.self)
      // A byte of ones for each place where both are right.
      let places = unsafe unsafeBitCast(
        (firsts .== firstByte) .& (seconds .== secondByte), to: SIMD4<UInt64>.self)
      if places[0] | places[1] | places[2] | places[3] != 0 {
        for word in 0..<4 {
          var rest = places[word].littleEndian
          while rest != 0 {
            let byte = rest.trailingZeroBitCount / 8
            let place = offset + word * 8 + byte
            if unsafe memcmp(text + place, wanted, needle.count) == 0 { return place }
            rest &= ~(0xFF << UInt64(byte * 8))
          }
        }
      }
      offset += width
    }
    return nil
  }

  /// How often `needle`, which is not empty, occurs in `haystack` without overlap, counted from its start.
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
          start += offset + needle.count
        }
        return count
      }
    }
  }
}
