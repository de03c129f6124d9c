internal import InvertedIndex
internal import TextAnalysis

/// Finds texts of an index that are near to a text that was typed.
struct NearTexts {
  /// How long a run of characters is whose neighbours are looked for.
  static let runLengths = 2...30
  /// From this length on, two edits leave enough of a text to be called near to it.
  private static let shortestWithTwoEdits = 4
  /// A word of another script in which one edit may be meant, and one in which two may.
  private static let shortestWord = 3
  private static let shortestWordWithTwoEdits = 6

  let lexicon: any TermLexicon
  private let vocabulary: Vocabulary
  private let lookupLimit: Int

  init(
    _ lexicon: any TermLexicon, probeBudget: Int = Vocabulary.usualProbeBudget,
    lookupLimit: Int = NearCandidates.usualLookupLimit
  ) {
    self.lexicon = lexicon
    self.lookupLimit = lookupLimit
    vocabulary = Vocabulary(lexicon, probeBudget: probeBudget)
  }

  /// The texts within an edit distance of a run of folded characters, all parts of words and some of
  /// them Han; best first, without the run itself.
  ///
  /// - Parameters:
  ///   - run: The characters. Those of other scripts are not edited.
  ///   - distance: 1 or 2; short runs take 1 at most.
  ///   - limit: How many texts to return at most.
  /// - Returns: The texts, best first; none if the run is not of ``runLengths``.
  /// - Throws: `IndexError` if the index is damaged.
  func texts(near run: [UInt32], distance: Int, limit: Int) throws -> [NearText] {
    guard Self.runLengths.contains(run.count) else { return [] }
    let distance = run.count < Self.shortestWithTwoEdits ? min(distance, 1) : min(distance, 2)
    var candidates = NearCandidates()
    candidates.runLength = run.count
    // All texts with one edit come first; of those with two there may be more than are looked at.
    for distance in 1...max(distance, 1) {
      let walk = try EditWalk(run, maximumDistance: distance, vocabulary: vocabulary)
      for text in walk.candidates.texts.values { candidates.add(text) }
    }
    return try candidates.confirmed(by: vocabulary, limit: limit, lookupLimit: lookupLimit)
  }

  /// The texts that are read as a run, tones apart, without the run itself; best first.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  func homophones(of run: [UInt32], limit: Int) throws -> [NearText] {
    guard Self.runLengths.contains(run.count) else { return [] }
    return try ReadingWalk(vocabulary: vocabulary).homophones(of: run)
      .confirmed(by: vocabulary, limit: limit, lookupLimit: lookupLimit)
  }

  /// The texts with Han characters that are read as some letters and digits, best first.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  func texts(readAs letters: [UInt32], limit: Int) throws -> [NearText] {
    try ReadingWalk(vocabulary: vocabulary).texts(readAs: letters)
      .confirmed(by: vocabulary, limit: limit, lookupLimit: lookupLimit)
  }

  /// The words of other scripts within an edit distance of a word, best first, without the word itself.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  /// - Complexity: O(*n*) in the number of such words.
  func words(near word: [UInt32], distance: Int, limit: Int) throws -> [NearText] {
    guard word.count >= Self.shortestWord else { return [] }
    let distance = word.count < Self.shortestWordWithTwoEdits ? min(distance, 1) : min(distance, 2)
    var found: [NearText] = []
    try lexicon.forEachOtherWord { bytes, frequency in
      // A scalar takes four bytes at most.
      guard (word.count - distance...(word.count + distance) * 4).contains(bytes.count) else {
        return
      }
      let candidate = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
      let edits = EditDistance.between(candidate, word, limit: distance)
      if let edits, edits > 0 {
        found.append(
          NearText(
            scalars: candidate, distance: edits, hasSameReading: false,
            documentFrequency: frequency))
      }
    }
    found.sort(by: NearText.precedes)
    return Array(found.prefix(limit))
  }
}
