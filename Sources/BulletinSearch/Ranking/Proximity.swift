internal import InvertedIndex
internal import TextAnalysis

/// What an article gains by having the words of a query close together and early, read off its text.
///
///     gain = total · (window · (best window ÷ total)² + close · (best close window ÷ total)²
///                    + lead · (lead ÷ total)² + run · (best run ÷ total)²
///                    + titleRun · (best run in the title ÷ total)²)
///          + total · complete, if the article has all words
///
/// *best window* is the largest sum of the rarities of different words of the query that stand within
/// ``windowLength`` characters, *best close window* the same within ``closeLength``; *lead* that of those in the title, the section,
/// the byline and the first ``leadLength`` characters of the text; *best run* the largest sum, over one unbroken part
/// of the query, spaces aside, that stands in the article as it was typed, of the rarities of the words that are in it; *total* the
/// sum for all words of the query. A word's rarity is its inverse document frequency. The squares
/// leave an article that has the words scattered, or one of them only, nearly nothing.
struct Proximity {
  /// About a sentence and a half.
  static let windowLength = 50
  /// A clause.
  static let closeLength = 15
  /// About the first sentence.
  static let leadLength = 50
  /// How much of an article is looked at, in characters: all of nearly every one.
  ///
  /// It bounds the time for a query.
  private static let maximumLength = 20_000

  /// How often a character of the query is told apart in it; more costs time and changes nothing.
  private static let maximumRepetition = 32

  /// Rarities are whole numbers of this part of 1, so that no order of additions matters.
  private static let rarityUnit = 65_536.0

  /// The number of the character between two fields, and that of the query's first character.
  private static let separatorNumber: UInt8 = 1
  fileprivate static let firstNumber = 2

  /// The gains of one article.
  struct Gain: Equatable {
    var window = 0.0
    var close = 0.0
    var lead = 0.0
    var run = 0.0
    var titleRun = 0.0
    var complete = 0.0

    var sum: Double { window + close + lead + run + titleRun + complete }
  }

  private let parameters: RankingParameters
  private var projector: TextProjector
  /// Where each number stands in the query, from the back.
  private let places: [[Int]]
  /// The word that ends at each place of the query; nil if none does.
  private let words: [WordList.Placed?]
  /// The rarities of the words that end before each place of the query, and of those that begin before it, added up.
  private let endedBefore: [Int]
  private let begunBefore: [Int]
  private let total: Int
  /// For each word a term that every article with it has, and its rarity, once for each place in the query.
  private let weights: [(term: Term, weight: UInt32)]

  /// How long the part of the query is that ends at each place and at the position of the text that was seen last there.
  private var lengths: [Int]
  private var positions: [Int]
  private var window: WordWindow
  private var closeWindow: WordWindow
  private var leadWords: WordWindow
  private var occurrences: [WordWindow.Occurrence] = []
  /// The characters of the query in the text at hand.
  private var characters: [ProjectedCharacter] = []

  /// Nil if there is nothing to be near: fewer than two words, or no text.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  init?(_ items: [QueryItem], searcher: Searcher, parameters: RankingParameters)
    throws
  {
    let list = WordList(items)
    guard Self.applies(list, parameters) else { return nil }
    self.parameters = parameters
    projector = TextProjector(searcher.reader, scalars: [UInt32(Field.separator)] + list.characters)
    words = list.words
    var places = [[Int]](repeating: [], count: list.characters.count + Self.firstNumber)
    for (place, number) in list.sequence.enumerated()
    where number > 0 && places[Int(number)].count < Self.maximumRepetition {
      places[Int(number)].append(place)
    }
    self.places = places.map { $0.reversed() }
    let rarest = try list.scalarsOfWords.map { try Self.rarestGram(of: $0, searcher) }
    let rarities = rarest.map { Int((($0?.rarity ?? 0) * Self.rarityUnit).rounded()) }
    total = rarities.reduce(0, +)
    var counts = [Int](repeating: 0, count: rarities.count)
    for case .some(let word) in words { counts[word.number] += 1 }
    weights = zip(rarest, zip(rarities, counts)).compactMap { gram, product in
      gram.map { ($0.term, UInt32(clamping: product.0 * product.1)) }
    }
    var endedBefore = [Int](repeating: 0, count: words.count + 1)
    var begunBefore = endedBefore
    for (place, word) in words.enumerated() {
      guard let word else { continue }
      endedBefore[place + 1] += rarities[word.number]
      begunBefore[place - word.length + 2] += rarities[word.number]
    }
    for place in words.indices {
      endedBefore[place + 1] += endedBefore[place]
      begunBefore[place + 1] += begunBefore[place]
    }
    self.endedBefore = endedBefore
    self.begunBefore = begunBefore
    lengths = Array(repeating: 0, count: words.count)
    positions = Array(repeating: .min, count: words.count)
    window = WordWindow(rarities, length: Self.windowLength)
    closeWindow = WordWindow(rarities, length: Self.closeLength)
    leadWords = WordWindow(rarities, length: Self.maximumLength)
  }

  /// What `document` gains, which has all words of the query or not.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  /// - Complexity: O(*n*) in the number of characters of the article, times how often a character
  ///   is repeated in the query.
  mutating func gain(of document: DocumentID, isComplete: Bool = false) throws -> Gain {
    try projector.project(document, limit: Self.maximumLength, into: &characters)
    reset()
    var bestRun = 0
    var bestTitleRun: Int?
    var fieldCount = 1
    var leadEnd = Int.max
    for character in characters {
      let (position, number) = (Int(character.position), character.number)
      if number == Self.separatorNumber {
        if fieldCount == 1 { bestTitleRun = bestRun }
        fieldCount += 1
        if fieldCount == Field.stored.count { leadEnd = position + 1 + Self.leadLength }
        continue
      }
      for place in places[Int(number)] {
        let isContinued = place > 0 && positions[place - 1] == position - 1
        let length = isContinued ? lengths[place - 1] + 1 : 1
        lengths[place] = length
        positions[place] = position
        if let word = words[place], word.length <= length {
          add(word.number, at: position, isLead: position < leadEnd)
        }
        if length > 1 {
          // A word that begins before the run does, and ends in it or behind it, is none of it.
          bestRun = max(bestRun, endedBefore[place + 1] - begunBefore[place + 1 - length])
        }
      }
    }
    return Gain(
      window: gain(parameters.window, of: window.best),
      close: gain(parameters.close, of: closeWindow.best),
      lead: gain(parameters.lead, of: leadWords.best), run: gain(parameters.run, of: bestRun),
      titleRun: gain(parameters.titleRun, of: bestTitleRun ?? bestRun),
      complete: isComplete ? gain(parameters.complete, of: total) : 0)
  }

  private mutating func reset() {
    for place in positions.indices { positions[place] = .min }
    window.reset()
    closeWindow.reset()
    leadWords.reset()
    occurrences.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ word: Int, at position: Int, isLead: Bool) {
    occurrences.append(WordWindow.Occurrence(word: word, position: position))
    window.add(last: occurrences)
    closeWindow.add(last: occurrences)
    if isLead { leadWords.add(last: occurrences) }
  }

  /// In the units of scores, so that a sum of scores is exact.
  private func gain(_ factor: Double, of sum: Int) -> Double {
    guard total > 0 else { return 0 }
    // A query may say a word twice.
    let share = Double(min(sum, total)) / Double(total)
    let gain = factor * share * share * Double(total) / Self.rarityUnit
    return (gain * RankedDocument.unitsPerPoint).rounded() / RankedDocument.unitsPerPoint
  }

  /// The rarest pair of a word, or its only character, with its inverse document frequency; nil if no article has any
  /// of them.
  private static func rarestGram(of scalars: [UInt32], _ searcher: Searcher) throws -> (
    term: Term, rarity: Double
  )? {
    var rarest: (term: Term, rarity: Double)?
    for gram in grams(of: scalars) {
      let frequency = try searcher.documentFrequency(of: gram)
      guard frequency > 0 else { continue }
      let rarity = BM25.inverseDocumentFrequency(
        documentFrequency: frequency, documentCount: searcher.documentCount)
      if rarity > rarest?.rarity ?? 0 { rarest = (gram, rarity) }
    }
    return rarest
  }
}

// MARK: - What has to be known of terms

extension Proximity {
  /// Whether there is anything to be near in some texts.
  static func applies(to items: [QueryItem], _ parameters: RankingParameters) -> Bool {
    applies(WordList(items), parameters)
  }

  private static func applies(_ list: WordList, _ parameters: RankingParameters) -> Bool {
    list.scalarsOfWords.count > 1 && parameters.gains
  }

  /// The terms whose document frequencies decide how rare the words of some texts are.
  static func terms(of items: [QueryItem]) -> [Term] {
    WordList(items).scalarsOfWords.flatMap(grams)
  }

  /// The pairs of a word, or its only character.
  private static func grams(of scalars: [UInt32]) -> [Term] {
    scalars.indices.dropLast(scalars.count > 1 ? 1 : 0).map { index in
      TermKey.gram(scalars[index...min(index + 1, scalars.count - 1)])
    }
  }
}

// MARK: - Bounds

extension Proximity {
  /// What the roundings of the parts of a gain may add up to.
  private static let roundingError = 8 / RankedDocument.unitsPerPoint

  /// What each of some articles gains at most, by which of the query's words it has.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  func upperBounds(
    of documents: [DocumentID], isComplete: Bool, searcher: Searcher
  ) throws -> [Double] {
    // Of a very long text each article is looked at.
    guard weights.reduce(0, { $0 + Int($1.weight) }) <= Int(UInt32.max) else {
      return Array(repeating: .infinity, count: documents.count)
    }
    return try searcher.sums(of: weights, in: documents).map { sum in
      let share = Double(min(Int(sum), total)) / Double(max(total, 1))
      let near =
        parameters.window + parameters.close + parameters.lead + parameters.run
        + parameters.titleRun
      let complete = isComplete ? parameters.complete : 0
      return (near * share * share + complete) * Double(total) / Self.rarityUnit
        + Self.roundingError
    }
  }
}

/// The words of a query, each once.
private struct WordList {
  /// A word at its place in the query.
  struct Placed {
    var number: Int
    var length: Int
  }

  private(set) var scalarsOfWords: [[UInt32]] = []
  /// The characters of the query's texts as numbers.
  private(set) var sequence: [UInt8] = []
  /// The word that ends at each place of the sequence.
  private(set) var words: [Placed?] = []
  private(set) var characters: [UInt32] = []
  private var numbers: [UInt32: UInt8] = [:]
  private var wordNumbers: [[UInt32]: Int] = [:]

  init(_ items: [QueryItem]) {
    for item in items where item.form != .prefix { add(item) }
  }

  private mutating func add(_ item: QueryItem) {
    let base = sequence.count
    for scalar in item.scalars {
      sequence.append(number(of: scalar))
      words.append(nil)
    }
    for unit in item.units {
      let word = Array(item.scalars[unit.range])
      guard !OptionalWords.contains(word[...]) else { continue }
      let known = wordNumbers[word] ?? scalarsOfWords.count
      if known == scalarsOfWords.count {
        wordNumbers[word] = known
        scalarsOfWords.append(word)
      }
      words[base + unit.range.upperBound - 1] = Placed(number: known, length: word.count)
    }
  }

  /// The number of a character; 0 if there are too many different ones, so that it is never near.
  private mutating func number(of scalar: UInt32) -> UInt8 {
    if let number = numbers[scalar] { return number }
    let number = characters.count + Proximity.firstNumber
    guard number <= TextProjector.maximumCharacterCount else { return 0 }
    characters.append(scalar)
    numbers[scalar] = UInt8(number)
    return UInt8(number)
  }
}

/// The words that stand in the last characters of a text, as it is read.
private struct WordWindow {
  /// A word that was met, and where it ends.
  struct Occurrence {
    var word: Int
    var position: Int
  }

  private let rarities: [Int]
  private let length: Int
  /// The largest sum of the rarities of different words so far.
  private(set) var best = 0
  private var sum = 0
  private var first = 0
  private var counts: [Int]

  init(_ rarities: [Int], length: Int) {
    self.rarities = rarities
    self.length = length
    counts = Array(repeating: 0, count: rarities.count)
  }

  mutating func reset() {
    best = 0
    sum = 0
    first = 0
    for word in counts.indices { counts[word] = 0 }
  }

  /// Takes in the last of the words that were met, and leaves out those that are too far before it.
  mutating func add(last occurrences: [Occurrence]) {
    guard let last = occurrences.last else { return }
    counts[last.word] += 1
    if counts[last.word] == 1 { sum += rarities[last.word] }
    while occurrences[first].position <= last.position - length {
      let word = occurrences[first].word
      counts[word] -= 1
      if counts[word] == 0 { sum -= rarities[word] }
      first += 1
    }
    best = max(best, sum)
  }
}
