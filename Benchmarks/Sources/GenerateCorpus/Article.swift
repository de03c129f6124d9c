internal import Randomness

/// An article of the corpus, a function of the seed and its number.
///
/// The buffers are used again for the next one.
struct Article {
  /// As they stand between the quotation marks of a JSON string.
  private(set) var title: [UInt8] = []
  private(set) var body: [UInt8] = []
  /// The words of title and body, with a space between each two.
  private(set) var tokens: [UInt8] = []

  private var draft = Draft()
  private var punctuation = Punctuation()
  private let lexicon = Lexicon()
  private let model = LanguageModel()
  private let lengths: LengthDistribution
  private let seed: UInt64

  private static let titleLengths = 3..<8
  /// How many words of a title are about the topic.
  private static let topicalTitle = 0.6

  init(seed: UInt64, medianLength: Int) {
    self.seed = seed
    lengths = LengthDistribution(median: medianLength)
  }

  /// Becomes the article of this number.
  mutating func compose(_ number: Int) {
    var generator = Generator(seed: seed, number: number)
    title.removeAll(keepingCapacity: true)
    body.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    draft.removeAll()
    let topic = model.topic(&generator)
    composeTitle(topic, &generator)
    composeBody(topic, &generator)
  }

  private mutating func composeTitle(_ topic: Int, _ generator: inout Generator) {
    let ranks = Self.titleLengths
    for _ in 0..<ranks.lowerBound + generator.number(below: ranks.count) {
      if generator.happens(Self.topicalTitle) {
        draft.append(model.topicalWord(topic, &generator))
      } else {
        model.appendNext(to: &draft, topic: topic, &generator)
      }
    }
    var last: Word?
    for word in draft.words {
      if let last { Punctuation.separate(last, word, in: &title) }
      _ = lexicon.append(word, to: &title)
      appendToken(word)
      last = word
    }
  }

  private mutating func composeBody(_ topic: Int, _ generator: inout Generator) {
    let length = lengths.length(&generator)
    var characterCount = 0
    punctuation.begin(&generator)
    var written = draft.words.count
    while characterCount < length {
      model.appendNext(to: &draft, topic: topic, &generator)
      while written < draft.words.count, characterCount < length {
        let word = draft.words[written]
        characterCount += punctuation.write(before: word, to: &body, &generator)
        characterCount += lexicon.append(word, to: &body)
        appendToken(word)
        written += 1
      }
    }
    punctuation.end(&body)
  }

  private mutating func appendToken(_ word: Word) {
    if !tokens.isEmpty { tokens.append(UInt8(ascii: " ")) }
    _ = lexicon.append(word, to: &tokens)
  }
}
