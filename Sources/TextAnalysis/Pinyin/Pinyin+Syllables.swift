extension Pinyin {
  /// The ways in which letters can be read as syllables, those with the fewest syllables first, and of
  /// these the ones with longer syllables in front.
  ///
  /// Tone marks are passed over. `u:`, which is how some write ü, is not understood; ü, v and the yu of
  /// passports are.
  ///
  /// - Parameters:
  ///   - letters: Small letters. An apostrophe, a hyphen or a space is a border between two syllables.
  ///   - limit: How many ways to return at most.
  /// - Returns: The ways, each of syllables as they are spelled, ü as v; none if something in the letters is
  ///   no syllable.
  /// - Complexity: bounded by the number of letters and ways that are looked at, whatever the letters are.
  public func syllables(of letters: String, limit: Int = 64) -> [[String]] {
    guard let letters = PinyinLetters(letters.unicodeScalars.map(\.value)) else { return [] }
    return syllables(of: letters.letters[...], limit: limit)
  }

  /// The same of letters that are known to be such; with a digit in them there is no way.
  func syllables(of letters: ArraySlice<UInt8>, limit: Int = maximumWayCount) -> [[String]] {
    let letters = Array(letters)
    guard !letters.isEmpty, letters.count <= Self.maximumLetterCount else { return [] }
    var ways: [[[String]]] = Array(repeating: [], count: letters.count + 1)
    ways[letters.count] = [[]]
    for start in letters.indices.reversed() {
      guard letters[start] != PinyinLetters.border else {
        // Nothing begins or ends with a border, and there are never two.
        let isInner = start > 0 && start + 1 < letters.count
        if isInner, letters[start - 1] != PinyinLetters.border { ways[start] = ways[start + 1] }
        continue
      }
      ways[start] = self.ways(of: letters, from: start, following: ways)
    }
    return Array(ways[0].prefix(limit))
  }

  /// The folded scalars that a syllable may stand for as it is spelled, each once.
  ///
  /// Where a keyboard has no ü, many type u for it, which is another syllable in lu and nu only; there both
  /// are meant.
  public func characters(spelled syllable: String) -> [UInt32] {
    let readings = Self.readings(spelled: syllable)
    guard readings.count > 1 else { return readings.first.map(characters(read:)) ?? [] }
    var known: Set<UInt32> = []
    return readings.flatMap(characters(read:)).filter { known.insert($0).inserted }
  }

  private static func readings(spelled syllable: String) -> [String] {
    switch syllable {
    case "lu", "nu": return [syllable, "\(syllable.prefix(1))v"]
    case "lue", "nue", "lyue", "nyue": return ["\(syllable.prefix(1))ve"]
    case "lyu", "nyu": return ["\(syllable.prefix(1))v"]
    default:
      let isUnmarkedU = syllable.dropFirst().hasPrefix("v") && "jqxy".contains(syllable.prefix(1))
      return [isUnmarkedU ? syllable.replacing("v", with: "u") : syllable]
    }
  }

  /// Longer than any phrase that somebody types in one go.
  private static let maximumLetterCount = 60
  /// How many ways are kept of each end of the letters.
  private static let maximumWayCount = 64
  /// `zhuang`, `chuang`, `shuang`.
  private static let maximumSyllableLength = 6
  /// Interjections without a vowel, which would let nearly everything be read as syllables.
  private static let withoutVowel: Set<String> = ["m", "n", "ng", "hm", "hng", "r"]

  private func ways(
    of letters: [UInt8], from start: Int, following: [[[String]]]
  ) -> [[String]] {
    var found: [[String]] = []
    let longest = min(Self.maximumSyllableLength, letters.count - start)
    for length in (1...longest).reversed() where !following[start + length].isEmpty {
      let end = start + length
      let syllable = String(decoding: letters[start..<end], as: UTF8.self)
      guard !Self.withoutVowel.contains(syllable), !characters(spelled: syllable).isEmpty else {
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
