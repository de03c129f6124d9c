#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import InvertedIndex
internal import TextAnalysis

extension QueryItem {
  /// Adds the terms by which articles are ranked for the text to `terms`.
  func addWeights(to terms: inout WeightedTerms) {
    // An article is not the better for what stands around it.
    guard field != .furniture else { return }
    terms.boost = boost
    terms.field = field
    addPairsAndCharacters(to: &terms)
    let parameters = terms.parameters
    for token in text.tokens where IndexedWord.isTerm(token) {
      var weight = token.kind == .han ? parameters.longWord : parameters.otherWord
      if InterrogativeWords.contains(scalars[token.range]) { weight *= parameters.interrogative }
      terms.add(weight) { TermKey.word(scalars[token.range], field: $0) }
    }
    for range in text.compounds {
      terms.add(parameters.compound) { TermKey.word(scalars[range], field: $0) }
    }
  }

  private func addPairsAndCharacters(to terms: inout WeightedTerms) {
    let owners = owners()
    let parameters = terms.parameters
    let asks = text.tokens.map { InterrogativeWords.contains(scalars[$0.range]) }
    func factor(_ index: Int) -> Double {
      owners[index].map { asks[$0] } == true ? parameters.interrogative : 1
    }
    for index in scalars.indices where text.match.isWord(at: index) {
      if text.match.isHanLike(at: index) {
        let isWord = owners[index].map { text.tokens[$0] }?.range.count == 1
        let weight = parameters.character + (isWord ? parameters.singleCharacter : 0)
        // A single character in a title says little.
        terms.addOne(weight * factor(index), TermKey.gram(scalars[index...index]))
      }
      if index + 1 < scalars.count, text.match.isWord(at: index + 1),
        let weight = pairWeight(index, owners, parameters)
      {
        let factor = min(factor(index), factor(index + 1))
        terms.add(weight * factor) { TermKey.gram(scalars[index...index + 1], field: $0) }
      }
    }
  }

  /// Which token each character belongs to.
  private func owners() -> [Int?] {
    var owners = [Int?](repeating: nil, count: scalars.count)
    for (number, token) in text.tokens.enumerated() {
      for index in token.range { owners[index] = number }
    }
    return owners
  }

  /// The weight of the pair that begins at `index`; nil for pairs inside of words of other scripts,
  /// which count as a whole.
  private func pairWeight(_ index: Int, _ owners: [Int?], _ parameters: RankingParameters)
    -> Double?
  {
    let isHan = (text.match.isHanLike(at: index), text.match.isHanLike(at: index + 1))
    guard isHan.0 || isHan.1 else { return form == .prefix ? parameters.mixedPair : nil }
    guard isHan.0, isHan.1 else { return parameters.mixedPair }
    guard let owner = owners[index], owner == owners[index + 1] else {
      return parameters.crossPair
    }
    return text.tokens[owner].range.count == 2 ? parameters.word : parameters.innerPair
  }
}

/// Terms with weights, each term once, in the order in which they came.
struct WeightedTerms {
  let parameters: RankingParameters
  /// A factor for all that is added.
  var boost = 1.0
  /// The only field that counts, where one has been asked for.
  var field: Field?
  private var terms: [WeightedTerm] = []
  /// How often each was added.
  private var counts: [Int] = []
  private var places: [Term: Int] = [:]
  private let titleWeight: Double
  private let bylineWeight: Double

  /// - Parameters:
  ///   - parameters: The constants of the ranking.
  ///   - wordCount: How many words the query has in all.
  init(parameters: RankingParameters, wordCount: Int) {
    self.parameters = parameters
    // A title has a few words: what it shares with a long question, it shares by chance.
    titleWeight = parameters.title / Double(max(wordCount, 1))
    bylineWeight = parameters.byline / Double(max(wordCount, 1))
  }

  /// The terms, those that came several times with less than the sum, and all made smaller by one factor if the largest weight exceeds `limit`: beyond that, the
  /// engine would cut each for itself and change their proportion.
  func terms(upTo limit: Double) -> [WeightedTerm] {
    let terms = zip(terms, counts).map { term, count in
      // Exactly the same for a term that came once.
      count == 1
        ? term
        : WeightedTerm(
          term.term, weight: term.weight * pow(Double(count), parameters.repetition - 1))
    }
    let largest = terms.map(\.weight).max() ?? 0
    guard largest > limit else { return terms }
    return terms.map { WeightedTerm($0.term, weight: $0.weight * limit / largest) }
  }

  /// Adds a term of all fields together and the same of the fields that are kept for themselves.
  mutating func add(_ weight: Double, _ term: (Field?) -> Term) {
    addOne(weight, term(nil))
    if field == nil || field == .title { addOne(weight * titleWeight, term(.title)) }
    if field == nil || field == .byline { addOne(weight * bylineWeight, term(.byline)) }
  }

  /// Adds a term; one that is there already counts more.
  mutating func addOne(_ weight: Double, _ term: Term) {
    let weight = weight * boost
    guard weight > 0 else { return }
    if let place = places[term] {
      terms[place].weight += weight
      counts[place] += 1
    } else if terms.count < Query.maximumTermCount {
      places[term] = terms.count
      terms.append(WeightedTerm(term, weight: weight))
      counts.append(1)
    }
  }
}
