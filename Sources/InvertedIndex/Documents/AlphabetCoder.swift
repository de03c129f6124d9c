/// Codes texts with the ranks that characters have by their frequency in a sample.
struct AlphabetCoder: Sendable {
  private static let basicPlaneSize = 1 << 16

  /// The characters of the sample, the most frequent first and equals by value.
  private let scalars: [UInt32]
  /// The code of each scalar of the basic plane, its first byte in the lowest place.
  private let basicCodes: [UInt32]
  private let otherRanks: [UInt32: Int]

  init(sample: some Sequence<[UInt32]>) {
    scalars = Self.ranked(sample)
    var basicRanks = (0..<Self.basicPlaneSize).map { [count = scalars.count] in count + $0 }
    var otherRanks: [UInt32: Int] = [:]
    for (rank, scalar) in scalars.enumerated() {
      if scalar < Self.basicPlaneSize {
        basicRanks[Int(scalar)] = rank
      } else {
        otherRanks[scalar] = rank
      }
    }
    self.otherRanks = otherRanks
    basicCodes = basicRanks.map { rank in
      var bytes: [UInt8] = []
      TextCode.append(rank: rank, to: &bytes)
      return bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  private static func ranked(_ sample: some Sequence<[UInt32]>) -> [UInt32] {
    var basicCounts = [Int](repeating: 0, count: basicPlaneSize)
    var counts: [UInt32: Int] = [:]
    for text in sample {
      for scalar in text {
        if scalar < basicPlaneSize {
          basicCounts[Int(scalar)] += 1
        } else {
          counts[scalar, default: 0] += 1
        }
      }
    }
    for (scalar, count) in basicCounts.enumerated() where count > 0 {
      counts[UInt32(scalar)] = count
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// Appends the coded bytes of `text` to `bytes`.
  func append(_ text: [UInt32], to bytes: inout [UInt8]) {
    for scalar in text {
      guard scalar < Self.basicPlaneSize else {
        TextCode.append(rank: otherRanks[scalar] ?? scalars.count + Int(scalar), to: &bytes)
        continue
      }
      var code = basicCodes[Int(scalar)]
      var byte = UInt8(truncatingIfNeeded: code)
      while !TextCode.isStopper(byte) {
        bytes.append(byte)
        code >>= 8
        byte = UInt8(truncatingIfNeeded: code)
      }
      bytes.append(byte)
    }
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
