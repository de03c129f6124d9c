import InvertedIndex
import TestSupport
import Testing

@testable import BulletinSearch

/// An index of what another one exports answers as that one does.
struct ArchiveTests {
  @Test(.tags(.corpus), arguments: 0..<4 as Range<UInt64>)
  func `the corpus answers the same from its archive`(seed: UInt64) throws {
    let index = try Corpus.index.get()
    let copy = try copied(index)
    var random = SeededGenerator(seed: seed)
    var queries = try Corpus.queries().map(\.text)
    if seed > 0 { queries = [] }
    for _ in 0..<25 {
      let number = UInt32.random(in: 0..<UInt32(index.reader.documentCount), using: &random)
      let text = Array(
        String(
          decoding: try index.reader.text(of: DocumentID(rawValue: number)), as: UTF8.self
        ).filter { $0 != "\n" && !$0.isPunctuation && $0 != "\u{1F}" })
      guard let start = text.indices.randomElement(using: &random) else { continue }
      queries.append(
        String(text[start..<min(start + Int.random(in: 1...6, using: &random), text.count)]))
    }
    try expectSameAnswers(index, copy, queries: queries)
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `issues of all kinds answer the same from their archive`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let index = try makeIndex(of: Self.issues(using: &random))
    let copy = try copied(index)
    let queries = (0..<20).map { _ in RandomQuery(using: &random).text }
    try expectSameAnswers(index, copy, queries: queries + ["水库", "大坝 水", "furniture:协会"])
    // In an index of several segments issues have several parts, whose articles are still theirs.
    let divided = try copied(index, segmentLimit: 3)
    #expect(try lines(of: divided) == lines(of: index))
    for query in queries { #expect(try divided.ids(query) == index.ids(query), "\(query)") }
    // What came from an archive can go into another one.
    #expect(try lines(of: copied(copy)) == lines(of: copy))
  }

  @Test func `an article has all that an archive says of it`() throws {
    let article = ArchivedArticle(
      id: "青:1/1", title: "题 \"引\" \\ \u{7}", section: "要闻", byline: "王宁 水务局", authors: ["王宁"],
      unit: "水务局", page: 3...4, date: "2022-08-30", body: "甲\n乙\t丙\u{85}", furniture: "刊头",
      issue: ArchivedArticle.Issue(
        id: "青:1", bulletin: "青禾简讯", year: 2022, volume: 3, number: 7, lastNumber: 8, total: 92,
        part: "上", kind: .special, date: "2022-08-30", publisher: "协会", file: "a/b.md"),
      lines: 5...9)
    let line = article.jsonLine
    #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
    #expect(!line.dropLast().contains("\n") && !line.unicodeScalars.contains("\u{85}"))
    let document = try JSONDocument(Array(line.utf8.dropLast())[...])
    #expect(document.title == article.title)
    #expect(document.body == article.body)
    let index = try makeIndex(of: [("a.jsonl", line)], options: .jsonLines)
    var exported: [ArchivedArticle] = []
    try index.forEachArchivedArticle { exported.append($0) }
    var expected = article
    expected.lines = 1...1
    // An issue is called by what it says, whatever it was called elsewhere.
    expected.issue.id = "92上"
    #expect(exported == [expected])
  }

  @Test func `lines of another program need no more than they have`() throws {
    let text = """
      {"id":1,"body":"东渡水厂","issue":{"bulletin":"青禾简讯","number":3,"date":"2024-05"},"authors":"王宁","page":7}
      {"id":2,"body":"南水厂","issue":{"bulletin":"青禾简讯","number":3,"date":"2024-05"},"page":[9,8],"section":5}
      {"id":3,"text":"北水厂","issue":{"bulletin":"青禾简讯","number":-4,"year":"x"},"unit":"水务局"}
      {"id":4,"body":"西水厂"}
      {"id":5,"body":"水厂","issue":"青禾"}
      """
    let index = try makeIndex(of: [("a.jsonl", text)], options: .jsonLines)
    let issues = try index.issues()
    #expect(issues.map(\.bulletin) == ["青禾简讯", "青禾简讯", "issues"])
    #expect(issues.map(\.articleCount) == [2, 1, 2])
    #expect(issues[0].label == "3" && issues[0].date == "2024-05" && issues[0].year == 2024)
    let first = try #require(try index.article("1"))
    #expect(first.authors == ["王宁"] && first.byline == "王宁" && first.page == 7...7)
    let second = try #require(try index.article("2"))
    #expect(second.page == nil && second.section == nil && second.ordinal == 2)
    #expect(try index.article("3")?.byline == "水务局")
    #expect(try index.ids("日期：2024-05 水厂").sorted() == ["1", "2"])
    #expect(try index.articles(ofIssue: "3").map(\.id) == ["1", "2"])
  }

  @Test func `a filter and a query choose what is exported`() throws {
    let index = try makeIndex(of: [
      (
        "1.md",
        TestIssue(
          number: 1, total: 1, date: "2023-01-31", articles: [.init("水库", "甲水"), .init("大坝", "乙")]
        ).text
      ),
      (
        "2.md",
        TestIssue(number: 2, total: 2, date: "2024-02-28", articles: [.init("水库", "丙水")]).text
      ),
    ])
    func ids(_ query: String?, _ options: SearchOptions = SearchOptions()) throws -> [String] {
      var ids: [String] = []
      try index.forEachArchivedArticle(query: query, options: options) { ids.append($0.id) }
      return ids
    }
    #expect(try ids(nil) == ["1/1", "1/2", "2/1"])
    #expect(try ids("水库") == ["1/1", "2/1"])
    var options = SearchOptions()
    options.filter.until = CalendarDate(year: 2023)
    #expect(try ids(nil, options) == ["1/1", "1/2"])
    #expect(try ids("水库", options) == ["1/1"])
    options.filter.issues = ["2"]
    #expect(try ids(nil, options) == [])
  }

  /// Issues of several bulletins: numbered, dated, neither, several a file, with names and words of few kinds.
  private static func issues(using random: inout SeededGenerator) -> [(name: String, text: String)]
  {
    var files: [(String, String)] = []
    for number in 1...Int.random(in: 2...9, using: &random) {
      let year = 2022 + number / 5
      var issue = TestIssue(
        name: ["青禾水务简讯", "岚江通讯"].randomElement(using: &random) ?? "", year: year,
        number: number % 5 + 1, total: Bool.random(using: &random) ? number + 40 : nil,
        date: "\(year)-0\(number)-15")
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        issue.articles.append(
          TestArticle(
            RandomQuery.words(2...5, using: &random), RandomQuery.words(3...30, using: &random),
            RandomQuery.words(3...60, using: &random),
            author: ["沈青", "王宁 李想", "供稿：青禾水务局"].randomElement(using: &random) ?? ""))
      }
      let section = Bool.random(using: &random) ? "\n【行业动态】\n\n" : ""
      files.append(("第\(number)期.md", issue.text + section))
    }
    files.append(("notes.txt", "水库大坝\n\n" + RandomQuery.words(5...40, using: &random)))
    files.append(("other/notes.txt", "岚江\n\n" + RandomQuery.words(5...40, using: &random)))
    return files
  }
}

/// The lines of an archive of an index, without the places in files.
private func lines(of index: BulletinIndex) throws -> [String] {
  var lines: [String] = []
  try index.forEachArchivedArticle { article in
    var article = article
    article.lines = 1...1
    lines.append(article.jsonLine)
  }
  return lines
}

/// An index of the archive of another one.
private func copied(_ index: BulletinIndex, segmentLimit: Int? = nil) throws -> BulletinIndex {
  var text = ""
  try index.forEachArchivedArticle { text += $0.jsonLine }
  var options = IndexingOptions.jsonLines
  options.segmentLimit = segmentLimit
  if segmentLimit != nil { options.batchByteCount = 1 }
  return try makeIndex(of: [("archive.jsonl", text)], options: options)
}

private func expectSameAnswers(
  _ index: BulletinIndex, _ copy: BulletinIndex, queries: [String]
) throws {
  #expect(try lines(of: index) == lines(of: copy))
  let issues = try index.issues()
  #expect(try copy.issues().map(masked) == issues.map(masked))
  for issue in issues {
    #expect(try contents(issue.id, copy) == contents(issue.id, index), "\(issue.id)")
  }
  for kind in NameKind.allCases { #expect(try index.names(of: kind) == copy.names(of: kind)) }
  for query in queries {
    var options = SearchOptions()
    options.limit = 50
    #expect(try results(query, copy, options) == results(query, index, options), "\(query)")
    options.facetLimit = 9
    #expect(
      try copy.count(query, options: options) == index.count(query, options: options), "\(query)")
    options.order = .date
    #expect(try copy.ids(query, options: options) == index.ids(query, options: options), "\(query)")
    #expect(try copy.trend(of: [query]) == index.trend(of: [query]), "\(query)")
    let figures = [copy, index].map { index in
      Result {
        try index.figures(about: query).figures.map {
          [$0.id, $0.text, "\($0.value)", "\($0.kind)", $0.subject]
        }
      }
    }
    #expect(try figures[0].get() == figures[1].get(), "\(query)")
  }
}

private func results(
  _ query: String, _ index: BulletinIndex, _ options: SearchOptions
) throws -> [SearchResult] {
  try index.search(query, options: options).results.map { result in
    var result = result
    result.issue = masked(result.issue)
    result.lines = 1...1
    result.title = masked(result.title)
    result.sectionExcerpt = result.sectionExcerpt.map(masked)
    result.bylineExcerpt = result.bylineExcerpt.map(masked)
    result.passages = result.passages.map(masked)
    return result
  }
}

/// An issue without what only its file says.
private func masked(_ issue: IssueSummary) -> IssueSummary {
  var issue = issue
  (issue.path, issue.encoding) = ("", "")
  (issue.joinCount, issue.contentsCount, issue.contentsMatchedCount) = (0, 0, 0)
  issue.unsignedCount = 0
  return issue
}

private func masked(_ excerpt: Excerpt) -> Excerpt {
  var excerpt = excerpt
  (excerpt.line, excerpt.column) = (1, 1)
  return excerpt
}

private func contents(_ id: String, _ index: BulletinIndex) throws -> [IssueContents.Entry] {
  try index.contents(ofIssue: id)?.articles.map { entry in
    var entry = entry
    entry.lines = 1...1
    return entry
  } ?? []
}
