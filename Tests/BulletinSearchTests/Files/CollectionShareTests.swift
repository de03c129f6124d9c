import Testing

@testable import BulletinSearch

struct CollectionShareTests {
  @Test(arguments: [
    ("1/1", 1, 1), ("2/8", 2, 8), ("8/8", 8, 8), ("4096/4096", 4_096, 4_096), ("02/08", 2, 8),
  ])
  func `a share is written as two numbers`(text: String, number: Int, count: Int) throws {
    let share = try #require(CollectionShare(text))
    #expect(share.number == number && share.count == count)
    #expect(share.description == "\(number)/\(count)")
  }

  @Test(arguments: [
    "", "/", "1", "1/", "/1", "0/1", "2/1", "1/0", "-1/2", "+1/2", "1/4097", "1/2/3", " 1/2",
    "1 /2",
    "一/二", "١/٢", "1/99999999999999999999",
  ])
  func `nothing else is a share`(text: String) {
    #expect(CollectionShare(text) == nil)
  }

  /// The hashes are those of the reference implementation of XXH64.
  @Test(arguments: [("a", UInt64(0xD24E_C4F1_A98C_6E5B)), ("abc", 0x44BC_2CF5_AD77_0999)])
  func `another program can find out the share of a path`(path: String, hash: UInt64) throws {
    for count in [1, 2, 7, 8, 4_096] {
      for number in 1...min(count, 200) {
        let share = try #require(CollectionShare(number, of: count))
        #expect(share.has(path) == (hash % UInt64(count) == UInt64(number - 1)))
      }
    }
  }

  @Test(arguments: [2, 3, 8, 64])
  func `paths that differ in digits only are spread evenly`(count: Int) throws {
    let paths = (0..<count * 1_000).map { "2024/简讯第\($0)期.md" }
    for number in 1...count {
      let share = try #require(CollectionShare(number, of: count))
      // Of chance alone, one in a million of such counts is further away.
      #expect((845...1_155).contains(paths.count(where: share.has)))
    }
  }
}
