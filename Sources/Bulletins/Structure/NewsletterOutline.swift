/// Divides an issue that was born as Markdown: headings are sections or entries by their place in
/// the hierarchy.
///
/// A heading whose text begins with deeper headings is a section and they are its entries; a
/// heading with text is an article, and what is deeper belongs to it. Where most headings of the
/// highest level are sections, text under one of them is an entry too.
struct NewsletterOutline {
  private(set) var outline = Outline()
  private(set) var marked: MarkedFile

  private let headings: [Heading]
  private let sectionLevel: Int
  private let sectionsHaveEntries: Bool

  private struct Heading {
    var line: Int
    var level: Int
    /// Whether text comes before the next heading.
    var hasText: Bool
    /// Whether the next heading is deeper and a title.
    var hasEntries: Bool
  }

  /// Text before the first heading becomes the leading article, titled `leadTitle`.
  init(_ marked: MarkedFile, leadTitle: BorrowedTitle?) {
    self.marked = marked
    headings = Self.headings(in: marked)
    let level = headings.map(\.level).min() ?? 1
    sectionLevel = level
    sectionsHaveEntries = Self.areSections(headings.filter { $0.level == level })
    readLead(title: leadTitle)
    readHeadings()
    outline.close(before: marked.count)
  }

  private static func headings(in marked: MarkedFile) -> [Heading] {
    let lines = marked.roles.indices.filter {
      marked.isOpen($0) && marked.file.lines[$0].isHeading
    }
    return lines.enumerated().map { position, line in
      let next = position + 1 < lines.count ? lines[position + 1] : marked.count
      let level = marked.file.lines[line].headingLevel ?? 1
      let isDeeper = next < marked.count && (marked.file.lines[next].headingLevel ?? 1) > level
      return Heading(
        line: line, level: level, hasText: marked.nextOpen(line + 1, before: next) != nil,
        hasEntries: isDeeper && isEntryTitle(next, in: marked))
    }
  }

  /// `Update：` opens a list, it is no title.
  private static func isEntryTitle(_ line: Int, in marked: MarkedFile) -> Bool {
    guard let text = marked.file.shortString(line) else { return true }
    return !text.hasSuffix("：") && !text.hasSuffix(":")
  }

  private static func areSections(_ headings: [Heading]) -> Bool {
    let parents = headings.filter(\.hasEntries)
    let bare = parents.filter { !$0.hasText }
    return bare.count * 2 >= parents.count && !bare.isEmpty
  }
}

extension NewsletterOutline {
  /// What stands before the first heading.
  private mutating func readLead(title: BorrowedTitle?) {
    let end = headings.first?.line ?? marked.count
    guard let first = marked.nextOpen(0, before: end) else { return }
    let opening = OpeningWords.title(of: first, in: marked.file)
    outline.articles.append(
      ArticleDraft(titleLines: [], title: title ?? opening, body: first..<end, isLead: true))
  }

  private mutating func readHeadings() {
    /// The level of the article that deeper headings belong to.
    var articleLevel = Int.max
    var hasSection = false
    for (position, heading) in headings.enumerated() {
      if heading.level > articleLevel { continue }
      outline.close(before: heading.line)
      articleLevel = Int.max
      if heading.level == sectionLevel { hasSection = false }
      let next = position + 1 < headings.count ? headings[position + 1].line : marked.count
      if isSection(heading) {
        beginSection(heading, textEnd: next)
        hasSection = true
      } else {
        beginArticle(heading, inSection: hasSection)
        articleLevel = heading.level
      }
    }
  }

  private func isSection(_ heading: Heading) -> Bool {
    guard heading.hasEntries else { return false }
    return !heading.hasText || heading.level == sectionLevel && sectionsHaveEntries
  }

  private mutating func beginSection(_ heading: Heading, textEnd: Int) {
    let name = marked.file.string(heading.line).replacingLineFeeds()
    outline.sections.append(
      SectionDraft(name: SectionMark.parse(name[...]) ?? name, line: heading.line))
    marked.roles[heading.line] = .section
    guard heading.hasText, let first = marked.nextOpen(heading.line + 1, before: textEnd) else {
      return
    }
    outline.articles.append(
      ArticleDraft(
        titleLines: [], title: BorrowedTitle(text: name, line: heading.line),
        section: outline.sections.count - 1, body: first..<textEnd))
  }

  private mutating func beginArticle(_ heading: Heading, inSection: Bool) {
    let section = inSection ? outline.sections.indices.last : nil
    marked.roles[heading.line] = .title
    outline.open(
      ArticleDraft(
        titleLines: [heading.line], section: section, body: heading.line + 1..<heading.line + 1))
  }
}

extension String {
  /// The text on one line.
  func replacingLineFeeds() -> String {
    guard unicodeScalars.contains("\n") else { return self }
    var line = UnicodeScalarView()
    for scalar in unicodeScalars { line.append(scalar == "\n" ? " " : scalar) }
    return String(line)
  }
}
