/// Looks through the lines of a page with what is known of pages: which is the headline, which say
/// when and by whom, and which are boilerplate though no tag says so.
struct PageLines {
  private(set) var file: ReadFile
  private(set) var info = PageInfo()
  private let head: PageHead

  /// How many lines with text are looked at for the headline, and behind it for the date.
  private static let searchedLineCount = 60
  private static let infoLineCount = 6

  init(_ file: ReadFile, head: PageHead, headline: Range<Int>?) {
    self.file = file
    self.head = head
    findHeadline(marked: headline)
    readLeadingLines()
    let date = readInfoLines()
    readTrailingLines()
    info.claims = [claim, IssueClaim(place: .text, date: date)]
    info.author = head.author
    self.file.page = info
  }

  /// What the head of the page says.
  private var claim: IssueClaim {
    let issue = head.titleParts.lazy.compactMap { IssueLine.parseHeading($0[...]) }.first
    return IssueClaim(
      place: .pageHead, name: issue?.name ?? name,
      title: info.headline.map { file.string($0).replacingLineFeeds() }, number: issue?.number,
      date: head.date ?? issue?.date)
  }

  private func isOpen(_ index: Int) -> Bool {
    switch file.lines[index].kind {
    case .furniture, .rule, .markup: false
    default: !file.lines[index].text.isEmpty
    }
  }

  private mutating func setFurniture(_ index: Int) {
    file.lines[index].kind = .furniture
  }
}

// The headline.
extension PageLines {
  private var candidates: [Int] {
    Array(file.lines.indices.lazy.filter { isOpen($0) }.prefix(Self.searchedLineCount))
  }

  private mutating func findHeadline(marked: Range<Int>?) {
    let candidates = candidates
    guard let line = headline(among: candidates, marked: marked), file.shortString(line) != nil
    else { return }
    info.headline = line
    let text = file.string(line)
    let isNamed = marked != nil || head.headline != nil || name != nil
    info.isArticle = isNamed && !PageWords.isIssueName(text)
    if !file.lines[line].isHeading { file.lines[line].kind = .heading(level: 1) }
    // The name of the site is the first heading on many pages.
    guard let name, let heading = candidates.first, heading < line, file.lines[heading].isHeading,
      isEqual(heading, FoldedTitle(name))
    else { return }
    setFurniture(heading)
  }

  /// The line that is marked as the headline, or that says the same as the title of the page.
  private func headline(among candidates: [Int], marked: Range<Int>?) -> Int? {
    if let marked {
      let line = candidates.first { marked.contains(file.visibleBytes($0).lowerBound) }
      if let line { return line }
    }
    let titles = ([head.headline] + head.titleParts + [head.title]).compactMap(\.self)
      .map { FoldedTitle($0) }
    // The name of the site, which the title has too, stands above.
    let headings = titles.compactMap { title in
      candidates.first { file.lines[$0].isHeading && isEqual($0, title) }
    }
    return headings.max()
      ?? titles.first.flatMap { title in candidates.first { isEqual($0, title) } }
  }

  private func isEqual(_ line: Int, _ title: FoldedTitle) -> Bool {
    guard let text = file.shortString(line), !title.isEmpty else { return false }
    return FoldedTitle(text) == title
  }

  /// What the page calls its site, or the last part of its title that is not the headline.
  private var name: String? {
    let headline = info.headline.map { FoldedTitle(file.string($0)) }
    if let site = head.siteName, FoldedTitle(site) != headline { return site }
    return head.titleParts.last { FoldedTitle($0) != headline }
  }
}

// Lines above and below the article.
extension PageLines {
  private mutating func readLeadingLines() {
    var isMenu = false
    var count = 0
    for index in file.lines.indices where isOpen(index) {
      count += 1
      let line = file.lines[index]
      guard !line.isHeading, count <= Self.searchedLineCount else { return }
      guard let text = file.shortString(index) else { return }
      if isMenu, line.kind == .listItem, text.utf8.count <= PageWords.longestMenuItem {
        setFurniture(index)
        continue
      }
      isMenu = line.kind == .listItem && PageWords.isHome(text)
      if isMenu || PageWords.isTrail(text) { setFurniture(index) }
    }
  }

  /// Returns the date that a line right below the headline gives.
  private mutating func readInfoLines() -> IssueDate? {
    var date: IssueDate?
    var count = 0
    for index in file.lines.indices.dropFirst((info.headline ?? firstHeading ?? -1) + 1) {
      let isFurniture = file.lines[index].kind == .furniture
      guard isOpen(index) || isFurniture else { continue }
      count += 1
      guard count <= Self.infoLineCount, !file.lines[index].isHeading,
        let text = file.shortString(index), !text.contains("。")
      else { break }
      let found = PageWords.info(text)
      date = date ?? found.date ?? (isFurniture ? PageWords.firstDate(in: text) : nil)
      if found.isInfo { setFurniture(index) }
    }
    return date
  }

  private var firstHeading: Int? {
    file.lines.indices.first { isOpen($0) && file.lines[$0].isHeading }
  }

  /// From the end upwards to the last sentence.
  private mutating func readTrailingLines() {
    var pending: [Int] = []
    for index in file.lines.indices.reversed() where isOpen(index) {
      guard index > info.headline ?? 0, pending.count < Self.searchedLineCount,
        let text = file.shortString(index)
      else { return }
      if PageWords.isTrailing(text) {
        setFurniture(index)
      } else if PageWords.isRelatedHeading(text), mayEnd(index) {
        for line in pending + [index] { setFurniture(line) }
        pending = []
      } else if text.contains("。") {
        return
      } else {
        pending.append(index)
      }
    }
  }

  /// Whether the heading is not one of several that have texts below: a newsletter may end with
  /// links.
  private func mayEnd(_ index: Int) -> Bool {
    guard let level = file.lines[index].headingLevel else { return true }
    return !file.lines.indices.prefix(index).contains {
      isOpen($0) && file.lines[$0].headingLevel == level
    }
  }
}
