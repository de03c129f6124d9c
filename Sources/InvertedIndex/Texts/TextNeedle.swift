/// A run of characters to be looked for in coded texts.
///
/// Its first character may be coded together with the one before the run, its last one with the one behind it. The
/// codes of what is between are the same wherever the run stands: these are looked for, and what stands beside
/// them is looked at.
struct TextNeedle: Sendable {
  let scalars: [UInt32]
  /// The bytes that every occurrence has; empty if there are none.
  let core: ByteNeedle
  /// The first character, unless it is in the core.
  let before: Edge?
  /// The last character, unless it is in the core.
  let after: Edge?

  /// Whether the run may begin again before it has ended, as 哈哈 does in 哈哈哈.
  let overlapsItself: Bool

  /// A character that is a code or a part of one.
  struct Edge: Sendable {
    var rank: Int
    var number: Int
  }

  /// Whether every occurrence is exactly the bytes of the core.
  var isExact: Bool { !core.isEmpty && before == nil && after == nil }

  /// What to look for to find `scalars`; nil if there are none or one is no scalar value.
  init?(_ scalars: [UInt32], in alphabet: Alphabet) throws(IndexError) {
    var characters: [Alphabet.Character] = []
    for scalar in scalars {
      guard let character = try alphabet.character(scalar) else { return nil }
      characters.append(character)
    }
    guard let first = characters.first, let last = characters.last else { return nil }
    self.scalars = scalars
    overlapsItself = Self.hasBorder(scalars)
    before = first.isSecond ? first.edge : nil
    after = last.isFirst ? last.edge : nil
    let inner = characters[(before == nil ? 0 : 1)...].dropLast(after == nil ? 0 : 1)
    core = TextCode.needle(try alphabet.encode(inner))
  }
}

extension TextNeedle {
  /// Whether a run ends with what it begins with, by the prefix function of Knuth, Morris and Pratt.
  private static func hasBorder(_ run: [UInt32]) -> Bool {
    var borders = [0]
    for scalar in run.dropFirst() {
      var length = borders[borders.count - 1]
      while length > 0, run[length] != scalar { length = borders[length - 1] }
      borders.append(run[length] == scalar ? length + 1 : 0)
    }
    return borders.last != 0
  }
}

extension Alphabet.Character {
  fileprivate var edge: TextNeedle.Edge? {
    number.map { TextNeedle.Edge(rank: rank, number: $0) }
  }
}

extension Alphabet {
  /// The coded bytes of a text of its own; nil if one of `scalars` is no scalar value.
  func encode(_ scalars: [UInt32]) throws(IndexError) -> [UInt8]? {
    var characters: [Character] = []
    for scalar in scalars {
      guard let character = try character(scalar) else { return nil }
      characters.append(character)
    }
    return try encode(characters[...])
  }

  fileprivate func encode(_ characters: ArraySlice<Character>) throws(IndexError) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = characters.startIndex
    while index < characters.endIndex {
      var rank = characters[index].rank
      if index + 1 < characters.endIndex,
        let pair = try self.rank(of: characters[index], characters[index + 1])
      {
        rank = pair
        index += 1
      }
      TextCode.append(rank: rank, to: &bytes)
      index += 1
    }
    return bytes
  }
}
