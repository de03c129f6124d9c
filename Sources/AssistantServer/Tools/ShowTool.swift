internal import BulletinSearch

/// Shows an article, or the contents of an issue.
struct ShowTool: Tool {
  let name = "show"
  /// How many characters of an article stand on a page, about.
  private static let pageLength = 6_000
  /// How many articles of an issue do.
  private static let listLength = 50

  func title(_ words: Words) -> String { words.say("看一篇文章或一期目录", "Show an article or an issue") }

  func description(_ words: Words) -> String {
    words.say(
      "给出一篇文章的全文（长文分页），或一期的目录。编号取自 search、issues 等的回答。",
      "The whole text of an article, long ones in pages, or the contents of an issue, by its id from search, issues and the others."
    )
  }

  func parameters(_ words: Words) -> [Parameter] {
    [
      Parameter(
        name: "id",
        schema: Schema.text(
          words.say("文章编号 92/3，或期号 92", "an article as 92/3, or an issue as 92")),
        isRequired: true),
      Cursor.parameter(words),
    ]
  }

  var outputSchema: JSONValue {
    var article = ArticleFields.schema
    article["paragraphs"] = Schema.array(Schema.text())
    let entry = Schema.object(
      [
        "id": Schema.text(), "uri": Schema.text(), "title": Schema.text(),
        "section": Schema.text(), "authors": Schema.array(Schema.text()), "unit": Schema.text(),
        "pages": Schema.text(),
      ], required: ["id", "uri", "title"])
    let issue = Schema.object(
      IssueFields.schema.merging(["contents": Schema.array(entry)]) { $1 },
      required: IssueFields.required + ["contents"])
    return Schema.object(
      [
        "article": Schema.object(article, required: ArticleFields.required + ["paragraphs"]),
        "issue": issue, "nextCursor": Cursor.schema,
      ], required: [])
  }

  func call(_ arguments: Arguments, _ request: ToolRequest) throws -> JSONValue {
    let id = try arguments.text("id") ?? ""
    let start = try arguments.start()
    if let article = try request.index.article(id) { return page(of: article, from: start) }
    guard let contents = try request.index.contents(ofIssue: id) else {
      throw ToolFailure(
        message: request.words.say(
          "没有编号为 \(id) 的文章或期；用 search 或 issues 找编号",
          "There is no article and no issue \(id); search and issues give their ids."))
    }
    return page(of: contents, from: start)
  }

  private func page(of article: ArticleContent, from start: Int) -> JSONValue {
    var end = start
    var characters = 0
    while end < article.paragraphs.count, characters < Self.pageLength {
      characters += article.paragraphs[end].count
      end += 1
    }
    var values = ArticleFields.values(of: article)
    values["paragraphs"] = .array(
      article.paragraphs.dropFirst(start).prefix(end - start).map(JSONValue.string))
    return .object(of: [
      "article": .object(of: values),
      "nextCursor": end < article.paragraphs.count ? Cursor(start: end).value : nil,
    ])
  }

  private func page(of contents: IssueContents, from start: Int) -> JSONValue {
    let page = contents.articles.dropFirst(start).prefix(Self.listLength)
    var values = IssueFields.values(of: contents.issue)
    values["contents"] = .array(
      page.map { entry in
        .object(of: [
          "id": .string(entry.id), "uri": .string(ResourceURI(id: entry.id).text),
          "title": .string(entry.title), "section": entry.section.map(JSONValue.string),
          "authors": entry.authors.isEmpty ? nil : .array(entry.authors.map(JSONValue.string)),
          "unit": entry.unit.map(JSONValue.string), "pages": entry.page.map(ArticleFields.pages),
        ])
      })
    return .object(of: [
      "issue": .object(of: values),
      "nextCursor": start + page.count < contents.articles.count
        ? Cursor(start: start + page.count).value : nil,
    ])
  }
}
