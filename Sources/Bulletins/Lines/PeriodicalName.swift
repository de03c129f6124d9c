/// Tells the name of something that appears again and again from the title of one article.
enum PeriodicalName {
  /// Whether the words hold one of those that periodicals are called by: 周报, 简讯, Weekly.
  static func matches(_ text: String) -> Bool {
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars.lazy.map(LineFolding.fold) {
      if let last, words.contains(pair(last, scalar)) { return true }
      last = scalar
    }
    let latin = text.split { !($0.isASCII && $0.isLetter) }
    return latin.contains { latinWords.contains($0.lowercased()) }
  }

  /// Two characters as one number.
  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }

  /// Whether the text is such a name and not much else: no sentence, and not long.
  static func isName(_ text: String) -> Bool {
    text.unicodeScalars.count <= longest && matches(text) && !hasStops(text)
  }

  /// Whether a heading may be the name of a bulletin although none of the words says so.
  ///
  /// A sentence or a question is the title of an article, and so is what happens once.
  static func mayBeName(_ text: String) -> Bool {
    guard text.unicodeScalars.count <= longest, !hasStops(text) else { return false }
    let folded = String(String.UnicodeScalarView(text.unicodeScalars.map(LineFolding.fold)))
    return !events.contains(where: folded.hasSuffix)
  }

  /// The part that is the name, and the others, of a text whose parts stand apart: 茶社周报｜新茶上市.
  static func part(of text: String) -> (name: String, rest: String?)? {
    let parts = text.unicodeScalars.split { "|｜".unicodeScalars.contains($0) }
      .map { String(Substring($0).trimmed) }.filter { !$0.isEmpty }
    guard parts.count > 1, let name = parts.firstIndex(where: isName) else { return nil }
    let rest = parts.indices.filter { $0 != name }.map { parts[$0] }
    return (parts[name], rest.count == 1 ? rest[0] : nil)
  }

  /// The name without the word that counts its issues: SRE 茶报 Issue.
  static func withoutCounter(_ name: String) -> String? {
    var words = Substring(name).words
    while let last = words.last, words.count > 1,
      counters.contains(last.lowercased().filter(\.isLetter))
    {
      words.removeLast()
    }
    guard let first = words.first, let last = words.last else { return nil }
    let end = name.unicodeScalars[first.startIndex..<last.endIndex]
    let kept = end.lastIndex { !" ·|-—–：:,，、#".unicodeScalars.contains($0) }
    return kept.map { String(end[...$0]) }
  }

  /// Forty characters; longer names are titles.
  private static let longest = 40
  private static let counters: Set<String> = [
    "issue", "no", "vol", "volume", "number", "week", "nr",
  ]

  private static func hasStops(_ text: String) -> Bool {
    text.unicodeScalars.contains { "。！？；，,!?;：".unicodeScalars.contains($0) }
  }

  /// Words of two characters each.
  private static let words: Set<UInt64> = {
    let words = """
      周报周刊周记周讯双周半月月报月刊旬报旬刊季报季刊年报年刊简报简讯快报快讯日报晚报早报晨报通讯会讯社讯书讯电讯资讯会刊社刊院刊\
      校刊期刊刊物内刊画报学报公报导报月谈每周每月每日邮件茶报动态日志记录纪录
      """.unicodeScalars.map(\.self)
    return Set(stride(from: 0, to: words.count - 1, by: 2).map { pair(words[$0], words[$0 + 1]) })
  }()
  private static let latinWords: Set<String> = [
    "weekly", "biweekly", "monthly", "bimonthly", "quarterly", "daily", "newsletter", "bulletin",
    "digest", "gazette",
    "journal",
  ]
  private static let events = [
    "大会", "会议", "年会", "论坛", "峰会", "讲座", "沙龙", "比赛", "大赛", "招新", "活动", "纪要", "通知", "公告", "启事", "总结",
    "报告", "感谢信",
  ]
}
