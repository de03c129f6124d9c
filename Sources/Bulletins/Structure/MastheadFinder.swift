/// Finds the masthead by its number line, or for a newsletter by its first heading.
struct MastheadFinder {
  private(set) var masthead = Masthead()
  /// The lines that are the masthead.
  private(set) var lines: Set<Int> = []
  /// Whether the number stands on a line of its own, as in print.
  private(set) var hasNumberLine = false

  private let marked: MarkedFile
  /// The short lines among which the masthead is looked for.
  private let candidates: [(line: Int, text: String)]

  /// How many lines of text a masthead may begin within.
  private static let searchedLineCount = 40

  init(_ marked: MarkedFile, fileName: String) {
    self.marked = marked
    candidates = Self.candidates(in: marked)
    if let index = numberLine() {
      hasNumberLine = true
      readPrinted(number: index)
    } else {
      readHeading()
    }
    let named = IssueLine.parseFileName(fileName)
    masthead.number = masthead.number ?? named?.number
    masthead.date = masthead.date ?? marked.file.frontMatterDate ?? named?.date
    if let first = lines.min(), let last = lines.max() {
      let all = marked.file.lines
      masthead.lines = all[first].numbers.lowerBound...all[last].numbers.upperBound
    }
  }

  private static func candidates(in marked: MarkedFile) -> [(line: Int, text: String)] {
    var result: [(Int, String)] = []
    var index = 0
    var textCount = 0
    while textCount < searchedLineCount, let line = marked.nextOpen(index) {
      textCount += 1
      index = line + 1
      if let text = marked.file.shortString(line) { result.append((line, text)) }
    }
    return result
  }
}

// Printed issues.
extension MastheadFinder {
  private mutating func numberLine() -> Int? {
    for (index, candidate) in candidates.enumerated() {
      guard let line = IssueLine.parse(candidate.text[...]) else { continue }
      masthead.number = line.number
      masthead.date = line.date
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
      if isFormality(candidates[index].text) { take(index) }
    }
  }

  private mutating func take(_ index: Int) {
    lines.insert(candidates[index].line)
  }

  private mutating func readName(above number: Int) {
    let above = candidates.indices.prefix(number).reversed()
    let below = candidates.indices.dropFirst(number + 1).prefix(1)
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
      guard let date = IssueDate.parse(candidates[index].text[...]) else { continue }
      masthead.date = date
      return take(index)
    }
  }

  private mutating func readPublisher(_ region: Range<Int>) {
    for index in region where !lines.contains(candidates[index].line) {
      let text = candidates[index].text
      guard Self.isOffice(text) else { continue }
      masthead.publisher = Self.name(text)
      return take(index)
    }
  }

  private static func isOffice(_ text: String) -> Bool {
    let name = name(text)
    return offices.contains { name.hasSuffix($0) } && !name.contains("，")
  }

  /// How the name of an office that issues a bulletin ends. 協會 and others: traditional forms.
  private static let offices = [
    "处", "会", "部", "室", "局", "中心", "公司", "编辑部", "委", "院", "厅", "社", "办", "组", "府",
    "處", "會", "編輯部", "廳", "辦", "組", "主办", "编印", "編印",
  ]

  /// The words without 主办 and 编印 and without blanks at the ends.
  private static func name(_ text: String) -> String {
    var name = text[...]
    for mark in ["编", "主办单位：", "主办：", "编印：", "编印单位："] where name.hasPrefix(mark) && mark != "编" {
      name = name.dropFirst(mark.count)
    }
    return String(name)
  }

  /// 内部资料 注意保存, 秘密, 编号 001, 签发：…
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
    for candidate in candidates.prefix(Self.headingLineCount) {
      let isHeading = marked.file.lines[candidate.line].isHeading
      guard isHeading || candidate.line == candidates.first?.line,
        let line = IssueLine.parseHeading(candidate.text[...])
      else { continue }
      masthead.name = line.name
      masthead.subtitle = line.subtitle
      masthead.number = line.number
      masthead.date = line.date
      lines.insert(candidate.line)
      return
    }
  }

  /// Above the heading of a newsletter there may be a picture or a line or two.
  private static let headingLineCount = 5
}
