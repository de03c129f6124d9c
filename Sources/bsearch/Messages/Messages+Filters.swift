internal import AnswerRecords
internal import BulletinSearch

/// The words about what is looked at, and how it is spread.
extension Messages {
  func noDate(_ text: String, option: String) -> String {
    say(
      "\(option) 的“\(text)”不是日期；请写 2022、2022-08、2022-08-30、去年 或 近三年 这样的值",
      "\(option): '\(text)' is no date; write one as 2022, 2022-08, 2022-08-30, last-year or last3years"
    )
  }

  func reversedDates(_ since: String, _ until: String) -> String {
    say(
      "--since \(since) 晚于 --until \(until)；请对调",
      "--since \(since) is after --until \(until); swap them")
  }

  func noField(_ name: String) -> String {
    say(
      "--in 没有“\(name)”这一处；可用 title、section、author、unit、body、furniture",
      "--in: there is no '\(name)'; use title, section, author, unit, body or furniture")
  }

  func needsQuery(_ option: String) -> String {
    say("\(option) 要与检索词同用；请加上检索词", "\(option) needs a query; add one")
  }

  func noIndexName(_ name: String) -> String {
    say(
      "--name 的“\(name)”不能作 OpenSearch 索引的名字；请用小写字母、数字和 - _ .",
      "--name: '\(name)' is no name of an index of OpenSearch; use small letters, digits and - _ .")
  }

  var bytesForTerminal: String {
    say(
      "ciff 是二进制文件，不写到终端；请重定向到文件：> 文件.ciff",
      "ciff is no text for a terminal; redirect it to a file: > FILE.ciff")
  }

  var reverseNeedsOrder: String {
    say("--reverse 要与 --sort date、issue 或 path 同用", "--reverse needs --sort date, issue or path")
  }

  var explainNeedsFormat: String {
    say(
      "--explain 只能用于 human、json、jsonl 格式；请加 --format human",
      "--explain needs the format human, json or jsonl; add --format human")
  }

  var fileOrQuery: String {
    say(
      "检索词已在 -f 的文件里；命令行上不要再写",
      "the queries are in the file of -f; leave out those on the command line")
  }

  func queries(_ error: QueryList.ReadingError) -> String {
    switch error {
    case .unreadable(let path, let reason):
      say(
        "读不到检索词文件 \(path)：\(self.reason(reason))；请检查 -f 后的文件名",
        "cannot read the queries of \(path): \(self.reason(reason)); check the name behind -f")
    }
  }

  func filter(_ error: ArticleFilterError) -> String {
    switch error {
    case .noIssue(let text):
      say(
        "--issue 的“\(text)”不是期号，索引里也没有这一期；请写 8、7..9、2022-8，或用 bsearch issues 查看各期",
        "--issue: '\(text)' is no number, and the index has no such issue; write one as 8, 7..9 or 2022-8, or see "
          + "`bsearch issues`")
    case .noTotal(let text):
      say(
        "--total 的“\(text)”不是总期号；请写 92 或 80..92 这样的数",
        "--total: '\(text)' is no number; write one as 92 or 80..92")
    case .emptyName(let text):
      say(
        "“\(text)”里没有可以比较的字；栏目、作者、单位、刊名请至少写一个汉字、字母或数字",
        "'\(text)' has nothing to compare; give at least one character, letter or digit for a section, author, unit "
          + "or bulletin")
    }
  }

  /// That only the options keep articles from being found.
  func foundWithout(_ options: [String], articles: Int) -> String {
    let names = options.joined(separator: say("、", ", "))
    return say(
      "不加 \(names) 时有 \(count(articles, "篇", "article"))；可放宽这些条件",
      "without \(names) there \(articles == 1 ? "is" : "are") \(count(articles, "篇", "article"))")
  }

  /// How articles are spread, a line for each property.
  func facets(_ facets: SearchFacets) -> [String] {
    [
      (say("刊", "bulletins"), facets.bulletins), (say("年", "years"), facets.years),
      (say("栏目", "sections"), facets.sections), (say("作者", "authors"), facets.authors),
    ].map { name, facet in
      var parts = facet.values.map { "\($0.name) \(grouped($0.articles))" }
      let others = facet.valueCount - facet.values.count
      if others > 0 { parts.append(say("另 \(grouped(others)) 种", "\(grouped(others)) others")) }
      if facet.withoutValue > 0 {
        parts.append(
          say("无 \(grouped(facet.withoutValue))", "none \(grouped(facet.withoutValue))"))
      }
      return "\(name)  " + (parts.isEmpty ? say("无", "none") : parts.joined(separator: " · "))
    }
  }
}
