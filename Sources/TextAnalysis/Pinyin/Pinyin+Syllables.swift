extension Pinyin {
  /// The ways in which letters without spaces can be read as syllables, those with the fewest
  /// syllables first, and of these the ones with longer syllables in front.
  ///
  /// `u:`, which is how some write ü, is not understood; ü and v are.
  ///
  /// - Parameters:
  ///   - letters: Small letters. An apostrophe is a border between two syllables.
  ///   - limit: How many ways to return at most.
  /// - Returns: The ways; none if something in the letters is no syllable.
  /// - Complexity: bounded by ``maximumLetterCount`` and ``maximumWayCount``, whatever the letters are.
  public func syllables(of letters: String, limit: Int = 64) -> [[String]] {
    let scalars = letters.unicodeScalars.map { $0 == "ü" ? "v" : $0 }
    guard !scalars.isEmpty, scalars.count <= Self.maximumLetterCount else { return [] }
    var ways: [[[String]]] = Array(repeating: [], count: scalars.count + 1)
    ways[scalars.count] = [[]]
    for start in scalars.indices.reversed() {
      guard !Self.apostrophes.contains(scalars[start]) else {
        // Nothing begins or ends with a border, and there are never two.
        let isInner = start > 0 && start + 1 < scalars.count
        if isInner, !Self.apostrophes.contains(scalars[start - 1]) { ways[start] = ways[start + 1] }
        continue
      }
      ways[start] = self.ways(of: scalars, from: start, following: ways)
    }
    return Array(ways[0].prefix(limit))
  }

  /// Longer than any phrase that somebody types in one go.
  private static let maximumLetterCount = 60
  /// How many ways are kept of each end of the letters.
  private static let maximumWayCount = 64
  private static let apostrophes: Set<Unicode.Scalar> = ["'", "’"]
  /// `zhuang`, `chuang`, `shuang`.
  private static let maximumSyllableLength = 6
  /// Interjections without a vowel, which would let nearly everything be read as syllables.
  private static let withoutVowel: Set<String> = ["m", "n", "ng", "hm", "hng"]

  private func ways(
    of letters: [Unicode.Scalar], from start: Int, following: [[[String]]]
  ) -> [[String]] {
    var found: [[String]] = []
    let longest = min(Self.maximumSyllableLength, letters.count - start)
    for length in (1...longest).reversed() where !following[start + length].isEmpty {
      let end = start + length
      var syllable = String(String.UnicodeScalarView(letters[start..<end]))
      // The table writes lve as ICU does; many type lue.
      if syllable == "lue" || syllable == "nue", !readings.contains(syllable) {
        syllable = syllable.replacing("u", with: "v")
      }
      guard !Self.withoutVowel.contains(syllable), !characters(read: syllable).isEmpty else {
        continue
      }
      found += following[end].map { [syllable] + $0 }
    }
    // The order of the lengths is kept where the numbers of syllables are equal.
    let sorted = found.enumerated().sorted {
      ($0.element.count, $0.offset) < ($1.element.count, $1.offset)
    }
    return sorted.prefix(Self.maximumWayCount).map(\.element)
  }
}
