/// The folding of clusters of several scalars: each is folded, and then they are normalised together to what
/// is called NFC (Unicode Standard Annex #15).
enum ClusterFolding {
  /// The folded form of a cluster, which may be empty.
  static func fold(_ scalars: [UInt32]) -> [UInt32] {
    let folded = scalars.flatMap(FoldTable.folded)
    // One scalar alone is normalised by the table.
    return folded.count > 1 ? composed(ordered(folded.flatMap(decomposed))) : folded
  }
}

extension ClusterFolding {
  private static func decomposed(_ scalar: UInt32) -> [UInt32] {
    if let syllable = Hangul.parts(of: scalar) { return syllable }
    guard let (first, second) = FoldTable.parts(of: scalar) else { return [scalar] }
    return decomposed(first) + [second]
  }

  /// Sorts each stretch of marks by their combining classes; marks of one class keep their order.
  private static func ordered(_ scalars: [UInt32]) -> [UInt32] {
    var marks = scalars.map { (scalar: $0, order: FoldTable.combiningClass(of: $0)) }
    for index in marks.indices where marks[index].order > 0 {
      var place = index
      while place > 0, marks[place - 1].order > marks[place].order {
        marks.swapAt(place - 1, place)
        place -= 1
      }
    }
    return marks.map(\.scalar)
  }

  private static func composed(_ scalars: [UInt32]) -> [UInt32] {
    var composed: [UInt32] = []
    /// Where the last scalar is that others may be composed with.
    var starter: Int?
    var lastOrder: UInt32 = 0
    for scalar in scalars {
      let order = FoldTable.combiningClass(of: scalar)
      if let place = starter {
        // A mark of the same class, or a starter, in between blocks.
        let isAdjacent = place == composed.count - 1
        if isAdjacent || lastOrder < order, let both = composite(composed[place], scalar) {
          composed[place] = both
          continue
        }
      }
      if order == 0 { starter = composed.count }
      lastOrder = order
      composed.append(scalar)
    }
    return composed
  }

  private static func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
    Hangul.composite(first, second) ?? FoldTable.composites[FoldTable.pairKey(first, second)]
  }
}

/// The syllables of Hangul, which are composed by arithmetic (the Unicode Standard, 3.12).
private enum Hangul {
  private static let firstSyllable: UInt32 = 0xAC00
  private static let firstLead: UInt32 = 0x1100
  private static let firstVowel: UInt32 = 0x1161
  /// The one before the first, which stands for none.
  private static let noTrail: UInt32 = 0x11A7
  private static let leadCount: UInt32 = 19
  private static let vowelCount: UInt32 = 21
  private static let trailCount: UInt32 = 28

  static func parts(of scalar: UInt32) -> [UInt32]? {
    let number = scalar &- firstSyllable
    guard number < leadCount * vowelCount * trailCount else { return nil }
    let parts = [
      firstLead + number / (vowelCount * trailCount),
      firstVowel + number / trailCount % vowelCount,
    ]
    let trail = number % trailCount
    return trail == 0 ? parts : parts + [noTrail + trail]
  }

  static func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
    let (lead, vowel) = (first &- firstLead, second &- firstVowel)
    if lead < leadCount, vowel < vowelCount {
      return firstSyllable + (lead * vowelCount + vowel) * trailCount
    }
    let (syllable, trail) = (first &- firstSyllable, second &- noTrail)
    guard syllable < leadCount * vowelCount * trailCount, syllable.isMultiple(of: trailCount),
      trail > 0, trail < trailCount
    else { return nil }
    return first + trail
  }
}
