/// Codes texts with the ranks that characters have by their frequency in a sample.
struct AlphabetCoder: Sendable {
  private static let basicPlaneSize = 1 << 16

  /// The characters of the sample, the most frequent first and equals by value.
  private let scalars: [UInt32]
  /// The code of each scalar of the basic plane, its first byte in the lowest place.
  private let basicCodes: [UInt32]
  private let otherRanks: [UInt32: Int]

  init(sample: some Sequence<[UInt32]>) {
    self.init(ranked: Self.ranked(sample))
  }

  /// What codes texts with the ranks of `alphabet`.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if it is not as ``encoded()`` gives it.
  init(_ alphabet: Alphabet) throws(IndexError) {
    var scalars: [UInt32] = []
    for rank in 0..<alphabet.count { scalars.append(try alphabet.scalar(ofRank: rank).value) }
    self.init(ranked: scalars)
    let region = alphabet.region
    guard try region.bytes(0, region.count) == encoded() else {
      throw region.damage(at: 0, "characters are not in order")
    }
  }

  private init(ranked scalars: [UInt32]) {
    self.scalars = scalars
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
    basicCodes = basicRanks.map { TextCode.code(ofRank: $0) }
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
    let codes = basicCodes.span
    bytes.makeRoom(for: text.count * TextCode.maximumByteCount)
    bytes.append(addingCapacity: text.count * TextCode.maximumByteCount) { output in
      for scalar in text {
        var code = scalar < Self.basicPlaneSize ? codes[Int(scalar)] : otherCode(of: scalar)
        var byte = UInt8(truncatingIfNeeded: code)
        while !TextCode.isStopper(byte) {
          output.append(byte)
          code >>= 8
          byte = UInt8(truncatingIfNeeded: code)
        }
        output.append(byte)
      }
    }
  }

  /// The code of a scalar outside of the basic plane.
  private func otherCode(of scalar: UInt32) -> UInt32 {
    TextCode.code(ofRank: otherRanks[scalar] ?? scalars.count + Int(scalar))
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
