#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import InvertedIndex
internal import TextAnalysis

/// The words of an article that tell it best from others.
///
/// A word that occurs *tf* times, and in *df* of the *N* articles, counts
///
///     (1 + ln tf) · ln(N ÷ df)
///
/// where an occurrence in the title counts as several. Salton and Buckley, *Term-weighting approaches in
/// automatic text retrieval*, 1988 (their `l` and `t`).
struct TellingWords {
  /// How many words make the query: more change the first results little and take longer.
  private static let maximumCount = 40
  /// How many of them are highlighted.
  private static let highlightedCount = 10
  /// As how many occurrences in the text one in the title counts.
  private static let titleOccurrences = 3
  /// A word in more than one of so many articles says nothing.
  private static let commonShare = 4

  /// What to search for, the most telling first.
  private(set) var terms: [WeightedTerm] = []
  /// The characters of the most telling words.
  private(set) var strongest: [[UInt32]] = []

  private struct Word {
    var scalars: [UInt32]
    var term: Term
    var frequency: Double
    var weight: Double
  }

  /// - Throws: `IndexError` if the index is damaged, `AnalysisError` if ICU fails.
  init(of article: StoredArticle, reader: InvertedIndex.IndexReader, analyzer: TextAnalyzer) throws
  {
    var counts: [Term: (scalars: [UInt32], count: Int)] = [:]
    for (field, occurrences) in [(Field.title, Self.titleOccurrences), (.body, 1)] {
      let text = try analyzer.analyze(article.bytes(of: field))
      for token in text.tokens where token.range.count > 1 {
        let scalars = Array(text.match.scalars[token.range])
        let term =
          IndexedWord.isTerm(token) ? TermKey.word(scalars[...]) : TermKey.gram(scalars)
        counts[term, default: (scalars, 0)].count += occurrences
      }
    }
    var words: [Word] = []
    for (term, (scalars, count)) in counts {
      let documentFrequency = try reader.documentFrequency(of: term)
      // A word that only this article has finds no other.
      guard documentFrequency > 1,
        documentFrequency <= max(reader.documentCount / Self.commonShare, 2)
      else { continue }
      let frequency = 1 + log(Double(count))
      let rarity = log(Double(reader.documentCount) / Double(documentFrequency))
      words.append(
        Word(scalars: scalars, term: term, frequency: frequency, weight: frequency * rarity))
    }
    words.sort { $0.weight == $1.weight ? $0.term < $1.term : $0.weight > $1.weight }
    // The search multiplies with the rarity of the term itself.
    terms = words.prefix(Self.maximumCount).map { WeightedTerm($0.term, weight: $0.frequency) }
    strongest = words.prefix(Self.highlightedCount).map(\.scalars)
  }
}
