import TestSupport
import Testing

@testable import BulletinSearch

struct ContentHashTests {
  /// Values that the reference implementation gives (xxhash 0.8, `XXH64`, seed 0).
  @Test(
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ] as [(String, UInt64)])
  func `the hash is XXH64`(text: String, hash: UInt64) {
    #expect(ContentHash.value(of: Array(text.utf8)) == hash)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `bytes that come in pieces have the hash of all of them`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      var hash = ContentHash()
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...min(rest.count, 70), using: &random)
        hash.update(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      #expect(hash.value == ContentHash.value(of: bytes))
    }
  }
}
