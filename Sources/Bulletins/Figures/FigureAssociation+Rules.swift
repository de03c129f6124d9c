extension FigureAssociation {
  // MARK: - What follows the number

  /// What a number counts that stands before the term: 38个5G基站, 32%的面积.
  ///
  /// - Returns: Nil if the term does not follow; without certainty if the number belongs to something else.
  func counted(_ quantity: FigureQuantity, _ context: Context) -> (
    subject: Range<Int>, isCertain: Bool?, change: Figure.Kind?
  )? {
    guard !quantity.isRank else { return nil }
    var tokens = context.tail
    let hasOf = tokens.first?.kind == .word(.of)
    if hasOf { tokens = tokens.dropFirst() }
    var gap: [FigureToken] = []
    var found: Int?
    search: for place in tokens.indices {
      switch tokens[place].kind {
      case .term:
        found = place
        break search
      case .other, .word(.adverb), .word(.attribute), .word(.scope), .word(.narrowing), .word(.of),
        .word(.and), .listComma,
        .word(.pronoun):
        gap.append(tokens[place])
      case .word(.verb), .word(.up), .word(.down), .word(.link):
        // 新建 in 38个新建5G基站, 8家参展企业.
        guard gap.isEmpty, !hasOf else { return nil }
        gap.append(tokens[place])
      default: return nil
      }
    }
    guard let found else { return nil }
    let term = tokens[found]
    // 339个城市PM2.5: the number is that of places.
    if gap.contains(where: { $0.kind == .word(.scope) }), quantity.unitKind == .count { return nil }
    let isLeading =
      hasSubjectNumber(behind: found, in: context)
      && !(gap.isEmpty && isSameUnit(quantity, behind: context.tail.endIndex, in: context))
    let words = gap.filter {
      $0.kind == .other || $0.kind != .word(.scope) && $0.kind != .word(.adverb)
    }
    if gap.contains(where: { $0.kind == .word(.and) || $0.kind == .listComma }) { return nil }
    if isLeading, !gap.isEmpty || quantity.unitKind == .ratio || quantity.unitKind == .duration {
      return nil
    }
    if case .word(.verb)? = gap.first?.kind, isLeading || quantity.unitKind != .count { return nil }
    if isLeading { return nil }
    let isDirect = words.isEmpty
    let later =
      change(behind: found, in: context.tail) ?? changeAtEnd(of: term.range)
      ?? (quantity.unitKind == .ratio && !isRatio(term.range) ? share(quantity, context) : nil)
    var isCertain: Bool
    switch quantity.unitKind {
    case .count: isCertain = (isDirect || isDescription(words)) && (!hasOf || isDirect)
    case .amount: isCertain = isDirect
    case .ratio:
      if context.lead.contains(where: { $0.kind == .word(.partOf) }) { return nil }
      isCertain =
        (isDirect || hasOf && isAttribute(term.range))
        && (hasOf || text[quantity.range.upperBound] == " " || later != nil
          || isPartByForm(quantity))
      if !hasOf, !isCertain { return nil }
    case .property, .duration:
      guard hasOf, isDirect else { return nil }
      isCertain = isAttribute(term.range)
    case nil:
      isCertain =
        isDirect && !hasOf && !(quantity.isDoubtful && text[quantity.range.upperBound] != " ")
    }
    if isExtended(found, in: context.tail) { isCertain = false }
    if context.lead.last?.kind == .word(.negation) { isCertain = false }
    return (term.range, isCertain, later)
  }

  /// A part of what stands behind it, if nothing says that it changes: 70%的内容.
  private func share(_ quantity: FigureQuantity, _ context: Context) -> Figure.Kind? {
    kind(of: quantity, context, changesLater: nil).0 == .level && quantity.unit == "%"
      ? .share : nil
  }

  /// Whether a name is that of a ratio, of which a percentage is the level: 税率, 关税.
  private func isRatio(_ range: Range<Int>) -> Bool {
    isAttribute(range) || "税息率".unicodeScalars.contains(text[range.upperBound - 1])
  }

  /// Whether the next number has the same unit: 11台油机有两台.
  private func isSameUnit(_ quantity: FigureQuantity, behind place: Int, in context: Context)
    -> Bool
  {
    guard place < context.clause.endIndex, case .figure(let number) = context.clause[place].kind
    else {
      return false
    }
    return sentence.quantities[number].unit == quantity.unit && quantity.unitKind == .count
  }

  /// Whether the term behind a number has a number of its own: 5个市5G基站3.2万个.
  private func hasSubjectNumber(behind place: Int, in context: Context) -> Bool {
    let end = context.tail.endIndex
    guard end < context.clause.endIndex, context.clause[end].isFigure else { return false }
    return context.clause[(place + 1)..<end].allSatisfy {
      switch $0.kind {
      case .word(.link), .word(.qualifier), .word(.up), .word(.down), .word(.to), .word(.adverb),
        .word(.attribute), .word(.comparison), .time, .word(.done):
        true
      default: false
      }
    }
  }

  /// 提升 and 降低 behind what a number stands before: 8.1%的精度提升.
  private func change(behind place: Int, in tokens: Tokens) -> Figure.Kind? {
    let next = place + 1
    guard next < tokens.endIndex else { return nil }
    switch tokens[next].kind {
    case .word(.up), .word(.growth), .word(.added): return .increase
    case .word(.down), .word(.decline): return .decrease
    default: return nil
    }
  }

  /// Whether words between a measure word and the term only describe it: 抗灾型, 大型, 重点.
  private func isDescription(_ tokens: [FigureToken]) -> Bool {
    let tokens = tokens.last?.kind == .word(.of) ? tokens.dropLast() : tokens[...]
    guard let last = tokens.last, tokens.count == 1, last.kind == .other else { return false }
    let word = text.string(last.range)
    if Self.descriptions.contains(word) { return true }
    return "型类级式性".unicodeScalars.contains(text[last.range.upperBound - 1])
  }

  private static let descriptions: Set<String> = [
    "新", "大", "小", "新的", "大型", "小型", "中型", "重点", "重大", "主要", "国产", "老", "全新", "在建", "新型", "优质",
    "公共",
  ]

  /// Whether a name goes on behind the term, so that the number counts something else: 42个QC小组|成果.
  func isExtended(_ place: Int, in tokens: Tokens) -> Bool {
    let next = place + 1
    guard next < tokens.endIndex, tokens[next].kind == .other,
      tokens[next].range.lowerBound == tokens[place].range.upperBound
    else { return false }
    return Self.nouns.match(
      text, at: tokens[next].range.lowerBound, end: tokens[next].range.upperBound) != nil
  }

  /// What names are prolonged with.
  private static let nouns = WordTable<Bool>([
    (
      """
      成果 附件 项目 工程 用户 企业 单位 设备 公司 产品 产量 产值 站点 站址 机房 室 员 人员 厂 厂商 家庭 行业 产业 业务 类型 率 数据 费 网络 系统 平台 中心 基地 园区 集团 机构 组织 活动 标准 方案 计划 政策 资金 专家 学者 工人 职工 代表 团队 小组
      部门 市场 服务 技术 材料 零部件 配件 车间 合同 订单 线路 道路 公路 港口 村 镇 县 市 区 省 户 案例 案件 事件 事故 问题 情况 信息 样本 模型 芯片 处理器 架构 工具 语言 代码 文件 文档 报告 论文 会议 论坛 展览 赛事 奖 奖项 课程 课题 学生 教师 学校 医院 患者 病例 病人
      """, true
    )
  ])

  /// Whether what follows the unit is another noun: 117个县, 120个村.
  func countsOther(_ quantity: FigureQuantity, _ context: Context) -> Bool {
    guard let first = context.tail.first, !quantity.isRank else { return false }
    if first.kind == .word(.of) {
      guard context.tail.count > 1 else { return false }
      let next = context.tail[context.tail.startIndex + 1]
      guard next.kind == .other else { return false }
      return !Self.general.contains(text.string(next.range))
        && Self.generalStart.match(text, at: next.range.lowerBound, end: next.range.upperBound)
          == nil
    }
    guard quantity.unitKind == .count || quantity.unitKind == nil || quantity.unitKind == .amount
    else { return false }
    guard
      first.range.lowerBound == quantity.range.upperBound
        || text[quantity.range.upperBound] != " " && text[first.range.lowerBound - 1] != " "
        || quantity.unitKind == .count
    else { return false }
    switch first.kind {
    case .other:
      // Titles have blanks between what they say.
      if text[first.range.lowerBound - 1] == " ", text[first.range.lowerBound].isHan {
        return false
      }
      return Self.predicates.match(text, at: first.range.lowerBound, end: first.range.upperBound)
        == nil
    case .word(.scope), .word(.attribute), .word(.narrowing): return quantity.unitKind != .amount
    default: return false
    }
  }

  private static let general: Set<String> = [
    "历史新高", "水平", "规模", "目标", "高位", "新高", "增速", "速度", "幅度",
  ]
  private static let generalStart = WordTable<Bool>([
    ("水平 规模 目标 新高 历史 高位 增速 速度 幅度 区间 高点 低点 好成绩 成绩", true)
  ])

  /// What begins a predicate and no name.
  private static let predicates = WordTable<Bool>([
    (
      "里 中 内 上 下 外 后 前 时 居 位 占 较 比 同 环 其 并 可 能 让 使 为 在 以 用 均 全 来 受 逐 被 已 将 至 与 和 由 从 得 有 无 没 未 不 也 还 又 即 正 仍 就 才 却 则 如 若 当 于 这 那 是 着 了 过 起 次 成 创 实 一 两 三 四 五 六 七 八 九 十 向 给 对 按 随 因",
      true
    )
  ])

  // MARK: - What stands before it

  enum Judgement {
    /// The number is said of the term.
    case said(isCertain: Bool, subject: Range<Int>)
    /// The term is what something is compared with, or a part of.
    case base
    case notSaid
  }

  /// Whether a number is said of the term at `term`, which stands before it.
  func judged(_ quantity: FigureQuantity, _ term: Int, _ context: Context) -> Judgement {
    let lead = context.lead
    let before = lead[..<term]
    let gap = lead[(term + 1)...]
    if isCompared(before) { return .base }
    if quantity.unitKind == .ratio, before.contains(where: { $0.kind == .word(.partOf) }),
      !gap.contains(where: { $0.kind == .word(.partOf) })
    {
      return .base
    }
    let left = leftSide(before, term: lead[term])
    // 每万人拥有5G基站: another quantity.
    var isCertain = left.isCertain && !before.contains { isPerUnit($0) }
    var end = lead[term].range.upperBound
    var isAfterVerb = false
    var isPrepositional = false
    var isJoined = true
    var skipsBase = false
    for place in gap.indices {
      let token = gap[place]
      switch token.kind {
      case .other:
        if isPrepositional || skipsBase || place == gap.startIndex && isPostposition(token) {
          continue
        }
        if isAfterVerb {
          // 覆盖群众5,230人: of another thing.
          let isLast = place + 1 == gap.endIndex || gap[(place + 1)...].allSatisfy { isQuiet($0) }
          if isAttribute(token.range), !isLast { continue }
          return .notSaid
        }
        if isAttribute(token.range) {
          if isJoined { end = token.range.upperBound }
        } else {
          isCertain = false
        }
      case .word(.attribute), .word(.share), .word(.growth), .word(.decline):
        if isJoined { end = token.range.upperBound }
      case .word(.of):
        // 因光缆中断退服的: those that did so, and not the term.
        if isAfterVerb { isCertain = false }
      case .word(.and), .listComma:
        if !lead.contains(where: { $0.kind == .word(.each) }), !isComparisonList(gap, place) {
          isCertain = false
        }
        isJoined = false
      case .word(.others): isCertain = false
      case .word(.verb), .word(.added):
        if !isGiving(token) { isAfterVerb = true }
        isPrepositional = false
        isJoined = false
      case .word(.link), .word(.up), .word(.down), .word(.plan), .word(.done), .word(.rank),
        .word(.qualifier):
        isPrepositional = false
        isJoined = false
        // 仅为以前的18%: a part of what is named between.
        if token.kind == .word(.link), quantity.unitKind == .ratio, gap.last?.kind == .word(.of) {
          skipsBase = true
        }
      case .word(.partOf), .word(.than): skipsBase = true
      case .word(.preposition), .word(.from): isPrepositional = true
      case .word(.narrowing): isCertain = false
      case .word(.negation): isCertain = false
      case .word(.among): isCertain = false
      case .word(.scope):
        if isAfterVerb, !skipsBase { isCertain = false }
        isJoined = false
      default: isJoined = isJoined && token.kind == .word(.adverb)
      }
      if skipsBase, token.kind == .word(.up) || token.kind == .word(.down) { skipsBase = false }
    }
    if isPrepositional,
      gap.last.map({ $0.kind == .other || $0.kind == .word(.preposition) }) ?? false
    {
      isCertain = false
    }
    if isConditional(context) { isCertain = false }
    // 对去年建设的5G基站给予每站5000元: whichever they are.
    if isGiven(gap), !isPrepositional || gap.last?.kind != .other { isCertain = true }
    // 11台油机有两台: of those that were counted.
    if countedTerm == lead[term].range, quantity.unitKind == .count { isCertain = false }
    if quantity.unitKind == .duration, !isDurationSaid(lead, term) { isCertain = false }
    if quantity.isDoubtful, !gap.contains(where: { $0.isPredicate }) { isCertain = false }
    return .said(isCertain: isCertain, subject: left.start..<end)
  }

  private func isPerUnit(_ token: FigureToken) -> Bool {
    token.kind == .word(.narrowing) && text[token.range.lowerBound] == "每"
  }

  /// 上 and 方面 behind a name: 在延迟时间上.
  private func isPostposition(_ token: FigureToken) -> Bool {
    ["上", "中", "里", "内", "下", "方面"].contains(text.string(token.range))
  }

  /// 投诉三件以上的，算一个: what has so many, and not how many there are.
  private func isConditional(_ context: Context) -> Bool {
    guard context.tail.first?.kind == .word(.of) else { return false }
    return context.tail.count == 1 && context.tail.endIndex == context.clause.endIndex
  }

  /// Whether only words without weight stand there.
  private func isQuiet(_ token: FigureToken) -> Bool {
    switch token.kind {
    case .word(.adverb), .word(.qualifier), .time: true
    default: false
    }
  }

  /// 同比、环比 are joined without being what is counted.
  private func isComparisonList(_ tokens: Tokens, _ place: Int) -> Bool {
    func isComparison(_ index: Int) -> Bool {
      tokens.indices.contains(index)
        && (tokens[index].kind == .word(.comparison) || tokens[index].isTime)
    }
    return isComparison(place - 1) && isComparison(place + 1)
  }

  private func isGiving(_ token: FigureToken) -> Bool {
    ["给予", "补贴", "补助", "奖励", "给", "减免"].contains(text.string(token.range))
  }

  /// Whether something is given for the term: 对5G基站给予每站5000元补贴.
  func isGiven(_ tokens: Tokens) -> Bool {
    tokens.contains { $0.kind == .word(.verb) && isGiving($0) }
  }

  /// A length of time is said of what lasts, and of nothing else.
  private func isDurationSaid(_ lead: Tokens, _ term: Int) -> Bool {
    let next = term + 1
    if next == lead.endIndex { return isAttribute(lead[term].range) }
    if isAttribute(lead[term].range) { return true }
    return lead[next...].contains { token in
      token.kind == .other && isAttribute(token.range)
    }
  }

  /// Whether what stands before the term makes it what is compared with: 比5G基站多3个.
  private func isCompared(_ tokens: Tokens) -> Bool {
    guard let than = tokens.lastIndex(where: { $0.kind == .word(.than) }) else { return false }
    return !tokens[than...].contains { $0.kind == .word(.up) || $0.kind == .word(.down) }
  }

  /// What stands right before the term: whose it is, or which of several.
  func leftSide(_ tokens: Tokens, term: FigureToken) -> (isCertain: Bool, start: Int) {
    var start = term.range.lowerBound
    var isCertain = true
    var place = tokens.endIndex - 1
    while place >= tokens.startIndex {
      let token = tokens[place]
      switch token.kind {
      case .other:
        let isNext = place == tokens.endIndex - 1
        if isNext, !isOwner(token), !isVerb(place, in: tokens),
          !(isAttribute(term.range) && isSite(token))
        {
          isCertain = false
        }
        start = token.range.lowerBound
      case .word(.scope): start = token.range.lowerBound
      case .word(.narrowing):
        isCertain = false
        start = token.range.lowerBound
      case .word(.of):
        guard place > tokens.startIndex else { return (isCertain, start) }
        switch tokens[place - 1].kind {
        case .word(.scope), .time, .figure: break
        case .other where isOwner(tokens[place - 1]) || isAttribute(term.range): break
        case .other, .word(.verb), .word(.added), .word(.plan):
          isCertain = isCertain && isPlanOf(tokens, place)
        default: break
        }
        return (isCertain, start)
      case .listComma, .word(.and):
        // A thing of several, unless the number before is that of the one before.
        let isJoined = place == tokens.endIndex - 1 && place > tokens.startIndex
        return (isCertain && !isJoined, start)
      case .word(.adverb): break
      default: return (isCertain, start)
      }
      place -= 1
    }
    return (isCertain, start)
  }

  /// 规划的6000个机架: what is planned is no narrower thing.
  private func isPlanOf(_ tokens: Tokens, _ place: Int) -> Bool {
    tokens[place - 1].kind == .word(.plan)
  }

  /// Whether characters that are no known word are a verb: they are short and stand behind 共 or 已.
  private func isVerb(_ place: Int, in tokens: Tokens) -> Bool {
    // 将营收扩大到: what comes before is no part of the name.
    if "将把使让令".unicodeScalars.contains(text[tokens[place].range.upperBound - 1]) { return true }
    guard tokens[place].range.count <= 3 else { return false }
    guard place > tokens.startIndex else { return false }
    switch tokens[place - 1].kind {
    case .word(.done), .word(.plan), .word(.adverb), .word(.negation), .word(.each),
      .word(.qualifier):
      return true
    default: return false
    }
  }

  /// Whether characters name a place, an office or a company: whose something is.
  func isOwner(_ token: FigureToken) -> Bool {
    guard token.kind == .other else { return token.kind == .word(.scope) }
    let end = token.range.upperBound
    return token.range.count >= 2
      && (FigureWord.ownerEndings.contains(text[end - 1]) || text.has("项目", at: end - 2)
        || text.has("工程", at: end - 2) || text.has("中心", at: end - 2))
  }

  /// Whether characters name something that has a quantity of its own: 重点场所 of 重点场所覆盖率.
  private func isSite(_ token: FigureToken) -> Bool {
    "所场网站店园馆层矿厂".unicodeScalars.contains(text[token.range.upperBound - 1])
      || ["项目", "网络", "企业", "行业"].contains { text.has($0, at: token.range.upperBound - 2) }
  }

  /// Whether characters name a place: 云岫县, 屏风岭镇.
  func isPlace(_ token: FigureToken) -> Bool {
    guard token.kind == .other else { return token.kind == .word(.scope) }
    return token.range.count >= 2
      && "省市县区州盟旗镇乡村国洲".unicodeScalars.contains(text[token.range.upperBound - 1])
  }

  /// Whether a name is that of a quantity: 产量, 覆盖率.
  func isAttribute(_ range: Range<Int>) -> Bool {
    for length in 1...min(4, range.count) {
      let start = range.upperBound - length
      if let match = FigureWord.attributeEndings.match(text, at: start, end: range.upperBound),
        match.length == length
      {
        return true
      }
    }
    return false
  }

  /// Whose something is, as it stands: a place, an office or a company.
  func owner(in tokens: Tokens) -> String? {
    guard let last = tokens.lastIndex(where: { isPlace($0) || isOffice($0) }) else { return nil }
    var first = last
    while first > tokens.startIndex, isPlace(tokens[first - 1]) || isOffice(tokens[first - 1]),
      tokens[first - 1].range.upperBound == tokens[first].range.lowerBound
    {
      first -= 1
    }
    return text.string(tokens[first].range.lowerBound..<tokens[last].range.upperBound)
  }

  private func isOffice(_ token: FigureToken) -> Bool {
    guard token.kind == .other, token.range.count >= 3 else { return false }
    let end = token.range.upperBound
    return "局厅委".unicodeScalars.contains(text[end - 1])
      || ["公司", "集团", "银行", "大学", "医院", "协会", "学院", "部门"].contains { text.has($0, at: end - 2) }
  }
}
