internal import InvertedIndex

/// What is known of the terms of a collection, all shards together.
final class GatheredKnowledge {
  let lexicon = GatheredLexicon()
  private var frequencies: [Term: Int] = [:]

  /// So many terms are kept; then all are forgotten, and asked for again.
  private static let mostTerms = 1 << 20

  /// How many articles have each of some terms; nil if that is not known of all.
  func known(_ terms: [Term]) -> [TermFrequency]? {
    var found: [TermFrequency] = []
    var seen: Set<Term> = []
    for term in terms where seen.insert(term).inserted {
      guard let count = frequencies[term] else { return nil }
      found.append(TermFrequency(term: HexTerm(term), count: count))
    }
    return found
  }

  /// Those of some terms of which it is not known how many articles have them, each once.
  func missing(_ terms: [Term]) -> [HexTerm] {
    if frequencies.count > Self.mostTerms { frequencies = [:] }
    var seen: Set<Term> = []
    return terms.filter { frequencies[$0] == nil && seen.insert($0).inserted }.map(HexTerm.init)
  }

  /// Keeps how many articles of each shard have some terms.
  func add(_ counts: [NumberList], of terms: [HexTerm]) {
    for (place, term) in terms.enumerated() {
      frequencies[term.term] = counts.reduce(0) {
        $0 + (place < $1.numbers.count ? $1.numbers[place] : 0)
      }
    }
  }

  /// Keeps what the dictionaries of all shards have answered.
  func add(_ answers: [VocabularyAnswers], to questions: VocabularyQuestions) {
    lexicon.add(answers, to: questions)
  }
}
