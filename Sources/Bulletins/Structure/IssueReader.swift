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

  private let mostArticles: Int
  private let lineStarts: [Int]

  /// - Parameters:
  ///   - file: The file, or the part of it that an issue of a volume has.
  ///   - location: Its names.
  ///   - issue: The issue of a volume; nil for a file that is one.
  ///   - wish: How the siblings of the issue are divided; nil to decide by this one alone.
  ///   - mostArticles: More titles than these make it no issue.
  ///   - lineStarts: The bytes of the whole file at which its lines begin.
  init(
    _ file: ReadFile, location: FileLocation, issue: VolumeFinder.Issue? = nil,
    wish: Cutting? = nil, mostArticles: Int, lineStarts: [Int]
  ) {
    self.wish = wish
    self.mostArticles = mostArticles
    self.lineStarts = lineStarts
    marked = MarkedFile(file)
    mastheadFinder = MastheadFinder(marked, location: location, issue: issue)
    masthead = mastheadFinder.masthead
  }

  mutating func read() -> Bulletin {
    if mastheadFinder.hasNumberLine || mastheadFinder.isOfVolume {
      marked.set(.masthead, mastheadFinder.lines)
    }
    readContents()
    readFooter()
    let (divided, cutting) = divide()
    var outline = divided.outline
    EntryMatcher(entries).match(&outline, in: marked)
    let hasPages = hasPages
    if entries.isEmpty {
      let summary = SummaryFinder(outline, in: marked)
      (outline, marked, entries) = (summary.outline, summary.marked, summary.entries)
    }
    giveAuthors(to: &outline)
    var builder = ArticleBuilder(
      marked, sections: outline.sections, entries: entries, hasPages: hasPages)
    let articles = outline.articles.map { builder.build($0) }
    marked = builder.marked
    warn(of: outline, articles, builder)
    return Bulletin(
      masthead: masthead, contents: entries, sections: sections(of: outline), articles: articles,
      cutting: cutting, otherCuttings: divided.others, furniture: furniture,
      blocks: marked.blocks(),
      lineStarts: lineStarts, pages: marked.file.pages,
      warnings: warnings)
  }
}

extension IssueReader {
  /// The lines that belong to the issue and to none of its articles.
  private var furniture: SourceText {
    var builder = SourceTextBuilder(marked.file)
    for (index, line) in marked.file.lines.enumerated() where !line.text.isEmpty {
      switch marked.roles[index] {
      case .masthead, .contents, .footer, .furniture:
        if !builder.isEmpty { builder.insert(0x0A) }
        builder.append(TextRun(line: index, text: line.text))
      default: break
      }
    }
    return builder.text
  }

  private mutating func readContents() {
    let contents = ContentsFinder(marked)
    entries = contents.entries
    guard let first = contents.lines.first, let last = contents.lines.last else { return }
    contentsStart = first
    marked.set(.contents, contents.lines)
    // Blank lines within the contents belong to them.
    marked.set(.contents, (first...last).filter { marked.roles[$0] == .blank })
    nameSections()
  }

  /// Finds sections that the contents list with pages like titles, as programs make them.
  ///
  /// In the text, a section is a heading with nothing under it but a deeper one that the contents list too.
  private mutating func nameSections() {
    let matcher = ContentsMatcher(entries, in: marked)
    let sections = matcher.titles.values.filter { match in
      guard let first = match.lines.first, let last = match.lines.last,
        let level = marked.file.lines[first].headingLevel,
        let next = marked.nextOpen(last + 1), matcher.titles[next] != nil,
        let inner = marked.file.lines[next].headingLevel
      else { return false }
      return inner > level
    }
    guard !sections.isEmpty else { return }
    for match in sections { entries[match.entry].isSection = true }
    var section: String?
    for index in entries.indices {
      if entries[index].isSection { section = entries[index].title }
      entries[index].section = section
    }
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
    mastheadFinder.headingLine.map { marked.file.lines[$0].isHeading } ?? false
      || marked.roles.indices.contains { marked.isOpen($0) && marked.file.lines[$0].isHeading }
  }

  private static let sectionMark = Array("【".utf8)

  private var hasSectionMarks: Bool {
    marked.roles.indices.contains { index in
      guard marked.isOpen(index),
        marked.file.text[marked.file.lines[index].text].starts(with: Self.sectionMark),
        let text = marked.file.shortString(index, maximum: 90)
      else { return false }
      return SectionMark.parse(text[...]) != nil
    }
  }

  /// What a file is divided into, and in what other ways it could be.
  private struct Division {
    var outline: Outline
    var cutting: Cutting
    var others: Set<Cutting> = []
  }

  /// Divides the file as its siblings are, if its text holds that, else as it shows itself.
  private mutating func divide() -> (Division, Cutting) {
    let before = (marked, masthead)
    var own = divideAlone()
    if own.outline.articles.count > mostArticles {
      // A list of so many things is no issue.
      (marked, masthead) = before
      own = Division(outline: whole(), cutting: .whole)
    }
    guard let wish, own.others.contains(wish) else { return (own, own.cutting) }
    let alone = (marked, masthead)
    (marked, masthead) = before
    let wished = divide(as: wish)
    guard !wished.articles.isEmpty, wished.articles.count <= mostArticles else {
      (marked, masthead) = alone
      return (own, own.cutting)
    }
    own.outline = wished
    return (own, wish)
  }

  private mutating func divideAlone() -> Division {
    if entries.isEmpty, !mastheadFinder.hasNumberLine, let list = HeadlineList.outline(of: marked) {
      return Division(outline: list, cutting: .printed)
    }
    if isArticlePage { return Division(outline: whole(), cutting: .whole) }
    let others = otherCuttings
    if isOneArticle { return Division(outline: whole(), cutting: .whole, others: others) }
    guard isNewsletter else {
      return Division(
        outline: printed(), cutting: .printed, others: others.subtracting([.whole, .printed]))
    }
    let found = newsletter(as: nil)
    return Division(
      outline: found.outline, cutting: found.cutting,
      others: others.intersection([.printed, .whole]).union(found.others))
  }

  /// The ways that what is in the file would allow, but for entries without headings.
  private var otherCuttings: Set<Cutting> {
    guard entries.isEmpty else { return [] }
    var others: Set<Cutting> = []
    if hasHeadings { others.formUnion([.headings, .numberedLinks, .boldLines]) }
    if mastheadFinder.hasNumberLine || hasSectionMarks { others.insert(.printed) }
    if !mastheadFinder.hasNumberLine, !hasLinkedTitles, !hasSectionMarks { others.insert(.whole) }
    return others
  }

  private mutating func divide(as wish: Cutting) -> Outline {
    switch wish {
    case .printed: printed()
    case .whole: whole()
    case .headings, .numberedLinks, .boldLines: newsletter(as: wish).outline
    }
  }

  /// A page of a site that is one article, whatever headings are in it.
  private var isArticlePage: Bool {
    entries.isEmpty && !mastheadFinder.hasNumberLine && marked.file.page?.isArticle == true
  }

  /// Whether the file is an article with inner headings: a post of a site, or a text whose author stands under its
  /// only highest heading.
  private var isOneArticle: Bool {
    guard entries.isEmpty, !mastheadFinder.hasNumberLine, mastheadFinder.headingLine == nil,
      HeadReader.isPost(marked.file, masthead) || isSigned
    else { return false }
    return !hasLinkedTitles && !hasSectionMarks
  }

  /// Whether headings are links: entries of a list of things that others wrote.
  private var hasLinkedTitles: Bool {
    marked.roles.indices.lazy.filter {
      marked.isOpen($0) && marked.file.isLinkedHeading($0)
    }.prefix(2).count > 1
  }

  /// Whether 作者：… stands right under the first heading; who edits puts articles of others together.
  private var isSigned: Bool {
    guard masthead.number == nil || masthead.numberPlace == .fileName,
      let heading = marked.nextOpen(0), marked.file.lines[heading].isHeading,
      let level = marked.file.lines[heading].headingLevel,
      !PeriodicalName.matches(marked.file.string(heading)), let line = marked.nextOpen(heading + 1),
      let text = marked.file.shortString(line), let byline = Byline.topLine(text[...]),
      byline.credits.contains(where: {
        CreditRole.isWriting($0.role) && PersonName.matches($0.name[...])
      })
    else { return false }
    return marked.roles.indices.dropFirst(heading + 1).allSatisfy {
      !marked.isOpen($0) || (marked.file.lines[$0].headingLevel ?? Int.max) > level
    }
  }

  /// Whether the file shows pages: a masthead as in print, contents, page numbers, form feeds or section marks.
  private var hasPages: Bool {
    guard !marked.file.hasLinks else { return false }
    return mastheadFinder.hasNumberLine || !entries.isEmpty || marked.roles.contains(.furniture)
      || marked.file.source[marked.file.bytes].contains(0x0C) || hasSectionMarks
  }

  /// The authors that the front matter names wrote the leading article, or else the first.
  private func giveAuthors(to outline: inout Outline) {
    let authors = marked.file.head.authors
    guard !authors.isEmpty, let first = outline.articles.indices.first else { return }
    outline.articles[outline.articles.firstIndex(where: \.isLead) ?? first].authorLines = authors
  }

  /// All of the text as one article.
  private mutating func whole() -> Outline {
    var outline = Outline()
    let top = marked.nextOpen(0).flatMap { marked.file.lines[$0].isHeading ? $0 : nil }
    let heading =
      marked.file.page?.headline ?? top ?? NewsletterHead(marked, finder: mastheadFinder).line
    let titled = marked.file.head.title
    let repeats = titled.map { title in
      heading.map { FoldedTitle(marked.file.string($0)) == FoldedTitle(marked.file.string(title)) }
        ?? false
    }
    // The front matter is the title where the text has no heading of its own, or begins with an inner one.
    let line = titled == nil || repeats == true ? heading ?? titled : titled
    if let line, line == heading { marked.roles[line] = .title }
    guard let first = marked.nextOpen(0) ?? line else { return outline }
    let body = first == line ? first..<first : first..<marked.count
    outline.articles = [
      ArticleDraft(
        titleLines: line.map { [$0] } ?? [],
        title: line == nil ? OpeningWords.title(of: first, in: marked.file) : nil, body: body)
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

  private mutating func newsletter(as wish: Cutting?) -> EntrySplitter.Result {
    marked.set(.masthead, mastheadFinder.lines)
    let head = NewsletterHead(marked, finder: mastheadFinder)
    if let line = head.line {
      marked.roles[line] = .masthead
      if masthead.name == nil {
        let title = head.name == nil ? marked.file.string(line).replacingLineFeeds() : nil
        masthead.add(IssueClaim(place: .heading, name: head.name, title: title))
      }
      masthead.lines = masthead.lines ?? marked.file.lines[line].numbers
    }
    let result = NewsletterOutline(marked, head: head)
    marked = result.marked
    return EntrySplitter.split(result.outline, in: &marked, as: wish)
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
    var pages: [FoldedTitle: PageRange?] = [:]
    for entry in entries where entry.isSection {
      // Of several sections of one name, the first has the page.
      let name = FoldedTitle(entry.title)
      if pages[name] == nil { pages[name] = .some(entry.page) }
    }
    var article = 0
    for (index, draft) in outline.sections.enumerated() {
      while article < outline.articles.count, (outline.articles[article].section ?? -1) < index {
        article += 1
      }
      let first = article
      while article < outline.articles.count, outline.articles[article].section == index {
        article += 1
      }
      let page = pages[FoldedTitle(draft.name)] ?? nil
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
