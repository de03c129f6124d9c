internal import BulletinSearch
internal import Randomness
internal import TextAnalysis

/// A part of an article's text, cut between any two characters, with whatever signs are in it.
struct Sample: Sendable {
  /// How many characters a sample has.
  private static let lengths = 1...50

  /// The number of the article.
  let article: Int
  /// What is typed to find it.
  let text: String
  /// Whether a query of this is compared with the originals, because of what its signs say or
  /// because it has nothing else.
  let isComparedAsWritten: Bool
  /// Whether the text is as it is searched, and not as it was written.
  let isFolded: Bool
  /// The runs of characters to count, of the original or of the folded text: what the text may be read as.
  let runs: [[UInt32]]

  /// Samples of `texts`, which has several of each article; every other one is folded.
  static func samples(
    _ count: Int, of texts: [[String]], seed: UInt64
  ) -> [Sample] {
    var generator = Generator(seed: seed)
    let analyzer = TextAnalyzer()
    var samples: [Sample] = []
    while samples.count < count {
      let article = Int.random(in: texts.indices, using: &generator)
      let fields = texts[article].filter { !$0.isEmpty }
      // Most of an article is its body, which comes last.
      let field = Int.random(in: 0..<2 * max(fields.count, 1), using: &generator)
      guard let last = fields.last else { continue }
      let text = field < fields.count ? fields[field] : last
      let characters = text.count
      let length = Int.random(in: lengths, using: &generator)
      let start = Int.random(in: 0...max(characters - length, 0), using: &generator)
      let part = String(text.dropFirst(start).prefix(length))
      let isFolded = samples.count.isMultiple(of: 2)
      if let sample = Sample(part, of: article, isFolded: isFolded, analyzer) {
        samples.append(sample)
      }
    }
    return samples
  }

  /// Nil if there is nothing to type: white space, or marks that folding leaves out.
  private init?(
    _ part: String, of article: Int, isFolded: Bool, _ analyzer: TextAnalyzer
  ) {
    self.article = article
    self.isFolded = isFolded
    text = isFolded ? analyzer.fold(Array(part.utf8)).printed : part
    let match = analyzer.fold(Array(text.utf8))
    isComparedAsWritten =
      !match.isSearchable
      || QueryInspection.parse(text).isMoreThanTexts(analyzer)
    runs =
      isComparedAsWritten
      ? [text.trimmedScalars] : analyzer.readings(of: Array(text.utf8)).map(\.scalars)
    if runs.allSatisfy(\.isEmpty) { return nil }
  }
}

extension String {
  /// The scalars, without white space at both ends.
  fileprivate var trimmedScalars: [UInt32] {
    var rest = unicodeScalars[...]
    while rest.first?.properties.isWhitespace == true { rest.removeFirst() }
    while rest.last?.properties.isWhitespace == true { rest.removeLast() }
    return rest.map(\.value)
  }
}
