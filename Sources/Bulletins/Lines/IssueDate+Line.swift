extension IssueDate {
  /// The date that a whole line is: 2022年8月30日, 2022.8.30, 二〇二二年八月三十日 星期二.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - isTaiwanese: Whether 112年3月5日 is counted from the founding of the Republic, as in texts of traditional
  ///     characters. 民國112年 is so everywhere.
  /// - Returns: The date; nil if the line is anything else.
  static func parse(_ line: Substring, isTaiwanese: Bool = false) -> IssueDate? {
    guard line.utf8.count <= maximumByteCount, mayHoldDate(line) else { return nil }
    var scanner = LineScanner(line.trimmed)
    let isBracketed = scanner.take("(")
    _ = scanner.take(oneOf: labels)
    _ = scanner.take(":")
    scanner.skipBlanks()
    guard
      let date = scanner.takeDate() ?? scanner.takeEnglishDate()
        ?? (isTaiwanese ? scanner.takeMinguoDate() : nil)
    else { return nil }
    scanner.skipBlanks()
    scanner.takeWeekday()
    scanner.skipBlanks()
    _ = scanner.take(oneOf: trailers)
    if isBracketed, !scanner.take(")") { return nil }
    scanner.skipBlanks()
    return scanner.isAtEnd ? date : nil
  }

  /// The cheap test before the reading: a digit, or the year of a date in Chinese numerals.
  private static func mayHoldDate(_ line: Substring) -> Bool {
    line.unicodeScalars.contains {
      ("0"..."9").contains($0) || ("０"..."９").contains($0) || $0 == "年"
    }
  }

  /// The date behind a label of it, in a line that has other fields too: 會議名稱　年會　開會時間　90年5月19日.
  static func parseLabelled(_ line: Substring, isTaiwanese: Bool = false) -> IssueDate? {
    guard line.utf8.count <= maximumByteCount * 3, mayHoldDate(line),
      line.unicodeScalars.contains(where: { "期间間eE".unicodeScalars.contains($0) })
    else { return nil }
    var scanner = LineScanner(line)
    var isBoundary = true
    while !scanner.isAtEnd {
      var probe = scanner
      if isBoundary, probe.take(oneOf: labels) != nil {
        probe.skip { " :|*".unicodeScalars.contains($0) }
        let date =
          probe.takeDate() ?? probe.takeEnglishDate()
          ?? (isTaiwanese ? probe.takeMinguoDate() : nil)
        if let date { return date }
      }
      isBoundary = scanner.next.map { " ,;|*".unicodeScalars.contains($0) } ?? true
      scanner.advance()
    }
    return nil
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

  /// The date of front matter: 2022-08-30 10:00:00 +0800, Tue, 25 May 2021 21:00:00 GMT, 2021年5月6日.
  static func parseValue(_ value: Substring) -> IssueDate? {
    guard value.utf8.count <= maximumByteCount else { return nil }
    var scanner = LineScanner(value.trimmed)
    return scanner.takeDate() ?? scanner.takeCompactDate() ?? scanner.takeEnglishDate()
  }

  /// Longer lines are prose, whatever is in them.
  private static let maximumByteCount = 90
  private static let labels = [
    "出版日期", "印发日期", "发布日期", "发布时间", "更新日期", "更新时间", "会议日期", "会议时间", "开会日期", "开会时间",
    "记录日期", "活动时间", "发刊日期", "出刊日期", "发表日期", "日期", "时间", "Date", "DATE",
  ]
  private static let trailers = ["编印", "印发", "出版", "发布", "编发", "印制", "印", "出刊"]
}

extension LineScanner {
  /// Takes a date with a year of four digits, Arabic or Chinese; the day may be missing.
  package mutating func takeDate() -> IssueDate? {
    var probe = self
    if probe.take(oneOf: ["中华民国", "民国"]) != nil { return takeMinguoDate() }
    guard let year = probe.takeYear() else { return nil }
    let date = probe.next == "年" ? probe.takeMonthAndDay(of: year) : probe.takeDigits(of: year)
    guard let date else { return nil }
    self = probe
    return date
  }

  /// Takes a date of the Republic's years, which began with 1912: 民國112年3月5日, 90年5月19日.
  mutating func takeMinguoDate() -> IssueDate? {
    var probe = self
    _ = probe.take(oneOf: ["中华民国", "民国"])
    probe.skipBlanks()
    let isFirst = probe.take("元")
    guard let year = isFirst ? 1 : probe.takeNumeral(), (1...187).contains(year) else { return nil }
    probe.skipBlanks()
    guard let date = probe.takeMonthAndDay(of: year + 1911), date.day != nil else { return nil }
    self = probe
    return date
  }

  /// Takes May 25, 2016 or 25 May 2021, perhaps behind the name of the day.
  mutating func takeEnglishDate() -> IssueDate? {
    var probe = self
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    var word = probe.takeWord()
    if let name = word, days.contains(String(name.prefix(3))) {
      probe.skip { $0 == "," || $0 == " " || $0 == "." }
      word = probe.takeWord()
    }
    var day = word == nil ? probe.takeNumeral() : nil
    if day != nil {
      _ = probe.takeWord(oneOf: ["st", "nd", "rd", "th"])
      probe.skip { $0 == " " || $0 == "-" }
      word = probe.takeWord()
    }
    guard let name = word, let month = Self.months.firstIndex(of: String(name.prefix(3))),
      Self.monthNames[month].hasPrefix(name) || name == "sept"
    else { return nil }
    probe.skip { $0 == "." || $0 == " " || $0 == "-" }
    if day == nil {
      day = probe.takeNumeral()
      _ = probe.takeWord(oneOf: ["st", "nd", "rd", "th"])
      probe.skip { $0 == "," || $0 == " " }
    }
    guard let day, let year = probe.takeYear(),
      let date = IssueDate(year: year, month: month + 1, day: day)
    else { return nil }
    self = probe
    return date
  }

  static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october",
    "november", "december",
  ]

  /// Takes a word of Latin letters, in lower case.
  private mutating func takeWord() -> String? {
    var probe = self
    let word = probe.take { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
    guard !word.isEmpty else { return nil }
    self = probe
    return word.lowercased()
  }

  private mutating func takeWord(oneOf words: [String]) -> String? {
    var probe = self
    guard let word = probe.takeWord(), words.contains(word) else { return nil }
    self = probe
    return word
  }

  /// Takes the time of day behind a date: 0930, 15:02, 15:02:38.
  mutating func takeTime() -> Bool {
    var probe = self
    let digits = probe.take { ("0"..."9").contains($0) }
    guard let value = ChineseNumeral.value(of: digits) else { return false }
    if digits.unicodeScalars.count == 4 {
      guard value / 100 < 24, value % 100 < 60 else { return false }
    } else {
      guard digits.unicodeScalars.count <= 2, value < 24, probe.take(":") else { return false }
      _ = probe.take { ("0"..."9").contains($0) || $0 == ":" }
    }
    self = probe
    return true
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
