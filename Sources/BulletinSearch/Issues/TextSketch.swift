internal import InvertedIndex

/// A few numbers by which two texts can be known as nearly the same.
///
/// Of the hashes of all runs of eight letters and digits the smallest are kept. As many of the smallest of two texts
/// together are in both as runs are (Broder, *On the resemblance and containment of documents*, 1997).
struct TextSketch: Equatable, Sendable {
  /// With 32, an estimate is off by at most 0.18 in 19 of 20 cases; different issues of a bulletin share a twentieth of
  /// their runs, two forms of one nearly all.
  static let hashCount = 32
  private static let runLength = 8
  /// Different texts, and texts that are nearly the same, are both far from it.
  private static let likeness = 0.5

  /// Ascending, without repetition.
  fileprivate(set) var hashes: [UInt32] = []

  /// Whether the texts are nearly the same.
  func resembles(_ other: TextSketch) -> Bool {
    guard !hashes.isEmpty, !other.hashes.isEmpty else { return false }
    var (own, others, count, common) = (0, 0, 0, 0)
    while count < Self.hashCount, own < hashes.count || others < other.hashes.count {
      let left = own < hashes.count ? hashes[own] : .max
      let right = others < other.hashes.count ? other.hashes[others] : .max
      if left == right { common += 1 }
      if left <= right { own += 1 }
      if right <= left { others += 1 }
      count += 1
    }
    return Double(common) >= Self.likeness * Double(count)
  }

  /// Adds the runs of a part of the text; blanks, punctuation, case and width do not count, in which the kinds of files
  /// differ.
  ///
  /// - Complexity: O(*n*) in the number of characters.
  mutating func add(_ part: String) {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(part.utf8.count / 2)
    for scalar in part.unicodeScalars {
      // Full-width forms stand as far behind ASCII.
      let value =
        scalar.value >= 0xFF01 && scalar.value < 0xFF5F ? scalar.value - 0xFEE0 : scalar.value
      switch value {
      case 0x30...0x39, 0x61...0x7A: scalars.append(value)
      case 0x41...0x5A: scalars.append(value + 0x20)
      case 0..<0x2E80, 0x3000..<0x3040, 0xFE00...0xFFFF: break
      default: scalars.append(value)
      }
    }
    add(scalars)
  }

  mutating func add(_ scalars: [UInt32]) {
    var run: UInt64 = 0
    for (index, scalar) in scalars.enumerated() {
      run = (run &+ UInt64(scalar) &+ 1) &* Self.base
      if index >= Self.runLength {
        run &-= (UInt64(scalars[index - Self.runLength]) &+ 1) &* Self.expiredBase
      }
      if index >= Self.runLength - 1 { add(Self.mixed(run)) }
    }
  }

  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// The power of the base with which a character leaves the run: it has been multiplied once more than it stays.
  private static let expiredBase: UInt64 = (0...runLength).reduce(1) { power, _ in power &* base }

  /// The finalizer of MurmurHash3.
  private static func mixed(_ value: UInt64) -> UInt32 {
    var hash = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return UInt32(truncatingIfNeeded: hash >> 32)
  }

  private mutating func add(_ hash: UInt32) {
    if hashes.count == Self.hashCount, hash >= hashes[Self.hashCount - 1] { return }
    let place = hashes.firstIndex(in: 0..<hashes.count) { $0 >= hash }
    if place < hashes.count, hashes[place] == hash { return }
    hashes.insert(hash, at: place)
    if hashes.count > Self.hashCount { hashes.removeLast() }
  }
}

extension TextSketch {
  func append(to writer: inout ByteWriter) {
    writer.appendVarint(hashes.count)
    var last = 0
    for hash in hashes {
      writer.appendVarint(Int(hash) - last)
      last = Int(hash)
    }
  }

  /// Reads what ``append(to:)`` wrote.
  ///
  /// - Throws: `IndexError.corrupted` if it is cut short.
  init(_ cursor: inout ByteCursor) throws {
    var last = 0
    for _ in 0..<(try cursor.varint(atMost: Self.hashCount)) {
      last += try cursor.varint(atMost: Int(UInt32.max) - last)
      hashes.append(UInt32(last))
    }
  }
}
