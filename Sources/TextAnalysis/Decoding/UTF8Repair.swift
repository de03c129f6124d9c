/// A text in UTF-8 with its malformed bytes replaced.
struct UTF8Repair {
  let utf8: [UInt8]
  /// How many U+FFFD were put in.
  let replaced: Int
  /// How many bytes they stand for.
  let malformedByteCount: Int
  let endsInsideCharacter: Bool

  init(_ bytes: [UInt8]) {
    guard var malformed = UTF8Validator.firstMalformed(in: bytes, from: 0) else {
      self.init(utf8: bytes, replaced: 0, malformedByteCount: 0, endsInsideCharacter: false)
      return
    }
    var repaired: [UInt8] = []
    repaired.reserveCapacity(bytes.count)
    var replaced = 0
    var malformedByteCount = 0
    var start = 0
    while true {
      repaired.append(contentsOf: bytes[start..<malformed.lowerBound])
      repaired.append(contentsOf: "\u{FFFD}".utf8)
      replaced += 1
      malformedByteCount += malformed.count
      start = malformed.upperBound
      guard let next = UTF8Validator.firstMalformed(in: bytes, from: start) else { break }
      malformed = next
    }
    repaired.append(contentsOf: bytes[start...])
    self.init(
      utf8: repaired, replaced: replaced, malformedByteCount: malformedByteCount,
      endsInsideCharacter: start == bytes.count && UTF8Validator.isBeginning(bytes[malformed]))
  }

  private init(utf8: [UInt8], replaced: Int, malformedByteCount: Int, endsInsideCharacter: Bool) {
    self.utf8 = utf8
    self.replaced = replaced
    self.malformedByteCount = malformedByteCount
    self.endsInsideCharacter = endsInsideCharacter
  }

  /// Whether the bytes were meant as UTF-8: at most one in a hundred is malformed, and scalars of
  /// several bytes outnumber the malformed places by far, which chance does not bring about.
  var isPlausible: Bool {
    if replaced == 0 { return true }
    let multibyteCount = utf8.count { $0 >= 0xC2 } - replaced
    if replaced == 1, endsInsideCharacter, multibyteCount > 0 { return true }
    return malformedByteCount * 100 <= utf8.count && multibyteCount >= replaced * 10
  }
}
