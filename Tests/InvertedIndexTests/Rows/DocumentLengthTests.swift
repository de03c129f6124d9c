import Testing

@testable import InvertedIndex

struct DocumentLengthTests {
  @Test(
    arguments: [
      (-1, 0), (0, 0), (1, 1), (15, 15), (16, 16), (31, 31), (32, 32), (33, 32), (34, 33), (62, 47),
      (64, 48), (507_904, 255), (507_905, 255), (.max, 255),
    ] as [(Int, UInt8)])
  func `a length has the code of the largest value at or below it`(length: Int, code: UInt8) {
    #expect(DocumentLength.code(of: length) == code)
  }

  @Test func `codes ascend with lengths and lose at most a sixteenth`() {
    var previous: UInt8 = 0
    for length in 0...20_000 {
      let code = DocumentLength.code(of: length)
      let value = Int(DocumentLength.value(ofCode: code))
      #expect(code >= previous)
      #expect(value <= length)
      #expect((length - value) * 16 <= length)
      previous = code
    }
  }

  @Test(arguments: UInt8.min...UInt8.max)
  func `the value of a code has this code`(code: UInt8) {
    let value = DocumentLength.value(ofCode: code)
    #expect(DocumentLength.code(of: Int(value)) == code)
    #expect(DocumentLength.values[Int(code)] == value)
  }
}
