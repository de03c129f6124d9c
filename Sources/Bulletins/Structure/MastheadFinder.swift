/// Finds the masthead by its number line, or for a newsletter by its first heading.
struct MastheadFinder {
  private(set) var masthead = Masthead()
  /// The lines that are the masthead.
  private(set) var lines: Set<Int> = []
  /// Whether the number stands on a line of its own, as in print.
  private(set) var hasNumberLine = false

  /// Whether the lines are those of an issue of a volume.
  let isOfVolume: Bool

  /// The heading that names a newsletter.
  private(set) var headingLine: Int?

  private let marked: MarkedFile
  /// The short lines among which the masthead is looked for.
  private let candidates: [(line: Int, text: String)]

  /// How many lines of text a masthead may begin within.
  private static let searchedLineCount = 40

  /// - Parameters:
  ///   - marked: The file, or the part of it that an issue of a volume has.
  ///   - location: Its names, which do not say anything of an issue of a volume.
  ///   - issue: The issue of a volume; nil for a file that is one.
  init(_ marked: MarkedFile, location: FileLocation, issue: VolumeFinder.Issue? = nil) {
    self.marked = marked
    isOfVolume = issue != nil
    candidates = Self.candidates(in: marked, from: issue.map { $0.heading - $0.lines.lowerBound })
    if let issue {
      readIssue(issue)
    } else if let index = numberLine() {
      hasNumberLine = true
      readPrinted(number: index)
    } else {
      readHeading()
    }
    let (name, number, date) = (masthead.name, masthead.number, masthead.date)
    (masthead.name, masthead.number, masthead.date) = (nil, nil, nil)
    masthead.add(
      IssueClaim(
        place: hasNumberLine ? .printedMasthead : .heading, name: name, title: masthead.subtitle,
        number: number, date: date))
    if let date = dateOfText() { masthead.add(IssueClaim(place: .text, date: date)) }
    if issue == nil { addClaimsOfFile(location) }
    if let first = lines.min(), let last = lines.max() {
      let all = marked.file.lines
      masthead.lines = all[first].numbers.lowerBound...all[last].numbers.upperBound
    }
  }

  private mutating func addClaimsOfFile(_ location: FileLocation) {
    masthead.add(HeadReader.claim(of: marked.file))
    for claim in marked.file.page?.claims ?? [] { masthead.add(claim) }
    if let named = PathNaming.parse(folders: location.folders) { add(named, .folders) }
    if let named = PathNaming.parse(fileName: location.fileName) { add(named, .fileName) }
  }

  /// The words beside a number in a path are often no name: record20050618.
  private mutating func add(_ named: IssueHeading, _ place: IssueClaim.Place) {
    let name = named.name.flatMap { PeriodicalName.isName($0) ? $0 : nil }
    masthead.add(IssueClaim(place: place, name: name, number: named.number, date: named.date))
  }

  private static func candidates(in marked: MarkedFile, from start: Int?)
    -> [(line: Int, text: String)]
  {
    var result: [(Int, String)] = []
    var index = start ?? 0
    var textCount = 0
    while textCount < searchedLineCount, let line = marked.nextOpen(index) {
      textCount += 1
      index = line + 1
      if let text = marked.file.shortString(line) { result.append((line, text)) }
    }
    return result
  }
}

// Issues of volumes.
extension MastheadFinder {
  /// Takes the heading of an issue with what stands right below it, and headings above that have no issue.
  private mutating func readIssue(_ issue: VolumeFinder.Issue) {
    let heading = issue.heading - issue.lines.lowerBound
    masthead.name = issue.named.name
    masthead.subtitle = issue.named.subtitle
    masthead.number = issue.named.number
    masthead.date = issue.named.date
    headingLine = heading
    lines = Set((0...heading).filter { marked.isOpen($0) && marked.file.lines[$0].isHeading })
    readBelow(0)
  }
}

// Printed issues.
extension MastheadFinder {
  private mutating func numberLine() -> Int? {
    var headingCount = 0
    for (index, candidate) in candidates.enumerated() {
      let line = marked.file.lines[candidate.line]
      if line.isHeading { headingCount += 1 }
      guard headingCount <= Self.mostHeadings else { return nil }
      guard line.isHeading || line.kind == .text,
        let number = IssueLine.parse(candidate.text[...])
      else { continue }
      masthead.number = number.number
      masthead.date = number.date
      masthead.publisher = number.publisher
      return index
    }
    return nil
  }

  private mutating func readPrinted(number: Int) {
    take(number)
    readName(above: number)
    let region = region(around: number)
    readDate(region, number: number)
    readPublisher(region)
    for index in region where !lines.contains(candidates[index].line) {
      if isFormality(candidates[index].text) || isEnclosed(index) { take(index) }
    }
    readTheme(region)
  }

  /// Whether the lines of the masthead stand above and below a line.
  private func isEnclosed(_ index: Int) -> Bool {
    guard let first = lines.min(), let last = lines.max() else { return false }
    return (first...last).contains(candidates[index].line)
  }

  /// A special issue prints what it is about on a line of its own.
  private mutating func readTheme(_ region: Range<Int>) {
    guard let number = masthead.number, number.kind != .regular, number.theme == nil else { return }
    for index in region {
      let text = candidates[index].text
      guard text.utf8.count <= 90, text.hasSuffix("专刊") || text.hasSuffix("特刊") else { continue }
      masthead.number?.theme = String(text.dropLast(2))
      return take(index)
    }
  }

  private mutating func take(_ index: Int) {
    lines.insert(candidates[index].line)
  }

  private mutating func readName(above number: Int) {
    let above = candidates.indices.prefix(number).reversed()
    let below = candidates.indices.dropFirst(number + 1).prefix(1).filter {
      mayBeName(at: $0, below: number)
    }
    let headings = Array(above) + below
    let index =
      headings.first { marked.file.lines[candidates[$0].line].isHeading }
      ?? above.first { isName(candidates[$0].text) }
    guard let index else { return }
    take(index)
    let named = IssueLine.parseHeading(candidates[index].text[...])
    masthead.name = named?.name ?? Self.name(candidates[index].text)
    masthead.subtitle = named?.subtitle
  }

  /// Whether a heading right below the number is the name of the bulletin, and not the first of its sections.
  private func mayBeName(at index: Int, below number: Int) -> Bool {
    let level = marked.file.lines[candidates[index].line].headingLevel ?? Int.max
    if let own = marked.file.lines[candidates[number].line].headingLevel, level > own {
      return false
    }
    return level == 1 || PeriodicalName.isName(candidates[index].text)
  }

  /// A name is short and no sentence, date or field.
  private func isName(_ text: String) -> Bool {
    text.utf8.count <= 90 && !text.contains("：") && !text.contains("。")
      && IssueDate.parse(text[...]) == nil && !isFormality(text)
  }

  /// The lines around the number up to the first that begins the body.
  private func region(around number: Int) -> Range<Int> {
    var end = number + 1
    while end < candidates.count, !beginsBody(end) { end += 1 }
    var start = number
    while start > 0, !beginsBody(start - 1) || lines.contains(candidates[start - 1].line) {
      start -= 1
    }
    return start..<end
  }

  private func beginsBody(_ index: Int) -> Bool {
    let candidate = candidates[index]
    return marked.file.lines[candidate.line].isHeading || candidate.text.utf8.count > 90
      || candidate.text.contains("。") || SectionMark.parse(candidate.text[...]) != nil
      || ContentsLine.isHeading(candidate.text[...])
  }

  private mutating func readDate(_ region: Range<Int>, number: Int) {
    guard masthead.date == nil else { return }
    let nearest = region.sorted { abs($0 - number) < abs($1 - number) }
    for index in nearest {
      guard let date = date(of: candidates[index].text) else { continue }
      masthead.date = date
      return take(index)
    }
  }

  /// The name, the name of the office and the number may be headings; what comes later is the body.
  private static let mostHeadings = 3

  private mutating func readPublisher(_ region: Range<Int>) {
    guard masthead.publisher == nil else { return }
    for index in region where !lines.contains(candidates[index].line) {
      let text = candidates[index].text
      guard IssueLine.isOffice(Self.name(text)[...]) else { continue }
      masthead.publisher = Self.name(text)
      return take(index)
    }
  }

  /// The words without 主办： and 编印： in front.
  private static func name(_ text: String) -> String {
    let mark = ["主办单位：", "主办：", "编印单位：", "编印："].first { text.hasPrefix($0) }
    return String(text.dropFirst(mark?.count ?? 0))
  }

  /// Whether a line is one of those that official papers carry: 秘密, 编号 001, 签发：….
  private func isFormality(_ text: String) -> Bool {
    text.utf8.count <= 90 && Self.formalities.contains { text.contains($0) }
  }

  private static let formalities = [
    "内部资料", "內部資料", "注意保存", "内部刊物", "秘密", "机密", "绝密", "編號", "编号", "签发", "簽發",
    "准印证", "主办", "编印",
  ]
}

// Newsletters.
extension MastheadFinder {
  /// The heading at the top of a newsletter: `# 某某周刊（第 288 期）：副题`.
  private mutating func readHeading() {
    for (index, candidate) in candidates.enumerated().prefix(Self.headingLineCount) {
      let isHeading = marked.file.lines[candidate.line].isHeading
      guard isHeading || candidate.line == candidates.first?.line,
        let line = IssueLine.parseHeading(candidate.text[...]), mayBeMasthead(index, line)
      else { continue }
      masthead.name = line.name
      masthead.subtitle = line.subtitle
      masthead.number = line.number
      masthead.date = line.date
      lines.insert(candidate.line)
      headingLine = candidate.line
      readAround(index)
      return
    }
  }

  /// Above the heading of a newsletter there may be a picture or a line or two.
  private static let headingLineCount = 5

  /// Whether a heading with a number or a date names the issue: an entry and an inner heading may have one too.
  private func mayBeMasthead(_ index: Int, _ line: IssueHeading) -> Bool {
    let isPeriodical = line.name.map(PeriodicalName.matches) ?? false
    guard let level = marked.file.lines[candidates[index].line].headingLevel else {
      // The first line of a text without headings, or one above them.
      return line.number != nil || isPeriodical
    }
    let above = candidates[..<index].filter { marked.file.lines[$0.line].isHeading }
    guard let first = above.first else {
      return line.number != nil || isPeriodical || isAlone(index, level) && mayBeName(line)
    }
    let firstLevel = marked.file.lines[first.line].headingLevel ?? level
    if level > firstLevel { return line.number != nil && isPeriodical && above.count == index }
    return repeats(first.text, in: line)
      || above.count == index && (line.number != nil || isPeriodical)
  }

  private func mayBeName(_ line: IssueHeading) -> Bool {
    line.name.map(PeriodicalName.mayBeName) ?? false
  }

  /// Whether no later heading has the level of this one or a higher one.
  private func isAlone(_ index: Int, _ level: Int) -> Bool {
    marked.roles.indices.dropFirst(candidates[index].line + 1).allSatisfy {
      !marked.isOpen($0) || (marked.file.lines[$0].headingLevel ?? Int.max) > level
    }
  }

  private func repeats(_ name: String, in line: IssueHeading) -> Bool {
    line.name.map { FoldedTitle($0) == FoldedTitle(name) } ?? false
  }

  /// Takes what belongs to the heading: one above it in another language, and what stands below it.
  private mutating func readAround(_ index: Int) {
    let level = marked.file.lines[candidates[index].line].headingLevel ?? 0
    for above in candidates.indices[..<index].reversed() {
      let text = candidates[above].text
      if let date = date(of: text), masthead.date == nil {
        masthead.date = date
      } else if marked.file.lines[candidates[above].line].headingLevel ?? 0 != level
        || text.utf8.count > Self.longestFormality
      {
        break
      }
      take(above)
    }
    readBelow(index)
  }

  /// Takes 周报第二期 or a date below the heading.
  private mutating func readBelow(_ index: Int) {
    for below in candidates.indices.dropFirst(index + 1).prefix(Self.linesBelow) {
      let text = candidates[below].text
      guard marked.file.lines[candidates[below].line].kind == .text,
        text.utf8.count <= Self.longestFormality
      else { return }
      if masthead.date == nil, let date = date(of: text) {
        masthead.date = date
      } else if masthead.number == nil, let line = IssueLine.parseHeading(text[...]),
        line.subtitle == nil,
        let number = line.number, line.name.map(PeriodicalName.isName) ?? true
      {
        masthead.number = number
        masthead.date = masthead.date ?? line.date
      } else {
        return
      }
      take(below)
    }
  }

  private static let linesBelow = 2
  /// Thirty characters of Chinese.
  private static let longestFormality = 90
}

// Dates that the text gives.
extension MastheadFinder {
  private func date(of text: String) -> IssueDate? {
    if let date = IssueDate.parse(text[...]) { return date }
    return IssueDate.parse(text[...], isTaiwanese: true).flatMap {
      marked.file.isTraditional ? $0 : nil
    }
  }

  /// 日期：… or a date alone on a line near the top; else the date that ends the text, as it does a letter.
  private func dateOfText() -> IssueDate? {
    var headingCount = 0
    for candidate in candidates.prefix(Self.topLineCount) {
      if marked.file.lines[candidate.line].isHeading { headingCount += 1 }
      // What an entry says of its time is not the date of the issue.
      guard headingCount < 2 else { break }
      let text = candidate.text
      let labelled =
        IssueDate.parseLabelled(text[...])
        ?? IssueDate.parseLabelled(text[...], isTaiwanese: true).flatMap {
          marked.file.isTraditional ? $0 : nil
        }
      let date = labelled ?? date(of: text)
      if let date { return date }
    }
    guard let last = marked.previousOpen(marked.count),
      let text = marked.file.shortString(last, maximum: 90)
    else { return nil }
    return date(of: text)
  }

  /// How many lines the top of a text has.
  private static let topLineCount = 10
}
