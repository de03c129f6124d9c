/// Decides which numbers of a paragraph stand with the term, sentence by sentence.
struct FigureAssociation {
  /// What the text is about where it names nothing new.
  enum Topic {
    case none
    /// The term, of which a number was said.
    case term
    /// The term, of which nothing was said in numbers yet.
    case mentioned
    case other
  }

  let text: FigureText
  let issue: FigurePeriod.Date?
  private(set) var figures: [Figure] = []

  var topic = Topic.none
  var sentence = FigureSentence()
  /// Where the sentence stands.
  var place = 0..<0
  /// The time that was named last.
  var period: FigurePeriod?
  /// Whether what was said last is planned.
  var isPlan = false
  var isAmong = false
  var owner: String?
  var subject = 0..<0
  var lastKind = Figure.Kind.level
  var lastComparison: String?
  var lastUnit: String?
  var lastPer: String?
  /// The units of the numbers that were said of the topic.
  var units: Set<String> = []
  /// The term that the last number before it counted.
  var countedTerm: Range<Int>?
  /// Of each number of the sentence in its order what it was said of; nil for another thing.
  var history: [Target?] = []
  /// Whether the last of them was certain.
  var isTopicCertain = true

  init(_ text: FigureText, issue: FigurePeriod.Date?) {
    self.text = text
    self.issue = issue
  }

  typealias Tokens = ArraySlice<FigureToken>

  /// Forgets what was said, because sentences are left out.
  mutating func passOver() {
    topic = .none
    period = nil
    place = 0..<0
  }

  /// Takes the figures of the next sentence.
  mutating func read(_ sentence: FigureSentence, at range: Range<Int>) {
    self.sentence = sentence
    // What is planned goes on behind a semicolon.
    if text[place.upperBound - 1] != "；" { isPlan = false }
    place = range
    isAmong = false
    history = []
    let wasTerm = topic
    let lastOwner = owner
    owner = nil
    topic = .none
    for (number, clause) in clauses(of: sentence.tokens).enumerated() {
      if number == 0, case .term = wasTerm, goesOn(clause.tokens) {
        topic = .term
        owner = lastOwner
      }
      if clause.isBracketed {
        let outer = (topic, owner, period, isPlan)
        read(clause.tokens[...], isBracketed: true)
        (topic, owner, period, isPlan) = outer
      } else {
        read(clause.tokens[...], isBracketed: false)
      }
    }
  }

  /// Whether a sentence goes on with what the last one was about: 同比增长33%.
  private func goesOn(_ tokens: [FigureToken]) -> Bool {
    for token in tokens {
      switch token.kind {
      case .word(.comparison), .word(.than): return true
      case .time, .word(.adverb), .word(.pronoun): continue
      default: return false
      }
    }
    return false
  }

  private struct Clause {
    var tokens: [FigureToken]
    var isBracketed: Bool
  }

  /// The clauses of a sentence; what stands in brackets comes behind the one that it is in.
  private func clauses(of tokens: [FigureToken]) -> [Clause] {
    var clauses: [Clause] = []
    var main: [FigureToken] = []
    var bracketed: [[FigureToken]] = []
    var depth = 0
    func finish() {
      if !main.isEmpty { clauses.append(Clause(tokens: main, isBracketed: false)) }
      for part in bracketed where !part.isEmpty {
        clauses.append(Clause(tokens: part, isBracketed: true))
      }
      main = []
      bracketed = []
    }
    for (place, token) in tokens.enumerated() {
      switch token.kind {
      case .open where isAlias(tokens, place): continue
      case .close where isAlias(tokens, place): continue
      case .open:
        depth += 1
        bracketed.append([])
      case .close: depth = max(0, depth - 1)
      case .separator:
        if depth > 0 {
          bracketed.append([])
        } else if place + 1 < tokens.count, case .figure = tokens[place + 1].kind,
          isColon(tokens, place)
        {
          continue
        } else {
          finish()
        }
      default:
        if depth > 0 { bracketed[bracketed.count - 1].append(token) } else { main.append(token) }
      }
    }
    finish()
    return clauses
  }

  /// Whether a bracket has nothing but the term in it: 国内生产总值（GDP）.
  private func isAlias(_ tokens: [FigureToken], _ place: Int) -> Bool {
    let first = tokens[place].kind == .open ? place : place - 2
    guard first > 0, first + 2 < tokens.count else { return false }
    return tokens[first].kind == .open && tokens[first + 1].kind == .term
      && tokens[first + 2].kind == .close
  }

  /// Whether a separator is a colon right behind a name: 总投资：18.6亿元.
  private func isColon(_ tokens: [FigureToken], _ place: Int) -> Bool {
    guard place > 0, "：:".unicodeScalars.contains(text[tokens[place].range.lowerBound]) else {
      return false
    }
    switch tokens[place - 1].kind {
    case .term, .other, .word(.attribute), .word(.share), .word(.growth): return true
    default: return false
    }
  }

  // MARK: - A clause

  private mutating func read(_ tokens: Tokens, isBracketed: Bool) {
    if let respectively = tokens.firstIndex(where: { $0.kind == .word(.respectively) }),
      readDistribution(tokens, at: respectively)
    {
      return
    }
    var start = tokens.startIndex
    var isPart = false
    var isFirst = true
    for place in tokens.indices {
      guard case .figure(let number) = tokens[place].kind else { continue }
      let lead = tokens[start..<place]
      let tail = tokens[(place + 1)...].prefix { !$0.isFigure }
      let before = period
      if isFirst, !history.isEmpty, lead.contains(where: { $0.isTime }) { isPlan = false }
      note(lead)
      var context = Context(
        lead: lead, tail: tail, clause: tokens, place: place, isFirst: isFirst,
        isBracketed: isBracketed, isPart: isPart)
      context.ownPeriod = lead.contains { $0.isTime } ? period : nil
      decide(number, context)
      if lead.contains(where: { $0.kind == .word(.from) }) { period = before }
      isPart = lead.contains { $0.kind == .word(.partOf) } || isPart && lead.isEmpty
      start = place + 1
      isFirst = false
    }
    let rest = tokens[start...]
    if !history.isEmpty, rest.contains(where: { $0.isTime }) { isPlan = false }
    note(rest)
    if isFirst {
      readWithoutFigure(tokens)
    } else if rest.contains(where: { $0.kind == .term }), topic != .term {
      topic = .mentioned
    }
  }

  /// What is around a number.
  struct Context {
    /// From the last number or the beginning of the clause.
    var lead: Tokens
    /// Up to the next number or the end of the clause.
    var tail: Tokens
    var clause: Tokens
    /// The place of the number in the clause.
    var place: Int
    var isFirst: Bool
    var isBracketed: Bool
    /// Whether the number before is that of a whole: 占全长214公里的28.5%.
    var isPart: Bool
    var ownPeriod: FigurePeriod?
  }

  /// Keeps what is said of time, plans and parts.
  private mutating func note(_ tokens: Tokens) {
    var isCompared = false
    for (place, token) in zip(tokens.indices, tokens) {
      switch token.kind {
      case .word(.than): isCompared = true
      case .word(.up), .word(.down): isCompared = false
      case .time(let number):
        guard !isCompared, !isEqualled(tokens, place) else { continue }
        if let known = sentence.periods[number] { period = known }
      case .word(.plan):
        let next = place + 1 < tokens.endIndex ? tokens[place + 1].kind : .separator
        if place > tokens.startIndex,
          tokens[place - 1].kind == .word(.done)
            || tokens[place - 1].isTime && isDone(tokens, place)
        {
          continue
        }
        if next == .word(.than) || next == .word(.of) && isRatio(behind: place + 1, in: tokens) {
          continue
        }
        isPlan = true
      case .word(.done): isPlan = false
      case .word(.among): isAmong = true
      default: continue
      }
    }
  }

  /// 与去年持平: a time that something is compared with.
  private func isEqualled(_ tokens: Tokens, _ place: Int) -> Bool {
    guard place > tokens.startIndex, tokens[place - 1].kind == .word(.and) else { return false }
    return place - 2 < tokens.startIndex || !tokens[place - 2].isTime
  }

  /// 完成全年目标: what is done is no plan.
  private func isDone(_ tokens: Tokens, _ place: Int) -> Bool {
    place - 2 >= tokens.startIndex && tokens[place - 2].kind == .word(.done)
  }

  /// Whether a part follows: of a plan, and not planned, is 年计划的54.6%.
  private func isRatio(behind place: Int, in tokens: Tokens) -> Bool {
    guard place + 1 >= tokens.endIndex else { return false }
    return sentence.quantities.contains {
      $0.unitKind == .ratio && $0.range.lowerBound == tokens[place].range.upperBound
    }
  }

  private mutating func readWithoutFigure(_ tokens: Tokens) {
    if tokens.contains(where: { $0.kind == .term }) {
      topic = .mentioned
      owner = self.owner(in: tokens) ?? owner
      subject = tokens.first { $0.kind == .term }?.range ?? subject
      return
    }
    if topic == .none,
      tokens.allSatisfy({ isPlace($0) || $0.isTime || $0.kind == .word(.preposition) }),
      let known = self.owner(in: tokens)
    {
      owner = known
    }
    // What stands before any verb is what the clause is about.
    for token in tokens {
      switch token.kind {
      case .other:
        if isPlace(token) { continue }
        topic = .other
        return
      case .word(.verb), .word(.link), .word(.up), .word(.down), .word(.preposition), .word(.plan),
        .word(.done):
        return
      default: continue
      }
    }
  }

  // MARK: - A number

  /// What a number was said of.
  struct Target {
    var subject: Range<Int>
    var isCertain: Bool
    var owner: String?
  }

  private mutating func decide(_ number: Int, _ context: Context) {
    let count = figures.count
    associate(number, context)
    history.append(
      figures.count > count
        ? Target(subject: subject, isCertain: isTopicCertain, owner: owner) : nil)
  }

  private mutating func associate(_ number: Int, _ context: Context) {
    let quantity = sentence.quantities[number]
    if let found = counted(quantity, context) {
      if let isCertain = found.isCertain {
        countedTerm = found.subject
        add(
          quantity, context, subject: found.subject, isCertain: isCertain,
          changesLater: found.change)
        topic = .term
      } else if !context.lead.contains(where: { $0.kind == .term }) {
        topic = .other
      }
      return
    }
    let namesOther = countsOther(quantity, context)
    if let term = context.lead.lastIndex(where: { $0.kind == .term }) {
      switch judged(quantity, term, context) {
      case .base:
        if !context.isFirst || topic != .term { topic = .other }
        return
      case .notSaid:
        topic = .mentioned
        subject = context.lead[term].range
        return
      case .said(let isCertain, let subject):
        if namesOther, context.tail.first?.kind != .word(.of), !isGiven(context.lead) {
          topic = .mentioned
          return
        }
        units = []
        owner = owner(in: context.lead[..<term]) ?? (context.isFirst ? owner : nil)
        add(quantity, context, subject: subject, isCertain: isCertain)
        // 占全长214公里的28.5%: the part is that of something else.
        let isWhole = context.lead[..<term].contains { $0.kind == .word(.partOf) }
        topic = isWhole ? .other : .term
        return
      }
    }
    if namesOther {
      if hasSubject(context.lead) { topic = .other }
      return
    }
    goOn(quantity, context)
  }

  /// Adds a number that goes on with what was said before, if it does.
  private mutating func goOn(_ quantity: FigureQuantity, _ context: Context) {
    switch continuation(quantity, context) {
    case .none:
      topic = .other
    case .unknown: return
    case .certain(let known):
      guard topic == .term || topic == .mentioned else { return }
      let saved = owner
      if let known { owner = known }
      add(quantity, context, subject: subject, isCertain: topic == .term && isTopicCertain)
      if known != nil { owner = saved }
    case .uncertain:
      guard topic == .term || topic == .mentioned else { return }
      add(quantity, context, subject: subject, isCertain: false)
    }
  }

  mutating func add(
    _ quantity: FigureQuantity, _ context: Context, subject: Range<Int>, isCertain: Bool,
    changesLater: Figure.Kind? = nil, owner named: String? = nil
  ) {
    self.subject = subject
    let isLinked =
      !context.isFirst && (context.lead.isEmpty || context.lead.allSatisfy { $0.isJoining })
    var (kind, comparison) = kind(of: quantity, context, changesLater: changesLater)
    if isLinked {
      kind = kind == .level || kind == .share ? lastKind : kind
      if kind == .plan { kind = .level }
      comparison = comparison ?? lastComparison
    }
    lastKind = kind
    lastComparison = comparison
    // 从每秒38兆提高到412兆: both are of a second.
    let per = quantity.per ?? (!context.isFirst && quantity.unit == lastUnit ? lastPer : nil)
    lastUnit = quantity.unit
    units.insert(quantity.unit)
    isTopicCertain = isCertain
    lastPer = per
    var value = quantity.value
    var upper = quantity.upper
    if kind == .decrease {
      value = value.magnitude.negated
      upper = upper.map { $0.magnitude.negated }
    }
    if isPlanned(context) { kind = .plan }
    figures.append(
      Figure(
        range: text.bytes(of: quantity.range), value: value, upper: upper, unit: quantity.unit,
        per: per,
        kind: kind, qualifier: quantity.qualifier, comparison: comparison, period: period,
        subject: text.bytes(of: subject),
        sentence: text.bytes(of: place), owner: named ?? owner, isCertain: isCertain,
        isRounded: quantity.isRounded))
  }

  /// 1200个机架计划9月上电.
  private func isPlannedLater(_ context: Context) -> Bool {
    guard let term = context.tail.firstIndex(where: { $0.kind == .term }),
      term + 1 < context.tail.endIndex
    else {
      return false
    }
    return context.tail[term + 1].kind == .word(.plan)
  }

  private func isPlanned(_ context: Context) -> Bool {
    if isPlan || isPlannedLater(context) { return true }
    guard let period, let issue else { return false }
    let first = (
      period.first.year, period.first.month ?? (period.first.year > issue.year ? 1 : 0),
      period.first.day ?? 0
    )
    return first > (issue.year, issue.month ?? 12, issue.day ?? 31)
  }
}

extension FigureToken {
  var isFigure: Bool { if case .figure = kind { true } else { false } }
  var isTime: Bool { if case .time = kind { true } else { false } }

  /// Whether it says that a number follows: 达到, 增长, 居.
  var isPredicate: Bool {
    switch kind {
    case .word(.link), .word(.up), .word(.down), .word(.rank), .word(.to), .word(.done): true
    default: false
    }
  }

  /// Whether it only joins numbers: 、, 和, 至.
  var isJoining: Bool {
    switch kind {
    case .listComma, .word(.and), .word(.qualifier), .word(.adverb): true
    default: false
    }
  }
}
