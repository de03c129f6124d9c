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
  /// frequent, then by their characters.
  static func precedes(_ left: Self, _ right: Self) -> Bool {
    if left.hasSameReading != right.hasSameReading { return left.hasSameReading }
    if left.distance != right.distance { return left.distance < right.distance }
    if left.documentFrequency != right.documentFrequency {
      return left.documentFrequency > right.documentFrequency
    }
    return left.scalars.lexicographicallyPrecedes(right.scalars)
  }
}

/// Near texts whose pairs the index has, before it is known whether it has them whole.
struct NearCandidates {
  /// How many are looked up at most: the looking up of one takes up to a millisecond.
  static let usualLookupLimit = 128

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
  ///   - reader: The index.
  ///   - limit: How many to return at most.
  ///   - lookupLimit: How many to look up at most, the most promising ones.
  /// - Returns: The texts with their document frequencies.
  /// - Throws: `IndexError` if the index is damaged.
  func confirmed(
    by reader: InvertedIndex.IndexReader, limit: Int, lookupLimit: Int = usualLookupLimit
  ) throws -> [NearText] {
    var found: [NearText] = []
    var lookupCount = 0
    // No text is more frequent than its rarest pair, so that the order of the candidates is one of
    // bounds, and the search may stop as soon as no bound comes before what is found.
    for candidate in texts.values.sorted(by: NearText.precedes) {
      if found.count >= limit, let last = found.last, !NearText.precedes(candidate, last) { break }
      guard lookupCount < lookupLimit else { break }
      lookupCount += 1
      var text = candidate
      if text.scalars.count > 2 {
        text.documentFrequency = try reader.count(.run(ofWords: text.scalars)).documents
      }
      guard text.documentFrequency > 0 else { continue }
      let place = found.firstIndex { NearText.precedes(text, $0) } ?? found.count
      found.insert(text, at: place)
      if found.count > limit { found.removeLast() }
    }
    return found
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
