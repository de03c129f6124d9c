/// The words that say what part a person or an office had in an article.
enum CreditRole {
  /// Roles of those who wrote; a longer word stands before the word it begins with.
  static let writing = [
    "特约通讯员", "本刊通讯员", "通讯员", "特约记者", "本报记者", "本刊记者", "本网记者", "实习记者",
    "实习生", "全媒体记者", "记者", "撰稿人", "撰稿", "撰文", "供稿单位", "供稿人", "供稿", "投稿",
    "作者", "执笔", "图文", "文/图", "文图", "文字", "整理", "编译", "报道", "来稿", "文",
  ]
  static let other = [
    "摄影", "供图", "图片", "制图", "图/文", "审核人", "审核", "初审", "复审", "终审", "一审", "二审",
    "三审", "责任编辑", "责编", "编辑", "校对", "审稿", "审定", "签发", "核稿", "监制", "翻译", "来源",
    "美编", "编审", "主编", "图", "摄",
  ]
  static let all = (writing + other).sorted { $0.count > $1.count }

  static func isWriting(_ role: String) -> Bool { writing.contains(role) }
}

extension LineScanner {
  /// Takes a role and the colon or blank after it: 供稿：, 通讯员 .
  mutating func takeRole() -> String? {
    for role in CreditRole.all {
      var probe = self
      guard probe.take(word: role) else { continue }
      let end = probe
      probe.skipBlanks()
      if probe.take(":") {
        self = probe
        return role
      }
      // 文 and 图 alone begin too many words to be roles without a colon.
      guard role.count > 1, CreditRole.isWriting(role) || role == "摄影",
        let next = end.next, next == " "
      else { continue }
      self = end
      return role
    }
    return nil
  }
}
