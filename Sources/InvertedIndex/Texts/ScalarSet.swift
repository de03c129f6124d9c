/// A set of scalars of which those of the basic plane have a bit each.
struct ScalarSet: Sendable {
  private static let basicPlaneSize = 1 << 16

  private var words = [UInt64](repeating: 0, count: basicPlaneSize / UInt64.bitWidth)
  private var others: Set<UInt32> = []

  init(_ scalars: some Sequence<UInt32>) {
    for scalar in scalars {
      if scalar < Self.basicPlaneSize {
        words[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63)
      } else {
        others.insert(scalar)
      }
    }
  }

  /// How many of `scalars` are in the set; each counts as often as it is there.
  func count(in scalars: [UInt32]) -> Int {
    let words = words.span
    var count = 0
    for scalar in scalars {
      if scalar < Self.basicPlaneSize {
        count += Int(truncatingIfNeeded: words[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1)
      } else if others.contains(scalar) {
        count += 1
      }
    }
    return count
  }
}
