/// The characters of a segment's texts in the order of their ranks in ``TextCode``.
///
///     uint32 × n   scalar values in the order of ranks
///     uint32 × n   scalar values in ascending order
///     uint32 × n   the rank of each of those
struct Alphabet: Sendable {
  private let region: ByteRegion
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
    guard rank < count, let scalar = Unicode.Scalar(try region.uint32(at: rank * 4)) else {
      throw region.damage(at: 0, "no character has rank \(rank)")
    }
    return scalar
  }

  /// The rank of `scalar`; nil if no text of the segment has it.
  ///
  /// - Complexity: O(log *n*)
  func rank(of scalar: UInt32) throws(IndexError) -> Int? {
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
    guard low < count, try region.uint32(at: (count + low) * 4) == scalar else { return nil }
    return Int(try region.uint32(at: (2 * count + low) * 4))
  }

  /// The coded bytes of `scalars`; nil if one of them occurs in no text of the segment.
  func encode(_ scalars: [UInt32]) throws(IndexError) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in scalars {
      guard let rank = try rank(of: scalar) else { return nil }
      TextCode.append(rank: rank, to: &bytes)
    }
    return bytes
  }
}

/// Gives ranks to characters: first by their frequency in a sample, later in the order in which new
/// ones appear.
struct AlphabetBuilder {
  /// Ranks + 1 of the scalars of the basic plane; 0 is none.
  private var basicRanks = [UInt32](repeating: 0, count: 1 << 16)
  private var otherRanks: [UInt32: UInt32] = [:]
  private var scalars: [UInt32] = []

  /// Ranks the scalars of `sample`, the most frequent first and equals by value.
  init(sample: [[UInt32]]) {
    var counts: [UInt32: Int] = [:]
    for text in sample {
      for scalar in text { counts[scalar, default: 0] += 1 }
    }
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (scalar, _) in ranked { _ = rank(of: scalar) }
  }

  /// The rank of `scalar`, which gets the next one if it is new.
  mutating func rank(of scalar: UInt32) -> Int {
    let known = scalar < 1 << 16 ? basicRanks[Int(scalar)] : otherRanks[scalar] ?? 0
    if known > 0 { return Int(known) - 1 }
    scalars.append(scalar)
    if scalar < 1 << 16 {
      basicRanks[Int(scalar)] = UInt32(scalars.count)
    } else {
      otherRanks[scalar] = UInt32(scalars.count)
    }
    return scalars.count - 1
  }

  mutating func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    TextCode.append(rank: rank(of: scalar), to: &bytes)
  }

  /// The section that ``Alphabet`` reads.
  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    for scalar in scalars { writer.append(scalar) }
    let order = scalars.indices.sorted { scalars[$0] < scalars[$1] }
    for rank in order { writer.append(scalars[rank]) }
    for rank in order { writer.append(UInt32(rank)) }
    return writer.bytes
  }
}
