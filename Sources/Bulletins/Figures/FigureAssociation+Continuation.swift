extension FigureAssociation {
  enum Continuation {
    /// The number belongs to something else, which is what follows is about.
    case none
    /// Nothing can be said, and nothing changes.
    case unknown
    /// It goes on with what was said, of an owner if one is named.
    case certain(owner: String?)
    case uncertain
  }

  /// Whether a number goes on with what was said before, by what stands before it.
  func continuation(_ quantity: FigureQuantity, _ context: Context) -> Continuation {
    var hasChange = false
    var hasAttribute = false
    var hasVerb = false
    var hasLink = false
    var hasShare = false
    var skips = false
    var places: [FigureToken] = []
    if isPart(quantity, context.lead) { return .certain(owner: nil) }
    for token in context.lead {
      if skips, token.kind != .word(.up), token.kind != .word(.down) { continue }
      switch token.kind {
      case .other:
        guard isPlace(token) else { return .none }
        places.append(token)
      case .word(.scope):
        places.append(token)
      case .word(.than), .word(.partOf):
        skips = true
        hasShare = hasShare || token.kind == .word(.partOf)
      case .word(.up), .word(.down):
        hasChange = true
        skips = false
      case .word(.comparison):
        hasChange = true
        skips = "比较".unicodeScalars.contains(text[token.range.lowerBound])
      case .word(.growth), .word(.decline): hasChange = true
      case .word(.attribute), .word(.share): hasAttribute = true
      case .word(.verb), .word(.added): hasVerb = true
      case .word(.link), .word(.to), .word(.from), .word(.rank): hasLink = true
      case .word(.narrowing), .word(.others), .word(.preposition): return .none
      case .word(.negation): return .uncertain
      default: continue
      }
    }
    let isSameUnit = units.contains(quantity.unit)
    if quantity.isDoubtful, !context.lead.contains(where: { $0.isPredicate }) { return .uncertain }
    if quantity.isRank { return .certain(owner: nil) }
    if !places.isEmpty {
      guard isSameUnit, !hasVerb, !hasAttribute else { return .none }
      return .certain(
        owner: text.string(places[0].range.lowerBound..<(places.last?.range.upperBound ?? 0)))
    }
    if isAmong, quantity.unitKind != .ratio { return .uncertain }
    if context.isPart, quantity.unitKind == .ratio { return .certain(owner: nil) }
    if hasVerb { return .uncertain }
    if quantity.unitKind == .duration, !isSameUnit { return .uncertain }
    if hasShare, quantity.unitKind != .ratio { return .none }
    if hasChange || hasShare || hasAttribute || quantity.isRank || quantity.isDoubling {
      return .certain(owner: nil)
    }
    if hasLink || context.lead.contains(where: { $0.isTime }) {
      return isSameUnit ? .certain(owner: nil) : .uncertain
    }
    if context.lead.allSatisfy({ $0.isJoining }) {
      return isSameUnit && !context.isFirst ? .certain(owner: nil) : .uncertain
    }
    return .uncertain
  }

  /// Whether a number is a part of what is named right before it: 完成全年任务的87%, 相当于去年的九成.
  private func isPart(_ quantity: FigureQuantity, _ lead: Tokens) -> Bool {
    guard quantity.unitKind == .ratio, lead.last?.kind == .word(.of) else { return false }
    switch lead.first(where: { $0.kind != .word(.adverb) && !$0.isTime })?.kind {
    case .word(.done), .word(.link), .word(.partOf): return true
    default: return false
    }
  }

  /// Whether something is named before a number that it is said of.
  func hasSubject(_ tokens: Tokens) -> Bool {
    tokens.contains { $0.kind == .other && !isPlace($0) }
  }

  // MARK: - What kind of number

  /// What a number is, by the nearest word that says so, and what it is compared with.
  func kind(
    of quantity: FigureQuantity, _ context: Context, changesLater: Figure.Kind?
  ) -> (Figure.Kind, String?) {
    let comparison = comparison(in: context.lead)
    if quantity.isRank { return (.rank, comparison) }
    if quantity.isDoubling { return (.increase, comparison) }
    if let changesLater { return (changesLater, comparison) }
    var isToward = false
    var isLinked = false
    var isOther = false
    var isBehindTerm = true
    for token in context.lead.reversed() {
      switch token.kind {
      case .word(.to): isToward = true
      case .word(.up) where !isLinked && !isOther:
        return (isToward || isToWord(token) ? .level : .increase, comparison)
      case .word(.down) where !isLinked && !isOther:
        return (isToward || isToWord(token) ? .level : .decrease, comparison)
      case .word(.up) where isLinked && comparison != nil && !isToward && !isOther:
        return (.increase, comparison)
      case .word(.down) where isLinked && comparison != nil && !isToward && !isOther:
        return (.decrease, comparison)
      case .word(.added) where !isToward:
        return (quantity.unitKind == .ratio ? .level : .increase, comparison)
      case .word(.growth): return (.increase, comparison)
      case .word(.decline): return (.decrease, comparison)
      case .word(.partOf), .word(.share):
        if quantity.unitKind == .ratio { return (.share, comparison) }
      case .word(.link): isLinked = isLinked || !isReach(token)
      case .other, .word(.attribute): isOther = true
      case .word(.of):
        if isBehindTerm, quantity.unitKind == .ratio, !isLinked, !isOther,
          quantity.unit == "%" || quantity.unit == "‰"
        {
          return (.share, comparison)
        }
      case .term:
        isBehindTerm = false
        if let kind = changeAtEnd(of: token.range) { return (kind, comparison) }
      default: continue
      }
    }
    if context.isPart, quantity.unitKind == .ratio { return (.share, comparison) }
    if quantity.unit == "%", quantity.unitKind == .ratio, isPartByForm(quantity), !isRate(context) {
      return (.share, comparison)
    }
    return (.level, comparison)
  }

  /// 高达 between a change and its number: 降低了高达95%的功耗.
  private func isReach(_ token: FigureToken) -> Bool {
    ["高达", "多达", "达"].contains(text.string(token.range))
  }

  /// 增至 and 减至 say how much there is then.
  private func isToWord(_ token: FigureToken) -> Bool {
    "至到".unicodeScalars.contains(text[token.range.upperBound - 1])
  }

  /// 三成 and 四分之三 are parts if nothing else is said.
  func isPartByForm(_ quantity: FigureQuantity) -> Bool {
    let word = text.string(quantity.range)
    return word.contains("成") || word.contains("半") || word.contains("分之") && !word.contains("百分之")
  }

  private func isRate(_ context: Context) -> Bool {
    context.lead.contains { token in
      (token.kind == .term || token.kind == .other) && text[token.range.upperBound - 1] == "率"
    }
  }

  /// Whether the term itself says that something grows: 编译速度提升, 跌幅.
  func changeAtEnd(of range: Range<Int>) -> Figure.Kind? {
    guard range.count >= 2 else { return nil }
    guard let match = FigureWord.table.match(text, at: range.upperBound - 2, end: range.upperBound),
      match.length == 2
    else {
      return nil
    }
    switch match.value {
    case .up, .growth: return .increase
    case .decline: return .decrease
    case .share: return .share
    default: return nil
    }
  }

  /// 同比, 环比, 比上月末: what stands before a number and says what it is compared with.
  func comparison(in tokens: Tokens) -> String? {
    if let than = tokens.lastIndex(where: { $0.kind == .word(.than) }) {
      let rest = tokens[than...]
      if let change = rest.firstIndex(where: {
        $0.kind == .word(.up) || $0.kind == .word(.down) || $0.kind == .word(.added)
      }) {
        let end =
          rest[..<change].last { $0.kind != .word(.adverb) }?.range.upperBound
          ?? tokens[than].range.upperBound
        return text.string(tokens[than].range.lowerBound..<end)
      }
    }
    let words = tokens.filter { $0.kind == .word(.comparison) }
    guard let first = words.first, let last = words.last else { return nil }
    if words.count > 1, last.range.lowerBound - first.range.upperBound > 1 {
      return text.string(last.range)
    }
    return text.string(first.range.lowerBound..<last.range.upperBound)
  }

  // MARK: - Given out in order

  /// Gives the numbers behind 分别 out to what is named before it in the same order.
  ///
  /// - Returns: Whether the clause was such a one.
  mutating func readDistribution(_ tokens: Tokens, at respectively: Int) -> Bool {
    let places = tokens.indices.filter { $0 > respectively && tokens[$0].isFigure }
    guard places.count >= 2 else { return false }
    let head = tokens[..<respectively]
    let items = items(of: head)
    noteAll(head)
    let targets = distribution(items, count: places.count)
    var isFirst = true
    var start = tokens.startIndex
    for (number, place) in places.enumerated() {
      guard case .figure(let figure) = tokens[place].kind else { continue }
      let context = Context(
        lead: tokens[start..<place], tail: tokens[(place + 1)...].prefix { !$0.isFigure },
        clause: tokens, place: place,
        isFirst: isFirst, isBracketed: false, isPart: false)
      let target = targets[number]
      if isFirst || target != nil {
        let (kind, comparison) = kind(of: sentence.quantities[figure], context, changesLater: nil)
        if isFirst { (lastKind, lastComparison) = (kind, comparison) }
      }
      history.append(target)
      if let target {
        let saved = (lastKind, lastComparison)
        add(
          sentence.quantities[figure], context, subject: target.subject,
          isCertain: target.isCertain,
          owner: target.owner ?? owner)
        if !isFirst { (lastKind, lastComparison) = saved }
      }
      isFirst = false
      start = place + 1
    }
    topic = targets.last.flatMap { $0 } != nil ? .term : .other
    return true
  }

  private mutating func noteAll(_ tokens: Tokens) {
    for token in tokens {
      if case .time(let number) = token.kind, let known = sentence.periods[number] {
        period = known
      }
      if token.kind == .word(.plan) { isPlan = true }
    }
  }

  /// What is named one beside the other: 稻谷、油菜、茶叶产量.
  private func items(of tokens: Tokens) -> [Tokens] {
    var end = tokens.endIndex
    // Behind the last name stand words such as 同比 and 累计.
    while end > tokens.startIndex, !tokens[end - 1].isNamed, !tokens[end - 1].isListed { end -= 1 }
    return tokens[..<end].split { $0.kind == .listComma || $0.kind == .word(.and) }
  }

  private func distribution(_ items: [Tokens], count: Int) -> [Target?] {
    var targets = [Target?](repeating: nil, count: count)
    // 发送旅客3万人次，货物2万吨，同比分别增长: what was said last, in its order.
    if !items.contains(where: { $0.contains { $0.isNamed } }), history.count >= count {
      return Array(history.suffix(count))
    }
    let named = items.map { $0.lastIndex { $0.kind == .term } }
    // A和B比C的功耗分别低: of both.
    if let item = items.last, let term = named.last ?? nil,
      item[..<term].contains(where: { $0.kind == .word(.than) })
    {
      return targets.map { _ in Target(subject: item[term].range, isCertain: true) }
    }
    if items.count == count {
      if let last = items.last, let term = named.last ?? nil,
        named.dropLast().allSatisfy({ $0 == nil }),
        last[..<term].contains(where: { $0.kind == .word(.scope) })
          || items.dropLast().allSatisfy({ $0.allSatisfy { isPlace($0) } })
          || term > last.startIndex && last[term - 1].kind == .word(.of)
      {
        // 临澜、青泽两市5G基站分别: each of them has some.
        for (place, item) in items.enumerated() {
          let owner = place == items.count - 1 ? last[..<term] : item
          targets[place] = Target(
            subject: last[term].range, isCertain: true,
            owner: owner.first.map {
              text.string($0.range.lowerBound..<(owner.first?.range.upperBound ?? 0))
            })
        }
        return targets
      }
      for (place, item) in items.enumerated() {
        guard let term = named[place] else { continue }
        let left = leftSide(item[..<term], term: item[term])
        let isLast = place == items.count - 1
        let rest = item[(term + 1)...].filter { $0.kind == .other }
        let isClear = rest.isEmpty || isLast && rest.allSatisfy { isAttribute($0.range) }
        targets[place] = Target(
          subject: left.start..<item[item.endIndex - 1].range.upperBound,
          isCertain: left.isCertain && isClear)
      }
      if items.allSatisfy({ $0.allSatisfy { !$0.isNamed } }) || named.allSatisfy({ $0 == nil }),
        topic == .term || topic == .mentioned,
        items.allSatisfy({ $0.allSatisfy { $0.isTime || $0.kind == .word(.comparison) } })
      {
        return targets.map { _ in Target(subject: subject, isCertain: topic == .term) }
      }
      // 5G基站同比、环比分别增长: the names are those of times.
      if let first = named.first ?? nil, named.dropFirst().allSatisfy({ $0 == nil }),
        items.dropFirst().allSatisfy({
          $0.allSatisfy { $0.isTime || $0.kind == .word(.comparison) }
        }),
        items[0].last.map({ $0.isTime || $0.kind == .word(.comparison) }) ?? false
      {
        return targets.map { _ in Target(subject: items[0][first].range, isCertain: true) }
      }
      return targets
    }
    // 产销量分别为A和B: for 销量 the second.
    if items.count == 1, count == 2, let term = named[0], term > items[0].startIndex {
      let item = items[0]
      let before = item[term - 1]
      if before.kind == .other, before.range.upperBound == item[term].range.lowerBound,
        isAttribute(item[term].range),
        "产进供存收".unicodeScalars.contains(text[before.range.upperBound - 1])
      {
        targets[1] = Target(subject: item[term].range, isCertain: true)
      }
    } else if items.count == 1, let term = named[0], count == 2,
      isPairName(items[0][term].range.lowerBound..<items[0][items[0].endIndex - 1].range.upperBound)
    {
      return targets.map { _ in Target(subject: items[0][term].range, isCertain: true) }
    }
    return targets
  }

  /// 产销量 and 进出口: two in one word.
  private func isPairName(_ range: Range<Int>) -> Bool {
    ["产销", "进出", "供需", "收支", "存贷"].contains { text.string(range).contains($0) }
  }
}

extension FigureToken {
  /// Whether it is part of a name.
  var isNamed: Bool {
    switch kind {
    case .term, .other, .word(.attribute), .word(.share), .word(.growth), .word(.scope): true
    default: false
    }
  }

  /// Whether it may be one of several that numbers are given out to.
  var isListed: Bool { isTime || kind == .word(.comparison) }
}
