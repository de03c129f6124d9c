import BulletinSearch
import TestSupport
import TextAnalysis
import Testing

/// Nothing that is written is missed: any part of an article finds it, as often as a plain scan of
/// the folded text does.
struct RecallTests {
  @Test(arguments: 0..<12 as Range<UInt64>)
  func `any part of a document finds it`(seed: UInt64) throws {
    let documents = RecallArticles.documents
    try expectRecall(
      in: Self.documentIndex.get(), ids: documents.map(\.id),
      texts: documents.map { [$0.title, $0.body] }, seed: seed, sampleCount: 120)
  }

  @Test(arguments: 100..<104 as Range<UInt64>)
  func `any part of an article of a bulletin finds it`(seed: UInt64) throws {
    let index = try Self.bulletinIndex.get()
    let articles = try index.articles(ofIssue: "41")
    #expect(articles.count == index.articleCount)
    try expectRecall(
      in: index, ids: articles.map(\.id),
      texts: articles.map {
        [$0.title, $0.section ?? "", $0.byline ?? "", $0.paragraphs.joined(separator: "\n")]
      }, seed: seed, sampleCount: 120)
  }

  private static let documentIndex = Result { try makeIndex(of: RecallArticles.documents) }

  /// The articles with characters that are no mark-up, as an issue.
  private static let bulletinIndex = Result {
    let articles = RecallArticles.documents.filter { !["letters", "short"].contains($0.id) }
    let issue = TestIssue(
      articles: articles.map { document in
        TestArticle(document.title, document.body.split(separator: "\n").joined(separator: "\n\n"))
      })
    return try makeIndex(of: [("05.md", issue.text)])
  }

  private func expectRecall(
    in index: BulletinIndex, ids: [String], texts: [[String]], seed: UInt64, sampleCount: Int
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let scan = FoldedScan(texts)
    var options = SearchOptions()
    options.limit = ids.count
    options.passageCount = 0
    options.includesTotals = false
    for _ in 0..<sampleCount {
      let article = ids.indices.randomElement(using: &generator) ?? 0
      guard let text = texts[article].randomElement(using: &generator),
        let sample = Sample(from: text, using: &generator), scan.canSearch(sample.text)
      else { continue }
      let counts = scan.counts(of: sample.text)
      let total = try index.count(sample.quoted)
      #expect(total.articles == counts.count { $0 > 0 }, "\(sample.quoted.debugDescription)")
      #expect(total.occurrences == counts.reduce(0, +), "\(sample.quoted.debugDescription)")
      #expect(total.match == .verbatim)
      let exact = try index.search(sample.quoted, options: options).results
      let expected = zip(ids, counts).filter { $0.1 > 0 }.map(\.0)
      #expect(exact.map(\.id).sorted() == expected.sorted(), "\(sample.quoted.debugDescription)")
      guard sample.isPlain else { continue }
      let plain = try index.search(sample.text, options: options).results
      let isFound = plain.contains { $0.id == ids[article] && $0.match == .verbatim }
      #expect(isFound, "\(sample.text.debugDescription)")
    }
  }
}

/// A part of a text, between two characters of it.
private struct Sample {
  let text: String

  init?(from text: String, using generator: inout SeededGenerator) {
    let count = text.count
    guard count > 0 else { return nil }
    let length = Int.random(in: 1...min(50, count), using: &generator)
    let start = Int.random(in: 0...count - length, using: &generator)
    self.text = String(text.dropFirst(start).prefix(length))
  }

  /// The sample in quotation marks that it does not have.
  var quoted: String { text.contains("』") ? "\"\(text)\"" : "『\(text)』" }

  /// Whether the sample has nothing that a query reads as a sign.
  var isPlain: Bool {
    let hasSign = text.contains { "\"＂“”「」『』()（）|｜".contains($0) }
    let words = text.split(whereSeparator: \.isWhitespace)
    return !hasSign && !words.contains { $0.hasPrefix("-") || $0.hasPrefix("－") }
      && !words.contains { ["或", "非", "OR", "NOT"].contains($0) }
  }
}

/// The folded texts of articles, read from front to back for every question.
private struct FoldedScan {
  private let analyzer = TextAnalyzer()
  /// The fields of each article.
  private let articles: [[[UInt32]]]

  init(_ texts: [[String]]) {
    let analyzer = self.analyzer
    articles = texts.map { $0.map { analyzer.fold(Array($0.utf8)).scalars } }
  }

  func canSearch(_ text: String) -> Bool {
    let match = analyzer.fold(Array(text.utf8))
    return match.scalars.indices.contains { match.isWord(at: $0) }
  }

  /// How often the text stands in each article.
  func counts(of text: String) -> [Int] {
    let runs = analyzer.readings(of: Array(text.utf8)).map(\.scalars)
    return articles.map { fields in
      runs.reduce(0) { sum, run in fields.reduce(sum) { $0 + count(run, in: $1) } }
    }
  }

  private func count(_ run: [UInt32], in text: [UInt32]) -> Int {
    guard let first = run.first, text.count >= run.count else { return 0 }
    var count = 0
    var end = 0
    for start in 0...text.count - run.count where text[start] == first && start >= end {
      guard text[start...].starts(with: run) else { continue }
      count += 1
      end = start + run.count
    }
    return count
  }
}
