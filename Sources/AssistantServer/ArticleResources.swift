internal import BulletinSearch

/// Articles and issues as resources of the protocol.
enum ArticleResources {
  private static let mediaType = "text/markdown"
  /// How many are listed on a page.
  private static let pageLength = 50
  /// The most characters of a resource, as much as a reader takes in at once.
  ///
  /// Longer ones are cut, and say so.
  private static let longest = 200_000
  private static let cut =
    "…\n\n（此处截断，其余部分用 show 分页看。Cut here: the tool show has the rest in pages.）\n"

  static let templates: JSONValue = [
    [
      "uriTemplate": .string(ResourceURI.template), "name": "article", "title": "文章 / article",
      "description": "An article as 92/3, or all of an issue as 92.",
      "mimeType": .string(mediaType),
    ]
  ]

  /// The articles of a page, the latest issue first.
  static func list(from cursor: JSONValue?, of index: BulletinIndex) throws -> (
    resources: JSONValue, next: JSONValue?
  ) {
    var start = 0
    if let cursor {
      guard let text = cursor.text, let known = Cursor(text) else {
        throw ProtocolError(code: .badParameters, message: "The cursor is not one of this list.")
      }
      start = known.start
    }
    let issues = try index.issueList().issues.enumerated()
      .sorted { ($0.element.date ?? "", $0.offset) > ($1.element.date ?? "", $1.offset) }
      .map(\.element)
    var before = 0
    var resources: [JSONValue] = []
    for issue in issues where resources.count < pageLength {
      defer { before += issue.articleCount }
      guard before + issue.articleCount > start,
        let contents = try index.contents(ofIssue: issue.id)
      else { continue }
      for (place, entry) in contents.articles.enumerated()
      where before + place >= start && resources.count < pageLength {
        resources.append([
          "uri": .string(ResourceURI(id: entry.id).text), "name": .string(entry.id),
          "title": .string(entry.title),
          "description": .string(
            [issue.bulletin, issue.numberText, entry.section ?? ""].filter { !$0.isEmpty }
              .joined(separator: " ")),
          "mimeType": .string(mediaType),
        ])
      }
    }
    let total = issues.reduce(0) { $0 + $1.articleCount }
    let end = start + resources.count
    return (.array(resources), end < total && !resources.isEmpty ? Cursor(start: end).value : nil)
  }

  /// The text of an article, or of all articles of an issue, in Markdown.
  ///
  /// - Throws: ``ProtocolError`` if the address names nothing.
  static func read(_ address: JSONValue?, in index: BulletinIndex) throws -> JSONValue {
    guard let address = address?.text else {
      throw ProtocolError(code: .badParameters, message: "The uri of a resource is missing.")
    }
    guard let uri = ResourceURI(address) else {
      throw ProtocolError(
        code: .badParameters,
        message: "There is no resource \(address); they begin with \(ResourceURI.scheme).",
        data: ["uri": .string(address)])
    }
    var text = ""
    var length = 0
    func add(_ article: ArticleContent) throws {
      guard length < longest else { return }
      let part = markdown(of: article)
      length += part.count
      text += (text.isEmpty ? "" : "\n") + (length > longest ? part.prefix(longest) + cut : part)
    }
    if let article = try index.article(uri.id) {
      try add(article)
    } else {
      try index.forEachArticle(ofIssue: uri.id, add)
    }
    guard !text.isEmpty else {
      throw ProtocolError(
        code: .badParameters, message: "There is no article and no issue \(uri.id).",
        data: ["uri": .string(address)])
    }
    return [
      ["uri": .string(address), "mimeType": .string(mediaType), "text": .string(text)]
    ]
  }

  private static func markdown(of article: ArticleContent) -> String {
    let reference = Reference(article)
    let head = [
      "# \(article.title)",
      [article.section.map { "【\($0)】" }, article.byline].compactMap(\.self)
        .joined(separator: " "),
    ]
    let parts =
      head.filter { !$0.isEmpty } + article.paragraphs
      + ["> \(reference.citation(.gbt7714of2025))"]
    return parts.joined(separator: "\n\n") + "\n"
  }
}
