/// The UTF-8 form of a scalar as a number, its last byte in the lowest place.
package struct UTF8Key: Sendable {
  @usableFromInline static let maximumByteCount = 4

  package let bits: UInt64
  package let byteCount: Int

  @inlinable  // Made for each character of a corpus.
  package init(_ scalar: UInt32) {
    let value = UInt64(scalar)
    switch scalar {
    case ..<0x80:
      bits = value
      byteCount = 1
    case ..<0x800:
      bits = 0xC080 | (value >> 6) << 8 | value & 0x3F
      byteCount = 2
    case ..<0x1_0000:
      bits = 0xE0_8080 | (value >> 12) << 16 | (value >> 6 & 0x3F) << 8 | value & 0x3F
      byteCount = 3
    default:
      bits =
        0xF080_8080 | (value >> 18) << 24 | (value >> 12 & 0x3F) << 16 | (value >> 6 & 0x3F) << 8
        | value & 0x3F
      byteCount = 4
    }
  }

  /// Appends the bytes of the forms of `scalars`.
  @inlinable
  package static func append(_ scalars: ArraySlice<UInt32>, to bytes: inout [UInt8]) {
    bytes.append(addingCapacity: maximumByteCount * scalars.count) { output in
      for scalar in scalars {
        let key = UTF8Key(scalar)
        for index in (0..<key.byteCount).reversed() {
          output.append(UInt8(truncatingIfNeeded: key.bits >> UInt64(8 * index)))
        }
      }
    }
  }
}
