/// CRC-32C, the cyclic redundancy check of Castagnoli (RFC 3720, appendix B.4), in portable code
/// that takes eight bytes a step (Kounavis and Berry, *Novel Table Lookup-Based Algorithms for
/// High-Performance CRC Generation*, 2008).
struct Checksum {
  /// The polynomial 0x1EDC6F41 with its bits reversed.
  private static let polynomial: UInt32 = 0x82F6_3B78
  /// `tables[k][b]`: what byte `b` contributes when `k` bytes follow it in the step.
  private static let tables: [[UInt32]] = makeTables()

  private var state: UInt32 = .max

  /// The checksum of everything that was added.
  var value: UInt32 { ~state }

  static func crc32c(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var checksum = Checksum()
    unsafe checksum.update(bytes)
    return checksum.value
  }

  static func crc32c(_ bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBytes { bytes in unsafe crc32c(bytes) }
  }

  mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { bytes in unsafe update(bytes) }
  }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    var crc = state
    var offset = 0
    let tables = Self.tables
    while offset + 8 <= bytes.count {
      let word =
        unsafe UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        ^ UInt64(crc)
      crc = 0
      for index in 0..<8 {
        crc ^= tables[7 - index][Int(word >> UInt64(8 * index) & 0xFF)]
      }
      offset += 8
    }
    while offset < bytes.count {
      crc = crc >> 8 ^ tables[0][Int((crc ^ UInt32(unsafe bytes[offset])) & 0xFF)]
      offset += 1
    }
    state = crc
  }

  private static func makeTables() -> [[UInt32]] {
    let first = (0..<256).map { byte in
      (0..<8).reduce(UInt32(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ polynomial : crc >> 1 }
    }
    var tables = [first]
    for _ in 1..<8 {
      tables.append((tables.last ?? first).map { $0 >> 8 ^ first[Int($0 & 0xFF)] })
    }
    return tables
  }
}
