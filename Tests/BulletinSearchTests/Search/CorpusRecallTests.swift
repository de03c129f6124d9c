@testable import BulletinSearch
import TestSupport
import TextAnalysis
import Testing

/// Any part of an article of the corpus, typed as it is, finds the article and counts what a scan of
/// all texts counts.
@Suite(.tags(.corpus))
struct CorpusRecallTests {
  /// How many parts a case takes.
  ///
  /// Without optimisation 100,000 in all would take minutes; `BSEARCH_RECALL_SAMPLES=5000` takes them,
  /// and `recall-check` in `Benchmarks/` takes as many of any files.
  private static let sampleCount =
    environmentVariable("BSEARCH_RECALL_SAMPLES").flatMap { Int($0) } ?? 800
  /// Of so many parts one is searched for; the others are counted.
  private static let searchInterval = 50

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `any part of an article finds it and counts as a scan does`(seed: UInt64) throws {
    try check(seed: seed, sampleCount: Self.sampleCount)
  }

  @Test(arguments: 1_000..<1_002 as Range<UInt64>)
  func `any part of an article as it is written counts as a scan of the originals does`(
    seed: UInt64
  ) throws {
    try check(seed: seed, sampleCount: 200, isVerbatim: true)
  }

  private func check(seed: UInt64, sampleCount: Int, isVerbatim: Bool = false) throws {
    let corpus = try CorpusTexts.shared.get()
    let samples = RecallSample.samples(
      sampleCount, of: corpus.texts, seed: seed, isVerbatim: isVerbatim)
    let scan = OccurrenceScan(for: samples.map { $0.isComparedAsWritten ? [] : $0.runs })
    let originalScan = OccurrenceScan(for: samples.map { $0.isComparedAsWritten ? $0.runs : [] })
    let folded = scan.counts(in: corpus.folded)
    let written = originalScan.counts(in: corpus.written)
    var options = SearchOptions()
    options.comparesAsWritten = isVerbatim
    for (number, sample) in samples.enumerated() {
      let expected = (sample.isComparedAsWritten ? written : folded)[number]
      let problem = try problem(
        of: sample, expected, corpus, options,
        searches: isVerbatim || number.isMultiple(of: Self.searchInterval))
      guard let problem else { continue }
      Issue.record("\(problem), sample \(number): \(sample.text.debugDescription)")
    }
  }

  /// What is wrong with the answer to a sample; nil if nothing is.
  private func problem(
    of sample: RecallSample, _ expected: OccurrenceScan.Count, _ corpus: CorpusTexts,
    _ options: SearchOptions, searches: Bool
  ) throws -> String? {
    let totals = try corpus.index.count(sample.text, options: options)
    if sample.isComparedAsWritten, sample.isFolded, expected.articles.isEmpty {
      return totals.whole == nil ? nil : "counts \(String(describing: totals.whole)) of nothing"
    }
    // Folded, what is compared as written may be in other articles only.
    guard
      sample.isComparedAsWritten && sample.isFolded || expected.articles.contains(sample.article)
    else { return "the scan does not find it" }
    let count =
      totals.whole ?? WholeCount(articles: totals.articles, occurrences: totals.occurrences ?? 0)
    guard totals.match == .verbatim, count.articles == expected.articles.count,
      count.occurrences == expected.occurrences
    else {
      return "counts \(totals) and not \(expected)"
    }
    guard searches else { return nil }
    var options = options
    options.limit = expected.articles.count
    // A short question need not have them first.
    options.keepsToStrictest = true
    options.passageCount = 0
    options.includesTotals = false
    let results = try corpus.index.search(sample.text, options: options).results
    let ids = results.filter { $0.match == .verbatim }.map(\.id).sorted()
    let expectedIDs = expected.articles.map { corpus.ids[$0] }.sorted()
    return ids == expectedIDs ? nil : "finds \(ids) and not \(expectedIDs)"
  }
}

/// The texts of all articles of the corpus.
private struct CorpusTexts {
  static let shared = Result { try CorpusTexts(of: Corpus.index.get()) }

  let index: BulletinIndex
  let ids: [String]
  /// Title, section, byline and body of each article.
  let texts: [[String]]
  /// The same as scalars, as they are searched and as they are written.
  let folded: [[[UInt32]]]
  let written: [[[UInt32]]]

  init(of index: BulletinIndex) throws {
    let articles = try index.issues().flatMap {
      try index.articles(ofIssue: $0.id)
    }
    #expect(articles.count == index.articleCount)
    let analyzer = TextAnalyzer()
    self.index = index
    ids = articles.map(\.id)
    texts = articles.map {
      [$0.title, $0.section ?? "", $0.byline ?? "", $0.paragraphs.joined(separator: "\n")]
    }
    folded = texts.map { $0.map { analyzer.fold(Array($0.utf8)).scalars } }
    written = texts.map { $0.map { $0.unicodeScalars.map(\.value) } }
  }
}
