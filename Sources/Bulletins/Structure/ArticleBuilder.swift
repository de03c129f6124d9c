/// Makes articles of drafts: titles, bylines and texts.
struct ArticleBuilder {
  private(set) var marked: MarkedFile
  private var repair: PageBreakRepair
  /// The names of the sections, which their articles share.
  private let sections: [SourceText]
  private let entries: [ContentsEntry]

  /// - Parameters:
  ///   - marked: The file.
  ///   - sections: Its sections.
  ///   - entries: Its contents.
  ///   - hasPages: Whether the file shows that it was cut into pages.
  init(
    _ marked: MarkedFile, sections: [SectionDraft], entries: [ContentsEntry], hasPages: Bool
  ) {
    self.marked = marked
    self.sections = sections.map { section in
      var builder = SourceTextBuilder(marked.file)
      builder.append(section.name, in: section.line)
      return builder.text
    }
    self.entries = entries
    repair = PageBreakRepair(marked.file, hasPages: hasPages)
  }

  /// Characters that two halves of a paragraph repeat and that were kept.
  var doubledCharacters: [ParseWarning] {
    repair.kept.map { .doubledCharacters($0.characters, line: $0.line) }
  }

  mutating func build(_ draft: ArticleDraft) -> Article {
    let file = marked.file
    var runs: [TextRun] = []
    for lines in [draft.preface, draft.body] {
      for line in lines where marked.isOpen(line) {
        runs.append(TextRun(line: line, text: file.lines[line].text))
      }
    }
    let prefaceCount = runs.prefix { draft.preface.contains($0.line) }.count
    let found = BylineFinder(
      runs, prefaceCount: prefaceCount, in: file, authorLines: draft.authorLines)
    marked.set(.byline, found.lines)
    let built = TextBuilder(found.runs, repair: &repair)
    let first =
      [draft.titleLines.first, runs.first?.line].compactMap(\.self).min() ?? draft.title?.line
      ?? draft.body.lowerBound
    let last = max(runs.last?.line ?? first, draft.titleLines.last ?? first)
    return Article(
      titleText: title(of: draft), sectionText: draft.section.map { sections[$0] },
      byline: found.byline,
      source: found.source, creditText: found.creditText,
      page: draft.entry.flatMap { entries[$0].page }, text: built.text,
      lines: lineNumbers(first, last), joins: built.joins,
      isListedInContents: draft.entry != nil, isLead: draft.isLead)
  }

  /// The lines of a title with a blank between; a subtitle brings its own dash.
  private func title(of draft: ArticleDraft) -> SourceText {
    var builder = SourceTextBuilder(marked.file)
    if let title = draft.title {
      builder.append(title.text, in: title.line)
      return builder.text
    }
    for line in draft.titleLines {
      let text = marked.file.lines[line].text
      if !builder.isEmpty, !marked.file.text[text].starts(with: Self.dash) { builder.insert(0x20) }
      builder.appendOnOneLine(TextRun(line: line, text: text))
    }
    return builder.text
  }

  private static let dash = Array("—".utf8)

  private func lineNumbers(_ first: Int, _ last: Int) -> ClosedRange<Int> {
    let lines = marked.file.lines
    guard first < lines.count, last < lines.count else { return 1...1 }
    let start = lines[first].numbers.lowerBound
    return start...max(start, lines[last].numbers.upperBound)
  }
}
