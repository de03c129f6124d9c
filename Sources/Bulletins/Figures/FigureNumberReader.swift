/// Reads the numbers of a text, Arabic and Chinese: 5.2万, １,180万, 三百余, 百分之三十三, 两成五, 3—5万.
struct FigureNumberReader {
  /// A number, or two that a range has.
  struct Match {
    var range: Range<Int>
    var value: FigureNumber
    /// The end of a range.
    var upper: FigureNumber?
    /// What the number itself says of its unit: 百分之三十三 and 三成 are of a hundred.
    var unit: String?
    /// 余, 多 or 几 within the number: 三百余, 1200多万.
    var remainder: Unicode.Scalar?
    /// Whether it is written with Chinese digits.
    var isChinese = false
    /// Whether it is 一, 两 or 几 alone, or 百 and 千 without a digit, which are words more often than numbers.
    var isWeak = false
    /// Whether the number is rounded, as a third in percent is.
    var isRounded = false
    /// Whether thousands, a decimal point or a word for a magnitude show that it is no mark or name.
    var isMarked = false
  }

  let text: FigureText

  /// The longest number that is looked at, in scalars.
  private static let maximumLength = 24

  /// The number or range of numbers that begins at `index`.
  func match(at index: Int, end: Int) -> Match? {
    guard var first = part(at: index, end: end) else { return nil }
    guard first.unit == nil || first.unit == "%" || first.unit == "‰" else { return first }
    var next = first.range.upperBound
    let hasPercent = text[next] == "%" && first.unit == nil
    if hasPercent { next += 1 }
    guard let (second, isTight) = rangeEnd(at: next, end: end) else { return first }
    guard isRange(first, second, isTight: isTight, hasPercent: hasPercent) else { return first }
    // 3—5万: the magnitude of the end is that of the beginning too.
    if let magnitude = magnitude(before: second.range.upperBound),
      !first.isMarked || first.value < FigureNumber(1000),
      first.value.scaled(by: magnitude) < second.value
        || first.value.scaled(by: magnitude) == second.value
    {
      first.value = first.value.scaled(by: magnitude)
    }
    if first.unit == nil, second.unit != nil, !hasPercent { return nil }
    first.range = index..<second.range.upperBound
    first.upper = second.value
    first.remainder = first.remainder ?? second.remainder
    first.isMarked = true
    first.isWeak = false
    return first
  }

  /// What follows a sign of a range.
  private func rangeEnd(at index: Int, end: Int) -> (Match, isTight: Bool)? {
    var next = text.skippingBlanks(from: index)
    guard next - index <= 1 else { return nil }
    switch text[next] {
    case "-", "~":
      next += 1
      if text[next] == "-" { next += 1 }
    case "至", "到": next += 1
    default: return nil
    }
    next = text.skippingBlanks(from: next)
    guard let second = part(at: next, end: end) else { return nil }
    return (second, text[index] == "-" || text[index] == "~")
  }

  private func isRange(_ first: Match, _ second: Match, isTight: Bool, hasPercent: Bool) -> Bool {
    guard first.isChinese == second.isChinese else { return false }
    if hasPercent { return text[second.range.upperBound] == "%" || second.unit == "%" }
    return !second.isWeak
  }

  /// The power of ten of the word for a magnitude that a number ends with.
  private func magnitude(before end: Int) -> Int? {
    var power = 0
    var place = end - 1
    while let next = Self.powers[text[place]] {
      power += next
      place -= 1
    }
    return power > 0 && text[place].isASCIIDigit ? power : nil
  }

  private func part(at index: Int, end: Int) -> Match? {
    let limit = min(end, index + Self.maximumLength)
    if text[index].isASCIIDigit { return arabic(at: index, end: limit) }
    guard ChineseReading.digits[text[index]] != nil || Self.powers[text[index]] != nil else {
      return nil
    }
    if let match = fraction(at: index, end: limit) { return match }
    return chinese(at: index, end: limit)
  }

  // MARK: - Arabic

  private func arabic(at index: Int, end: Int) -> Match? {
    var place = index
    var digits: Int64 = 0
    var count = 0
    func take() {
      digits = digits * 10 + Int64(text[place].value - 0x30)
      count += 1
      place += 1
    }
    while place < end, text[place].isASCIIDigit {
      guard count < 18 else { return nil }
      take()
    }
    var isMarked = false
    if count <= 3 {
      while text[place] == ",", isGroup(at: place + 1), count <= 15 {
        place += 1
        for _ in 0..<3 { take() }
        isMarked = true
      }
    }
    var decimals = 0
    if text[place] == ".", text[place + 1].isASCIIDigit {
      place += 1
      while place < end, text[place].isASCIIDigit {
        guard count < 18 else { return nil }
        take()
        decimals += 1
      }
      // 10.0.0.1 and 1.2.3 are no numbers.
      if text[place] == ".", text[place + 1].isASCIIDigit { return nil }
      isMarked = true
    }
    var match = Match(
      range: index..<place, value: FigureNumber(digits, exponent: -decimals), isMarked: isMarked)
    takeMagnitude(&match, end: end)
    return match
  }

  private func isGroup(at index: Int) -> Bool {
    (0..<3).allSatisfy { text[index + $0].isASCIIDigit } && !text[index + 3].isASCIIDigit
  }

  /// Takes 万, 亿, million and what may stand before: 1200多万, 4千余, 1亿2千万.
  private func takeMagnitude(_ match: inout Match, end: Int) {
    var place = match.range.upperBound
    let spaced = text.skippingBlanks(from: place)
    if spaced - place <= 1, let (power, length) = Self.wordPowers.match(text, at: spaced, end: end)
    {
      match.value = match.value.scaled(by: power)
      match.isMarked = true
      match.range = match.range.lowerBound..<spaced + length
      return
    }
    var isTaken = false
    var remainder: Unicode.Scalar?
    if "余多几".unicodeScalars.contains(text[place]), Self.powers[text[place + 1]] != nil {
      remainder = text[place]
      place += 1
    } else if spaced - place == 1, let power = Self.powers[text[spaced]], power >= 4 {
      place = spaced
    }
    while place < end, let power = Self.powers[text[place]],
      !(text[place] == "百" && text[place + 1] == "分"),
      !Self.isPrefix(text, at: place)
    {
      match.value = match.value.scaled(by: power)
      place += 1
      isTaken = true
    }
    guard isTaken else { return }
    match.isMarked = true
    match.remainder = remainder
    match.range = match.range.lowerBound..<place
    // 1亿2千万, 1万3000
    if text[place].isASCIIDigit, remainder == nil, var rest = arabic(at: place, end: end),
      rest.value < match.value, let sum = match.value.adding(rest.value)
    {
      rest.range = match.range.lowerBound..<rest.range.upperBound
      rest.value = sum
      rest.isMarked = true
      match = rest
    }
  }

  /// Whether 千 belongs to a unit: 千瓦, 千米, 千克.
  static func isPrefix(_ text: FigureText, at index: Int) -> Bool {
    text[index] == "千" && "瓦克米伏帕赫卡焦安字比".unicodeScalars.contains(text[index + 1])
  }

  static let powers = PowerSigns()
  private static let wordPowers = WordTable<Int>([
    ("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12),
  ])

  // MARK: - Parts of a whole

  /// 百分之三十三, 千分之一, 四分之三, and 百分之12.
  private func fraction(at index: Int, end: Int) -> Match? {
    var place = index
    let denominator: FigureNumber
    if Self.powers[text[index]] != nil, text[index + 1] == "分", text[index + 2] == "之" {
      denominator = FigureNumber(1, exponent: Self.powers[text[index]] ?? 0)
      place += 3
    } else {
      guard let whole = chinese(at: index, end: end, takesTenths: false),
        !whole.isWeak || text[index] == "两",
        text[whole.range.upperBound] == "分", text[whole.range.upperBound + 1] == "之"
      else { return nil }
      denominator = whole.value
      place = whole.range.upperBound + 2
    }
    guard
      let part = text[place].isASCIIDigit
        ? arabic(at: place, end: end) : chinese(at: place, end: end, takesTenths: false)
    else { return nil }
    var match = Match(
      range: index..<part.range.upperBound, value: part.value, unit: "%", remainder: part.remainder,
      isChinese: true, isMarked: true)
    if denominator.coefficient == 1 {
      match.unit = denominator.exponent == 3 ? "‰" : "%"
      match.value = part.value.scaled(
        by: (denominator.exponent == 3 ? 3 : 2) - denominator.exponent)
    } else {
      guard denominator.exponent == 0, denominator.coefficient > 0, part.value.exponent >= 0 else {
        return nil
      }
      let (numerator, overflow) = part.value.scaled(by: 0).coefficient.multipliedReportingOverflow(
        by: 1_000_000)
      guard !overflow, part.value.exponent == 0 else { return nil }
      let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator.coefficient)
      match.value = FigureNumber(
        quotient + (rest * 2 >= denominator.coefficient ? 1 : 0), exponent: -4)
      match.isRounded = rest != 0
    }
    return match
  }

  // MARK: - Chinese

  private func chinese(at index: Int, end: Int, takesTenths: Bool = true) -> Match? {
    guard let reading = ChineseReading(text, at: index, end: end) else { return nil }
    let place = reading.end
    let value = FigureNumber(reading.low)
    let upper = reading.high.map { FigureNumber($0) }
    var match = Match(
      range: index..<place, value: value, upper: upper, remainder: reading.remainder,
      isChinese: true, isWeak: reading.isWeak, isMarked: reading.hasMagnitude)
    guard takesTenths else { return match }
    if text[place] == "点", reading.remainder == nil,
      let decimals = decimals(at: place + 1, end: end)
    {
      guard let sum = value.adding(decimals.value) else { return nil }
      match.value = sum.scaled(by: decimals.power)
      match.range = index..<decimals.end
      match.isMarked = true
      match.isWeak = false
      return match
    }
    if text[place] == "成", reading.low <= 10,
      !"为立员功果本都交长就品效套年熟因".unicodeScalars.contains(text[place + 1])
    {
      match.value = value.scaled(by: 1)
      match.upper = upper?.scaled(by: 1)
      match.range = index..<place + 1
      if let more = ChineseReading.digits[text[place + 1]], more > 0, upper == nil,
        FigureUnit(text, at: place + 2, end: end)?.kind != .count
      {
        match.value = FigureNumber(reading.low * 10 + more)
        match.range = index..<place + 2
      }
      match.unit = "%"
      match.isWeak = false
      match.isMarked = true
    }
    return match
  }

  /// What stands behind 点 in 三点二 and 一点五万; not of 三点十分, which is a time.
  private func decimals(at index: Int, end: Int) -> (value: FigureNumber, power: Int, end: Int)? {
    var place = index
    var digits: Int64 = 0
    while place < end, place - index < 9, let digit = ChineseReading.digits[text[place]] {
      digits = digits * 10 + digit
      place += 1
    }
    guard place > index, !"十百千点分刻钟".unicodeScalars.contains(text[place]) else { return nil }
    let value = FigureNumber(digits, exponent: index - place)
    guard text[place] == "万" || text[place] == "亿", let power = Self.powers[text[place]] else {
      return (value, 0, place)
    }
    return (value, power, place + 1)
  }
}

/// A number in Chinese digits: 一百二十万, 二〇二三, 三四十, 二百余.
struct ChineseReading {
  static let digits = DigitSigns()
  private static let units = UnitSigns()

  /// The number, or the smaller of two.
  private(set) var low: Int64 = 0
  /// The greater of two: 40 of 三四十.
  private(set) var high: Int64?
  /// 余, 多 or 几 in it.
  private(set) var remainder: Unicode.Scalar?
  /// Where it ends.
  let end: Int
  /// Whether 十, 百 and the like are in it.
  private(set) var hasMagnitude = false
  /// Whether it has no digit, or is 一 alone: a word more often than a number.
  private(set) var isWeak = false

  private static let maximumLength = 14

  init?(_ text: FigureText, at index: Int, end limit: Int) {
    var place = index
    var signs: [Unicode.Scalar] = []
    var remainder: Unicode.Scalar?
    while place < limit, signs.count < Self.maximumLength {
      let scalar = text[place]
      let isMagnitude = scalar == "万" || scalar == "亿"
      if isMagnitude
        || remainder == nil && (Self.digits[scalar] != nil || Self.units[scalar] != nil)
      {
        // 百分之三, and 千方百计.
        if Self.units[scalar] != nil, text[place + 1] == "分", text[place + 2] == "之" { break }
        if FigureNumberReader.isPrefix(text, at: place), !signs.isEmpty { break }
        signs.append(scalar)
      } else if let last = signs.last, remainder == nil, "余多几".unicodeScalars.contains(scalar),
        Self.units[last] != nil || last == "万" || last == "亿",
        !(scalar == "多" && "数少样".unicodeScalars.contains(text[place + 1]))
      {
        remainder = scalar
      } else {
        break
      }
      place += 1
    }
    // 万一 is a word, and no number begins with 万 before a digit.
    if signs.count > 1, signs[0] != "十", Self.digits[signs[0]] == nil, Self.digits[signs[1]] != nil
    {
      return nil
    }
    guard !signs.isEmpty, let (low, high) = Self.value(of: signs[...]) else { return nil }
    (self.low, self.high, self.remainder, self.end) = (low, high, remainder, place)
    hasMagnitude = signs.contains { Self.digits[$0] == nil }
    let hasDigit = signs.contains { Self.digits[$0] != nil }
    isWeak = signs == ["一"] || !hasDigit && signs[0] != "十"
  }

  private static func value(of signs: ArraySlice<Unicode.Scalar>) -> (low: Int64, high: Int64?)? {
    for (magnitude, size) in [("亿", 100_000_000), ("万", 10_000)] as [(Unicode.Scalar, Int64)] {
      guard let place = signs.lastIndex(of: magnitude) else { continue }
      let head = signs[..<place]
      guard let factor = head.isEmpty ? (1, nil) : value(of: head) else { return nil }
      let tail = signs[(place + 1)...]
      let (low, isLowTooLarge) = factor.0.multipliedReportingOverflow(by: size)
      let (high, isHighTooLarge) = (factor.1 ?? 0).multipliedReportingOverflow(by: size)
      guard !isLowTooLarge, !isHighTooLarge else { return nil }
      if tail.isEmpty { return (low, factor.1 == nil ? nil : high) }
      // 三万五 is 35,000.
      if tail.count == 1, let digit = digits[tail[place + 1]] {
        return factor.1 == nil ? (low + digit * size / 10, nil) : nil
      }
      guard factor.1 == nil, let rest = value(of: tail), rest.low < size else { return nil }
      let (sum, isSumTooLarge) = low.addingReportingOverflow(rest.low)
      return isSumTooLarge ? nil : (sum, rest.high.map { low + $0 })
    }
    return section(of: signs)
  }

  /// Below ten thousand.
  private static func section(of signs: ArraySlice<Unicode.Scalar>) -> (low: Int64, high: Int64?)? {
    if signs.allSatisfy({ digits[$0] != nil }) {
      let values = signs.compactMap { digits[$0] }
      if values.count == 1 { return (values[0], nil) }
      if values.count == 2 { return pair(values) }
      return (values.reduce(0) { $0 * 10 + $1 }, nil)
    }
    var low: Int64 = 0
    var high: Int64?
    var pending: [Int64] = []
    var hasZero = false
    var last: Int64 = 10_000
    for sign in signs {
      if let digit = digits[sign] {
        if digit == 0 { hasZero = true } else { pending.append(digit) }
      } else if let unit = units[sign] {
        guard unit < last, high == nil else { return nil }
        if pending.count > 1 {
          guard let (first, second) = pair(pending), let second else { return nil }
          high = low + second * unit
          low += first * unit
        } else {
          low += (pending.first ?? 1) * unit
        }
        pending = []
        hasZero = false
        last = unit
      }
    }
    if pending.count > 1 {
      guard high == nil, let (first, second) = pair(pending), let second else { return nil }
      return (low + first, low + second)
    }
    guard let digit = pending.first else { return (low, high) }
    guard high == nil else { return nil }
    // 一百五 is 150.
    return (low + (last > 10 && !hasZero ? digit * last / 10 : digit), nil)
  }

  /// Two digits of which the second is the next: 七八.
  private static func pair(_ digits: [Int64]) -> (Int64, Int64?)? {
    digits.count == 2 && digits[0] > 0 && digits[1] == digits[0] + 1 ? (digits[0], digits[1]) : nil
  }
}

/// The values of Chinese digits; asked for at every character, where a dictionary would take longest of all.
struct DigitSigns: Sendable {
  subscript(scalar: Unicode.Scalar) -> Int64? {
    switch scalar {
    case "〇", "零", "○": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }
}

/// What 十, 百 and 千 multiply by.
struct UnitSigns: Sendable {
  subscript(scalar: Unicode.Scalar) -> Int64? {
    switch scalar {
    case "十": 10
    case "百": 100
    case "千": 1000
    default: nil
    }
  }
}

/// Which powers of ten 十, 百, 千, 万 and 亿 are.
struct PowerSigns: Sendable {
  subscript(scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十": 1
    case "百": 2
    case "千": 3
    case "万": 4
    case "亿": 8
    default: nil
    }
  }
}
