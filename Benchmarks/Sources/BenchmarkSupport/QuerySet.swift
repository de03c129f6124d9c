public import BulletinSearch
internal import TextAnalysis

/// Queries of all classes, taken from the articles of an index, so that every corpus has its own.
public struct QuerySet: Sendable {
  /// How many queries a class has at most.
  private static let classSize = 16
  /// A middling word is in one of so many articles.
  private static let middlingRarity = 20

  private let index: BulletinIndex
  /// The texts of some articles, and the words of each in order.
  private let texts: [String]
  private let words: [[String]]
  /// All words, those of most articles first.
  private let ranking: [(word: String, articles: Int)]

  /// - Throws: `IndexError`, or `AnalysisError`.
  public init(from index: BulletinIndex) throws {
    let analyzer = TextAnalyzer()
    let texts = try ArticleSample(of: index).texts
    let words = try texts.map { try Self.words(of: $0, analyzer: analyzer) }
    var counts: [String: Int] = [:]
    for word in words.flatMap(Set.init) { counts[word, default: 0] += 1 }
    self.index = index
    self.texts = texts
    self.words = words
    ranking = counts.map { (word: $0.key, articles: $0.value) }
      .sorted { ($1.articles, $0.word) < ($0.articles, $1.word) }
  }

  /// The queries of a class, the same for the same index.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  public func queries(of kind: QueryClass) throws -> [String] {
    switch kind {
    case .oneCharacter: frequentWords.map { String($0.prefix(1)) }
    case .rareWord: ranking.filter { $0.articles == 1 }.map(\.word).spread(Self.classSize)
    case .middlingWord: middlingWords
    case .frequentWord: frequentWords
    case .twoWords: articleWords(2).map { $0.joined(separator: " ") }
    case .run: runs
    case .quotedRun: runs.map { "“\($0)”" }
    case .longQuestion: questions
    case .absentRun: try absentRuns()
    case .nothingFound: try absentWords()
    }
  }
}

extension QuerySet {
  private var frequentWords: [String] {
    ranking.prefix(Self.classSize).map(\.word)
  }

  private var middlingWords: [String] {
    let wanted = max(2, texts.count / Self.middlingRarity)
    let end = ranking.firstIndex { $0.articles < wanted } ?? ranking.count
    return ranking.prefix(end).suffix(Self.classSize).map(\.word)
  }

  private var runs: [String] {
    let length = 8
    let paragraphs = texts.compactMap { text in
      text.split(separator: "\n").max { $0.utf8.count < $1.utf8.count }
    }
    return paragraphs.filter { $0.count >= 3 * length }.spread(Self.classSize).map {
      String($0.dropFirst(length).filter(\.isLetter).prefix(length))
    }
  }

  private var questions: [String] {
    articleWords(5).map { "\($0[0])的\($0[1])是怎么\($0[2])的，\($0[3])和\($0[4])一共有多少？" }
  }

  private func absentRuns() throws -> [String] {
    var runs: [String] = []
    for first in frequentWords {
      for second in frequentWords where runs.count < Self.classSize {
        let run = "“\(first)\(second)”"
        let totals = try index.count(run)
        if totals.articles == 0 || totals.match != .verbatim { runs.append(run) }
      }
    }
    return runs
  }

  private func absentWords() throws -> [String] {
    try ["魑魅魍魉", "饕餮", "龘靐齉", "qzxwvk"].filter { try index.count($0).articles == 0 }
  }

  /// Words of one article, from all over it, for articles from all over the sample.
  private func articleWords(_ count: Int) -> [[String]] {
    words.filter { $0.count >= count }.spread(Self.classSize).map { $0.spread(count) }
  }

  /// The Han words of a text that are longer than one character.
  private static func words(
    of text: String, analyzer: TextAnalyzer
  ) throws(AnalysisError) -> [String] {
    let utf8 = Array(text.utf8)
    return try analyzer.analyze(utf8).tokens.compactMap { token in
      guard token.kind == .han, token.range.count > 1 else { return nil }
      return String(decoding: utf8[token.sourceRange], as: UTF8.self)
    }
  }
}

extension Array {
  /// So many elements, or all if there are fewer, evenly from first to last.
  fileprivate func spread(_ wanted: Int) -> [Element] {
    let taken = Swift.min(wanted, count)
    return (0..<taken).map { self[$0 * count / taken] }
  }
}
