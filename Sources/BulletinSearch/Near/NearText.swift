internal import InvertedIndex

/// A text of the index that is near to one that was asked for.
struct NearText: Equatable {
  /// The characters as they are searched.
  var scalars: [UInt32]
  /// How many edits lead to it: characters replaced, left out, put in, or swapped with a neighbour.
  var distance: Int
  /// Whether it is read as what was asked for, tones apart.
  var hasSameReading: Bool
  /// In how many articles it occurs.
  var documentFrequency: Int

  /// The order of near texts: those that are read the same, then those with fewer edits, then the more
  /// frequent, then the longer, then by their characters.
  static func precedes(_ left: Self, _ right: Self) -> Bool {
    if left.hasSameReading != right.hasSameReading { return left.hasSameReading }
    if left.distance != right.distance { return left.distance < right.distance }
    if left.documentFrequency != right.documentFrequency {
      return left.documentFrequency > right.documentFrequency
    }
    if left.scalars.count != right.scalars.count { return left.scalars.count > right.scalars.count }
    return left.scalars.lexicographicallyPrecedes(right.scalars)
  }
}

/// Near texts whose pairs the index has, before it is known whether it has them whole.
struct NearCandidates {
  /// How many are looked up at most: the looking up of one takes up to a millisecond.
  static let usualLookupLimit = 200

  /// The length of the run that edits lead away from; 0 for texts that were not found by edits.
  var runLength = 0
  /// By their characters, with the document frequency of their rarest pair.
  private(set) var texts: [[UInt32]: NearText] = [:]

  /// Adds a text; of one that is there already the fewer edits count.
  mutating func add(_ text: NearText) {
    if let known = texts[text.scalars], !NearText.precedes(text, known) { return }
    texts[text.scalars] = text
  }

  /// Those that the index has, best first, with their document frequencies.
  ///
  /// - Parameters:
  ///   - vocabulary: What knows the index.
  ///   - limit: How many to return at most.
  ///   - lookupLimit: How many of each distance to look up at most, the most promising ones.
  /// - Returns: The texts with their document frequencies.
  /// - Throws: `IndexError` if the index is damaged.
  func confirmed(by vocabulary: Vocabulary, limit: Int, lookupLimit: Int = usualLookupLimit) throws
    -> [NearText]
  {
    var found: [NearText] = []
    var lookupCount = 0
    var distance = 0
    for candidate in try promising(vocabulary) {
      // No text is more frequent than its rarest pair, so that a candidate never ends up before where
      // it stands now.
      if found.count >= limit, let last = found.last, !NearText.precedes(candidate, last) {
        continue
      }
      if candidate.distance != distance { lookupCount = 0 }
      distance = candidate.distance
      guard lookupCount < lookupLimit else { continue }
      lookupCount += 1
      var text = candidate
      if text.scalars.count > 2 {
        text.documentFrequency = try vocabulary.lexicon.articleCount(ofRun: text.scalars)
      }
      guard text.documentFrequency > 0 else { continue }
      let place = found.firstIndex { NearText.precedes(text, $0) } ?? found.count
      found.insert(text, at: place)
      if found.count > limit { found.removeLast() }
    }
    return found
  }

  /// The texts in the order in which they are looked up: by reading and edits as they are ranked, and
  /// of equally near ones those first that would be the most frequent if each character depended on
  /// the one before it only.
  private func promising(_ vocabulary: Vocabulary) throws -> [NearText] {
    var estimated: [(text: NearText, estimate: Double)] = []
    for text in texts.values {
      // Texts that are the run without some characters are few, and most likely to be there.
      guard text.scalars.count + text.distance != runLength || text.distance == 0 else {
        estimated.append((text, .infinity))
        continue
      }
      var estimate = 1.0
      for (first, second) in zip(text.scalars, text.scalars.dropFirst()) {
        estimate *= Double(try vocabulary.frequency(of: first, before: second))
      }
      for scalar in text.scalars.dropFirst().dropLast() {
        estimate /= Double(max(try vocabulary.frequency(of: scalar), 1))
      }
      estimated.append((text, estimate))
    }
    estimated.sort { left, right in
      if left.text.hasSameReading != right.text.hasSameReading { return left.text.hasSameReading }
      if left.text.distance != right.text.distance {
        return left.text.distance < right.text.distance
      }
      if left.estimate != right.estimate { return left.estimate > right.estimate }
      return NearText.precedes(left.text, right.text)
    }
    return estimated.map(\.text)
  }
}

extension Filter {
  /// Articles that have characters side by side, all of which are parts of words.
  static func run(ofWords scalars: [UInt32]) -> Filter {
    guard scalars.count > 2 else { return .term(TermKey.gram(scalars)) }
    var pairs: [Term] = []
    var known: Set<Term> = []
    for (first, second) in zip(scalars, scalars.dropFirst()) {
      let pair = TermKey.gram([first, second])
      if known.insert(pair).inserted { pairs.append(pair) }
    }
    return .run(TextRun(scalars: scalars, terms: pairs))
  }
}
