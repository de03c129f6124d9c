/// Bits by the upper bits of a hash, and how many are set before each.
struct BitSet {
  private let shift: UInt32
  private var words: [UInt64]
  /// How many bits are set before each word.
  private var ranks: [UInt32] = []
  /// How many bits are set, once the ranks have been counted.
  private(set) var count = 0

  /// - Parameter indexWidth: How many bits of a hash of 32 say which bit is its own.
  init(indexWidth: Int) {
    shift = UInt32(UInt32.bitWidth - indexWidth)
    words = [UInt64](repeating: 0, count: (1 << indexWidth) / UInt64.bitWidth)
  }

  var byteCount: Int {
    words.count * MemoryLayout<UInt64>.size + ranks.count * MemoryLayout<UInt32>.size
  }

  mutating func insert(_ hash: UInt32) {
    let index = hash >> shift
    words[Int(index >> Self.wordShift)] |= 1 << UInt64(index & Self.placeMask)
  }

  mutating func countRanks() {
    ranks = []
    count = 0
    for word in words {
      ranks.append(UInt32(count))
      count += word.nonzeroBitCount
    }
  }

  /// 1 if the bit of a hash is set, else 0.
  @inline(__always)
  func bit(_ hash: UInt32) -> Int {
    let index = hash &>> shift
    return Int(
      truncatingIfNeeded: words[Int(truncatingIfNeeded: index >> Self.wordShift)]
        &>> UInt64(index) & 1)
  }

  /// How many bits are set before that of a hash.
  @inline(__always)
  func rank(_ hash: UInt32) -> Int {
    let index = hash &>> shift
    let place = Int(truncatingIfNeeded: index >> Self.wordShift)
    let before = words[place] & (1 &<< UInt64(index & Self.placeMask) &- 1)
    return Int(truncatingIfNeeded: ranks[place]) &+ before.nonzeroBitCount
  }

  private static let wordShift: UInt32 = 6
  private static let placeMask: UInt32 = 63
}
