import Testing

@testable import InvertedIndex

struct ChecksumTests {
  /// The first is the usual check value, the others are of RFC 3720, appendix B.4.
  @Test(
    arguments: [
      (Array("123456789".utf8), 0xE306_9283), ([], 0),
      ([UInt8](repeating: 0, count: 32), 0x8A91_36AA),
      ([UInt8](repeating: 0xFF, count: 32), 0x62A8_AB43),
      (Array(0..<32), 0x46DD_794E),
    ] as [([UInt8], UInt32)])
  func `known bytes have their known checksum`(bytes: [UInt8], expected: UInt32) {
    #expect(Checksum.crc32c(bytes) == expected)
  }

  @Test(arguments: 0...17)
  func `bytes added in two parts have the checksum of the whole`(split: Int) {
    let bytes = Array(UInt8(200)..<217)
    var checksum = Checksum()
    checksum.update(Array(bytes[..<split]))
    checksum.update(Array(bytes[split...]))
    #expect(checksum.value == Checksum.crc32c(bytes))
  }
}
