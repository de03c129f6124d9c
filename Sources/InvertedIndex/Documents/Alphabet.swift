/// The frequent characters of a segment's texts in the order of their ranks in ``TextCode``.
///
/// Any other character has the number of those plus its scalar value as its rank, so that texts can be
/// coded before all of them were seen.
///
///     uint32 × n   scalar values in the order of ranks
///     uint32 × n   scalar values in ascending order
///     uint32 × n   the rank of each of those
struct Alphabet: Sendable {
  let region: ByteRegion
  let count: Int

  init(_ region: ByteRegion) throws(IndexError) {
    guard region.count % 12 == 0 else {
      throw region.damage(at: region.count, "the length is no multiple of 12")
    }
    self.region = region
    count = region.count / 12
  }

  /// The scalar with `rank`.
  func scalar(ofRank rank: Int) throws(IndexError) -> Unicode.Scalar {
    let value = rank < count ? try region.uint32(at: rank * 4) : UInt32(clamping: rank - count)
    guard let scalar = Unicode.Scalar(value) else {
      throw region.damage(at: 0, "no character has rank \(rank)")
    }
    return scalar
  }

  /// The rank of `scalar`; nil if it is no scalar value.
  ///
  /// - Complexity: O(log *n*)
  func rank(of scalar: UInt32) throws(IndexError) -> Int? {
    guard Unicode.Scalar(scalar) != nil else { return nil }
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if try region.uint32(at: (count + middle) * 4) < scalar {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < count, try region.uint32(at: (count + low) * 4) == scalar else {
      return count + Int(scalar)
    }
    return Int(try region.uint32(at: (2 * count + low) * 4))
  }

  /// The coded bytes of `scalars`; nil if one of them is no scalar value.
  func encode(_ scalars: [UInt32]) throws(IndexError) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in scalars {
      guard let rank = try rank(of: scalar) else { return nil }
      TextCode.append(rank: rank, to: &bytes)
    }
    return bytes
  }
}
