#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Finds a string of bytes in others, 32 places at a time: a place is looked at closely only where
/// both the first and the last byte of the string are right.
enum ByteSearch {
  private static let width = 32

  /// The first offset in `haystack` at which `needle` begins.
  ///
  /// - Precondition: `needle` is not empty.
  static func firstOffset(
    of needle: UnsafeRawBufferPointer, in haystack: UnsafeRawBufferPointer
  ) -> Int? {
    let last = needle.count - 1
    let places = haystack.count - last
    guard places > 0, let text = haystack.baseAddress,
      let wanted = needle.baseAddress
    else { return nil }
    let firstByte = unsafe SIMD32<UInt8>(repeating: needle[0])
    let lastByte = unsafe SIMD32<UInt8>(repeating: needle[last])
    var offset = 0
    while offset + width <= places {
      let starts = unsafe (text + offset).loadUnaligned(as: SIMD32<UInt8>.self)
      let ends = unsafe (text + offset + last).loadUnaligned(as: SIMD32<UInt8>.self)
      let difference = (starts ^ firstByte) | (ends ^ lastByte)
      if difference.min() == 0 {
        for place in 0..<width where difference[place] == 0 {
          if unsafe memcmp(text + offset + place, wanted, needle.count) == 0 {
            return offset + place
          }
        }
      }
      offset += width
    }
    while offset < places {
      if unsafe haystack[offset] == needle[0], unsafe memcmp(text + offset, wanted, needle.count) == 0
      {
        return offset
      }
      offset += 1
    }
    return nil
  }
}
