internal import InvertedIndex
internal import TextAnalysis

extension Lexicon {
  /// Answers what a gatherer asks of the dictionary.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  func answers(_ questions: VocabularyQuestions) throws -> VocabularyAnswers {
    func list(_ neighbours: [Vocabulary.Neighbour]) -> NumberList {
      NumberList(neighbours.flatMap { [Int($0.scalar), $0.documentFrequency] })
    }
    var answers = VocabularyAnswers()
    answers.terms = NumberList(try questions.terms.map { try documentFrequency(of: $0.term) })
    answers.followers = try questions.followers.map { list(try followers(of: $0)) }
    answers.runs = NumberList(try questions.runs.map(articleCount))
    if questions.ideographs { answers.ideographs = list(try ideographs()) }
    if questions.otherWords {
      var words: [TermFrequency] = []
      try forEachOtherWord { bytes, count in
        words.append(TermFrequency(term: HexTerm(Term(Array(bytes))), count: count))
      }
      answers.otherWords = words
    }
    return answers
  }
}

/// The dictionaries of all shards as one.
///
/// What is not known yet is taken for absent and noted in ``missing``: who has asked then has no answer, lets the shards be asked all of it,
/// and asks again from the beginning. So one walk over the dictionary takes few rounds, however many terms it looks up.
final class GatheredLexicon: TermLexicon {
  /// What was asked and is not known.
  private(set) var missing = VocabularyQuestions()
  private var missingTerms: Set<HexTerm> = []
  private var missingRuns: Set<[UInt32]> = []
  private var missingFollowers: Set<UInt32> = []

  private var frequencies: [Term: Int] = [:]
  private var followers: [UInt32: [UInt32: Int]] = [:]
  private var runs: [[UInt32]: Int] = [:]
  private var knownIdeographs: [UInt32: Int]?
  private var otherWords: [[UInt8]: Int]?

  func documentFrequency(of term: Term) throws -> Int {
    if let known = frequencies[term] { return known }
    if missingTerms.insert(HexTerm(term)).inserted { missing.terms.append(HexTerm(term)) }
    return 0
  }

  func followers(of scalar: UInt32) throws -> [Vocabulary.Neighbour] {
    if let known = followers[scalar] { return Self.neighbours(known) }
    if missingFollowers.insert(scalar).inserted { missing.followers.append(scalar) }
    return []
  }

  func ideographs() throws -> [Vocabulary.Neighbour] {
    if let knownIdeographs { return Self.neighbours(knownIdeographs) }
    missing.ideographs = true
    return []
  }

  func forEachOtherWord(_ body: (ArraySlice<UInt8>, Int) throws -> Void) throws {
    guard let otherWords else {
      missing.otherWords = true
      return
    }
    for (word, count) in otherWords.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      try body(word[...], count)
    }
  }

  func articleCount(ofRun scalars: [UInt32]) throws -> Int {
    guard scalars.count > 2 else { return try documentFrequency(of: TermKey.gram(scalars)) }
    if let known = runs[scalars] { return known }
    if missingRuns.insert(scalars).inserted { missing.runs.append(scalars) }
    return 0
  }

  func hasRun(_ scalars: [UInt32]) throws -> Bool { try articleCount(ofRun: scalars) > 0 }

  /// Begins anew, before something is asked of which all must be known.
  func forgetMissing() {
    missing = VocabularyQuestions()
    (missingTerms, missingRuns, missingFollowers) = ([], [], [])
  }

  /// Keeps what the shards have answered to some questions.
  func add(_ answers: [VocabularyAnswers], to questions: VocabularyQuestions) {
    for (place, term) in questions.terms.enumerated() {
      frequencies[term.term] = Self.sum(answers.map(\.terms), at: place)
    }
    for (place, run) in questions.runs.enumerated() {
      runs[run] = Self.sum(answers.map(\.runs), at: place)
    }
    for (place, scalar) in questions.followers.enumerated() {
      followers[scalar] = Self.sum(
        answers.compactMap { place < $0.followers.count ? $0.followers[place] : nil })
    }
    if questions.ideographs { knownIdeographs = Self.sum(answers.compactMap(\.ideographs)) }
    if questions.otherWords {
      var words: [[UInt8]: Int] = [:]
      for word in answers.flatMap({ $0.otherWords ?? [] }) {
        words[word.term.term.bytes, default: 0] += word.count
      }
      otherWords = words
    }
  }

  private static func sum(_ lists: [NumberList], at place: Int) -> Int {
    lists.reduce(0) { $0 + (place < $1.numbers.count ? $1.numbers[place] : 0) }
  }

  private static func sum(_ lists: [NumberList]) -> [UInt32: Int] {
    var counts: [UInt32: Int] = [:]
    for row in lists.flatMap({ $0.rows(of: 2) }) {
      counts[UInt32(clamping: row[row.startIndex]), default: 0] += row[row.startIndex + 1]
    }
    return counts
  }

  private static func neighbours(_ counts: [UInt32: Int]) -> [Vocabulary.Neighbour] {
    counts.sorted { $0.key < $1.key }
      .map { Vocabulary.Neighbour(scalar: $0.key, documentFrequency: $0.value) }
  }
}
