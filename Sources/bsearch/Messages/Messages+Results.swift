internal import AnswerRecords
internal import BulletinSearch

/// The words between results.
extension Messages {
  /// The pages of an article: `第3页`, `第3–5页`.
  func pages(_ pages: ClosedRange<Int>) -> String {
    let numbers =
      pages.count == 1 ? "\(pages.lowerBound)" : "\(pages.lowerBound)–\(pages.upperBound)"
    return say("第\(numbers)页", "p. \(numbers)")
  }

  /// The totals and how long it took to find them: `1 篇，1 期，4 处（逐字）  0.6 ms`.
  func totals(_ totals: SearchTotals, _ ways: [WayCount], elapsed: Duration) -> String {
    "\(self.totals(totals, ways))  \(elapsed.shortDescription)"
  }

  /// What has to be said about results that are not what was asked for; nil if they are.
  func weakness(_ match: MatchKind) -> String? {
    switch match {
    case .verbatim: nil
    case .scattered:
      say(
        "没有文章原样写着全部内容，以下文章的词语不相连",
        "no article contains this exact text; in these its words stand apart")
    case .some:
      say(
        "没有文章包含全部词语，以下为部分匹配",
        "no article contains all of the words; these contain some of them")
    }
  }

  /// What stands above results that match in a weaker way than those before them.
  func weaker(_ match: MatchKind) -> String {
    switch match {
    case .verbatim: say("以下原样写有：", "as it was written:")
    case .scattered: say("以下词语不相连：", "where the words stand apart:")
    case .some: say("以下只有部分词语：", "with some of the words:")
    }
  }

  /// What stands in brackets before a result that is not what was asked for as it was written; nil if it is.
  func mark(_ match: MatchKind) -> String? {
    switch match {
    case .verbatim: nil
    case .scattered: say("［分散］", "[apart] ")
    case .some: say("［部分］", "[some] ")
    }
  }

  /// How many results a limit left out, and how to see them; nil if there are no more.
  func rest(of answer: SearchAnswer) -> String? {
    guard answer.hasMore, answer.count > 0 else { return nil }
    let end = answer.offset + answer.count
    let next = say("--all 显示全部，--offset \(end) 接着看", "--all shows all, --offset \(end) goes on")
    guard let total = answer.totals?.articles, total > end else {
      return say(
        "还有词语不相连或不全的文章；\(next)", "there are more articles that match less exactly; \(next)")
    }
    let count = grouped(answer.count)
    return say(
      "显示了 \(grouped(total)) 篇中的 \(count) 篇；\(next)",
      "\(count) of \(grouped(total)) articles shown; \(next)")
  }

  func statistics(open: Duration, search: Duration, index: BulletinIndex) -> String {
    let size = byteSize(index.byteCount)
    return say(
      "打开索引 \(open.shortDescription)，检索 \(search.shortDescription)；索引 \(size)，"
        + "\(grouped(index.articleCount)) 篇，\(grouped(index.termCount)) 个词项",
      "opened in \(open.shortDescription), searched in \(search.shortDescription); index of "
        + "\(size), \(grouped(index.articleCount)) articles, \(grouped(index.termCount)) terms")
  }

  func joins(_ number: Int) -> String {
    number == 0 ? "" : say("接页 \(number)", count(number, "", "join"))
  }

  func encoding(_ inspection: FileInspection) -> String {
    guard inspection.replacedCount > 0 else { return inspection.encoding }
    let replaced = grouped(inspection.replacedCount)
    return inspection.encoding
      + say("（\(replaced) 个字符无法解码）", " (\(replaced) characters could not be decoded)")
  }

  /// A remark that is already in words.
  func warning(_ text: String) -> String {
    say("注意：\(text)", "note: \(text)")
  }

  /// What is odd about an issue, in a line.
  func warning(_ warning: ParsedIssue.Warning) -> String {
    switch warning {
    case .contentsEntryUnmatched(let title, let line):
      say(
        "注意：第 \(line) 行目录里的“\(title)”在正文里没有找到",
        "note: line \(line): the contents list '\(title)', which the issue does not have")
    case .articleNotInContents(let title, let line):
      say(
        "注意：第 \(line) 行的“\(title)”不在目录里",
        "note: line \(line): '\(title)' is not in the contents")
    case .doubledCharacters(let text, let line):
      say(
        "注意：第 \(line) 行接页处“\(text)”可能重复，已保留",
        "note: line \(line): '\(text)' may be printed twice at the page break; both were kept")
    case .dateOutOfRange(let date):
      say("注意：日期 \(date) 早于 1949 年", "note: the date \(date) is before 1949")
    }
  }

  /// `3.4 MB`, in steps of 1000 as file managers count.
  func byteSize(_ count: Int) -> String {
    let units = ["B", "kB", "MB", "GB", "TB"]
    var value = Double(count)
    var unit = 0
    while value >= 999.5, unit < units.count - 1 {
      value /= 1000
      unit += 1
    }
    return "\(fixed(value, digits: unit > 0 && value < 99.95 ? 1 : 0)) \(units[unit])"
  }
}
