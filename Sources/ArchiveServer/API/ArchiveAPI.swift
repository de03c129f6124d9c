internal import AnswerRecords
internal import BulletinSearch

/// The JSON interface under `/api/v1`: the records of `--format json`.
struct ArchiveAPI {
  static let root = "/api/v1/"
  /// An answer is held in memory, and no program shows more.
  static let largestAnswer = 16 << 20

  let archive: OpenArchive
  let words: PageWords

  /// The answer to a path below ``root``; nil if there is no such path.
  func response(to path: Substring, _ query: QueryString) throws -> ServerResponse? {
    guard let endpoint = Self.endpoints[String(path)] else { return nil }
    var reader = ParameterReader(query)
    let text = try endpoint(self, &reader)
    let body = Array(text.utf8)
    guard body.count <= Self.largestAnswer else {
      throw APIError(status: 422, code: .tooLarge, message: words.tooLarge)
    }
    return ServerResponse(.json, body)
  }

  private typealias Endpoint = @Sendable (ArchiveAPI, inout ParameterReader) throws -> String

  private static let endpoints: [String: Endpoint] = [
    "search": { try $0.search(&$1) },
    "count": { try $0.count(&$1) },
    "trend": { try $0.trend(&$1) },
    "figures": { try $0.figures(&$1) },
    "articles": { try $0.articles(&$1) },
    "cite": { try $0.cite(&$1) },
    "issues": { try $0.issues(&$1) },
    "toc": { try $0.contents(&$1) },
    "sections": { try $0.names(.section, &$1) },
    "authors": { try $0.names(.author, &$1) },
    "units": { try $0.names(.unit, &$1) },
    "bulletins": { try $0.names(.bulletin, &$1) },
    "suggest": { try $0.suggest(&$1) },
    "health": { try $0.health(&$1) },
    "openapi.json": { api, reader in
      try reader.finish()
      return String(decoding: PackageResources.openapi_json, as: UTF8.self)
    },
  ]

  // MARK: - Searching

  private func search(_ reader: inout ParameterReader) throws -> String {
    let query = try reader.required("q")
    let parameters = try SearchParameters(&reader)
    let snapshot = archive.snapshot()
    var options = snapshot.options
    options.limit = try reader.number("limit", in: 0...100, default: 10)
    options.offset = try reader.number("offset", in: 0...100_000, default: 0)
    options.passageCount = try reader.number("passages", in: 0...20, default: 1)
    options.passageLength = try reader.number(
      "context", in: 0...1000, default: options.passageLength)
    options.order = try reader.choice("sort") ?? .score
    options.isReversed = try reader.flag("reverse")
    if try reader.flag("facets") { options.facetLimit = 20 }
    options.explains = try reader.flag("explain")
    try reader.finish()
    if options.isReversed, options.order == .score {
      throw ParameterError(name: "reverse", reason: .noChoice(["false"]))
    }
    try parameters.set(in: &options)
    return try JSONText.answer(SearchRecord(snapshot.search(query, options)))
  }

  private func count(_ reader: inout ParameterReader) throws -> String {
    let query = try reader.required("q")
    let parameters = try SearchParameters(&reader)
    let snapshot = archive.snapshot()
    var options = snapshot.options
    if try reader.flag("facets") { options.facetLimit = 20 }
    try reader.finish()
    try parameters.set(in: &options)
    var alternatives: [String]?
    let totals = try snapshot.index.count(query, options: options) { alternatives = $0 }
    return try JSONText.answer(
      CountRecord(
        query: query, totals: totals, alternatives: alternatives,
        problems: QueryInspection.parse(query, today: options.today).notableProblems))
  }

  private func trend(_ reader: inout ParameterReader) throws -> String {
    let queries = try reader.list(
      "q", atMost: SearchParameters.mostQueries, longest: ParameterReader.longestText)
    guard !queries.isEmpty else { throw ParameterError(name: "q", reason: .missing) }
    let parameters = try SearchParameters(&reader)
    let unit = try reader.choice("by", Trend.Unit.self)
    try reader.finish()
    let snapshot = archive.snapshot()
    var options = snapshot.options
    try parameters.set(in: &options)
    return try JSONText.answer(snapshot.index.trend(of: queries, by: unit, options: options))
  }

  private func figures(_ reader: inout ParameterReader) throws -> String {
    let query = try reader.required("q")
    let snapshot = archive.snapshot()
    var options = FigureOptions()
    options.search = snapshot.options
    options.units = Set(try reader.list("unit"))
    options.includesUncertain = try reader.flag("uncertain")
    if let kind = try reader.choice("kind", FoundFigure.Kind.self) { options.kinds = [kind] }
    try reader.finish()
    return try JSONText.answer(
      FigureListRecord(
        query: query, list: snapshot.index.figures(about: query, options: options),
        problems: QueryInspection.parse(query, today: snapshot.options.today).notableProblems))
  }

  // MARK: - Reading

  private func articles(_ reader: inout ParameterReader) throws -> String {
    let id = try reader.required("id")
    let limit = try reader.number("limit", in: 1...1000, default: 100)
    let offset = try reader.number("offset", in: 0...1_000_000, default: 0)
    try reader.finish()
    let snapshot = archive.snapshot()
    if let article = try snapshot.article(id) {
      return try JSONText.answer(ArticleListRecord([article]))
    }
    let articles = try snapshot.articles(ofIssue: id, offset: offset, limit: limit)
    guard !articles.isEmpty || offset > 0 else { throw notFound(id) }
    return try JSONText.answer(ArticleListRecord(articles))
  }

  private func cite(_ reader: inout ParameterReader) throws -> String {
    let id = try reader.required("id")
    try reader.finish()
    guard let article = try archive.snapshot().article(id) else { throw notFound(id) }
    return try JSONText.answer(CitationRecord(Reference(article)))
  }

  private func issues(_ reader: inout ParameterReader) throws -> String {
    let limit = try reader.number("limit", in: 0...10_000, default: 10_000)
    let offset = try reader.number("offset", in: 0...10_000_000, default: 0)
    try reader.finish()
    var list = try archive.snapshot().lists.issues()
    let total = list.issues.count
    list.issues = Array(list.issues.dropFirst(offset).prefix(limit))
    return try JSONText.answer(list, ["total": total])
  }

  private func contents(_ reader: inout ParameterReader) throws -> String {
    let id = try reader.required("id")
    try reader.finish()
    guard let contents = try archive.snapshot().index.contents(ofIssue: id) else {
      throw notFound(id)
    }
    return try JSONText.answer(contents)
  }

  // MARK: - Lists

  private func names(_ kind: NameKind, _ reader: inout ParameterReader) throws -> String {
    let limit = try reader.number("limit", in: 0...10_000, default: 10_000)
    let offset = try reader.number("offset", in: 0...10_000_000, default: 0)
    try reader.finish()
    let names = try archive.snapshot().lists.names(of: kind)
    return try JSONText.answer(
      NameListRecord(
        kind, names: Array(names.dropFirst(offset).prefix(limit)), total: names.count))
  }

  private func suggest(_ reader: inout ParameterReader) throws -> String {
    let prefix = try reader.required("prefix")
    let limit = try reader.number("limit", in: 1...100, default: 10)
    try reader.finish()
    return try JSONText.answer(
      CompletionListRecord(
        prefix: prefix,
        completions: archive.snapshot().index.completions(of: prefix, limit: limit)))
  }

  private func health(_ reader: inout ParameterReader) throws -> String {
    try reader.finish()
    let snapshot = archive.snapshot()
    return try JSONText.answer([
      "status": archive.isCurrent ? "ok" : "stale", "articles": snapshot.index.articleCount,
      "command": Version.current,
    ])
  }

  private func notFound(_ id: String) -> APIError {
    APIError(status: 404, code: .notFound, parameter: "id", message: words.notFound(id))
  }
}
