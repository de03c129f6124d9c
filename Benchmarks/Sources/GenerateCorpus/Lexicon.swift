internal import Randomness

/// How the invented words are written.
///
/// The spelling of a word is a function of its rank alone, so that words need not be kept, and the
/// most frequent are spelled once.
struct Lexicon {
  /// The most frequent words are single characters, the most frequent of them in their order.
  private static let particleCount = 40
  private static let spelledCount = 1 << 15
  /// Two words of one rank but of different kinds have nothing in common.
  private static let hanSeed: UInt64 = 1
  private static let latinSeed: UInt64 = 2
  private static let figureSeed: UInt64 = 3

  private let characters: [[UInt8]]
  private let rareCharacters = RareCharacters()
  private let characterRanks = RankDistribution(coreSize: 300, offset: 60, tailExponent: 2.6)
  private var spelled: [[UInt8]] = []

  init() {
    characters = FrequentCharacters.all.map { Array(String($0).utf8) }
    spelled = (0..<Self.spelledCount).map { hanSpelling(ofRank: $0) }
  }

  /// Appends a word and returns how many characters it has.
  func append(_ word: Word, to text: inout [UInt8]) -> Int {
    let start = text.count
    switch word.kind {
    case .han where word.rank < spelled.count: text.append(contentsOf: spelled[word.rank])
    case .han: text.append(contentsOf: hanSpelling(ofRank: word.rank))
    case .latin: appendLatin(word.rank, to: &text)
    case .figure: appendFigure(word.rank, to: &text)
    }
    let byteCount = text.count - start
    return word.kind == .han ? byteCount / RareCharacters.byteCount : byteCount
  }
}

extension Lexicon {
  private func hanSpelling(ofRank rank: Int) -> [UInt8] {
    guard rank >= Self.particleCount else { return characters[rank] }
    var generator = Generator(seed: Self.hanSeed, number: rank)
    var spelling: [UInt8] = []
    for _ in 0..<Self.length(ofRank: rank, &generator) {
      let character = characterRanks.rank(&generator)
      spelling +=
        character < characters.count
        ? characters[character] : rareCharacters.character(character - characters.count)
    }
    return spelling
  }

  /// Words get longer the rarer they are.
  private static func length(ofRank rank: Int, _ generator: inout Generator) -> Int {
    /// The probabilities of at most one, two and three characters.
    let limits =
      switch rank {
      case ..<400: [0.4, 0.98, 1]
      case ..<6_000: [0.05, 0.88, 0.97]
      default: [0, 0.5, 0.8]
      }
    let fraction = generator.fraction()
    return 1 + limits.count { $0 <= fraction }
  }

  private func appendLatin(_ rank: Int, to text: inout [UInt8]) {
    let consonants = Array("bcdfghklmnprstvwxz".utf8)
    let vowels = Array("aeiou".utf8)
    var generator = Generator(seed: Self.latinSeed, number: rank)
    for _ in 0..<generator.number(below: 3) + 1 {
      text.append(consonants[generator.number(below: consonants.count)])
      text.append(vowels[generator.number(below: vowels.count)])
      if generator.happens(0.4) {
        text.append(consonants[generator.number(below: consonants.count)])
      }
    }
  }

  /// Years, amounts and percentages.
  private func appendFigure(_ rank: Int, to text: inout [UInt8]) {
    var generator = Generator(seed: Self.figureSeed, number: rank)
    let number =
      switch rank {
      case ..<100: rank + 1
      case ..<150: 1_876 + rank
      default: generator.number(below: 100_000)
      }
    text.append(contentsOf: String(number).utf8)
    if rank >= 150, generator.happens(0.3) {
      text.append(UInt8(ascii: "."))
      text.append(contentsOf: String(generator.number(below: 100)).utf8)
    }
  }
}
