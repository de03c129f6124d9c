extension IssueDate {
  /// The date that a whole line is: 2022年8月30日, 2022.8.30, 二〇二二年八月三十日 星期二.
  static func parse(_ line: Substring) -> IssueDate? {
    guard line.utf8.count <= maximumByteCount else { return nil }
    var scanner = LineScanner(line.trimmed)
    let isBracketed = scanner.take("(")
    _ = scanner.take(oneOf: labels)
    _ = scanner.take(":")
    scanner.skipBlanks()
    guard let date = scanner.takeDate() else { return nil }
    scanner.skipBlanks()
    scanner.takeWeekday()
    scanner.skipBlanks()
    _ = scanner.take(oneOf: trailers)
    if isBracketed, !scanner.take(")") { return nil }
    scanner.skipBlanks()
    return scanner.isAtEnd ? date : nil
  }

  /// The date at the right end of a line that begins with other words, and those words:
  /// 某某协会秘书处 on the left, 2022年8月30日 after a tab or blanks.
  static func parseTrailing(_ line: Substring) -> (before: Substring, date: IssueDate)? {
    guard line.utf8.count <= maximumByteCount * 3 else { return nil }
    let trimmed = line.trimmed
    var search = trimmed.unicodeScalars
    while let blank = search.firstIndex(where: LineFolding.isBlank) {
      let before = trimmed[..<blank]
      if let date = parse(trimmed[blank...]) { return (before, date) }
      search = search[blank...].drop(while: LineFolding.isBlank)
    }
    return nil
  }

  /// The date of a line of front matter: `date: 2022-08-30 10:00:00 +0800`.
  static func parseFrontMatter(_ line: Substring) -> IssueDate? {
    guard line.utf8.count <= maximumByteCount else { return nil }
    var scanner = LineScanner(line.trimmed)
    let key = scanner.take { $0 != ":" }.trimmed.lowercased()
    guard frontMatterKeys.contains(key), scanner.take(":") else { return nil }
    scanner.skip { $0 == " " || $0 == "\"" || $0 == "'" }
    return scanner.takeDate() ?? scanner.takeCompactDate()
  }

  /// Longer lines are prose, whatever is in them.
  private static let maximumByteCount = 90
  private static let labels = ["出版日期", "印发日期", "发布日期", "发布时间", "日期", "时间"]
  private static let trailers = ["编印", "印发", "出版", "发布", "编发", "印制", "印", "出刊"]
  private static let frontMatterKeys: Set<String> = [
    "date", "pubdate", "publishdate", "publish_date", "published", "created", "日期", "发布日期",
  ]
}

extension LineScanner {
  /// Takes a date with a year of four digits, Arabic or Chinese; the day may be missing.
  package mutating func takeDate() -> IssueDate? {
    var probe = self
    guard let year = probe.takeYear() else { return nil }
    let date = probe.next == "年" ? probe.takeMonthAndDay(of: year) : probe.takeDigits(of: year)
    guard let date else { return nil }
    self = probe
    return date
  }

  /// Takes eight digits that are a date: 20210220.
  package mutating func takeCompactDate() -> IssueDate? {
    var probe = self
    let digits = probe.take { ("0"..."9").contains($0) }
    guard let value = ChineseNumeral.value(of: digits), digits.unicodeScalars.count == 8,
      let date = IssueDate(year: value / 10000, month: value / 100 % 100, day: value % 100)
    else { return nil }
    self = probe
    return date
  }

  /// Takes 星期二, 周二 or （星期二）.
  mutating func takeWeekday() {
    var probe = self
    let isBracketed = probe.take("(")
    guard probe.take(oneOf: ["星期", "礼拜", "周"]) != nil, let day = probe.next,
      "一二三四五六日天".unicodeScalars.contains(day)
    else { return }
    probe.advance()
    if isBracketed, !probe.take(")") { return }
    self = probe
  }

  /// Takes the four digits of a year, and the blanks after them.
  package mutating func takeYear() -> Int? {
    var probe = self
    let digits = probe.take(while: ChineseNumeral.isPart)
    guard digits.unicodeScalars.count == 4, let year = ChineseNumeral.value(of: digits),
      (1900...2099).contains(year)
    else { return nil }
    probe.skipBlanks()
    self = probe
    return year
  }

  private mutating func takeMonthAndDay(of year: Int) -> IssueDate? {
    guard take("年") else { return nil }
    skipBlanks()
    guard let month = takeNumeral() else { return nil }
    skipBlanks()
    guard take("月") else { return nil }
    var probe = self
    probe.skipBlanks()
    guard let day = probe.takeNumeral() else { return IssueDate(year: year, month: month) }
    probe.skipBlanks()
    guard probe.take("日") || probe.take("号") else {
      return IssueDate(year: year, month: month)
    }
    self = probe
    return IssueDate(year: year, month: month, day: day)
  }

  private mutating func takeDigits(of year: Int) -> IssueDate? {
    guard let separator = next, separator == "-" || separator == "." || separator == "/",
      take(separator)
    else { return nil }
    let digits = take { ("0"..."9").contains($0) }
    guard let month = ChineseNumeral.value(of: digits), digits.unicodeScalars.count <= 2 else {
      return nil
    }
    var probe = self
    guard probe.take(separator), let day = probe.takeNumeral() else {
      // 2022.8 may be a decimal; 2022-08 and 2022.08 are months.
      return digits.unicodeScalars.count == 2 ? IssueDate(year: year, month: month) : nil
    }
    self = probe
    return IssueDate(year: year, month: month, day: day)
  }
}
