/// Codes texts with the ranks that characters and pairs of them have by their frequency in a sample.
struct AlphabetCoder: Sendable {
  /// How many scalars have an entry in tables; others are in no pair.
  static let basicPlaneSize = 1 << 16

  /// What the ranks stand for, the most frequent first.
  private let ranked: [Element]
  /// The code of each scalar of the basic plane, its first byte in the lowest place.
  private let basicCodes: [UInt32]
  private let otherRanks: [UInt32: Int]
  private let pairs: PairCodes

  /// A character or two.
  struct Element: Hashable {
    var first: UInt32
    var second: UInt32?
  }

  init(sample: [[UInt32]]) {
    let counts = Self.counts(sample)
    let byFrequency = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let pairs = PairChoice(sample, ranked: byFrequency).pairs
    guard !pairs.isEmpty else {
      self.init(ranked: byFrequency.map { Element(first: $0) })
      return
    }
    self.init(ranked: Self.ranked(counts, pairs, sample))
  }

  /// What codes texts with the ranks of `alphabet`.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if it is not as ``encoded()`` gives it.
  init(_ alphabet: Alphabet) throws(IndexError) {
    var ranked: [Element] = []
    for rank in 0..<alphabet.count {
      var scalars: [UInt32] = []
      try alphabet.append(rank: rank, to: &scalars)
      ranked.append(Element(first: scalars[0], second: scalars.count > 1 ? scalars[1] : nil))
    }
    let region = alphabet.region
    let isCoded = ranked.allSatisfy { $0.second == nil || Self.canBePair($0) }
    guard isCoded, Set(ranked).count == ranked.count else {
      throw region.damage(at: 0, "characters or pairs that are not in order")
    }
    self.init(ranked: ranked)
    guard try region.bytes(0, region.count) == encoded() else {
      throw region.damage(at: 0, "characters are not in order")
    }
  }

  private init(ranked: [Element]) {
    self.ranked = ranked
    var basicRanks = (0..<Self.basicPlaneSize).map { [count = ranked.count] in count + $0 }
    var otherRanks: [UInt32: Int] = [:]
    var pairs: [(first: UInt32, second: UInt32, code: UInt32)] = []
    for (rank, element) in ranked.enumerated() {
      if let second = element.second {
        pairs.append((element.first, second, TextCode.code(ofRank: rank)))
      } else if element.first < Self.basicPlaneSize {
        basicRanks[Int(element.first)] = rank
      } else {
        otherRanks[element.first] = rank
      }
    }
    self.otherRanks = otherRanks
    self.pairs = PairCodes(pairs)
    basicCodes = basicRanks.map { TextCode.code(ofRank: $0) }
  }

  private static func canBePair(_ element: Element) -> Bool {
    PairChoice.canBeInPair(element.first) && PairChoice.canBeInPair(element.second ?? 0)
  }

  private static func counts(_ sample: [[UInt32]]) -> [UInt32: Int] {
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
    return counts
  }

  /// Characters and pairs by how often each is a code in the sample.
  private static func ranked(
    _ counts: [UInt32: Int], _ pairs: [(first: UInt32, second: UInt32)], _ sample: [[UInt32]]
  ) -> [Element] {
    // A pair's place takes the place of its code.
    let places = PairCodes(
      pairs.enumerated().map { ($1.first, $1.second, UInt32($0)) })
    var counts = counts
    var pairCounts = [Int](repeating: 0, count: pairs.count)
    for text in sample {
      var index = 0
      while index + 1 < text.count {
        if let place = places.code(text[index], text[index + 1]) {
          pairCounts[Int(place)] += 1
          index += 1
        }
        index += 1
      }
    }
    for (place, pair) in pairs.enumerated() {
      counts[pair.first, default: 0] -= pairCounts[place]
      counts[pair.second, default: 0] -= pairCounts[place]
    }
    var elements = counts.map { (element: Element(first: $0.key), count: $0.value) }
    for (place, pair) in pairs.enumerated() {
      elements.append((Element(first: pair.first, second: pair.second), pairCounts[place]))
    }
    // Equals are in the order of their characters, single ones first.
    elements.sort {
      ($1.count, $0.element.second ?? 0, $0.element.first)
        < ($0.count, $1.element.second ?? 0, $1.element.first)
    }
    return elements.map(\.element)
  }

  /// Appends the coded bytes of `text` to `bytes`.
  func append(_ text: [UInt32], to bytes: inout [UInt8]) {
    let codes = basicCodes.span
    let scalars = text.span
    bytes.makeRoom(for: text.count * TextCode.maximumByteCount)
    bytes.append(addingCapacity: text.count * TextCode.maximumByteCount) { output in
      var index = 0
      while index < scalars.count {
        let scalar = scalars[index]
        index += 1
        var code: UInt32
        if index < scalars.count, let pair = pairs.code(scalar, scalars[index]) {
          code = pair
          index += 1
        } else {
          code = scalar < Self.basicPlaneSize ? codes[Int(scalar)] : otherCode(of: scalar)
        }
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
    TextCode.code(ofRank: otherRanks[scalar] ?? ranked.count + Int(scalar))
  }

  /// The section that ``Alphabet`` reads.
  func encoded() -> [UInt8] {
    let characters = ranked.enumerated().filter { $0.element.second == nil }
      .map { (scalar: $0.element.first, rank: UInt32($0.offset)) }
      .sorted { $0.scalar < $1.scalar }
    var numbers: [UInt32: Int] = [:]
    for (number, character) in characters.enumerated() { numbers[character.scalar] = number }
    let symbols = ranked.map { element in
      guard let second = element.second else { return TextSymbol(bits: element.first) }
      return TextSymbol(
        first: numbers[element.first] ?? 0, second: numbers[second] ?? 0)
    }
    var writer = ByteWriter()
    writer.append(UInt32(characters.count))
    for character in characters { writer.append(character.scalar) }
    for character in characters {
      let role = pairs.role(of: character.scalar)
      writer.append(
        character.rank | (role == .first ? Alphabet.firstMark : 0)
          | (role == .second ? Alphabet.secondMark : 0))
    }
    let order = symbols.indices.filter { symbols[$0].pair != nil }
      .sorted { symbols[$0].bits < symbols[$1].bits }
    for rank in order { writer.append(UInt32(rank)) }
    for symbol in symbols { writer.append(symbol.bits) }
    return writer.bytes
  }
}
