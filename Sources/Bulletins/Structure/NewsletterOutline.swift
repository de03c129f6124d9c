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
    /// Whether that is no more than a sentence or two about what follows.
    var isIntroduced: Bool
    /// Whether the next heading is deeper and a title.
    var hasEntries: Bool
    /// Whether it counts the meetings or issues of a series: 第 24 期.
    var isCounted = false
    /// Whether the next headings are two or more that count a series, which is then the section.
    var hasSeries = false
    /// How many headings of the level of the next one follow below this one.
    var entryCount = 0
  }

  /// Text before the first heading becomes the leading article, titled as the head of the issue says.
  ///
  /// A title that says more than name and number is kept even where no text follows.
  init(_ marked: MarkedFile, head: NewsletterHead) {
    self.marked = marked
    headings = Self.headings(in: marked)
    let level = headings.map(\.level).min() ?? 1
    sectionLevel = level
    sectionsHaveEntries = Self.areSections(headings.filter { $0.level == level })
    readLead(head)
    readHeadings()
    outline.close(before: marked.count)
  }

  private static func headings(in marked: MarkedFile) -> [Heading] {
    let lines = marked.roles.indices.filter {
      marked.isOpen($0) && marked.file.lines[$0].isHeading
    }
    var headings = lines.enumerated().map { position, line in
      let next = position + 1 < lines.count ? lines[position + 1] : marked.count
      let level = marked.file.lines[line].headingLevel ?? 1
      let isDeeper = next < marked.count && (marked.file.lines[next].headingLevel ?? 1) > level
      let first = marked.nextOpen(line + 1, before: next)
      return Heading(
        line: line, level: level, hasText: first != nil,
        isIntroduced: isDeeper
          && (first.map { isIntroduction($0, before: next, in: marked) } ?? false),
        hasEntries: isDeeper && isEntryTitle(next, in: marked),
        isCounted: isCounted(line, in: marked))
    }
    markSeries(in: &headings)
    countEntries(of: &headings)
    return headings
  }

  private static func isCounted(_ line: Int, in marked: MarkedFile) -> Bool {
    guard let text = marked.file.shortString(line) else { return false }
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(of: "第"),
      let end = scalars[start...].firstIndex(of: "期")
    else { return false }
    let number = scalars[start..<end].dropFirst().filter { $0 != " " }
    return !number.isEmpty
      && number.allSatisfy {
        ("0"..."9").contains($0) || "一二三四五六七八九十百零〇".unicodeScalars.contains($0)
      }
  }

  private static func markSeries(in headings: inout [Heading]) {
    for position in headings.indices.dropLast(2) {
      let (first, second) = (headings[position + 1], headings[position + 2])
      guard headings[position].level < first.level, first.level == second.level, first.isCounted,
        second.isCounted
      else { continue }
      headings[position].hasSeries = true
      headings[position].hasEntries = true
    }
  }

  /// Whether the text from a line on is a paragraph of a sentence or two.
  private static func isIntroduction(_ first: Int, before end: Int, in marked: MarkedFile) -> Bool {
    marked.file.lines[first].kind == .text
      && marked.file.lines[first].text.count <= longestIntroduction
      && marked.nextOpen(first + 1, before: end) == nil
  }

  /// Eighty characters of Chinese.
  private static let longestIntroduction = 240

  /// Counts from the end what is right below each heading, with one count for each of the six levels.
  private static func countEntries(of headings: inout [Heading]) {
    var counts = [Int](repeating: 0, count: deepestLevel + 1)
    for position in headings.indices.reversed() {
      let level = min(headings[position].level, deepestLevel)
      if position + 1 < headings.count, headings[position].hasEntries {
        headings[position].entryCount = counts[min(headings[position + 1].level, deepestLevel)]
      }
      counts[level] += 1
      for deeper in (level + 1)..<(deepestLevel + 2) where deeper <= deepestLevel {
        counts[deeper] = 0
      }
    }
  }

  private static let deepestLevel = 6

  /// `Update：` opens a list, it is no title.
  private static func isEntryTitle(_ line: Int, in marked: MarkedFile) -> Bool {
    guard let text = marked.file.shortString(line) else { return true }
    // 一、 and （一） count the parts of a paper.
    if let level = InnerHeading.level(of: text[...]), level < 3 { return false }
    return !text.hasSuffix("：") && !text.hasSuffix(":")
  }

  private static func areSections(_ headings: [Heading]) -> Bool {
    let parents = headings.filter(\.hasEntries)
    let sections = parents.count { !$0.hasText || $0.isIntroduced && $0.entryCount > 1 }
    return sections * 2 >= parents.count && sections > 0
  }
}

extension NewsletterOutline {
  /// What stands before the first heading.
  private mutating func readLead(_ head: NewsletterHead) {
    let end = headings.first?.line ?? marked.count
    let first = marked.nextOpen(0, before: end)
    let opening = first.map { OpeningWords.title(of: $0, in: marked.file) }
    guard let title = head.title ?? opening, first != nil || head.isTelling else { return }
    outline.append(
      ArticleDraft(titleLines: [], title: title, body: (first ?? end)..<end, isLead: true))
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
    guard heading.hasEntries, marked.file.shortString(heading.line) != nil else { return false }
    return !heading.hasText || heading.hasSeries
      || heading.level == sectionLevel && sectionsHaveEntries
  }

  private mutating func beginSection(_ heading: Heading, textEnd: Int) {
    let name = marked.file.string(heading.line).replacingLineFeeds()
    outline.sections.append(
      SectionDraft(name: SectionMark.parse(name[...]) ?? name, line: heading.line))
    marked.roles[heading.line] = .section
    guard heading.hasText, let first = marked.nextOpen(heading.line + 1, before: textEnd) else {
      return
    }
    outline.append(
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
