internal import Randomness

/// Which words follow each other.
///
/// An article has a topic and repeats itself, and words stand together in set phrases: what makes
/// real texts differ from words that are drawn one by one, and what the speed of conjunctions and
/// phrases depends on.
struct LanguageModel {
  /// How often what comes next is a repetition, a set phrase, a word of the topic, of Latin letters or a
  /// figure; otherwise it is any word.
  private static let repetition = 0.29
  private static let phrase = 0.2
  private static let topical = 0.12
  private static let latin = 0.02
  private static let figure = 0.025

  /// How many words are repeated together: one, and another with this probability each.
  private static let longerRepetition = 0.65
  /// The words that may be repeated are the last so many.
  private static let memory = 60
  private static let longestRepetition = 10
  private static let phraseLengths = 2...4
  /// The ranks of the words that a topic may favour.
  private static let topicalRanks = 150..<30_000
  private static let phraseSeed: UInt64 = 4
  private static let topicSeed: UInt64 = 5

  private let words = RankDistribution(coreSize: 3_500, offset: 9, tailExponent: 1.85)
  private let phrases = RankDistribution(coreSize: 900, offset: 8, tailExponent: 2.2)
  private let topics = RankDistribution(coreSize: 200, offset: 10, tailExponent: 2)
  private let topicWords = RankDistribution(coreSize: 100, offset: 8, tailExponent: 2)
  private let latinWords = RankDistribution(coreSize: 500, offset: 3, tailExponent: 1.8)
  private let figures = RankDistribution(coreSize: 300, offset: 2, tailExponent: 1.8)

  /// The topic of an article.
  func topic(_ generator: inout Generator) -> Int {
    topics.rank(&generator)
  }

  /// Appends the next word of an article, or the next few.
  func appendNext(to article: inout Draft, topic: Int, _ generator: inout Generator) {
    var fraction = generator.fraction()
    func isNext(_ probability: Double) -> Bool {
      fraction -= probability
      return fraction < 0
    }
    if isNext(Self.repetition), !article.origins.isEmpty {
      repeatWords(of: &article, &generator)
    } else if isNext(Self.phrase) {
      appendPhrase(phrases.rank(&generator), to: &article)
    } else if isNext(Self.topical) {
      article.append(topicalWord(topic, &generator))
    } else if isNext(Self.latin) {
      article.append(Word(kind: .latin, rank: latinWords.rank(&generator)))
    } else if isNext(Self.figure) {
      article.append(Word(kind: .figure, rank: figures.rank(&generator)))
    } else {
      article.append(Word(kind: .han, rank: words.rank(&generator)))
    }
  }

  /// Appends a word that is about the topic.
  func topicalWord(_ topic: Int, _ generator: inout Generator) -> Word {
    let number = topicWords.rank(&generator)
    var choice = Generator(seed: Self.topicSeed &+ UInt64(topic), number: number)
    let ranks = Self.topicalRanks
    // Ranks by the cube, so that a topic has more of the frequent words.
    let place = choice.fraction() * choice.fraction() * choice.fraction()
    return Word(kind: .han, rank: ranks.lowerBound + Int(place * Double(ranks.count)))
  }

  /// Repeats a few words that are no repetition themselves: if those were repeated alike, the words that
  /// happened to come first would fill the article.
  private func repeatWords(of article: inout Draft, _ generator: inout Generator) {
    let origins = article.origins
    let recentCount = min(origins.count, Self.memory)
    let first = origins.count - recentCount + generator.number(below: recentCount)
    var next = first
    repeat {
      article.repeatWord(at: origins[next])
      next += 1
    } while next < origins.count && origins[next] - origins[first] < Self.longestRepetition
      && generator.happens(Self.longerRepetition)
  }

  /// The words of a set phrase are a function of its rank.
  private func appendPhrase(_ rank: Int, to article: inout Draft) {
    var choice = Generator(seed: Self.phraseSeed, number: rank)
    let lengths = Self.phraseLengths
    for _ in 0..<lengths.lowerBound + choice.number(below: lengths.count) {
      article.append(Word(kind: .han, rank: words.rank(&choice)))
    }
  }
}
