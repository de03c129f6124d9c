/// A part of a sentence: a number, a time, a word that is known, or characters that are not.
struct FigureToken {
  enum Kind: Equatable {
    /// What is asked for.
    case term
    /// The number with this place among those of the sentence.
    case figure(Int)
    /// A time, with its place among those of the sentence.
    case time(Int)
    case word(FigureWord)
    /// Characters of other words.
    case other
    /// A comma, a colon and the like.
    case separator
    /// 、.
    case listComma
    case open
    case close
  }

  var kind: Kind
  var range: Range<Int>
}

/// A sentence cut into what matters for its numbers.
struct FigureSentence {
  var tokens: [FigureToken] = []
  var quantities: [FigureQuantity] = []
  var periods: [FigurePeriod?] = []
}

/// Cuts sentences into tokens.
struct FigureTokenizer {
  let text: FigureText
  let issue: FigurePeriod.Date?
  private let quantities: FigureQuantityReader
  private let periods: FigurePeriodReader

  init(_ text: FigureText, issue: FigurePeriod.Date?) {
    self.text = text
    self.issue = issue
    quantities = FigureQuantityReader(text)
    periods = FigurePeriodReader(text: text, issue: issue)
  }

  /// The tokens of the scalars in `range`, in which the terms stand where `terms` says.
  func sentence(_ range: Range<Int>, terms: [Range<Int>]) -> FigureSentence {
    var sentence = FigureSentence()
    var place = start(of: range)
    var nextTerm = 0
    var titleEnd: Int?
    while place < range.upperBound {
      while nextTerm < terms.count, terms[nextTerm].upperBound <= place { nextTerm += 1 }
      let term = nextTerm < terms.count ? terms[nextTerm] : nil
      if let term, term.lowerBound <= place {
        sentence.tokens.append(FigureToken(kind: .term, range: place..<term.upperBound))
        place = term.upperBound
        continue
      }
      let end = min(range.upperBound, term?.lowerBound ?? range.upperBound)
      if let known = titleEnd, place >= known { titleEnd = nil }
      if text[place] == "《", titleEnd == nil {
        titleEnd = closingMark(from: place, end: range.upperBound)
      }
      if titleEnd != nil {
        append(.other, place..<place + 1, to: &sentence)
        place += 1
        continue
      }
      place = takeToken(at: place, end: end, into: &sentence)
    }
    return sentence
  }

  /// Where 》 stands, within what a title may have.
  private func closingMark(from index: Int, end: Int) -> Int? {
    (index..<min(end, index + 80)).first { text[$0] == "》" }.map { $0 + 1 }
  }

  /// Behind the mark of a list: 1., 2、, （一）, 一、, ①, and a bullet.
  private func start(of range: Range<Int>) -> Int {
    var place = range.lowerBound
    while place < range.upperBound,
      text[place] == " " || "-*•·●◆■▲#>—".unicodeScalars.contains(text[place])
    { place += 1 }
    let mark = place
    let isBracketed = text[place] == "（" || text[place] == "("
    if isBracketed { place += 1 }
    let digits = place
    while place < range.upperBound, place - digits < 3,
      text[place].isASCIIDigit || ChineseReading.digits[text[place]] != nil || text[place] == "十"
    {
      place += 1
    }
    guard place > digits else { return mark }
    if isBracketed { return text[place] == "）" || text[place] == ")" ? place + 1 : mark }
    switch text[place] {
    case "、":
      return text[digits].isASCIIDigit || place - digits <= 2 && !isList(at: place + 1)
        ? place + 1 : mark
    case "." where text[digits].isASCIIDigit:
      // 7.1-8月 is the seventh of a list, and 7.1% a number.
      if !text[place + 1].isASCIIDigit { return place + 1 }
      if let match = periods.match(at: place + 1, end: range.upperBound),
        match.period != nil || issue == nil,
        text[match.end - 1] == "月" || text[match.end - 1] == "份"
      {
        return place + 1
      }
      return mark
    case ")", "）": return place + 1
    default: return mark
    }
  }

  /// Whether a Chinese digit before 、 is one of several: 一、二等奖.
  private func isList(at index: Int) -> Bool { ChineseReading.digits[text[index]] != nil }

  private func append(
    _ kind: FigureToken.Kind, _ range: Range<Int>, to sentence: inout FigureSentence
  ) {
    if kind == .other, let last = sentence.tokens.last, last.kind == .other,
      last.range.upperBound == range.lowerBound
    {
      sentence.tokens[sentence.tokens.count - 1].range = last.range.lowerBound..<range.upperBound
    } else {
      sentence.tokens.append(FigureToken(kind: kind, range: range))
    }
  }

  /// Takes the token at a place and returns where it ends.
  private func takeToken(at place: Int, end: Int, into sentence: inout FigureSentence) -> Int {
    let scalar = text[place]
    switch scalar {
    case " ", "“", "”", "「", "」", "『", "』", "‘", "’", "\"", "*", "`", "》", "…", "_", "\t":
      return place + 1
    case "，", "；", ";", "：", "|", "—", "／", ",", "。", "！", "？", "!", "?", "\n":
      append(.separator, place..<place + 1, to: &sentence)
      return place + 1
    case ":" where !text[place + 1].isASCIIDigit:
      append(.separator, place..<place + 1, to: &sentence)
      return place + 1
    case "、":
      append(.listComma, place..<place + 1, to: &sentence)
      return place + 1
    case "（", "(", "【", "[", "〔":
      append(.open, place..<place + 1, to: &sentence)
      return place + 1
    case "）", ")", "】", "]", "〕":
      append(.close, place..<place + 1, to: &sentence)
      return place + 1
    default: break
    }
    if let next = takeTime(at: place, end: end, into: &sentence) { return next }
    if let next = takeQuantity(at: place, end: end, into: &sentence) { return next }
    if scalar.isASCIIDigit || scalar.isAlphabetLetter {
      return takeWord(at: place, end: end, into: &sentence)
    }
    if let next = takeScope(at: place, end: end, into: &sentence) { return next }
    if let (word, length) = FigureWord.table.match(text, at: place, end: end),
      length > 1 || stands(word, at: place, end: end)
    {
      if word == .scope, "省市区县州".unicodeScalars.contains(text[place + length]),
        text[place + length + 1] != "场", place + length < end
      {
        append(.word(word), place..<place + length + 1, to: &sentence)
        return place + length + 1
      }
      append(word == .name ? .other : .word(word), place..<place + length, to: &sentence)
      return place + length
    }
    takeNominalVerb(before: place, from: &sentence)
    append(.other, place..<place + 1, to: &sentence)
    return place + 1
  }

  /// 用电 before 量 and 覆盖 before 率 are part of a name.
  private func takeNominalVerb(before place: Int, from sentence: inout FigureSentence) {
    guard let last = sentence.tokens.last, last.range.upperBound == place,
      last.kind == .word(.verb) || last.kind == .word(.done),
      FigureWord.attributeEndings.match(text, at: place, end: text.count) != nil
    else { return }
    sentence.tokens.removeLast()
    append(.other, last.range, to: &sentence)
  }

  private func takeTime(at place: Int, end: Int, into sentence: inout FigureSentence) -> Int? {
    guard let match = periods.match(at: place, end: end), match.end <= end,
      !text[place - 1].isASCIIDigit,
      text[place - 1] != "." || !text[place].isASCIIDigit || sentence.tokens.isEmpty
    else { return nil }
    sentence.tokens.append(
      FigureToken(kind: .time(sentence.periods.count), range: place..<match.end))
    sentence.periods.append(match.period)
    return match.end
  }

  private func takeQuantity(at place: Int, end: Int, into sentence: inout FigureSentence) -> Int? {
    guard var quantity = quantities.quantity(at: place, end: end), quantity.range.upperBound <= end
    else { return nil }
    if isDuration(quantity, end: end) {
      // 5年来, 连续5年, 近三年: how long, and of nothing.
      append(.word(.adverb), quantity.range, to: &sentence)
      return quantity.range.upperBound
    }
    takeQualifier(before: &quantity, from: &sentence)
    takeDenominator(before: &quantity, from: &sentence)
    sentence.tokens.append(
      FigureToken(kind: .figure(sentence.quantities.count), range: quantity.range))
    sentence.quantities.append(quantity)
    return quantity.range.upperBound
  }

  /// Whether a length of time only says when or how long: 近5年, 5年来, 三个月内, 连续两年, 成立十一年.
  private func isDuration(_ quantity: FigureQuantity, end: Int) -> Bool {
    guard quantity.unitKind == .duration else { return false }
    let next = quantity.range.upperBound
    if Self.behindDuration.match(text, at: next, end: end) != nil { return true }
    let start = quantity.range.lowerBound
    return Self.beforeDuration.contains { text.has($0, at: start - $0.unicodeScalars.count) }
  }

  private static let behindDuration = WordTable<Bool>([
    ("来 以来 内 之内 以内 前 之前 以前 后 之后 以后 间 里 中 期间 时间里 时间内 下来 多来 余来 一次 一遍 级 龄 期 制", true)
  ])
  private static let beforeDuration = [
    "连续", "近", "未来", "过去", "前", "后", "今后", "最近", "近期", "每", "首", "头", "成立", "历经", "时隔", "下", "上",
    "这", "那", "第",
  ]

  private func takeQualifier(
    before quantity: inout FigureQuantity, from sentence: inout FigureSentence
  ) {
    while let last = sentence.tokens.last, last.range.upperBound == quantity.range.lowerBound {
      guard case .word(.qualifier) = last.kind else { return }
      let word = text.string(last.range)
      if quantity.qualifier == nil, !Self.silent.contains(word) { quantity.qualifier = word }
      quantity.range = last.range.lowerBound..<quantity.range.upperBound
      sentence.tokens.removeLast()
    }
  }

  /// Words that say nothing of how exact a number is.
  private static let silent: Set<String> = [
    "共", "一共", "总共", "平均", "仅", "只", "才", "就", "足足", "as", "only", "some",
  ]

  /// 每秒412兆: the unit is divided by what stands before.
  private func takeDenominator(
    before quantity: inout FigureQuantity, from sentence: inout FigureSentence
  ) {
    let start = quantity.range.lowerBound
    for length in 2...6 where text[start - length] == "每" || text[start - length] == "按" {
      guard text[start - length] == "每",
        let unit = FigureUnit.denominator(text, at: start - length + 1, end: start),
        unit.length == length - 1
      else { continue }
      quantity.per = unit.name
      while let last = sentence.tokens.last, last.range.lowerBound >= start - length,
        last.kind != .term
      {
        sentence.tokens.removeLast()
      }
      quantity.range = start - length..<quantity.range.upperBound
      return
    }
  }

  /// A word of letters and digits, as it stands: GB/T19000, IPv6+, iOS.
  private func takeWord(at place: Int, end: Int, into sentence: inout FigureSentence) -> Int {
    if text[place].isASCIILetter, !text[place - 1].isASCIILetter, !text[place - 1].isASCIIDigit,
      let (word, length) = FigureWord.table.match(text, at: place, end: end),
      !text[place + length].isASCIIDigit, !isJoint(at: place + length)
    {
      append(.word(word), place..<place + length, to: &sentence)
      return place + length
    }
    var next = place + 1
    while next < end, text[next].isASCIIDigit || text[next].isAlphabetLetter || isJoint(at: next) {
      next += 1
    }
    append(.other, place..<next, to: &sentence)
    return next
  }

  private func isJoint(at index: Int) -> Bool {
    guard "+-./_#'&@·:~×*%".unicodeScalars.contains(text[index]) else { return false }
    let next = text[index + 1]
    return next.isASCIIDigit || next.isAlphabetLetter || text[index] == "+" || text[index] == "#"
      || text[index] == "%"
  }

  /// 三县, 七市, 14个省: places that are counted say whose it is.
  private func takeScope(at place: Int, end: Int, into sentence: inout FigureSentence) -> Int? {
    guard let reading = ChineseReading(text, at: place, end: end), reading.high == nil,
      reading.low < 100
    else { return nil }
    var next = reading.end
    guard "市县省区州国地".unicodeScalars.contains(text[next]), !reading.isWeak else { return nil }
    next += 1
    guard !(text[next - 1] == "地" && text[next] == "方") else { return nil }
    append(.word(.scope), place..<next, to: &sentence)
    return next
  }

  /// Whether a word of one character is one here: 为 before a number, and not in 成为 or 为了.
  private func stands(_ word: FigureWord, at place: Int, end: Int) -> Bool {
    switch word {
    case .up, .down, .link, .verb, .plan, .partOf, .to, .from, .than, .rank, .qualifier, .added:
      if word == .than || word == .from || word == .partOf {
        return word != .from || !"于此来然己身行主动".unicodeScalars.contains(text[place + 1])
      }
      return isQuantity(at: place + 1, end: end, depth: 3, isBeforeTerm: word == .link)
    default: return true
    }
  }

  /// Whether a number comes next, perhaps behind words that say how exact it is.
  private func isQuantity(at place: Int, end: Int, depth: Int, isBeforeTerm: Bool) -> Bool {
    let next = text.skippingBlanks(from: place)
    let scalar = text[next]
    if scalar.isASCIIDigit || scalar == "第" || scalar == "“" && text[next + 1].isASCIIDigit {
      return true
    }
    if "$¥￥€£".unicodeScalars.contains(scalar) { return true }
    if scalar == "-", text[next + 1].isASCIIDigit { return true }
    if ChineseReading.digits[scalar] != nil || "十百千万亿数半".unicodeScalars.contains(scalar) {
      return quantities.quantity(at: next, end: text.count) != nil
    }
    // Where the text ends for now a term begins.
    if next >= end {
      return isBeforeTerm && end < text.count && !"，。；".unicodeScalars.contains(text[end])
    }
    if "，；。".unicodeScalars.contains(scalar) { return true }
    guard depth > 0 else { return false }
    if scalar == "每", let unit = FigureUnit.denominator(text, at: next + 1, end: text.count) {
      return isQuantity(
        at: next + 1 + unit.length, end: end, depth: depth - 1, isBeforeTerm: isBeforeTerm)
    }
    if "了过至到出超近约逾达为成在负".unicodeScalars.contains(scalar) {
      return isQuantity(at: next + 1, end: end, depth: depth - 1, isBeforeTerm: isBeforeTerm)
    }
    guard let (word, length) = FigureWord.table.match(text, at: next, end: end), length > 1 else {
      return false
    }
    switch word {
    case .qualifier, .link, .adverb, .to, .comparison, .negation, .scope:
      return isQuantity(at: next + length, end: end, depth: depth - 1, isBeforeTerm: isBeforeTerm)
    default: return false
    }
  }
}
