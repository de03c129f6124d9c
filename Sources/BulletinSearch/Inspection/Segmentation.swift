public import TextAnalysis

/// One word of a text and what it is indexed under.
public struct SegmentedWord: Sendable, Equatable, Codable {
  /// The word as it is in the text.
  public var original: String
  /// The word as it is searched.
  public var text: String
  /// `han`, `number`, `letters`, `other`, or `compound` for words that marks join.
  public var kind: String
  /// The bytes of the text, in UTF-8, that the word comes from.
  public var byteRange: Range<Int>
  /// The characters of the text as it is searched, counted in Unicode scalars.
  public var characterRange: Range<Int>
  /// What articles with the word are found by, besides single characters.
  public var terms: [String]
  /// Whether the word is one of the user's dictionary.
  public var isUserWord: Bool
}

/// How texts are cut into words.
public enum Segmentation {
  /// The words of `text` in order; a compound comes before its parts.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - dictionary: Words to know beside those of ICU's dictionary.
  /// - Returns: The words; those of the user are marked.
  /// - Throws: `AnalysisError` if ICU fails.
  public static func segment(_ text: String, dictionary: UserDictionary? = nil) throws
    -> [SegmentedWord]
  {
    let bytes = Array(text.utf8)
    let analyzed = try TextAnalyzer(dictionary: dictionary).analyze(bytes)
    let match = analyzed.match
    func word(
      _ range: Range<Int>, kind: String, terms: [String], isUserWord: Bool = false
    ) -> SegmentedWord {
      let source = match.sourceRange(of: range)
      return SegmentedWord(
        original: String(decoding: bytes[source], as: UTF8.self), text: match.string(range),
        kind: kind, byteRange: source, characterRange: range, terms: terms,
        isUserWord: isUserWord)
    }
    var words = analyzed.compounds.map { word($0, kind: "compound", terms: [match.string($0)]) }
    for token in analyzed.tokens {
      var terms = match.pairs(in: token.range)
      if IndexedWord.isTerm(token) { terms.insert(match.string(token.range), at: 0) }
      words.append(
        word(
          token.range, kind: "\(token.kind)", terms: terms, isUserWord: token.isUserWord))
    }
    return words.sorted {
      ($0.characterRange.lowerBound, $1.characterRange.upperBound)
        < ($1.characterRange.lowerBound, $0.characterRange.upperBound)
    }
  }
}

extension MatchText {
  fileprivate func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range].compactMap { Unicode.Scalar($0) }))
  }

  /// The pairs of neighbours in `range`.
  fileprivate func pairs(in range: Range<Int>) -> [String] {
    range.dropLast().filter { isWord(at: $0) && isWord(at: $0 + 1) }.map { string($0..<$0 + 2) }
  }
}
