/// What the name of a file and those of its folders say of an issue.
///
/// A number in a name counts issues only where a word says so, or where it is all there is: `part1`, `day1` and
/// `chapter_3` count something else, `01` orders files, and `2015` is a year.
enum PathNaming {
  /// `issue-288.md`, `第99期.md`, `2022-08-30.md`, `record20050618.md`.
  static func parse(fileName: String) -> IssueHeading? {
    parse(stem: stem(of: Substring(fileName)))
  }

  /// The number that the nearest folder has, and the date that folders for year, month and day make.
  static func parse(folders: [String]) -> IssueHeading? {
    guard let last = folders.last else { return nil }
    if let date = date(of: folders) { return IssueHeading(date: date) }
    guard digits(last[...]) == nil, let named = parse(stem: last[...]) else { return nil }
    return named.number?.number == nil && named.date == nil ? nil : named
  }

  private static func parse(stem: Substring) -> IssueHeading? {
    guard !stem.isEmpty, stem.utf8.count <= IssueLine.maximumHeadingByteCount else { return nil }
    return alone(stem) ?? monthly(stem) ?? run(in: stem) ?? counted(stem)
  }

  private static let extensions = [
    ".markdown", ".mdx", ".md", ".txt", ".xhtml", ".html", ".htm", ".tc", ".zh", ".cn",
  ]

  private static func stem(of fileName: Substring) -> Substring {
    var stem = fileName.trimmed
    while let ending = extensions.first(where: { stem.lowercased().hasSuffix($0) }) {
      stem = stem.dropLast(ending.count)
    }
    return stem
  }

  /// `288` is a number, `2015` a year, `01` neither, `20200127` is a date.
  private static func alone(_ stem: Substring) -> IssueHeading? {
    guard let value = digits(stem) else { return nil }
    if stem.utf8.count == 8 { return run(in: stem) }
    if stem.utf8.count == 4, years.contains(value) {
      return IssueHeading(number: IssueNumber(year: value))
    }
    guard value > 0, stem.utf8.first != UInt8(ascii: "0"), stem.utf8.count <= 5 else { return nil }
    return IssueHeading(number: IssueNumber(number: value))
  }

  private static let years = 1900...2099

  private static func digits(_ text: Substring) -> Int? {
    guard text.utf8.count <= 8, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return ChineseNumeral.value(of: text)
  }

  /// `monthly-0079-Feb-2026`: the number, the month in English and the year.
  private static func monthly(_ stem: Substring) -> IssueHeading? {
    let parts = stem.split { "-_. ".contains($0) }
    guard parts.count >= 2, let year = parts.last.flatMap({ ChineseNumeral.value(of: $0) }),
      let month = LineScanner.months.firstIndex(of: parts[parts.count - 2].prefix(3).lowercased()),
      let date = IssueDate(year: year, month: month + 1)
    else { return nil }
    let number = parts.dropLast(2).last.flatMap { ChineseNumeral.value(of: $0) }
    return IssueHeading(number: number.map { IssueNumber(number: $0) }, date: date)
  }

  /// A number or date in the forms of headings, wherever it begins; behind a date a number may follow that a word
  /// counts: `2023-05-15-this-week-in-tea-1`.
  private static func run(in stem: Substring) -> IssueHeading? {
    var scanner = LineScanner(stem)
    var previous: Unicode.Scalar?
    while let next = scanner.next {
      let begins =
        IssueLine.mayBegin(next, after: previous)
        || isDigit(next) && !(previous.map(isDigit) ?? false)
      if begins {
        var run = IssueRun()
        var end = scanner
        run.extend(from: &end)
        if run.hasNumber || run.date != nil {
          var found = IssueHeading(
            name: IssueLine.name(in: stem[..<scanner.index]),
            number: run.hasNumber ? run.number : nil,
            date: run.date, subtitle: IssueLine.words(in: end.remainder))
          if found.number == nil { found.number = counted(end.remainder)?.number }
          return found
        }
      }
      previous = next
      scanner.advance()
    }
    return nil
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// `issue-288`, `plct-monthly-0077`, `weekly12`: a word that counts issues, and a number at the end.
  private static func counted(_ stem: Substring) -> IssueHeading? {
    let scalars = stem.unicodeScalars
    let start = scalars.lastIndex { !isDigit($0) }.map(scalars.index(after:)) ?? scalars.startIndex
    guard let value = digits(stem[start...]), value > 0, stem[start...].utf8.count <= 5,
      !(stem[start...].utf8.count == 4 && (years.contains(value) || isMonthAndDay(value)))
    else { return nil }
    let words = stem[..<start].lowercased().split { !$0.isLetter }
    guard let last = words.last, !otherCounts.contains(String(last)),
      words.contains(where: { counts.contains(String($0)) || PeriodicalName.matches(String($0)) })
    else { return nil }
    return IssueHeading(number: IssueNumber(number: value))
  }

  /// `weekly-0327` is of 27 March.
  private static func isMonthAndDay(_ value: Int) -> Bool {
    (1...12).contains(value / 100) && (1...31).contains(value % 100)
  }

  private static let counts: Set<String> = [
    "issue", "no", "vol", "volume", "number", "num", "week", "weeks", "weekly", "biweekly",
    "monthly", "month",
    "newsletter", "news", "bulletin", "digest", "report", "daily", "journal", "magazine", "letter",
    "期", "第",
  ]
  private static let otherCounts: Set<String> = [
    "part", "day", "chapter", "lesson", "page", "section", "step", "v",
  ]

  /// 2023/04/01, 2023/04, 2023-04-01 or 2023-04/01 as the nearest folders.
  private static func date(of folders: [String]) -> IssueDate? {
    let parts = folders.suffix(3).flatMap { $0.split { "-_.".contains($0) } }.suffix(3)
    let numbers = parts.map { digits($0) ?? -1 }
    guard let year = numbers.firstIndex(where: { years.contains($0) }), year < numbers.count - 1,
      numbers.allSatisfy({ $0 > 0 })
    else { return nil }
    let rest = numbers[(year + 1)...]
    return IssueDate(
      year: numbers[year], month: rest[year + 1], day: rest.count > 1 ? rest[year + 2] : nil)
  }
}
