/// The words that say what part a person or an office had in an article.
enum CreditRole {
  /// Roles of those who wrote; a longer word stands before the word it begins with.
  static let writing = [
    "原文作者", "原作者", "编辑整理", "记录整理", "记录人", "采写", "特约通讯员", "本刊通讯员", "通讯员", "特约记者", "本报记者", "本刊记者",
    "本网记者", "实习记者",
    "实习生", "全媒体记者", "记者", "撰稿人", "撰稿", "撰文", "供稿单位", "供稿人", "供稿", "投稿",
    "作者", "执笔", "图文", "文/图", "文图", "文字", "整理", "编译", "报道", "来稿", "文",
  ]
  static let other = [
    "摄影", "供图", "图片", "制图", "图/文", "审核人", "审核", "初审", "复审", "终审", "一审", "二审",
    "三审", "责任编辑", "责编", "编辑", "校对", "审稿", "审定", "签发", "核稿", "监制", "翻译", "来源",
    "美编", "编审", "主编", "图", "摄", "译者", "审校", "策划", "统筹", "排版", "内容编辑", "校对编辑", "后期编辑", "文字编辑",
    "执行编辑", "执行主编", "本期编辑", "本期主编", "轮值主编", "轮值编辑", "特约编辑", "值班编辑", "编者",
  ]
  /// Those who put an issue together; under its title they are its authors if nobody else is.
  static let editing: Set<String> = [
    "编辑", "主编", "内容编辑", "文字编辑", "执行编辑", "执行主编", "本期编辑", "本期主编", "轮值主编", "轮值编辑", "特约编辑", "值班编辑",
    "责任编辑", "责编", "编者",
  ]
  static let all = (writing + other).sorted { $0.count > $1.count }

  /// The characters that roles begin with, to tell most lines from them cheaply.
  static let firsts = Set(all.compactMap(\.unicodeScalars.first))

  static func isWriting(_ role: String) -> Bool { writing.contains(role) }
}

extension LineScanner {
  /// Takes a role and the colon or blank after it: 供稿：, 通讯员 .
  ///
  /// - Parameter orBar: Whether a bar is as good as a colon: 文｜甲.
  /// - Returns: The role; nil if none is next.
  mutating func takeRole(orBar: Bool = false) -> String? {
    guard let first = next, CreditRole.firsts.contains(first) else { return nil }
    for role in CreditRole.all {
      var probe = self
      guard probe.take(word: role) else { continue }
      let end = probe
      probe.skipBlanks()
      if probe.take(":") || orBar && (probe.take("|") || probe.take("丨")) {
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
