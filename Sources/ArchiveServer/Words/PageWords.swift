package import AnswerRecords

/// The words of the pages and of the interface, each in both languages side by side.
package struct PageWords: Sendable {
  package let language: Language

  package init(_ language: Language) { self.language = language }

  func say(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
    switch language {
    case .chinese: chinese()
    case .english: english()
    }
  }

  private var messages: Messages { Messages(language: language) }

  /// `3 篇`, `1 article`, `3 articles`.
  func count(_ number: Int, _ measure: String, _ singular: String, _ plural: String? = nil)
    -> String
  {
    messages.count(number, measure, singular, plural)
  }

  func list(_ parts: [String]) -> String { messages.list(parts) }

  /// The language of the page, as HTML names it.
  var code: String { say("zh", "en") }

  // MARK: - Around all pages

  var product: String { say("简讯检索", "Bulletin search") }
  var skip: String { say("跳到正文", "Skip to content") }
  var search: String { say("检索", "Search") }
  var searchHint: String { say("词语、人名、原句、期号……", "words, names, a sentence, an issue …") }
  var issues: String { say("各期", "Issues") }
  var trends: String { say("走势", "Trends") }
  var figures: String { say("数据", "Figures") }
  var keyboard: String { say("键盘", "Keyboard") }
  var close: String { say("关闭", "Close") }
  var archive: String { say("这个索引", "This archive") }

  func collection(articles: Int, issues: Int) -> String {
    list([count(issues, "期", "issue"), count(articles, "篇", "article")])
  }

  /// Keys, and what they do.
  var keys: [(keys: [String], action: String)] {
    [
      (["/"], say("到检索框", "go to the search box")),
      (["j", "↓"], say("下一条结果", "next result")),
      (["k", "↑"], say("上一条结果", "previous result")),
      (["Enter"], say("打开这条结果", "open the result")),
      (["n"], say("文章里下一处", "next place in an article")),
      (["p"], say("文章里上一处", "previous place in an article")),
      (["c"], say("复制引用", "copy the citation")),
      (["Esc"], say("回到检索框或关闭", "back to the search box, or close")),
      (["?"], say("显示这些键", "show these keys")),
    ]
  }

  var singleKeys: String { say("单个字母的键有效", "Keys of single letters are on") }

  // MARK: - What goes wrong

  var noAnswer: String { say("服务没有回应", "the server does not answer") }

  var failed: String {
    say("没能读取索引；请运行 bsearch check", "the index could not be read; run `bsearch check`")
  }
  var busy: String { say("一时太忙，请稍后再试", "too much is asked at the moment; try again") }
  var slow: String {
    say("找得太久，已停止等待；请少写几个词", "it took too long and was given up; try fewer words")
  }
  var tooLarge: String {
    say("回答太长；请缩小范围", "the answer would be too long; ask for less")
  }
  var nothingToSearch: String {
    say("检索式里没有可检索的内容", "there is nothing to search for in the query")
  }
  var unreadable: String { say("看不懂这个请求", "the request cannot be read") }
  func notFound(_ id: String) -> String { say("没有 \(id)", "there is no \(id)") }
  var noPage: String { say("没有这一页", "there is no such page") }
  func ambiguous(_ id: String) -> String {
    say("“\(id)”可能指几处，请选一处", "\(id) may be one of several; choose one")
  }

  func problem(_ error: ParameterError) -> String {
    let name = error.name
    return switch error.reason {
    case .missing: say("缺 \(name)", "\(name) is missing")
    case .unknown: say("没有 \(name) 这个参数", "there is no parameter \(name)")
    case .repeated: say("\(name) 只能写一次", "\(name) may be given once only")
    case .tooMany(let limit):
      say("\(name) 最多 \(limit) 个", "there may be \(limit) of \(name) at most")
    case .tooLong(let limit):
      say("\(name) 最长 \(limit) 字", "\(name) may have \(limit) characters at most")
    case .noNumber(let range):
      say(
        "\(name) 要是 \(range.lowerBound) 到 \(range.upperBound) 的整数",
        "\(name) has to be a number from \(range.lowerBound) to \(range.upperBound)")
    case .noChoice(let values):
      say(
        "\(name) 可写：\(values.joined(separator: "、"))",
        "\(name) has to be one of: \(values.joined(separator: ", "))")
    case .noDate:
      say(
        "\(name) 不是日期；可写 2022、2022-08、2022-08-30、去年",
        "\(name) is no date; write one as 2022, 2022-08 or 2022-08-30")
    case .reversedDates: say("终点在起点之前", "the range ends before it begins")
    }
  }
}

extension PageWords {
  func refusal(_ refusal: RequestCheck.Refusal) -> String {
    switch refusal {
    case .method: say("这里只能读取（GET、HEAD）", "this can only be read (GET, HEAD)")
    case .body: say("请求不能带内容", "a request may have no body")
    case .host:
      say(
        "请求里的主机名不是这台服务器的；经反向代理请用 bsearch serve --allow-host 名称",
        "the request does not name this server as its host; behind a proxy use `bsearch serve --allow-host NAME`"
      )
    case .origin: say("别的网站的页面不能使用这里", "pages of other sites may not use this")
    case .token, .redirect:
      say(
        "需要令牌；请打开 bsearch serve 启动时给出的地址",
        "a token is needed; open the address that `bsearch serve` printed")
    }
  }
}
