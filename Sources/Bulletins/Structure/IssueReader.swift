/// Understands one file: masthead, contents and footer first, then what is between them.
struct IssueReader {
  private var marked: MarkedFile
  private let mastheadFinder: MastheadFinder
  private var masthead: Masthead
  private var entries: [ContentsEntry] = []
  private var contentsStart: Int?
  private var warnings: [ParseWarning] = []
  /// How the siblings of the issue are divided.
  private let wish: Cutting?

  init(_ file: ReadFile, location: FileLocation, wish: Cutting?) {
    self.wish = wish
    marked = MarkedFile(file)
    mastheadFinder = MastheadFinder(marked, location: location)
    masthead = mastheadFinder.masthead
  }

  mutating func read() -> Bulletin {
    if mastheadFinder.hasNumberLine { marked.set(.masthead, mastheadFinder.lines) }
    readContents()
    readFooter()
    let (divided, cutting) = divide()
    var outline = divided
    EntryMatcher(entries).match(&outline, in: marked)
    var builder = ArticleBuilder(marked, sections: outline.sections, entries: entries)
    let articles = outline.articles.map { builder.build($0) }
    marked = builder.marked
    warn(of: outline, articles, builder)
    return Bulletin(
      masthead: masthead, contents: entries, sections: sections(of: outline), articles: articles,
      cutting: cutting, blocks: marked.blocks(),
      lineStarts: LineCounter.lineStarts(in: marked.file.source),
      warnings: warnings)
  }
}

extension IssueReader {
  private mutating func readContents() {
    let contents = ContentsFinder(marked)
    entries = contents.entries
    guard let first = contents.lines.first, let last = contents.lines.last else { return }
    contentsStart = first
    marked.set(.contents, contents.lines)
    // Blank lines within the contents belong to them.
    marked.set(.contents, (first...last).filter { marked.roles[$0] == .blank })
  }

  private mutating func readFooter() {
    let lines = FooterFinder.find(in: marked)
    marked.set(.footer, lines)
    for line in lines.sorted(by: >) {
      guard let text = marked.file.shortString(line), let date = IssueDate.parse(text[...]) else {
        continue
      }
      masthead.add(IssueClaim(place: .text, date: date))
      return
    }
  }

  /// An issue that was written for a screen: it has headings, and neither contents nor, unless it
  /// has no links, a number on a line of its own or marks of sections.
  private var isNewsletter: Bool {
    guard entries.isEmpty, hasHeadings else { return false }
    return marked.file.hasLinks || !mastheadFinder.hasNumberLine && !hasSectionMarks
  }

  private var hasHeadings: Bool {
    marked.roles.indices.contains { marked.isOpen($0) && marked.file.lines[$0].isHeading }
  }

  private var hasSectionMarks: Bool {
    marked.roles.indices.contains { index in
      guard marked.isOpen(index), let text = marked.file.shortString(index, maximum: 90) else {
        return false
      }
      return text.hasPrefix("【") && SectionMark.parse(text[...]) != nil
    }
  }

  private mutating func divide() -> (Outline, Cutting) {
    switch wish {
    case .printed: (printed(), .printed)
    case .whole: (whole(), .whole)
    case .headings, .numberedLinks, .boldLines: hasHeadings ? newsletter() : (printed(), .printed)
    case nil where isArticlePage: (whole(), .whole)
    case nil: isNewsletter ? newsletter() : (printed(), .printed)
    }
  }

  /// A page of a site that is one article, whatever headings are in it.
  private var isArticlePage: Bool {
    entries.isEmpty && !mastheadFinder.hasNumberLine && marked.file.page?.isArticle == true
  }

  /// All of the text as one article.
  private mutating func whole() -> Outline {
    var outline = Outline()
    let headline =
      marked.file.page?.headline ?? NewsletterHead(marked, finder: mastheadFinder).line
    if let headline { marked.roles[headline] = .title }
    guard let first = marked.nextOpen(0) else { return outline }
    let opening = OpeningWords.title(of: first, in: marked.file)
    let title = headline == nil ? opening : nil
    outline.articles = [
      ArticleDraft(
        titleLines: headline.map { [$0] } ?? [], title: title, body: first..<marked.count)
    ]
    return outline
  }

  private mutating func printed() -> Outline {
    let matcher = ContentsMatcher(entries, in: marked)
    let result = PrintedOutline(marked, matcher: matcher, bulletinName: masthead.name)
    marked = result.marked
    var outline = result.outline
    markLeads(&outline)
    return outline
  }

  private mutating func newsletter() -> (Outline, Cutting) {
    let lead = NewsletterHead(marked, finder: mastheadFinder)
    if let line = lead.line {
      marked.roles[line] = .masthead
      if masthead.name == nil { masthead.add(IssueClaim(place: .heading, name: lead.name)) }
      masthead.lines = masthead.lines ?? marked.file.lines[line].numbers
    }
    let result = NewsletterOutline(marked, leadTitle: lead.title)
    marked = result.marked
    return EntrySplitter.split(result.outline, in: &marked)
  }

  /// An article before the contents or before the first section leads the issue.
  private func markLeads(_ outline: inout Outline) {
    let start = [contentsStart, outline.sections.first?.line].compactMap(\.self).min()
    guard let start else { return }
    for index in outline.articles.indices where outline.articles[index].entry == nil {
      let first =
        outline.articles[index].titleLines.first ?? outline.articles[index].body.lowerBound
      if first < start { outline.articles[index].isLead = true }
    }
  }

  private func sections(of outline: Outline) -> [Section] {
    var result: [Section] = []
    var article = 0
    for (index, draft) in outline.sections.enumerated() {
      while article < outline.articles.count, (outline.articles[article].section ?? -1) < index {
        article += 1
      }
      let first = article
      while article < outline.articles.count, outline.articles[article].section == index {
        article += 1
      }
      let name = FoldedTitle(draft.name)
      let page = entries.first { $0.isSection && FoldedTitle($0.title) == name }?.page
      result.append(
        Section(
          name: draft.name, line: marked.file.lines[draft.line].numbers.lowerBound, page: page,
          articles: first..<article))
    }
    return result
  }

  private mutating func warn(
    of outline: Outline, _ articles: [Article], _ builder: ArticleBuilder
  ) {
    for (index, article) in outline.articles.enumerated() {
      if let entry = article.entry {
        entries[entry].article = index
      } else if !entries.isEmpty, !article.isLead {
        warnings.append(
          .articleNotInContents(
            title: articles[index].title, line: articles[index].lines.lowerBound))
      }
    }
    for entry in entries where !entry.isSection && entry.article == nil {
      warnings.append(.contentsEntryUnmatched(title: entry.title, line: entry.line))
    }
    warnings += builder.doubledCharacters
    if let date = masthead.date, date.year < Self.firstYear {
      warnings.append(.dateOutOfRange(date))
    }
  }

  /// Before this year none of these bulletins had begun.
  private static let firstYear = 1949
}
