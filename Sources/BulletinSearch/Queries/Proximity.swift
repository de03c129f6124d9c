internal import InvertedIndex
internal import TextAnalysis

/// What an article gains by having the words of a query close together, read off its text.
///
///     gain = total · (window · (best window ÷ total)² + run · (best run ÷ total)²
///                    + titleRun · (best run in the title ÷ total)²)
///
/// *best window* is the largest sum of the rarities of different words of the query that stand within
/// ``windowLength`` characters; *best run* the largest sum, over one unbroken part of the query that
/// stands in the article as it was typed, of the rarities of the words that are in it; *total* the
/// sum for all words of the query. A word's rarity is its inverse document frequency. The squares
/// leave an article that has the words scattered, or one of them only, nearly nothing.
struct Proximity {
  /// About a sentence and a half.
  ///
  /// 25 and 100 characters gained .001 of nDCG@10 less on the statutes.
  static let windowLength = 50
  /// How much of an article is looked at, in characters: all of nearly every one.
  ///
  /// It bounds the time for a query.
  private static let maximumLength = 20_000

  /// How often a character of the query is told apart in it; more costs time and changes nothing.
  private static let maximumRepetition = 32

  /// The number of the character between two fields, and that of the query's first character.
  private static let separatorNumber: UInt8 = 1
  fileprivate static let firstNumber = 2

  /// The gains of one article.
  struct Gain: Equatable {
    var window = 0.0
    var run = 0.0
    var titleRun = 0.0

    var sum: Double { window + run + titleRun }
  }

  private let parameters: RankingParameters
  private var projector: TextProjector
  /// The characters of the query's texts as numbers, with a 0 between two texts.
  private let sequence: [UInt8]
  /// Where each number stands in the sequence.
  private let places: [[Int]]
  /// The words that end at each place of the sequence, with their lengths.
  private let wordEnds: [[(word: Int, length: Int)]]
  private let rarities: [Double]
  private let total: Double

  /// Nil if there is nothing to be near: fewer than two words, or no text.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  init?(_ items: [QueryItem], reader: InvertedIndex.IndexReader, parameters: RankingParameters)
    throws
  {
    var words = WordList()
    for item in items where item.form != .prefix { words.add(item) }
    guard words.scalarsOfWords.count > 1, parameters.gains else {
      return nil
    }
    self.parameters = parameters
    projector = TextProjector(reader, scalars: [UInt32(Field.separator)] + words.characters)
    sequence = words.sequence
    wordEnds = words.ends
    var places = [[Int]](repeating: [], count: words.characters.count + Self.firstNumber)
    for (place, number) in sequence.enumerated()
    where number > 0 && places[Int(number)].count < Self.maximumRepetition {
      places[Int(number)].append(place)
    }
    self.places = places
    rarities = try words.scalarsOfWords.map { try Self.rarity(of: $0, in: reader) }
    total = rarities.reduce(0, +)
  }

  /// What `document` gains.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  /// - Complexity: O(*n*) in the number of characters of the article, times how often a character
  ///   is repeated in the query.
  mutating func gain(of document: DocumentID) throws -> Gain {
    let numbers = try projector.numbers(of: document, limit: Self.maximumLength)
    var lengths = [Int](repeating: 0, count: sequence.count)
    var touched: [Int] = []
    var window = Window(rarities: rarities)
    var bestRun = 0.0
    var bestTitleRun: Double?
    for (position, number) in numbers.enumerated() {
      if number == Self.separatorNumber, bestTitleRun == nil { bestTitleRun = bestRun }
      guard number >= Self.firstNumber else {
        for place in touched { lengths[place] = 0 }
        touched.removeAll(keepingCapacity: true)
        continue
      }
      // From the back, so that the length at the place before is still that of the character before.
      let current = places[Int(number)]
      let before = touched
      var next: [(place: Int, length: Int)] = []
      for place in current {
        next.append((place, place > 0 ? lengths[place - 1] + 1 : 1))
      }
      for place in before { lengths[place] = 0 }
      touched = current
      for (place, length) in next {
        lengths[place] = length
        for (word, wordLength) in wordEnds[place] where wordLength <= length {
          window.add(word, at: position)
        }
        if length > 1 { bestRun = max(bestRun, worth(ofRunEndingAt: place, length: length)) }
      }
    }
    return Gain(
      window: rounded(parameters.window * share(window.best)),
      run: rounded(parameters.run * share(bestRun)),
      titleRun: rounded(parameters.titleRun * share(bestTitleRun ?? bestRun)))
  }

  private func share(_ sum: Double) -> Double {
    total > 0 ? sum * sum / total : 0
  }

  /// In the units of scores, so that a sum of scores is exact.
  private func rounded(_ gain: Double) -> Double {
    (gain * RankedDocument.unitsPerPoint).rounded() / RankedDocument.unitsPerPoint
  }

  /// The rarities of the words that are whole in a run of the sequence.
  private func worth(ofRunEndingAt end: Int, length: Int) -> Double {
    let start = end - length + 1
    var sum = 0.0
    for place in start...end {
      for (word, wordLength) in wordEnds[place] where place - wordLength + 1 >= start {
        sum += rarities[word]
      }
    }
    return sum
  }

  /// How rare a word is: as its rarest pair, or as its only character.
  private static func rarity(of scalars: [UInt32], in reader: InvertedIndex.IndexReader) throws
    -> Double
  {
    var rarity = 0.0
    for index in scalars.indices.dropLast(scalars.count > 1 ? 1 : 0) {
      let gram = TermKey.gram(scalars[index...min(index + 1, scalars.count - 1)])
      let frequency = try reader.documentFrequency(of: gram)
      guard frequency > 0 else { continue }
      rarity = max(
        rarity,
        BM25.inverseDocumentFrequency(
          documentFrequency: frequency, documentCount: reader.documentCount))
    }
    return rarity
  }
}

/// The words of a query, each once.
private struct WordList {
  private(set) var scalarsOfWords: [[UInt32]] = []
  private(set) var sequence: [UInt8] = []
  private(set) var ends: [[(word: Int, length: Int)]] = []
  private(set) var characters: [UInt32] = []
  private var numbers: [UInt32: UInt8] = [:]
  private var wordNumbers: [[UInt32]: Int] = [:]

  mutating func add(_ item: QueryItem) {
    if !sequence.isEmpty { append(0) }
    let base = sequence.count
    for scalar in item.scalars { append(number(of: scalar)) }
    for unit in item.units {
      let word = Array(item.scalars[unit.range])
      let isFunctionWord = word.count == 1 && FunctionCharacters.all.contains(word[0])
      guard !isFunctionWord, !InterrogativeWords.contains(word[...]) else { continue }
      let known = wordNumbers[word] ?? scalarsOfWords.count
      if known == scalarsOfWords.count {
        wordNumbers[word] = known
        scalarsOfWords.append(word)
      }
      ends[base + unit.range.upperBound - 1].append((known, word.count))
    }
  }

  private mutating func append(_ number: UInt8) {
    sequence.append(number)
    ends.append([])
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
private struct Window {
  let rarities: [Double]
  /// The largest sum of the rarities of different words so far.
  private(set) var best = 0.0
  private var occurrences: [(word: Int, position: Int)] = []
  private var first = 0
  private var counts: [Int]
  /// The words that stand in the window, in their order; a query may have thousands of others.
  private var present: [Int] = []

  init(rarities: [Double]) {
    self.rarities = rarities
    counts = Array(repeating: 0, count: rarities.count)
  }

  mutating func add(_ word: Int, at position: Int) {
    occurrences.append((word, position))
    counts[word] += 1
    let isNew = counts[word] == 1
    if isNew { present.insert(word, at: present.firstIndex { $0 > word } ?? present.count) }
    while occurrences[first].position <= position - Proximity.windowLength {
      let last = occurrences[first].word
      counts[last] -= 1
      if counts[last] == 0 { present.removeAll { $0 == last } }
      first += 1
    }
    // What only left, or came again, makes no window better.
    guard isNew else { return }
    // Added up anew, in one order, so that equal windows have equal sums.
    var sum = 0.0
    for word in present { sum += rarities[word] }
    best = max(best, sum)
  }
}
