import TestSupport
import Testing

@testable import TextAnalysis

struct UTF8ValidatorTests {
  @Test(arguments: 0..<300 as Range<UInt64>)
  func `bytes are well-formed when the standard library says so`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let leads: [UInt8] = [
      0x41, 0x80, 0xBF, 0xC1, 0xC2, 0xE0, 0xA0, 0xE5, 0xED, 0x9F, 0xF0, 0x90, 0xF4,
    ]
    var bytes = Array("基站 base station 5G".utf8)
    for _ in 0..<seed % 4 {
      let index = Int.random(in: bytes.indices, using: &generator)
      bytes[index] = leads.randomElement(using: &generator) ?? 0
    }
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    #expect((UTF8Validator.firstMalformed(in: bytes, from: 0) == nil) == isValid)
    #expect(UTF8Repair(bytes).utf8 == Array(String(decoding: bytes, as: UTF8.self).utf8))
  }

  @Test(
    arguments: [
      ([0x61, 0xFF], 1..<2), ([0xE5, 0x9F], 0..<2), ([0xE5, 0x9F, 0x61], 0..<2),
      ([0xED, 0xA0, 0x80], 0..<1),
      ([0xF0, 0x9F, 0x98], 0..<3), ([0xC0, 0xAF], 0..<1),
    ] as [([UInt8], Range<Int>)])
  func `malformed bytes are replaced as the Unicode Standard says`(
    bytes: [UInt8], malformed: Range<Int>
  ) {
    #expect(UTF8Validator.firstMalformed(in: bytes, from: 0) == malformed)
  }
}
