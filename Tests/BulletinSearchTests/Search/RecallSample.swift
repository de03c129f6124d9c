import BulletinSearch
import TestSupport
import TextAnalysis

/// A part of an article's text, cut between any two characters, with whatever signs are in it.
struct RecallSample {
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
    _ count: Int, of texts: [[String]], seed: UInt64, isVerbatim: Bool = false
  ) -> [RecallSample] {
    var generator = SeededGenerator(seed: seed)
    let analyzer = TextAnalyzer()
    var samples: [RecallSample] = []
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
      let isFolded = !isVerbatim && samples.count.isMultiple(of: 2)
      if let sample = RecallSample(
        part, of: article, isFolded: isFolded, isVerbatim: isVerbatim, analyzer)
      {
        samples.append(sample)
      }
    }
    return samples
  }

  /// Nil if there is nothing to type: white space, or marks that folding leaves out.
  private init?(
    _ part: String, of article: Int, isFolded: Bool, isVerbatim: Bool, _ analyzer: TextAnalyzer
  ) {
    self.article = article
    self.isFolded = isFolded
    text = isFolded ? analyzer.fold(Array(part.utf8)).printed : part
    let match = analyzer.fold(Array(text.utf8))
    isComparedAsWritten =
      isVerbatim || !match.isSearchable
      || QueryInspection.parse(text).isMoreThanTexts(analyzer)
    runs =
      isComparedAsWritten
      ? [text.trimmedScalars] : analyzer.readings(of: Array(text.utf8)).map(\.scalars)
    if runs.allSatisfy(\.isEmpty) { return nil }
  }
}

extension QueryInspection {
  /// Whether a text alone does not answer the query: it leaves something out, names a field, a number
  /// or a date, or has no text.
  fileprivate func isMoreThanTexts(_ analyzer: TextAnalyzer) -> Bool {
    var hasText = false
    for line in tree.split(separator: "\n") {
      // By scalars, because a space and a combining mark behind it are one character.
      let scalars = line.unicodeScalars.drop { $0 == " " }
      let rest = scalars.drop { $0 != " " }
      switch String(scalars[..<rest.startIndex]) {
      case "all", "any", "boost": break
      case "text", "exact", "prefix":
        hasText = hasText || analyzer.fold(Array(String(rest).utf8)).isSearchable
      case "near":
        // The distance stands before the text.
        let text = rest.drop { $0 == " " }.drop { $0 != " " }
        hasText = hasText || analyzer.fold(Array(String(text).utf8)).isSearchable
      default: return true
      }
    }
    return !hasText
  }
}

extension MatchText {
  fileprivate var isSearchable: Bool { scalars.indices.contains(where: isWord(at:)) }

  fileprivate var printed: String {
    String(String.UnicodeScalarView(scalars.compactMap { Unicode.Scalar($0) }))
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
