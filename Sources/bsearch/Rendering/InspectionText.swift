internal import AnswerRecords
internal import BulletinSearch

/// How a file was read: of each of its issues the masthead, its articles, a line each, and what is doubtful.
struct InspectionText {
  let messages: Messages

  func render(_ inspection: FileInspection, width: Int?) -> String {
    let issues = [inspection.issue] + (inspection.furtherIssues ?? [])
    return issues.map { issue in
      facts(issue, of: inspection).aligned(width: width) + "\n"
        + articles(issue).aligned(width: width)
        + issue.warnings.map { messages.warning($0).singleLine + "\n" }.joined()
    }.joined(separator: "\n")
  }

  private func facts(_ issue: ParsedIssue, of inspection: FileInspection) -> Table {
    var table = Table()
    func add(_ chinese: String, _ english: String, _ value: String?) {
      table.rows.append([
        messages.say(chinese, english), value.flatMap { $0.isEmpty ? nil : $0 } ?? "–",
      ])
    }
    add("文件", "file", inspection.path)
    add("编码", "encoding", messages.encoding(inspection))
    if let reader = inspection.reader { add("读法", "reader", reader) }
    if let pages = inspection.pageCount { add("页", "pages", grouped(pages)) }
    if let remarks = inspection.remarks, !remarks.isEmpty {
      add("注意", "attention", messages.list(remarks.map(messages.remark)))
    }
    add("名称", "name", issue.name)
    add("期号", "number", issue.numberText)
    add("日期", "date", issue.date)
    add("主办", "publisher", issue.publisher)
    add("栏目", "sections", messages.list(issue.sections))
    let entries = issue.contents.filter { !$0.isSection }
    let matched = entries.filter { $0.article != nil }.count
    add("目录对上", "contents matched", "\(matched)/\(entries.count)")
    add("篇", "articles", grouped(issue.articles.count))
    add("接页", "page joins", grouped(issue.joinCount))
    return table
  }

  /// Number, lines, page, joins, section and title, byline.
  private func articles(_ issue: ParsedIssue) -> Table {
    var table = Table()
    table.rows = issue.articles.enumerated().map { number, article in
      let section = article.section.map { "【\($0)】" } ?? ""
      return [
        "\(number + 1)",
        article.document?.description ?? "\(article.lines.lowerBound)–\(article.lines.upperBound)",
        article.page.map(messages.pages) ?? "", messages.joins(article.joins.count),
        section + article.title + (article.byline.map { "（\($0)）" } ?? ""),
      ]
    }
    table.numberColumns = [0]
    return table
  }
}
