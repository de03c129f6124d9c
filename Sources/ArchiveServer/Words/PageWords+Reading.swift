internal import BulletinSearch

/// The words around articles, issues and charts.
extension PageWords {
  var citation: String { say("引用", "Cite") }
  var copy: String { say("复制", "Copy") }
  var copied: String { say("已复制", "Copied") }
  var copyFailed: String { say("没能复制，请选中后复制", "Could not copy; select it and copy") }
  var otherForms: String { say("其他格式", "Other forms") }
  var source: String { say("原文件", "Source") }
  var places: String { say("命中", "Places") }
  var nextPlace: String { say("下一处", "Next place") }
  var previousPlace: String { say("上一处", "Previous place") }
  var nextArticle: String { say("下一篇", "Next article") }
  var previousArticle: String { say("上一篇", "Previous article") }
  var neighbours: String { say("同期文章", "Articles of the issue") }
  var continued: String { say("接着读", "Continue reading") }
  var fromBeginning: String { say("从头读", "From the beginning") }
  var contents: String { say("目录", "Contents") }
  var nextIssue: String { say("后一期", "Next issue") }
  var previousIssue: String { say("前一期", "Previous issue") }
  var adjacentIssues: String { say("前后各期", "Adjacent issues") }
  var latest: String { say("最近一期", "Latest issue") }
  var bulletins: String { say("刊物", "Bulletins") }
  var undated: String { say("无日期", "No date") }
  var missingIssues: String { say("缺：", "Missing: ") }

  func notListed(_ number: Int) -> String {
    say(
      "另有 \(count(number, "篇", "article"))，请检索",
      "\(count(number, "篇", "article")) more: search for them")
  }
  func places(_ number: Int) -> String { count(number, "处", "place") }
  func lines(_ lines: ClosedRange<Int>) -> String {
    say(
      "第 \(lines.lowerBound)–\(lines.upperBound) 行", "lines \(lines.lowerBound)–\(lines.upperBound)"
    )
  }
  func filePage(_ page: Int) -> String { say("文件第 \(page) 页", "page \(page) of the file") }
  func filePages(_ first: Int, _ last: Int) -> String {
    first == last
      ? filePage(first)
      : say("文件第 \(first)–\(last) 页", "pages \(first)–\(last) of the file")
  }

  // MARK: - Charts

  var trendHelp: String {
    say("一行一个检索词，可并列几个。", "One query a line; several are drawn side by side.")
  }
  var trendQueries: String { say("检索词", "Queries") }
  var span: String { say("时段", "Span") }
  var draw: String { say("画图", "Draw") }
  var measure: String { say("数什么", "Count") }
  var table: String { say("数据表", "Table") }
  var firstMention: String { say("首见", "First") }
  var lastMention: String { say("末见", "Last") }
  var value: String { say("数值", "Value") }
  var kind: String { say("类别", "Kind") }
  var time: String { say("时间", "Time") }
  var sentence: String { say("原句", "Sentence") }
  var issue: String { say("期", "Issue") }
  var uncertainToo: String { say("也列拿不准的", "Uncertain ones too") }
  var allKinds: String { say("各类", "All") }
  var automatic: String { say("自动", "Automatic") }
  var figuresHelp: String {
    say("列出与这个词相关的数：数值、时间、原句。", "The numbers that stand with a term: value, time and sentence.")
  }
  var disagree: String { say("各期说法不一：", "Issues disagree: ") }

  func uncertain(_ number: Int) -> String {
    say(
      "另有 \(number) 个数拿不准。",
      "\(count(number, "个", "more number")) of which the rules are not certain.")
  }
  func noFigures(_ query: String) -> String {
    say("没有找到与“\(query)”相关的数。", "No number was found that stands with \(query).")
  }

  func name(_ unit: Trend.Unit?) -> String {
    switch unit {
    case nil: automatic
    case .issue: say("每期", "Issue")
    case .month: say("每月", "Month")
    case .quarter: say("每季", "Quarter")
    case .year: say("每年", "Year")
    }
  }

  func name(_ measure: Trend.Measure) -> String {
    switch measure {
    case .occurrences: say("处数", "Places")
    case .articles: say("篇数", "Articles")
    case .rate: say("每万字处数", "Places per 10,000 characters")
    }
  }

  func refusedFilter(_ error: ArticleFilterError) -> (parameter: String, message: String) {
    switch error {
    case .noIssue(let text):
      ("issue", say("没有“\(text)”这一期", "there is no issue \(text)"))
    case .noTotal(let text):
      ("total", say("“\(text)”不是总期号", "\(text) is no number of an issue"))
    case .emptyName(let text):
      ("section", say("“\(text)”里没有可以比较的字", "\(text) has nothing to compare"))
    }
  }
}
