/// Words by which lines of a page are known that are no text of its article.
enum PageWords {
  /// Eight characters.
  static let longestMenuItem = 24
  private static let longestLine = 240

  /// Whether a headline is that of an issue: 青禾周报 第12期.
  static func isIssueName(_ text: String) -> Bool {
    issueNames.contains { text.contains($0) } || IssueLine.parseHeading(text[...]) != nil
  }

  private static let issueNames = [
    "周刊", "周报", "双周", "月刊", "月报", "季刊", "日报", "简报", "简讯", "快报", "通讯", "週刊", "週報", "月報",
    "簡報", "簡訊", "通訊", "Weekly", "weekly", "Newsletter", "newsletter",
  ]

  static func isHome(_ text: String) -> Bool { homes.contains(text) }

  /// Whether a line above the headline says where on the site one is, or what one can do here.
  static func isTrail(_ text: String) -> Bool {
    guard text.utf8.count <= longestLine, !text.contains("。") else { return false }
    if trails.contains(where: { text.hasPrefix($0) }) { return true }
    guard let home = homes.first(where: { text.hasPrefix($0) }) else { return false }
    let next = text.unicodeScalars.dropFirst(home.unicodeScalars.count).first { $0 != " " }
    return next.map { ">»›/|｜-—·→＞\u{A0}".unicodeScalars.contains($0) } ?? false
  }

  /// Whether a line below the article belongs to the page.
  static func isTrailing(_ text: String) -> Bool {
    guard text.utf8.count <= longestLine else { return false }
    if marks.contains(where: { text.contains($0) }) { return true }
    guard !text.contains("。"), !text.contains("，") else { return false }
    return buttons.contains(text) || trailings.contains { text.hasPrefix($0) }
  }

  /// Whether a line is the heading of links to other pages.
  static func isRelatedHeading(_ text: String) -> Bool {
    let words = text.unicodeScalars.filter { !Blanks.isBlank($0) && $0 != "：" && $0 != ":" }
    return relatedHeadings.contains(String(String.UnicodeScalarView(words)))
  }

  /// What a line right below the headline says of the page: 发布时间：2023-05-06 浏览次数：123.
  static func info(_ text: String) -> (isInfo: Bool, date: IssueDate?) {
    guard text.utf8.count <= longestLine else { return (false, nil) }
    if let date = IssueDate.parse(text[...]) {
      return (labels.contains { text.hasPrefix($0) }, date)
    }
    let label = labels.first { label in hasLabel(label, in: text) }
    let date = label == nil ? nil : firstDate(in: text)
    let isCounter = counters.contains { text.contains($0) }
    return (date != nil || isCounter, date)
  }

  /// Whether the label stands at the start or behind a blank or a bar, with a colon or a digit
  /// behind.
  private static func hasLabel(_ label: String, in text: String) -> Bool {
    guard let range = text.firstRange(of: label) else { return false }
    let before = text[..<range.lowerBound].unicodeScalars.last
    let after = text[range.upperBound...].unicodeScalars.first { !Blanks.isBlank($0) }
    guard let after else { return false }
    let begins = before.map { Blanks.isBlank($0) || "|｜【[（(/".unicodeScalars.contains($0) } ?? true
    return begins && (after == "：" || after == ":" || ("0"..."9").contains(after))
  }

  static func firstDate(in text: String) -> IssueDate? {
    var rest = text.unicodeScalars[...]
    while let start = rest.firstIndex(where: { ("0"..."9").contains($0) }) {
      var scanner = LineScanner(Substring(rest[start...]))
      if let date = scanner.takeDate() { return date }
      rest = rest[start...].drop { ("0"..."9").contains($0) }
    }
    return nil
  }

  private static let homes = ["网站首页", "首页", "首頁", "主页", "首 页", "Home", "HOME"]
  private static let trails = [
    "当前位置", "您的位置", "您现在的位置", "您当前的位置", "您所在的位置", "你的位置", "你现在的位置",
    "现在位置", "所在位置", "當前位置", "您的位置", "設為首頁", "设为首页", "加入收藏", "今天是", "欢迎访问",
    "欢迎光临", "无障碍", "跳至", "跳转到", "跳过", "Skip to",
  ]
  private static let trailings = [
    "上一篇", "下一篇", "上一条：", "下一条：", "上一则：", "下一则：", "前一篇", "后一篇", "分享到", "分享至",
    "打印本页", "【打印", "[打印", "关闭窗口", "关闭本页", "【关闭", "[关闭", "返回顶部", "回到顶部", "返回首页",
    "返回列表", "返回上一页", "版权所有", "Copyright", "COPYRIGHT", "©", "网站标识码", "技术支持：", "扫一扫", "微信扫一扫",
    "浏览次数", "阅读次数", "访问量", "您是第", "设为首页", "加入收藏", "Powered by", "Theme by", "本文链接",
    "本文永久链接", "Edit this page", "Last updated", "← ", "« ",
  ]
  private static let buttons: Set<String> = [
    "打印", "分享", "分享：", "关闭", "返回", "收藏", "点赞", "评论", "阅读原文", "发表评论", "加载中", "上一页",
    "下一页", "上页", "下页", "Previous", "Next", "编辑此页", "联系我们", "关于我们", "网站地图", "友情链接",
  ]
  private static let marks = [
    "ICP备", "ICP證", "ICP证", "公网安备", "All Rights Reserved", "All rights reserved",
  ]
  private static let relatedHeadings: Set<String> = [
    "相关信息", "相关新闻", "相关文章", "相关链接", "相关阅读", "相关推荐", "相关内容", "相关稿件", "相关报道",
    "相關新聞", "相關文章", "相關連結", "相關閱讀", "相關主題", "热门文章", "热门新闻", "热点新闻", "最新文章",
    "最新新闻", "猜你喜欢", "大家都在看", "友情链接", "图片新闻", "推荐文章", "评论", "发表评论", "网友评论",
  ]
  private static let labels = [
    "发布时间", "发布日期", "发表时间", "发表日期", "发稿时间", "更新时间", "更新日期", "发表于", "发布于", "日期",
    "时间", "發布時間", "發佈日期", "發布日期", "日期", "Posted on", "Date", "Published",
  ]
  private static let counters = [
    "浏览次数", "浏览量", "阅读次数", "阅读量", "点击数", "点击次数", "点击量", "访问次数", "字号：", "字体：", "字号:",
    "字体:", "【字体", "【字号", "大 中 小",
  ]
}
