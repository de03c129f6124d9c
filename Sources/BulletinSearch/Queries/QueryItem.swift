internal import InvertedIndex
internal import TextAnalysis

/// A text that a query looks for, analysed as the articles are.
struct QueryItem {
  private let text: AnalyzedText
  /// Whether the text has to be found as it stands and nowhere else.
  let isExact: Bool

  /// The characters of the text as they are searched.
  var scalars: [UInt32] { text.match.scalars }

  /// Nil if nothing of the text can be searched, because it has punctuation only.
  init?(_ text: String, isExact: Bool, analyzer: TextAnalyzer) throws {
    self.text = try analyzer.analyze(Array(text.utf8))
    self.isExact = isExact
    guard self.text.match.scalars.indices.contains(where: self.text.match.isWord(at:)) else {
      return nil
    }
  }

  /// Articles that have the text as it stands.
  var verbatimFilter: Filter {
    run(scalars.startIndex..<scalars.endIndex)
  }

  /// Articles in which the characters of `range` stand as they do in the text.
  private func run(_ range: Range<Int>) -> Filter {
    let grams = grams(of: range)
    // One character or pair is a term itself, unless a mark belongs to it; there is nothing to confirm.
    let hasMark = !range.allSatisfy(text.match.isWord(at:))
    if grams.count == 1, range.count <= 2, !hasMark { return .term(grams[0]) }
    return .run(TextRun(scalars: Array(scalars[range]), terms: grams))
  }

  /// Articles that have all words of the text, wherever they stand.
  var scatteredFilter: Filter {
    .all(wordFilters)
  }

  /// For each word of the text, articles that have it.
  var wordFilters: [Filter] {
    guard !isExact else { return [verbatimFilter] }
    return units.map { unit in
      unit.isHan ? run(unit.range) : .term(TermKey.word(scalars[unit.range]))
    }
  }

  /// The runs that show where the words of the text are: those of two and more characters, or the
  /// single ones if there are no others.
  var words: [[UInt32]] {
    let words = units.map { Array(scalars[$0.range]) }
    let long = words.filter { $0.count > 1 }
    return long.isEmpty ? words : long
  }

  /// The words, but Han characters that the dictionary left single and that stand side by side taken
  /// together: 疫|情 and 基|站 are words that the dictionary lacks, and 疫 and 情 apart say nothing.
  private var units: [(range: Range<Int>, isHan: Bool)] {
    var units: [(range: Range<Int>, isHan: Bool)] = []
    var lastIsSingle = false
    for token in text.tokens {
      let isHan = token.kind == .han || token.kind == .other
      let isSingle = token.kind == .han && token.range.count == 1
      if isSingle, lastIsSingle, let last = units.last,
        last.range.upperBound == token.range.lowerBound
      {
        units[units.count - 1].range = last.range.lowerBound..<token.range.upperBound
      } else {
        units.append((token.range, isHan))
      }
      lastIsSingle = isSingle
    }
    return units
  }

  /// The pairs of `range`, and the characters that are in none.
  private func grams(of range: Range<Int>) -> [Term] {
    var grams: [Term] = []
    var known: Set<Term> = []
    var isCovered = false
    for index in range where text.match.isWord(at: index) {
      let isPair = index + 1 < range.upperBound && text.match.isWord(at: index + 1)
      if isPair || !isCovered {
        let gram = TermKey.gram(scalars[index...(isPair ? index + 1 : index)])
        if known.insert(gram).inserted { grams.append(gram) }
      }
      isCovered = isPair
    }
    return grams
  }
}

// MARK: - Ranking

extension QueryItem {
  /// Adds the terms by which articles are ranked for the text to `terms`.
  func addWeights(to terms: inout WeightedTerms) {
    addPairsAndCharacters(to: &terms)
    for token in text.tokens where IndexedWord.isTerm(token) {
      let weight = token.kind == .han ? terms.parameters.longWord : terms.parameters.otherWord
      terms.add(weight) { TermKey.word(scalars[token.range], field: $0) }
    }
    for range in text.compounds {
      terms.add(terms.parameters.compound) { TermKey.word(scalars[range], field: $0) }
    }
  }

  private func addPairsAndCharacters(to terms: inout WeightedTerms) {
    let owners = owners()
    for index in scalars.indices where text.match.isWord(at: index) {
      if text.match.isHanLike(at: index) {
        let owner = owners[index].map { text.tokens[$0] }
        let isWord = owner?.range.count == 1
        let weight = terms.parameters.character + (isWord ? terms.parameters.singleCharacter : 0)
        // A single character in a title says little.
        terms.addOne(weight, TermKey.gram(scalars[index...index]))
      }
      if index + 1 < scalars.count, text.match.isWord(at: index + 1),
        let weight = pairWeight(index, owners, terms.parameters)
      {
        terms.add(weight) { TermKey.gram(scalars[index...index + 1], field: $0) }
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
    guard isHan.0 || isHan.1 else { return nil }
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
  private(set) var terms: [WeightedTerm] = []
  private var places: [Term: Int] = [:]

  init(parameters: RankingParameters) {
    self.parameters = parameters
  }

  /// Adds a term of all fields together and the same of the fields that are kept for themselves.
  mutating func add(_ weight: Double, _ term: (Field?) -> Term) {
    addOne(weight, term(nil))
    addOne(weight * parameters.title, term(.title))
    addOne(weight * parameters.byline, term(.byline))
  }

  /// Adds a term; one that is there already counts more.
  mutating func addOne(_ weight: Double, _ term: Term) {
    if let place = places[term] {
      terms[place].weight += weight
    } else if terms.count < Query.maximumTermCount {
      places[term] = terms.count
      terms.append(WeightedTerm(term, weight: weight))
    }
  }
}
