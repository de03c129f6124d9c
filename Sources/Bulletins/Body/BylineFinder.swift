/// Finds who wrote an article and takes it out of the text.
struct BylineFinder {
  private(set) var byline: Byline?
  private(set) var source: String?
  /// The lines that are a byline and nothing else.
  private(set) var lines: [Int] = []
  /// The text without bylines.
  private(set) var runs: [TextRun]

  private let file: ReadFile
  /// The run that stands right under the title: words of the editors may come before it.
  private var top: Int
  /// The words of bylines and sources, as they were found.
  private var words: [TextRun] = []

  /// How many bylines, sources and editors may stand under each other at the end.
  private static let mostCredits = 4
  /// How many bytes at the end or the start of a paragraph are looked at: eighty characters.
  private static let searchedByteCount = 240

  /// - Parameters:
  ///   - runs: The lines of the article.
  ///   - prefaceCount: How many of them stand above the title.
  ///   - file: The file.
  ///   - authorLines: The lines of front matter that name authors.
  init(_ runs: [TextRun], prefaceCount: Int = 0, in file: ReadFile, authorLines: [Int] = []) {
    self.runs = runs
    self.file = file
    top = prefaceCount
    if top < runs.count, EditorsNote.begins(file.text[runs[top].text]) { top += 1 }
    readTop()
    readUnitLine()
    if byline == nil { readSignature() }
    if byline == nil { readFrontMatter(authorLines) }
    for _ in 0..<Self.mostCredits where !readEnd() { break }
    readLeading()
  }

  /// 作者：甲 and its like below the title, perhaps with 原文：… and a date between.
  private mutating func readTop() {
    var position = top
    for _ in 0..<Self.mostTopLines {
      guard position < runs.count, isText(runs[position]),
        runs[position].text.count <= Self.searchedByteCount
      else { return }
      let run = runs[position]
      let text = string(run.text)
      if SourceCredit.trailing(in: text[...]) == nil, let found = Byline.topLine(text[...]) {
        add(found, from: run.text.lowerBound, to: run.text.upperBound, in: run.line)
        lines.append(run.line)
        runs.remove(at: position)
      } else if Self.openings.contains(where: { text.hasPrefix($0) })
        || IssueDate.parse(text[...]) != nil
      {
        position += 1
      } else {
        return
      }
    }
  }

  private static let mostTopLines = 6
  private static let openings = ["原文", "来源", "來源", "链接", "译自", "时间", "日期", "发布"]

  /// The name above the date that ends a letter.
  private mutating func readSignature() {
    guard runs.count > 2, let last = runs.last, isText(last), last.text.count <= 90 else { return }
    let run = runs[runs.count - 2]
    guard isText(run), run.text.count <= 90,
      IssueDate.parse(string(last.text)[...], isTaiwanese: true) != nil,
      let found = Byline.signature(string(run.text)[...])
    else { return }
    add(found, from: run.text.lowerBound, to: run.text.upperBound, in: run.line)
    lines.append(run.line)
    runs.remove(at: runs.count - 2)
  }

  /// The authors that the front matter names.
  private mutating func readFrontMatter(_ lines: [Int]) {
    for line in lines {
      let range = file.lines[line].text
      let text = string(range)
      guard !text.isEmpty else { continue }
      let names =
        PersonName.list(in: text[...])
        ?? (PersonName.isInverted(text) ? [text] : nil)
        ?? text.unicodeScalars.split { "、,，;；&".unicodeScalars.contains($0) }
        .map { String(Substring($0).trimmed) }.filter { !$0.isEmpty }
      let found = Byline(text: text, authors: names, range: 0..<text.utf8.count)
      add(found, from: range.lowerBound, to: range.upperBound, in: line)
    }
  }

  /// 单位 姓名, or a name alone, right under the title.
  private mutating func readUnitLine() {
    guard top + 1 < runs.count else { return }
    let first = runs[top]
    guard isText(first), first.text.count <= 90 else { return }
    let text = string(first.text)
    guard let found = Byline.unitLine(text[...]) ?? Byline.nameLine(text[...]) else { return }
    add(found, from: first.text.lowerBound, to: first.text.upperBound, in: first.line)
    lines.append(first.line)
    runs.remove(at: top)
  }

  /// Takes one byline, source or editor off the end; returns whether there was one.
  private mutating func readEnd() -> Bool {
    guard let position = runs.lastIndex(where: { file.lines[$0.line].kind != .image }),
      isText(runs[position])
    else { return false }
    let run = runs[position]
    guard mayEndWithCredit(run) else { return false }
    let start = scalarStart(max(run.text.lowerBound, run.text.upperBound - Self.searchedByteCount))
    let tail = string(start..<run.text.upperBound)
    if let credit = SourceCredit.trailing(in: tail[...]) {
      source = source ?? credit.source
      let from = start + tail.utf8.distance(from: tail.startIndex, to: credit.start)
      words.append(TextRun(line: run.line, text: withoutBrackets(from..<run.text.upperBound)))
      shorten(position, to: from)
      return true
    }
    if let found = Byline.trailing(in: tail[...]), mayBeSigned(run, before: found.start, of: tail) {
      let from = start + tail.utf8.distance(from: tail.startIndex, to: found.start)
      add(found.byline, from: from, to: run.text.upperBound, in: run.line)
      shorten(position, to: from)
      return true
    }
    guard start == run.text.lowerBound, let editor = Byline.responsibleEditor(tail[...]) else {
      return false
    }
    add(editor, from: start, to: run.text.upperBound, in: run.line)
    shorten(position, to: start)
    return true
  }

  /// Whether brackets may sign what is before them: `@beta（王春生）` in a list of contributors is no text of hers.
  private func mayBeSigned(_ run: TextRun, before start: Substring.Index, of tail: String) -> Bool {
    guard file.lines[run.line].kind == .listItem, start > tail.startIndex else { return true }
    let last = tail[..<start].trimmed.unicodeScalars.last
    return last.map { "。！？”…!?.；;".unicodeScalars.contains($0) } ?? true
  }

  /// The cheap test: a line that is short as a whole, or a closing bracket.
  private func mayEndWithCredit(_ run: TextRun) -> Bool {
    let text = file.text[run.text]
    return text.count <= Self.searchedByteCount / 2
      || text.last == UInt8(ascii: ")") || text.suffix(3).elementsEqual(Self.bracket)
  }

  private static let bracket = Array("）".utf8)

  /// 本报讯（通讯员 甲 记者 乙） stays in the text: it is the opening of a sentence.
  private mutating func readLeading() {
    guard byline == nil, let first = runs.dropFirst(top).first(where: { isText($0) }) else {
      return
    }
    let end = scalarStart(
      min(first.text.upperBound, first.text.lowerBound + Self.searchedByteCount))
    let head = string(first.text.lowerBound..<end)
    guard let found = Byline.leading(in: head[...])?.byline else { return }
    let range = found.range
    add(
      found, from: first.text.lowerBound + range.lowerBound,
      to: first.text.lowerBound + range.upperBound, in: first.line)
  }
}

extension BylineFinder {
  /// The words of all bylines and sources in printed order, with a blank between two.
  var creditText: SourceText? {
    var builder = SourceTextBuilder(file)
    for run in words.sorted(by: { $0.text.lowerBound < $1.text.lowerBound }) {
      if !builder.isEmpty { builder.insert(0x20) }
      builder.appendOnOneLine(run)
    }
    return builder.isEmpty ? nil : builder.text
  }

  /// Where words stand in a part of ``ReadFile/text`` that has them.
  private func range(of words: String, in part: Range<Int>) -> Range<Int> {
    let words = Array(words.utf8)
    var start = part.lowerBound
    while start + words.count <= part.upperBound {
      let range = start..<start + words.count
      if file.text[range].elementsEqual(words) { return range }
      start += 1
    }
    return part
  }

  /// A part of ``ReadFile/text`` without a pair of brackets around it.
  private func withoutBrackets(_ part: Range<Int>) -> Range<Int> {
    let text = string(part)
    guard let (inner, _, _) = Byline.trailingBrackets(of: text[...]) else {
      return Blanks.trimmed(part, in: file.text)
    }
    let start = part.lowerBound + text.utf8.distance(from: text.startIndex, to: inner.startIndex)
    return start..<start + inner.utf8.count
  }

  private func isText(_ run: TextRun) -> Bool {
    switch file.lines[run.line].kind {
    case .text, .listItem: true
    default: false
    }
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: file.text[range], as: UTF8.self)
  }

  private func scalarStart(_ offset: Int) -> Int {
    var offset = offset
    while offset > 0, offset < file.text.count, file.text[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  private mutating func shorten(_ position: Int, to end: Int) {
    let start = runs[position].text.lowerBound
    let text = Blanks.trimmed(start..<max(start, end), in: file.text)
    guard text.isEmpty else {
      runs[position].text = text
      return
    }
    lines.append(runs[position].line)
    runs.remove(at: position)
  }

  /// Adds a byline to those found before, in the order in which they are printed.
  private mutating func add(_ found: Byline, from: Int, to: Int, in line: Int) {
    var found = found
    let first = file.sourceOffset(ofTextOffset: from, in: line)
    let last = file.sourceOffset(ofTextOffset: max(from, to - 1), in: line) + 1
    found.range = first..<max(first, last)
    words.append(TextRun(line: line, text: range(of: found.text, in: from..<to)))
    guard var whole = byline else {
      byline = found
      return
    }
    let isInFront = found.range.lowerBound < whole.range.lowerBound
    let (front, back) = isInFront ? (found, whole) : (whole, found)
    whole.text = front.text + " " + back.text
    whole.authors = front.authors + back.authors.filter { !front.authors.contains($0) }
    whole.unit = front.unit ?? back.unit
    whole.credits = front.credits + back.credits
    whole.range = front.range.lowerBound..<max(front.range.upperBound, back.range.upperBound)
    byline = whole
  }
}
