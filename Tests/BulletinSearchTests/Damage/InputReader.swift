import TestSupport

@testable import BulletinSearch
@testable import Bulletins
@testable import InvertedIndex
@testable import TextAnalysis

/// Reads bytes as everything that comes from outside may be, and looks whether what is read holds together.
struct InputReader {
  /// What bytes are read as.
  enum Kind: String, CaseIterable {
    case text, bulletin, page, query, documents, dictionary, files
  }

  /// What is read and does not hold together.
  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  private let index: BulletinIndex
  private let analyzer = TextAnalyzer()
  private let folder: String

  /// - Parameter folder: Where files may be written.
  /// - Throws: `IndexError` if the sample cannot be made.
  init(in folder: String) throws {
    self.folder = folder
    let sample = try BulletinSample(in: folder).sample
    index = try BulletinIndex(IndexReader(bytes: sample.index.bytes), path: "the index")
  }

  /// Reads `bytes` as files of a kind are.
  ///
  /// - Throws: ``Fault``, or an error that nothing should end with.
  func read(_ bytes: [UInt8], as kind: Kind) throws {
    switch kind {
    case .text: try readText(bytes)
    case .bulletin: try readBulletin(bytes, path: bytes.count % 3 == 0 ? "2024/第5期.txt" : "a.md")
    case .page: try readBulletin(bytes, path: "a.html")
    case .query: try readQuery(bytes)
    case .documents: readDocuments(bytes)
    case .dictionary: try readDictionary(bytes)
    case .files: try readFiles(bytes)
    }
  }

  private func expect(_ isTrue: Bool, _ what: @autoclosure () -> String) throws {
    guard isTrue else { throw Fault(description: what()) }
  }
}

extension InputReader {
  private func readText(_ bytes: [UInt8]) throws {
    let found = try? TextDecoder.decode(bytes)
    for text in [found] + TextEncoding.allCases.map({ try? TextDecoder.decode(bytes, as: $0) }) {
      guard let text else { continue }
      try expect(
        String(validating: text.utf8, as: UTF8.self) != nil, "\(text.encoding) gives no UTF-8")
    }
    guard let utf8 = found?.utf8 else { return }
    let text = try analyzer.analyze(utf8)
    try expect(analyzer.fold(utf8).scalars == text.match.scalars, "folded in two ways")
    try expect(
      text.tokens.allSatisfy { $0.range.upperBound <= text.match.count && !$0.range.isEmpty },
      "a word outside of the text")
  }

  private func readBulletin(_ bytes: [UInt8], path: String) throws {
    guard let text = try? TextDecoder.decode(bytes), TextLimit.allows(text.utf8) else { return }
    let bulletins = BulletinParser().issues(text.utf8, path: path)
    var end = 0
    for block in bulletins.flatMap(\.blocks) {
      try expect(block.bytes.lowerBound == end && !block.bytes.isEmpty, "a block at \(block.bytes)")
      end = block.bytes.upperBound
    }
    try expect(end == text.utf8.count, "blocks up to \(end) of \(text.utf8.count)")
    for bulletin in bulletins { try readIssue(bulletin, of: text, path: path) }
  }

  private func readIssue(_ bulletin: Bulletin, of text: DecodedText, path: String) throws {
    for (number, article) in bulletin.articles.enumerated() {
      let record = ArticleRecord(number, of: bulletin)
      try expect(try ArticleRecord(row: record.row) == record, "a row that is read otherwise")
      for text in article.texts.compactMap(\.self) {
        try expect(
          text.string.isEmpty || text.sourceOffset(ofTextOffset: 0) != nil, "a text of no place")
      }
    }
    var file = FileRecord(path: path, reading: FileReading(format: .bulletin))
    file.issue = IssueSummary(bulletin, path: path, encoding: text.encoding.rawValue)
    file.evidence = IssueEvidence(bulletin.masthead)
    try expect(try FileRecord(row: file.row).row == file.row, "a file that is read otherwise")
  }

  /// The first byte says how it is searched.
  private func readQuery(_ bytes: [UInt8]) throws {
    let flags = bytes.first ?? 0
    let query = String(decoding: bytes.dropFirst(), as: UTF8.self)
    let today = CalendarDate(year: 2024, month: 5, day: 31)
    let outcome = QueryParser.parse(query, today: today)
    let printed = "\(outcome.query)"
    try expect(
      QueryParser.parse(printed, today: today).query == outcome.query, "printed as \(printed)")
    var options = SearchOptions()
    options.today = today
    options.comparesAsWritten = flags & 1 != 0
    options.matchesAny = flags & 2 != 0
    options.fuzziness = Int(flags >> 2) % 3
    options.matchesPinyin = flags & 32 != 0
    options.excerpts = flags & 64 == 0 ? .passages : .occurrences
    options.limit = 20
    do {
      let response = try index.search(query, options: options)
      options.limit = 2
      options.includesTotals = false
      let first = try index.search(query, options: options)
      try expect(
        first.results.map(\.id) == response.results.prefix(2).map(\.id),
        "another order of the first")
      options.limit = 20
      try expect(
        try index.count(query, options: options).articles == response.totals?.articles,
        "another count")
    } catch is QueryError {
      return
    }
  }

  private func readDocuments(_ bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) { _ = try? JSONDocument(line) }
  }

  private func readDictionary(_ bytes: [UInt8]) throws {
    let dictionary = UserDictionary(parsing: bytes)
    let text = "城南泵站通过验收，日供水两万吨。" + String(decoding: bytes.prefix(200), as: UTF8.self)
    let own = TextAnalyzer(dictionary: dictionary)
    let (with, without) = (
      try own.analyze(Array(text.utf8)), try analyzer.analyze(Array(text.utf8))
    )
    try expect(with.match.scalars == without.match.scalars, "a dictionary decides what is found")
  }

  /// An index that is made of a file of each format, or updated with it, has no fault.
  private func readFiles(_ bytes: [UInt8]) throws {
    let path = folder + "/input.index"
    for (name, format) in [("input.md", nil), ("input.html", nil), ("input.jsonl", "jsonl")] {
      let file = folder + "/" + name
      try writeFile(bytes, to: file)
      var options = IndexingOptions()
      options.readsAll = true
      options.jobs = 1
      if let format, let format = IndexingOptions.Format(rawValue: format) {
        options.format = format
      }
      do {
        _ = try BulletinIndexer.index(paths: [file], into: path, options: options)
      } catch is IndexingError {
        // There is nothing in the file that can be indexed.
        continue
      }
      let check = try BulletinIndex(path: path).check(deep: true, limit: 1)
      try expect(check.isIntact, "\(name): \(check.faults)")
    }
  }
}
