/// A number of a text with its unit and what is said of how exact it is, whatever it is said of.
struct FigureQuantity {
  /// The scalars of the number with its unit and the words that belong to it.
  var range: Range<Int>
  var value: FigureNumber
  var upper: FigureNumber?
  var unit: String
  var unitKind: FigureUnit.Kind?
  /// What it is divided by, where that stands before the number: 秒 in 每秒412兆.
  var per: String?
  var qualifier: String?
  var isRounded = false
  /// Whether the number is a place in an order: 第3位.
  var isRank = false
  /// Whether it is a multiple of what there was: 翻一番.
  var isDoubling = false
  /// Whether it may be a name or mark rather than a number: 第一 without 位, 618 without a unit.
  var isDoubtful = false
}

/// Reads the quantities of a text.
struct FigureQuantityReader {
  let text: FigureText
  let numbers: FigureNumberReader

  init(_ text: FigureText) {
    self.text = text
    numbers = FigureNumberReader(text: text)
  }

  /// The quantity that begins at `index`, which may be a word before the number.
  func quantity(at index: Int, end: Int) -> FigureQuantity? {
    if let doubling = doubling(at: index, end: end) { return doubling }
    if let half = half(at: index, end: end) { return half }
    if text[index] == "第" { return rank(at: index, end: end) }
    var place = index
    var currency: String?
    if let (name, length) = Self.currencies.match(text, at: index, end: end) {
      currency = name
      place = text.skippingBlanks(from: index + length)
    }
    var isNegative = false
    if text[place] == "-" || text[place] == "负" || text.has("零下", at: place) {
      let next = text[place] == "零" ? place + 2 : place + 1
      guard isSign(at: place), text[next].isASCIIDigit || text[place] != "-" else { return nil }
      isNegative = true
      place = next
    }
    if text[place] == "数" || text[place] == "上",
      "十百千万亿".unicodeScalars.contains(text[place + 1])
    {
      place += 1
    }
    guard var match = numbers.match(at: place, end: end) else { return nil }
    guard !isPartOfName(match, from: place) else { return nil }
    if isNegative {
      match.value = match.value.negated
      match.upper = match.upper.map(\.negated)
    }
    return completed(match, from: index, currency: currency, end: end)
  }

  private static let currencies = WordTable<String>([
    ("$ us$", "美元"), ("€", "欧元"), ("£", "英镑"), ("¥ ￥ rmb 人民币", "元"), ("hk$", "港元"), ("a$", "澳元"),
  ])

  /// Whether a dash is the sign of a number and not one between two.
  private func isSign(at index: Int) -> Bool {
    let before = text[index - 1]
    return
      !(before.isASCIIDigit || before.isASCIILetter || before == "%" || before == ")"
      || before == "-")
  }

  private func completed(
    _ match: FigureNumberReader.Match, from index: Int, currency: String?, end: Int
  ) -> FigureQuantity? {
    var quantity = FigureQuantity(
      range: index..<match.range.upperBound, value: match.value, upper: match.upper,
      unit: match.unit ?? currency ?? "",
      unitKind: match.unit != nil ? .ratio : currency != nil ? .amount : nil,
      qualifier: match.remainder.map(String.init), isRounded: match.isRounded)
    var place = match.range.upperBound
    if match.unit == nil, currency == nil {
      if match.remainder == nil, let word = remainder(at: place) {
        quantity.qualifier = word
        place += 1
      }
      let spaced = text.skippingBlanks(from: place)
      if spaced - place <= 1, let unit = FigureUnit(text, at: spaced, end: end) {
        guard fits(unit, match, at: spaced) else { return nil }
        quantity.unit = unit.name
        quantity.unitKind = unit.kind
        place = spaced + unit.length
      } else {
        place = match.range.upperBound
        guard isBare(match, end: end) else { return nil }
        quantity.qualifier = match.remainder.map(String.init)
        quantity.isDoubtful = !match.isMarked
      }
    }
    guard !isIndefinite(match, quantity) else { return nil }
    if text.has("人民币", at: place) { place += 3 }
    if quantity.unitKind == .ratio || quantity.unitKind != nil, text[place] == "多",
      !text[place + 1].isHan
    {
      quantity.qualifier = "多"
      place += 1
    } else if quantity.unit == "%", "多余".unicodeScalars.contains(text[place]) {
      quantity.qualifier = String(text[place])
      place += 1
    }
    if let (word, length) = Self.suffixes.match(text, at: place, end: end) {
      quantity.qualifier = word
      place += length
    }
    quantity.range = index..<place
    return quantity
  }

  private static let suffixes = WordTable<String>([
    ("以上 及以上 之上", "以上"), ("以下 及以下 之下", "以下"), ("以内 之内", "以内"), ("左右", "左右"), ("上下", "上下"),
    ("开外 有余", "余"), ("不到", "不到"),
  ])

  private func remainder(at index: Int) -> String? {
    guard "余多几".unicodeScalars.contains(text[index]), text[index + 1].isHan || text[index] == "余"
    else { return nil }
    return String(text[index])
  }

  /// Whether a unit is one behind this number: no measure word follows a year, and 32位 is no number of persons.
  private func fits(_ unit: FigureUnit, _ match: FigureNumberReader.Match, at index: Int) -> Bool {
    if unit.name == "位", match.upper == nil, let width = Int(match.value.description),
      [4, 8, 16, 20, 24, 32, 39, 40, 48, 64, 80, 96, 128, 192, 256, 512, 1024, 2048, 4096].contains(
        width), !match.isChinese
    {
      return text.has("位专家", at: index) || text.has("位老", at: index) || text.has("位同", at: index)
    }
    let next = text[index + unit.length]
    if unit.name.unicodeScalars.allSatisfy({ $0.isASCII && $0.isASCIILetter }) {
      // 5G and 4K are names; a letter that is no unit by itself is none before a letter either.
      return !next.isASCIILetter && !next.isASCIIDigit
    }
    if match.isWeak, !isExceeded(match), unit.kind != .amount, unit.kind != .ratio { return false }
    if Self.ordinals.contains(unit.name) {
      // 三点, 十分 and 5级 are no quantities, 3,000点 and 98.5分 are.
      return match.isMarked && match.value != FigureNumber(10)
        || !match.isChinese && match.value > FigureNumber(30) && Self.scores.contains(unit.name)
    }
    // 2026届 and 2022款 are of a year.
    if "届期号级款代".unicodeScalars.contains(text[index]), unit.length == 1, !match.isMarked,
      match.value > FigureNumber(1899),
      match.value < FigureNumber(2100)
    {
      return false
    }
    // 三元 and 五角 are names.
    if unit.name == "元" || unit.name == "角", match.isChinese, match.value < FigureNumber(10),
      !match.isMarked
    {
      return false
    }
    if unit.name == "度", match.isChinese, match.value < FigureNumber(10) { return false }
    return true
  }

  /// Units that stand in names and orders as often as behind numbers.
  private static let ordinals: Set<String> = ["点", "分", "号", "期", "级", "代", "行", "字", "流"]
  private static let scores: Set<String> = ["点", "分", "行", "字"]

  /// Whether a number without a unit is a quantity: 5,200, 3.55亿, 达到5200.
  private func isBare(_ match: FigureNumberReader.Match, end: Int) -> Bool {
    let next = text[match.range.upperBound]
    guard !next.isASCIILetter, !match.isWeak, !isVersion(match) else { return false }
    // A year, and the mark of a list.
    if !match.isMarked, match.range.count == 4, match.value > FigureNumber(1899),
      match.value < FigureNumber(2100)
    {
      return false
    }
    if !match.isMarked, next == "、" || next == "." { return false }
    if match.isChinese { return match.isMarked && match.value > FigureNumber(99) && !next.isHan }
    if next == "+" || next == "#" || next == "/" || next == "_" || next == ":" || next == "-"
      || next == "·"
    {
      return false
    }
    return true
  }

  /// Whether a number stands behind a name of letters: GB/T 19000, iOS 15, Swift 5.9.
  private func isVersion(_ match: FigureNumberReader.Match) -> Bool {
    let end = match.range.lowerBound - 1
    guard text[end] == " ", text[end - 1].isASCIILetter, !text.string(match.range).contains(",")
    else { return false }
    var start = end
    while text[start - 1].isASCIILetter { start -= 1 }
    return FigureWord.table.match(text, at: start, end: end)?.length != end - start
  }

  /// 一个 and 两地 are no numbers of anything.
  private func isIndefinite(_ match: FigureNumberReader.Match, _ quantity: FigureQuantity) -> Bool {
    guard match.isChinese, match.unit == nil else { return false }
    if match.isWeak {
      // 破百亿元 and 上万人 are numbers.
      return
        !(match.value >= FigureNumber(1_000_000) && quantity.unitKind == .amount
        || isExceeded(match))
    }
    return quantity.unitKind == nil && !match.isMarked
  }

  /// Whether a word such as 破 or 超 stands before a number.
  private func isExceeded(_ match: FigureNumberReader.Match) -> Bool {
    guard match.value >= FigureNumber(100) else { return false }
    return "破超过逾达近上数".unicodeScalars.contains(text[match.range.lowerBound - 1])
  }

  /// Whether a number is part of a name, a mark or a code: Win10, 1+9+3, GB/T 19000, 10.0.0.1, 2-06-07.
  private func isPartOfName(_ match: FigureNumberReader.Match, from index: Int) -> Bool {
    if text[index - 1] == " ", text[index - 2] == "第" { return true }
    let before = text[index - 1]
    let after = text[match.range.upperBound]
    guard !match.isChinese else {
      return text[index - 1] == "第" || before == "星" || before == "周"
    }
    if before.isASCIILetter || before.isASCIIDigit || before == "." || before == "_"
      || before == "#" || before == "@"
    {
      return true
    }
    if before == "+" || before == "/" || before == "·" || before == "-" || before == "\\"
      || before == "=" || before == ":"
    {
      let further = text[index - 2]
      if further.isASCIIDigit || further.isASCIILetter || before == "·" || before == "\\" {
        return true
      }
    }
    if after == "+" || after == "·" || after == "_" || after == "#", !match.isMarked { return true }
    if after == "-" || after == "." || after == ":" || after == "/" {
      let further = text[match.range.upperBound + 1]
      if further.isASCIIDigit || further.isASCIILetter && after != "/" { return true }
    }
    // 3比1
    if before == "比" && text[index - 2].isASCIIDigit
      || after == "比" && text[match.range.upperBound + 1].isASCIIDigit
    {
      return true
    }
    // 前10位 are several places.
    if before == "前", after == "位" || after == "名" || after == "强" { return true }
    if before == "第" || before == "〔" || before == "[" && after == "]" || before == "【" {
      return true
    }
    // A long run of digits is a number of a telephone or a file.
    return !match.isMarked && match.range.count >= 7
  }

  // MARK: - Words that are numbers

  /// 翻一番, 翻了两番, 翻番.
  private func doubling(at index: Int, end: Int) -> FigureQuantity? {
    guard text[index] == "翻" else { return nil }
    var place = index + 1
    var qualifier: String?
    if text[place] == "了" { place += 1 }
    if let (word, length) = Self.nearly.match(text, at: place, end: end) {
      qualifier = word
      place += length
    }
    var factor = 1
    if let reading = ChineseReading(text, at: place, end: end) {
      guard (1...6).contains(reading.low), reading.high == nil else { return nil }
      factor = Int(reading.low)
      place = reading.end
    }
    guard text[place] == "番" || text[place] == "倍" else { return nil }
    return FigureQuantity(
      range: index..<place + 1, value: FigureNumber(Int64((1 << factor) - 1) * 100), unit: "%",
      unitKind: .ratio,
      qualifier: qualifier, isDoubling: true)
  }

  private static let nearly = WordTable<String>([("近", "近"), ("约", "约"), ("超", "超"), ("不止", "超")])

  /// 一半, 过半, 近半, 半数.
  private func half(at index: Int, end: Int) -> FigureQuantity? {
    let first = text[index]
    guard first == "一" || first == "半" || first == "过" || first == "近" else { return nil }
    for (word, qualifier) in [
      ("一半以上", "以上"), ("半数以上", "以上"), ("一大半", "超过"), ("一多半", "超过"), ("一半", nil), ("过半数", "超过"),
      ("过半", "超过"), ("近半数", "近"), ("近半", "近"), ("半数", nil),
    ] as [(String, String?)] where text.has(word, at: index) {
      let length = word.unicodeScalars.count
      guard !"导径天年月日路夜途程".unicodeScalars.contains(text[index + length]) else { return nil }
      return FigureQuantity(
        range: index..<index + length, value: FigureNumber(50), unit: "%", unitKind: .ratio,
        qualifier: qualifier)
    }
    return nil
  }

  /// 第3位, 第二名: a place in an order; 第3条 and 第一次 are none.
  private func rank(at index: Int, end: Int) -> FigureQuantity? {
    guard let match = numbers.match(at: index + 1, end: end), match.upper == nil, match.unit == nil
    else { return nil }
    let place = match.range.upperBound
    let isNamed = text[place] == "位" || text[place] == "名"
    let next = text[place]
    // 居全国第一, at the end of what is said.
    let isLast = !next.isHan && !next.isASCIILetter && match.value < FigureNumber(100)
    guard isNamed || isLast else { return nil }
    return FigureQuantity(
      range: index..<(isNamed ? place + 1 : place), value: match.value,
      unit: isNamed ? String(next) : "位",
      unitKind: .count, isRank: true, isDoubtful: !isNamed)
  }
}
