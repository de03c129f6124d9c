internal import BulletinSearch

/// The words around results.
extension PageWords {
  var results: String { say("结果", "Results") }
  var filters: String { say("筛选", "Filters") }
  var sort: String { say("排序", "Order") }
  var apply: String { say("应用", "Apply") }
  var clear: String { say("全部取消", "Clear all") }
  var since: String { say("起", "From") }
  var until: String { say("止", "To") }
  var dateHint: String { say("2022-08", "2022-08") }
  var dates: String { say("日期", "Dates") }
  var dateHelp: String {
    say("可写 2022、2022-08、2022-08-30、去年", "As 2022, 2022-08 or 2022-08-30")
  }
  var more: String { say("更多选项", "More options") }
  var anyWord: String { say("含任一词语即可", "Any of the words") }
  var allWords: String { say("必须含全部词语", "All of the words only") }
  var pinyin: String { say("同音也算，可用拼音", "Homophones and pinyin") }
  var verbatim: String { say("按原字比较", "Characters as written") }
  var fuzzy: String { say("允许差几个字", "Characters that may differ") }
  var `where`: String { say("在哪里找", "Where") }
  var anywhere: String { say("各处", "Anywhere") }
  var next: String { say("下一页", "Next page") }
  var previous: String { say("上一页", "Previous page") }
  var pages: String { say("结果分页", "Pages of results") }
  var noResults: String { say("没有找到", "Nothing found") }
  var didYouMean: String { say("是不是：", "Did you mean: ") }
  var alsoSearched: String { say("也检索了：", "Also searched for: ") }
  var tryFewer: String {
    say("可以少写几个词，或在“更多选项”里放宽。", "Try fewer words, or loosen the search under More options.")
  }
  var seeTrend: String { say("看走势", "Over time") }
  var seeFigures: String { say("看数据", "Figures") }

  func withoutScope(_ articles: Int) -> String {
    say(
      "不加筛选时有 \(count(articles, "篇", "article"))。",
      "Without the filters there \(articles == 1 ? "is" : "are") \(count(articles, "篇", "article"))."
    )
  }

  func typedOtherwise(_ text: String) -> String {
    say("“\(text)”按文字检索", "\(text) was searched as text")
  }
  var queryCut: String {
    say("检索式太长，有一部分没有读", "the query is too long; some of it was not read")
  }

  func weakness(_ match: MatchKind) -> String? {
    switch match {
    case .verbatim: nil
    case .scattered:
      say(
        "没有文章原样写着全部内容，以下文章的词语不相连。",
        "No article has exactly this text; in these its words stand apart.")
    case .some:
      say("没有文章包含全部词语，以下为部分匹配。", "No article has all of the words; these have some of them.")
    }
  }

  /// Beside a result that is not what was asked for as it was written.
  func mark(_ match: MatchKind) -> String? {
    switch match {
    case .verbatim: nil
    case .scattered: say("词语分散", "words apart")
    case .some: say("部分词语", "some words")
    }
  }

  func name(_ order: ResultOrder) -> String {
    switch order {
    case .score: say("最相关", "Best first")
    case .date: say("按日期", "By date")
    case .issue: say("按刊期", "By issue")
    case .path: say("按文件", "By file")
    }
  }
  var newestFirst: String { say("最新在前", "Newest first") }
  var oldestFirst: String { say("最早在前", "Oldest first") }

  func name(_ field: SearchParameters.SearchField) -> String {
    switch field {
    case .title: say("标题", "Titles")
    case .section: say("栏目", "Sections")
    case .author: say("作者", "Authors")
    case .unit: say("单位", "Offices")
    case .body: say("正文", "Texts")
    case .furniture: say("刊头", "Mastheads")
    }
  }

  /// What a filter is of.
  func filterName(_ name: String) -> String {
    switch name {
    case "bulletin": say("刊", "Bulletin")
    case "year": say("年", "Year")
    case "section": say("栏目", "Section")
    case "author": say("作者", "Author")
    case "unit": say("单位", "Office")
    case "issue": say("期", "Issue")
    case "total": say("总期", "Number")
    case "since": since
    case "until": until
    case "in": `where`
    case "near": say("间隔不过", "Within")
    case "any": anyWord
    case "all-words": allWords
    case "fuzzy": fuzzy
    case "pinyin": pinyin
    case "verbatim": verbatim
    default: name
    }
  }

  func remove(_ filter: String) -> String { say("取消 \(filter)", "Remove \(filter)") }
  func others(_ count: Int) -> String { say("另 \(count) 种", "\(count) more") }

  func page(_ pages: ClosedRange<Int>) -> String {
    let text = pages.count == 1 ? "\(pages.lowerBound)" : "\(pages.lowerBound)–\(pages.upperBound)"
    return say("第 \(text) 页", pages.count == 1 ? "page \(text)" : "pages \(text)")
  }
}
