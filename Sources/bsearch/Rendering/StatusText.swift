internal import BulletinSearch

/// The state of an index, a line for each fact.
struct StatusText {
  let messages: Messages

  func table(_ status: IndexStatus, path: String) -> Table {
    let report = status.report
    var table = Table()
    func add(_ chinese: String, _ english: String, _ value: String) {
      table.rows.append([messages.say(chinese, english), value])
    }
    add("索引", "index", "\(path)  \(messages.byteSize(status.byteCount))")
    add("来源", "sources", messages.list(status.sources))
    add("期", "issues", grouped(report.issues))
    add("篇", "articles", grouped(status.articles))
    add("字", "characters", grouped(report.characters))
    add("编码", "encodings", messages.encodings(report))
    add("接页", "page joins", grouped(report.joins))
    add("未署名", "unsigned", grouped(report.unsigned))
    add(
      "目录对上", "contents matched",
      "\(grouped(report.contentsMatched))/\(grouped(report.contents))")
    add("跳过的文件", "skipped files", grouped(report.skippedCount))
    add("段", "segments", grouped(status.segments))
    add("词项", "terms", grouped(status.terms))
    add("分析规则", "analysis", messages.analysis(status))
    for section in status.sections {
      table.rows.append(["  \(section.name)", messages.byteSize(section.byteCount)])
    }
    return table
  }
}

/// The state of an index in the words of JSON output.
struct StatusRecord: Encodable {
  struct Section: Encodable {
    var name: String
    var byteCount: Int
  }

  var version = JSONText.version
  var path: String
  var byteCount: Int
  var articles: Int
  var segments: Int
  var terms: Int
  var analyzer: String
  var currentAnalyzer: String
  var isAnalyzerCurrent: Bool
  var sources: [String]
  var report: IndexingReport
  var sections: [Section]

  init(_ status: IndexStatus, path: String) {
    self.path = path
    byteCount = status.byteCount
    articles = status.articles
    segments = status.segments
    terms = status.terms
    analyzer = status.analyzer
    currentAnalyzer = status.currentAnalyzer
    isAnalyzerCurrent = status.isAnalyzerCurrent
    sources = status.sources
    report = status.report
    sections = status.sections.map { Section(name: $0.name, byteCount: $0.byteCount) }
  }
}
