/// Makes articles of drafts: titles, bylines and texts.
struct ArticleBuilder {
  private(set) var marked: MarkedFile
  private var repair: PageBreakRepair
  private let sections: [SectionDraft]
  private let entries: [ContentsEntry]

  init(_ marked: MarkedFile, sections: [SectionDraft], entries: [ContentsEntry]) {
    self.marked = marked
    self.sections = sections
    self.entries = entries
    repair = PageBreakRepair(marked.file)
  }

  /// Characters that two halves of a paragraph repeat and that were kept.
  var doubledCharacters: [ParseWarning] {
    repair.kept.map { .doubledCharacters($0.characters, line: $0.line) }
  }

  mutating func build(_ draft: ArticleDraft) -> Article {
    let file = marked.file
    let open = draft.preface.filter { marked.isOpen($0) } + draft.body.filter { marked.isOpen($0) }
    let runs = open.map {
      TextRun(line: $0, text: file.lines[$0].text)
    }
    let found = BylineFinder(runs, in: file)
    marked.set(.byline, found.lines)
    let built = TextBuilder(found.runs, repair: &repair)
    let first =
      [draft.titleLines.first, runs.first?.line].compactMap(\.self).min() ?? draft.body.lowerBound
    let last = max(runs.last?.line ?? first, draft.titleLines.last ?? first)
    return Article(
      title: title(of: draft), titleRange: titleRange(of: draft, runs),
      section: draft.section.map { sections[$0].name }, byline: found.byline,
      source: found.source, page: draft.entry.flatMap { entries[$0].page }, text: built.text,
      lines: lineNumbers(first, last), joins: built.joins,
      isListedInContents: draft.entry != nil, isLead: draft.isLead)
  }

  /// The lines of a title with a blank between; a subtitle brings its own dash.
  private func title(of draft: ArticleDraft) -> String {
    let lines = draft.titleLines.map { marked.file.string($0).replacingLineFeeds() }
    let title = lines.dropFirst().reduce(lines.first ?? "") { title, line in
      line.unicodeScalars.first == "—" ? title + line : title + " " + line
    }
    return draft.title ?? title
  }

  private func titleRange(of draft: ArticleDraft, _ runs: [TextRun]) -> Range<Int> {
    let lines = draft.titleLines.isEmpty ? runs.prefix(1).map(\.line) : draft.titleLines
    guard let first = lines.first, let last = lines.last else { return 0..<0 }
    let start = marked.file.visibleBytes(first).lowerBound
    return start..<max(start, marked.file.visibleBytes(last).upperBound)
  }

  private func lineNumbers(_ first: Int, _ last: Int) -> ClosedRange<Int> {
    let lines = marked.file.lines
    guard first < lines.count, last < lines.count else { return 1...1 }
    let start = lines[first].numbers.lowerBound
    return start...max(start, lines[last].numbers.upperBound)
  }
}
