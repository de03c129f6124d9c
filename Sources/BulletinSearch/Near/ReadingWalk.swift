internal import InvertedIndex
internal import TextAnalysis

/// Finds the texts that are read in a given way and whose pairs of neighbours the index has.
struct ReadingWalk {
  /// How many texts are kept at each character, those with the most frequent pairs.
  private static let breadth = 128
  /// How many ways of reading letters are tried of each kind, those that are more likely meant.
  private static let maximumWayCount = 16

  let vocabulary: Vocabulary

  /// The texts that are read as `run`, which is not among them.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  func homophones(of run: [UInt32]) throws -> NearCandidates {
    let places = run.map { scalar in
      let homophones = Pinyin.shared.homophones(of: scalar)
      return homophones.contains(scalar) ? homophones : homophones + [scalar]
    }
    var candidates = NearCandidates()
    for (text, bound) in try texts(places) where text != run {
      let distance = zip(text, run).count { $0 != $1 }
      candidates.add(
        NearText(
          scalars: text, distance: distance, hasSameReading: true, documentFrequency: bound))
    }
    return candidates
  }

  /// The texts of two and more characters that are read as a text was typed in letters.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  func texts(readAs letters: [UInt32]) throws -> NearCandidates {
    var candidates = NearCandidates()
    for way in Pinyin.shared.ways(of: letters, limit: Self.maximumWayCount) {
      guard let places = try places(way), NearTexts.runLengths.contains(places.count) else {
        continue
      }
      for (text, bound) in try texts(places) {
        candidates.add(
          NearText(scalars: text, distance: 0, hasSameReading: true, documentFrequency: bound))
      }
    }
    return candidates
  }

  /// The characters for each place of a text; nil if an abbreviation in it is no word of the index.
  private func places(_ way: [Pinyin.Part]) throws -> [[UInt32]]? {
    var places: [[UInt32]] = []
    for part in way {
      switch part {
      case .syllable(let syllable): places.append(Pinyin.shared.characters(spelled: syllable))
      case .literal(let text):
        let scalars = text.unicodeScalars.map(\.value)
        if !text.contains(where: \.isNumber) {
          let word = TermKey.word(scalars[...])
          guard try vocabulary.lexicon.documentFrequency(of: word) > 0 else { return nil }
        }
        places += scalars.map { [$0] }
      }
    }
    return places
  }

  /// The texts that have one of the characters of each place, with their rarest pairs.
  private func texts(_ places: [[UInt32]]) throws -> [(text: [UInt32], bound: Int)] {
    guard let first = places.first, places.count > 1 else { return [] }
    var texts: [(text: [UInt32], bound: Int)] = []
    for scalar in first where try vocabulary.frequency(of: scalar) > 0 {
      texts.append(([scalar], .max))
    }
    for place in places.dropFirst() {
      let choices = try place.filter { try vocabulary.frequency(of: $0) > 0 }
      var longer: [(text: [UInt32], bound: Int)] = []
      for (text, bound) in texts {
        guard let last = text.last else { continue }
        for scalar in choices {
          let frequency = try vocabulary.frequency(of: last, before: scalar)
          if frequency > 0 { longer.append((text + [scalar], min(bound, frequency))) }
        }
      }
      longer.sort {
        $0.bound == $1.bound
          ? $0.text.lexicographicallyPrecedes($1.text) : $0.bound > $1.bound
      }
      texts = Array(longer.prefix(Self.breadth))
    }
    return texts
  }
}
