internal import BulletinSearch

/// Which page a request asks for.
struct ArchivePages {
  let words: PageWords
  let snapshot: OpenArchive.Snapshot

  /// A part of a page of results, which a script puts in the place of the one before; nil if that is not asked for.
  func part(_ request: ServerRequest) throws -> HTML? {
    guard request.path == "/search" else { return nil }
    var reader = ParameterReader(request.query)
    guard let part = try reader.choice("part", SearchPage.Part.self) else { return nil }
    let state = try SearchState(&reader)
    try reader.finish()
    return try SearchPage(words: words, state: state, snapshot: snapshot).part(part)
  }

  /// Nil if there is no such page.
  func page(_ request: ServerRequest) throws -> PageContent? {
    var reader = ParameterReader(request.query)
    switch request.path {
    case "/":
      try reader.finish()
      return try HomePage(words: words, snapshot: snapshot).page()
    case "/search":
      let state = try SearchState(&reader)
      try reader.finish()
      return try SearchPage(words: words, state: state, snapshot: snapshot).page()
    case "/article":
      let id = try reader.required("id")
      let query = try reader.text("q") ?? ""
      let first = try reader.number("from", in: 0...100_000_000, default: 0)
      try reader.finish()
      let page = try ArticlePage(words: words, snapshot: snapshot)
        .page(id, query: query, from: first)
      return try found(page, id)
    case "/issue":
      let id = try reader.required("id")
      try reader.finish()
      return try found(IssuePage(words: words, snapshot: snapshot).page(id), id)
    case "/issues":
      let bulletin = try reader.text("bulletin")
      try reader.finish()
      return try IssuesPage(words: words, snapshot: snapshot).page(bulletin: bulletin)
    case "/trend":
      let state = try TrendPage.State(&reader)
      try reader.finish()
      return try TrendPage(words: words, snapshot: snapshot).page(state)
    case "/figures":
      let state = try FiguresPage.State(&reader)
      try reader.finish()
      return try FiguresPage(words: words, snapshot: snapshot).page(state)
    default: return nil
    }
  }

  private func found(_ page: PageContent?, _ id: String) throws -> PageContent {
    guard let page else {
      throw APIError(status: 404, code: .notFound, parameter: "id", message: words.notFound(id))
    }
    return page
  }
}
