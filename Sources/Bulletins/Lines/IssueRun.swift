/// What has been read of an issue number and its date, piece by piece in any order.
struct IssueRun {
  var number = IssueNumber()
  var date: IssueDate?
  /// Whether a number of the issue has been read, not only a year or a date.
  var hasNumber: Bool { number.number != nil || number.total != nil || isSpecialOfYear }
  private(set) var endedAtBlank = false
  /// Whether days without a year were read that the issue covers: 10/07 - 10/14.
  private(set) var hasDayRange = false

  /// 2022年特刊 has no number but is the only one of its year.
  private var isSpecialOfYear: Bool { number.year != nil && number.kind != .regular }

  /// Takes as many pieces as follow each other, with the separators between them.
  mutating func extend(from scanner: inout LineScanner) {
    while true {
      let end = scanner
      let separators = scanner.take { Self.separators.contains($0) }
      guard !scanner.isAtEnd else { return }
      guard takePiece(from: &scanner) else {
        endedAtBlank = separators.unicodeScalars.contains(where: LineFolding.isBlank)
        scanner = end
        scanner.skipBlanks()
        return
      }
    }
  }

  private static let separators = Set(" ·.,|:-—–/•、*".unicodeScalars)
  private static let units: [(Unicode.Scalar, IssueNumber.Unit)] = [
    ("期", .issue), ("辑", .collection), ("卷", .volume), ("号", .number), ("周", .week),
  ]
  private static let kinds: [(String, IssueNumber.Kind)] = [
    ("增刊", .supplement), ("专刊", .special), ("特刊", .special), ("专辑", .special),
    ("号外", .special),
  ]
  private static let joints = ["合刊", "合订本", "合辑"]
  private static let plainNames = ["周报", "周刊", "月报", "月刊", "旬报", "旬刊", "简报", "日报", "快报"]
  private static let maximumThemeLength = 20

  private mutating func takePiece(from scanner: inout LineScanner) -> Bool {
    let start = scanner
    for attempt in [
      takeDate, takeRangeEnd, takeDayRange, takeLabelled, takeTotal, takeYear, takeNumbered,
      takeWestern, takeKind, takePart,
      takeBracketed,
    ] as [(inout IssueRun, inout LineScanner) -> Bool] {
      if attempt(&self, &scanner) { return true }
      scanner = start
    }
    return false
  }
}

extension IssueRun {
  fileprivate typealias Attempt = (inout IssueRun, inout LineScanner) -> Bool

  private var takeDate: Attempt {
    { run, scanner in
      guard run.date == nil else { return false }
      guard let date = scanner.takeDate() ?? scanner.takeCompactDate() else { return false }
      // 2022年8月号 names its issue by the month.
      if date.day == nil, let unit = scanner.takeMonthUnit() {
        guard run.number.number == nil else { return false }
        (run.number.year, run.number.number, run.number.unit) = (date.year, date.month, unit)
      }
      run.date = date
      scanner.skipBlanks()
      scanner.takeWeekday()
      scanner.skipBlanks()
      _ = scanner.takeTime()
      _ = scanner.take(oneOf: ["出版", "印发", "编印", "出刊"])
      return true
    }
  }

  /// The end of the days that begin with the date: 2020.02.10-02.16, 2023年2月1日至7日.
  private var takeRangeEnd: Attempt {
    { run, scanner in
      guard run.date?.day != nil else { return false }
      _ = scanner.take("至")
      guard scanner.takeDate() != nil || scanner.takeDay() else { return false }
      scanner.skipBlanks()
      scanner.takeWeekday()
      return true
    }
  }

  /// 10/07 - 10/14, 3月1日至7日 without a year.
  private var takeDayRange: Attempt {
    { run, scanner in
      guard run.date == nil, !run.hasDayRange, scanner.takeDay() else { return false }
      scanner.skipBlanks()
      guard let mark = scanner.next, "-—–~至".unicodeScalars.contains(mark) else { return false }
      scanner.skip { "-—–~至 ".unicodeScalars.contains($0) }
      guard scanner.takeDay() else { return false }
      run.hasDayRange = true
      return true
    }
  }

  /// 期数：2648, 刊号 is another matter.
  private var takeLabelled: Attempt {
    { run, scanner in
      guard run.number.total == nil,
        scanner.take(oneOf: ["总期数", "总期号", "期数", "期号"]) != nil
      else { return false }
      scanner.skip { $0 == " " || $0 == ":" }
      guard let value = scanner.takeNumeral() else { return false }
      run.number.total = value
      _ = scanner.take("期")
      return true
    }
  }

  private var takeTotal: Attempt {
    { run, scanner in
      guard run.number.total == nil, scanner.take("总") else { return false }
      scanner.skipBlanks()
      _ = scanner.take("第")
      guard let value = scanner.takeCount(), let unit = scanner.takeUnit(from: Self.units) else {
        return false
      }
      run.number.total = value
      if run.number.number == nil { run.number.unit = unit }
      return true
    }
  }

  private var takeYear: Attempt {
    { run, scanner in
      guard run.number.year == nil else { return false }
      let isBracketed = scanner.take("[") || scanner.take("(")
      guard let year = scanner.takeYear() else { return false }
      if scanner.take("年") {
        _ = scanner.take("度")
      } else if !isBracketed, scanner.next != "第" {
        return false
      }
      if isBracketed, !(scanner.take("]") || scanner.take(")")) { return false }
      run.number.year = year
      return true
    }
  }

  /// 第8期, 第7-8期合刊, 42期 after a year, 第一期网络安全专刊, 第08周周报.
  private var takeNumbered: Attempt {
    { run, scanner in
      let isOrdinal = scanner.take("第")
      guard isOrdinal || run.number.year != nil, let value = scanner.takeCount() else {
        return false
      }
      var last: Int?
      var range = scanner
      range.skipBlanks()
      if let mark = range.next, "-—–~、/至".unicodeScalars.contains(mark) {
        range.skip { "-—–~、/至 第".unicodeScalars.contains($0) }
        if let end = range.takeCount(), end > value {
          last = end
          scanner = range
        }
      }
      guard let unit = scanner.takeUnit(from: Self.units) else { return false }
      if unit == .volume, run.number.volume == nil, run.number.number == nil {
        run.number.volume = value
        if !scanner.hasNumberAhead { (run.number.number, run.number.unit) = (value, .volume) }
        return true
      }
      guard run.number.number == nil || run.number.unit == .volume else { return false }
      // 第21周和第22周 in one.
      var joined = scanner
      joined.skip { " 和与及、&-—–~/".unicodeScalars.contains($0) }
      if last == nil, joined.take("第"), let end = joined.takeCount(), end > value,
        joined.takeUnit(from: Self.units.filter { $0.1 == unit }) != nil
      {
        last = end
        scanner = joined
      }
      (run.number.number, run.number.lastNumber, run.number.unit) = (value, last, unit)
      run.takeAfterNumber(from: &scanner)
      return true
    }
  }

  /// Numbers in the Western way, as #99 or with No and Vol before them.
  private var takeWestern: Attempt {
    { run, scanner in
      let isVolume = scanner.take(oneOf: ["VOL", "Vol", "vol"]) != nil
      guard isVolume || scanner.take(oneOf: ["NO", "No", "no", "№", "#"]) != nil else {
        return false
      }
      scanner.skip { $0 == " " || $0 == "." || $0 == ":" }
      guard let value = scanner.takeNumeral(), value < Self.maximumNumber else { return false }
      if isVolume {
        run.number.volume = value
        if run.number.number == nil { (run.number.number, run.number.unit) = (value, .volume) }
        return true
      }
      guard run.number.number == nil || run.number.unit == .volume else { return false }
      (run.number.number, run.number.unit) = (value, .issue)
      return true
    }
  }

  private var takeKind: Attempt {
    { run, scanner in
      guard run.number.kind == .regular, let kind = scanner.takeKind(from: Self.kinds) else {
        return false
      }
      run.number.kind = kind
      var probe = scanner
      probe.skip { $0 == " " || $0 == "(" }
      let isNumbered = probe.take("第")
      if run.number.number == nil, let value = probe.takeCount(),
        probe.takeUnit(from: Self.units) != nil || !isNumbered
      {
        run.number.number = value
        _ = probe.take(")")
        scanner = probe
      }
      return true
    }
  }

  private var takePart: Attempt {
    { run, scanner in
      guard run.number.part == nil, run.hasNumber, let part = scanner.next,
        "上中下".unicodeScalars.contains(part)
      else { return false }
      scanner.advance()
      guard scanner.takeUnit(from: Self.units) != nil || scanner.take("册") || scanner.take("半")
      else { return false }
      run.number.part = String(part)
      return true
    }
  }

  /// Brackets around a total, a date, a theme or several: （总第62期 主题…）, （防汛抢险保通信专刊）, 【2024年11月16日】.
  private var takeBracketed: Attempt {
    { run, scanner in
      guard
        let inner = scanner.takeBracketed(by: "(", and: ")")
          ?? scanner.takeBracketed(by: "[", and: "]")
          ?? scanner.takeBracketed(by: "【", and: "】")
      else { return false }
      var inside = LineScanner(inner.trimmed)
      var nested = run
      nested.extend(from: &inside)
      if inside.isAtEnd, !inner.trimmed.isEmpty {
        run = nested
        return true
      }
      let isFurther = nested.number != run.number || nested.date != run.date
      let words = inside.remainder.trimmed
      if isFurther, nested.endedAtBlank {
        run = nested
        run.number.theme = String(words)
        return true
      }
      guard run.hasNumber, let theme = Self.theme(of: words) else { return false }
      if run.number.kind == .regular { run.number.kind = theme.kind }
      run.number.theme = theme.words
      return true
    }
  }

  /// Numbers above this are years or serials.
  private static let maximumNumber = 100_000

  private mutating func takeAfterNumber(from scanner: inout LineScanner) {
    var probe = scanner
    probe.skipBlanks()
    if probe.take(oneOf: Self.joints) != nil || probe.take(oneOf: Self.plainNames) != nil {
      scanner = probe
      return
    }
    if probe.take("("), probe.take(oneOf: Self.joints) != nil, probe.take(")") {
      scanner = probe
      return
    }
    var named = scanner
    let words = named.take { LineFolding.isHan($0) && $0 != "总" }
    if number.kind == .regular, let theme = Self.theme(of: words) {
      (number.kind, number.theme) = (theme.kind, theme.words.isEmpty ? nil : theme.words)
      scanner = named
    }
  }

  /// What a special issue is about: 网络安全 in 网络安全专刊.
  private static func theme(of text: Substring) -> (words: String, kind: IssueNumber.Kind)? {
    guard text.unicodeScalars.count <= maximumThemeLength else { return nil }
    let folded = String(String.UnicodeScalarView(text.unicodeScalars.map(LineFolding.fold)))
    guard let kind = kinds.first(where: { folded.hasSuffix($0.0) }) else { return nil }
    return (String(text.dropLast(2)), kind.1)
  }
}

extension LineScanner {
  fileprivate var hasNumberAhead: Bool {
    remainder.unicodeScalars.contains { $0 == "第" || $0 == "N" || $0 == "n" }
  }

  /// Takes a numeral with the blanks around it: 第 53 期.
  fileprivate mutating func takeCount() -> Int? {
    var probe = self
    probe.skipBlanks()
    guard let value = probe.takeNumeral() else { return nil }
    probe.skipBlanks()
    self = probe
    return value
  }

  fileprivate mutating func takeUnit(
    from units: [(Unicode.Scalar, IssueNumber.Unit)]
  ) -> IssueNumber.Unit? {
    units.first { take($0.0) }?.1
  }

  /// Takes a day without its year: 10/07, 02.16, 3月1日, 7日.
  fileprivate mutating func takeDay() -> Bool {
    var probe = self
    guard let first = probe.takeNumeral(), (1...31).contains(first) else { return false }
    probe.skipBlanks()
    if probe.take("日") {
      self = probe
      return true
    }
    let isChinese = probe.take("月")
    guard isChinese || first <= 12 && (probe.take("/") || probe.take(".") || probe.take("-")) else {
      return false
    }
    probe.skipBlanks()
    guard let day = probe.takeNumeral(), (1...31).contains(day) else { return false }
    if isChinese, !probe.take("日") { return false }
    self = probe
    return true
  }

  fileprivate mutating func takeMonthUnit() -> IssueNumber.Unit? {
    if take("号") { return .number }
    return take("刊") ? .issue : nil
  }

  fileprivate mutating func takeKind(
    from kinds: [(String, IssueNumber.Kind)]
  ) -> IssueNumber.Kind? {
    kinds.first { take(word: $0.0) }?.1
  }
}
