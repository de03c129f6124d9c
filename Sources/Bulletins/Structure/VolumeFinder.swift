/// Finds the issues of a volume: a file that has several, each below a heading with its number, as in
/// `## 第26期（2023-11-11）`.
///
/// Many other things are counted by 期: the phases of a project, the parts of a course, the earlier issues that a
/// newsletter lists. So a file is a volume only if
/// - three headings or more of one level have a number, and hardly any other of that level or a higher one has text;
/// - the numbers ascend or descend, and all names that stand with them are one;
/// - most have a day or the name of a periodical with them, or the title of the file is such a name;
/// - nearly all of the text stands below them, and below most of them more than a summary;
/// - neither the title, nor the lines above the first, nor the name of the file say that it is a single issue.
struct VolumeFinder {
  /// An issue of a volume.
  struct Issue {
    /// The lines that it has, with headings above its own that have no text: `# 2024年`.
    var lines: Range<Int>
    /// The heading that names it.
    var heading: Int
    var named: IssueHeading
  }

  /// In the order of the file, all lines of which they have together; none if it is no volume.
  private(set) var issues: [Issue] = []

  /// Two headings may be one issue that names the next.
  private static let fewestIssues = 3
  /// A daily that fills ten years has fewer.
  private static let mostIssues = 1 << 12

  private let file: ReadFile
  /// The lines of all headings.
  private let headings: [Int]
  /// The headings of the issues.
  private var found: [(line: Int, named: IssueHeading)] = []
  private var level = 0

  init(_ file: ReadFile, location: FileLocation) {
    self.file = file
    headings = file.lines.indices.filter {
      file.lines[$0].isHeading && !file.lines[$0].text.isEmpty
    }
    guard headings.count >= Self.fewestIssues else { return }
    findHeadings()
    guard (Self.fewestIssues...Self.mostIssues).contains(found.count), isOrdered, isOfOneName,
      !isOneIssue(location), isPeriodical(location), let starts = starts(), haveTexts(starts)
    else { return }
    let name = name(in: titles.first)
    let year = year(in: titles.first)
    for (place, issue) in found.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1] : file.lines.count
      var named = issue.named
      named.name = named.name ?? name
      if named.date == nil, named.number?.year == nil { named.number?.year = year }
      issues.append(
        Issue(lines: (place == 0 ? 0 : starts[place])..<end, heading: issue.line, named: named))
    }
  }
}

// MARK: - Headings

extension VolumeFinder {
  /// Finds the headings with numbers of the level that the first of them has.
  private mutating func findHeadings() {
    for line in headings {
      let level = level(of: line)
      if !found.isEmpty, level != self.level { continue }
      guard let named = issue(at: line) else { continue }
      self.level = level
      found.append((line, named))
      guard found.count <= Self.mostIssues else { return }
    }
  }

  private func level(of line: Int) -> Int { file.lines[line].headingLevel ?? .max }

  private func issue(at line: Int) -> IssueHeading? {
    guard let text = file.shortString(line), let named = Self.heading(text.replacingLineFeeds()),
      let number = named.number, number.lastNumber == nil,
      number.number != nil || number.total != nil
    else { return nil }
    return named
  }

  /// What a heading says of an issue: a number, perhaps with a name before it or with words behind.
  static func heading(_ text: String) -> IssueHeading? {
    guard text.utf8.count <= IssueLine.maximumHeadingByteCount else { return nil }
    if let line = IssueLine.parse(text[...]) {
      return IssueHeading(number: line.number, date: line.date)
    }
    if let named = IssueLine.parseHeading(text[...]) { return named }
    var run = IssueRun()
    var scanner = LineScanner(Markup.stripped(text[...]))
    run.extend(from: &scanner)
    guard run.hasNumber, run.endedAtBlank || IssueLine.beginsApart(scanner.remainder) else {
      return nil
    }
    return IssueHeading(
      number: run.number, date: run.date, subtitle: IssueLine.words(in: scanner.remainder))
  }

  /// Whether each number is greater than the one before, or each is less.
  private var isOrdered: Bool {
    let numbers = found.compactMap(\.named.number)
    let years = found.map { $0.named.number?.year ?? $0.named.date?.year }
    let usesTotals = numbers.allSatisfy { $0.total != nil }
    let usesYears = !usesTotals && years.allSatisfy { $0 != nil }
    let keys = zip(numbers, years).map { number, year in
      (usesYears ? year ?? 0 : 0, usesTotals ? number.total ?? 0 : number.number ?? 0)
    }
    let pairs = zip(keys, keys.dropFirst())
    return pairs.allSatisfy { $0 < $1 } || pairs.allSatisfy { $0 > $1 }
  }

  private var isOfOneName: Bool {
    Set(found.compactMap { $0.named.name.map { FoldedTitle($0) } }).count <= 1
  }
}

// MARK: - What the file is

extension VolumeFinder {
  /// What titles the file: its front matter or page, and the headings above the first issue.
  private var titles: [String] {
    let above = headings.prefix { $0 < found[0].line }.filter { level(of: $0) <= level }
    return ([file.head.title].compactMap(\.self) + above).compactMap {
      file.shortString($0)?.replacingLineFeeds()
    }
  }

  /// Whether the file says that it is an issue itself.
  private func isOneIssue(_ location: FileLocation) -> Bool {
    func isSingle(_ number: IssueNumber?) -> Bool {
      guard let number, number.lastNumber == nil else { return false }
      return number.total != nil || number.number != nil && number.unit != .collection
    }
    let above = (0..<found[0].line).lazy.compactMap { file.shortString($0) }
    return isSingle(PathNaming.parse(fileName: location.fileName)?.number)
      || titles.contains { isSingle(Self.heading($0)?.number) }
      || above.contains { isSingle(IssueLine.parse($0[...])?.number) }
  }

  /// Whether the numbers are those of a periodical.
  ///
  /// Weeks, volumes and what is counted as No. 5 need the name of one in the title of the file, and No. 5 a day as well.
  private func isPeriodical(_ location: FileLocation) -> Bool {
    let isTitled =
      titles.prefix(1).contains(where: Self.isTitle) || Self.isTitle(location.fileName)
    let isIssue = found.count { issue in
      issue.named.number?.unit == .issue || issue.named.number?.total != nil
    }
    guard isTitled || isIssue == found.count else { return false }
    let isMarked = found.allSatisfy { issue in
      file.string(issue.line).unicodeScalars.contains {
        Self.marks.contains(LineFolding.fold($0))
      }
    }
    if isTitled, isMarked { return true }
    let dated = found.count { issue in
      issue.named.date?.day != nil || isMarked && issue.named.name.map(Self.isTitle) ?? false
    }
    return dated * 2 > found.count
  }

  private static let marks = Set("期辑卷号周".unicodeScalars)

  /// Whether a text is called like a periodical, and not like the notes of somebody.
  private static func isTitle(_ text: String) -> Bool {
    PeriodicalName.matches(looseWords.reduce(text) { $0.replacing($1, with: " ") })
  }

  private static let looseWords = ["日志", "记录", "紀錄", "纪录", "記錄", "动态", "動態", "报导", "報導"]

  /// The name of the bulletin in the title of a volume: 茶社周刊 of 茶社周刊第一季合集.
  private func name(in title: String?) -> String? {
    guard let title else { return nil }
    var end = title.unicodeScalars.endIndex
    for mark in Self.volumeMarks {
      guard let range = title.firstRange(of: mark) else { continue }
      end = min(end, range.lowerBound)
    }
    for (index, scalar) in zip(title.unicodeScalars.indices, title.unicodeScalars)
    where index < end && ("0"..."9").contains(LineFolding.fold(scalar)) {
      // Digits of a name have no number behind them: 5G简讯.
      let isName = PeriodicalName.matches(String(title[index..<end]))
      if !isName { end = index }
    }
    guard let name = IssueLine.name(in: title[..<end]), PeriodicalName.isName(name) else {
      return nil
    }
    return PeriodicalName.part(of: name)?.name ?? name
  }

  private static let volumeMarks = ["第", "合集", "合订", "合訂", "汇编", "彙編", "汇总", "全集", "精华", "（", "("]

  /// The only year in the title of a volume.
  private func year(in title: String?) -> Int? {
    guard let title else { return nil }
    let parts = title.split { !$0.isNumber }
    let years = Set(
      parts.compactMap { $0.count == 4 ? ChineseNumeral.value(of: $0) : nil }
        .filter { (1_900...2_100).contains($0) })
    return years.count == 1 ? years.first : nil
  }
}

// MARK: - Texts

extension VolumeFinder {
  /// The lines at which the issues begin; nil if other headings of their level or a higher one have text.
  private func starts() -> [Int]? {
    var starts: [Int] = []
    var others = 0
    var empty: Int?
    for (place, line) in headings.enumerated() where line >= found[0].line {
      guard starts.count < found.count else {
        // What is behind the last issue ends the volume.
        break
      }
      if line == found[starts.count].line {
        starts.append(starts.isEmpty ? line : empty ?? line)
        empty = nil
        continue
      }
      guard level(of: line) <= level else { continue }
      let next = place + 1 < headings.count ? headings[place + 1] : file.lines.count
      if level(of: line) < level {
        guard !hasText(line + 1..<next) else { return nil }
        empty = empty ?? line
      } else {
        others += 1
        empty = nil
      }
    }
    return others * Self.mostOthers <= found.count ? starts : nil
  }

  /// One heading without a number to so many with one.
  private static let mostOthers = 10

  private func isText(_ line: Int) -> Bool {
    switch file.lines[line].kind {
    case .text, .listItem, .table, .code, .image: !file.lines[line].text.isEmpty
    default: false
    }
  }

  private func hasText(_ lines: Range<Int>) -> Bool { lines.contains(where: isText) }

  /// Whether nearly all of the text is that of issues, and most of these have more than a summary.
  private func haveTexts(_ starts: [Int]) -> Bool {
    func length(_ lines: Range<Int>) -> Int {
      lines.reduce(0) { isText($1) ? $0 + file.lines[$1].text.count : $0 }
    }
    let last = found[found.count - 1].line
    let end =
      headings.first { $0 > last && level(of: $0) <= level } ?? file.lines.count
    let outside = length(0..<found[0].line) + length(end..<file.lines.count)
    guard outside * Self.mostOutside <= length(0..<file.lines.count) else { return false }
    var full = 0
    for place in found.indices {
      let next = place + 1 < starts.count ? starts[place + 1] : end
      if isFull(found[place].line, before: next) { full += 1 }
    }
    return full * 2 > found.count
  }

  /// One part of the text above the first issue and behind the last one to so many of all.
  private static let mostOutside = 4

  /// Whether an issue has more text than a list of issues or of their titles gives.
  private func isFull(_ heading: Int, before end: Int) -> Bool {
    // A heading that is a link leads to the issue itself.
    var needed = file.isLinkedHeading(heading) ? Self.fewestLinesBelowLink : Self.fewestLines
    for line in heading + 1..<max(heading + 1, end) {
      if file.lines[line].isHeading { needed = min(needed, Self.fewestLines) }
      if isText(line), isTelling(line) { needed -= 1 }
      if needed <= 0 { return true }
    }
    return false
  }

  private static let fewestLines = 2
  private static let fewestLinesBelowLink = 5

  /// Whether a line is a sentence, or too long for a title.
  private func isTelling(_ line: Int) -> Bool {
    let text = file.text[file.lines[line].text]
    return text.count >= Self.longestTitle
      || Self.stops.contains { text.suffix(3).elementsEqual($0) }
  }

  /// Thirty characters of Chinese.
  private static let longestTitle = 90
  private static let stops = ["。", "！", "？", "；"].map { Array($0.utf8) }
}
