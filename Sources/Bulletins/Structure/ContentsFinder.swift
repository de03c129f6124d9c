/// Finds the 目录 and reads its entries.
struct ContentsFinder {
  /// The entries, without what article they name.
  private(set) var entries: [ContentsEntry] = []
  /// The lines that the contents take, the heading among them.
  private(set) var lines: [Int] = []

  private let marked: MarkedFile
  /// How often a short line occurs; an entry without a page has to occur again as a title.
  private lazy var occurrences = Self.occurrences(in: marked)
  private var section: String?
  /// Whether no entry so far has a page.
  private var isPageless = true
  private var seen: Set<FoldedTitle> = []

  /// Reads the contents of a file; there are no entries if it has none.
  init(_ marked: MarkedFile) {
    self.marked = marked
    guard let start = Self.headingLine(in: marked) else {
      readRun()
      return
    }
    read(from: start + 1)
    guard isConvincing() else {
      discard()
      return
    }
    joinWrappedTitles()
    lines.insert(start, at: 0)
  }

  private static func occurrences(in marked: MarkedFile) -> [FoldedTitle: Int] {
    var result: [FoldedTitle: Int] = [:]
    for index in marked.roles.indices where marked.isOpen(index) {
      guard let text = marked.file.shortString(index) else { continue }
      result[FoldedTitle(text), default: 0] += 1
    }
    return result
  }

  private static func headingLine(in marked: MarkedFile) -> Int? {
    marked.roles.indices.first { index in
      guard marked.isOpen(index), let text = marked.file.shortString(index, maximum: 60) else {
        return false
      }
      return ContentsLine.isHeading(text[...])
    }
  }

  /// The page at the end of most lines makes a list the contents; without pages the titles have to
  /// occur again.
  private mutating func isConvincing() -> Bool {
    let titles = zip(entries, lines).filter { !$0.0.isSection }
    let paged = titles.count { $0.0.page != nil }
    guard !titles.isEmpty, titles.count <= ArticleLimit.count else { return false }
    guard paged * 2 <= titles.count else { return true }
    var recurring = 0
    for (entry, line) in titles where recurs(FoldedTitle(entry.title), marked.file.string(line)) {
      recurring += 1
    }
    return recurring * 2 >= titles.count
  }

  private mutating func discard() {
    entries = []
    lines = []
    isPageless = true
  }
}

extension ContentsFinder {
  private mutating func read(from start: Int) {
    var index = start
    var followsBlank = false
    while index < marked.count {
      if marked.isOpen(index) {
        guard entries.count <= 2 * ArticleLimit.count,
          add(index, followsBlank: followsBlank && !entries.isEmpty)
        else { break }
        followsBlank = false
      } else if marked.roles[index] == .blank {
        followsBlank = true
      }
      index += 1
    }
  }

  /// Adds a line to the contents; returns false if it does not belong to them.
  private mutating func add(_ index: Int, followsBlank: Bool) -> Bool {
    guard let text = marked.file.shortString(index), let line = ContentsLine.parse(text[...]) else {
      return false
    }
    guard line.page != nil || mayLackPage(line, text, index, followsBlank: followsBlank) else {
      return false
    }
    seen.insert(FoldedTitle(line.title))
    append(line, index)
    return true
  }

  /// Whether a line without a page belongs to the contents: it stands right below another entry, or
  /// it is a title that occurs again.
  private mutating func mayLackPage(
    _ line: ContentsLine, _ text: String, _ index: Int, followsBlank: Bool
  ) -> Bool {
    let title = FoldedTitle(line.title)
    guard !seen.contains(title) else { return false }
    let kind = marked.file.lines[index].kind
    let isLikeLast = lines.last.map { marked.file.lines[$0].kind == kind } ?? true
    if !marked.file.lines[index].isHeading, isLikeLast, !followsBlank, !Self.endsSentence(text) {
      return true
    }
    return isPageless && recurs(title, text)
  }

  /// Whether a title occurs on another line than its own.
  private mutating func recurs(_ title: FoldedTitle, _ text: String) -> Bool {
    let line = FoldedTitle(text)
    return (occurrences[line] ?? 0) > 1 || title != line && (occurrences[title] ?? 0) > 0
  }

  private mutating func append(_ line: ContentsLine, _ index: Int) {
    if line.isSection { section = line.title }
    if line.page != nil { isPageless = false }
    entries.append(
      ContentsEntry(
        title: line.title, section: section, isSection: line.isSection, page: line.page,
        line: marked.file.lines[index].numbers.lowerBound))
    lines.append(index)
  }

  private static func endsSentence(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last else { return true }
    return "。；，：".unicodeScalars.contains(last)
  }

  /// A title without a page above one with a page is its first half if the body has the two as one.
  private mutating func joinWrappedTitles() {
    var joined: [ContentsEntry] = []
    for entry in entries {
      if let first = joined.last, first.page == nil, !first.isSection, !entry.isSection,
        entry.page != nil
      {
        let title = first.title + entry.title
        let isWhole = (occurrences[FoldedTitle(title)] ?? 0) > 0
        let isHalf = (occurrences[FoldedTitle(first.title)] ?? 0) <= 1
        if isWhole, isHalf {
          joined[joined.count - 1].title = title
          joined[joined.count - 1].page = entry.page
          continue
        }
      }
      joined.append(entry)
    }
    entries = joined
  }

  /// How many lines with a leader and a page make a list the contents without a heading.
  private static let shortestRun = 3

  /// Reads the first run of lines with pages.
  private mutating func readRun() {
    for index in marked.roles.indices where marked.isOpen(index) {
      if endsWithPage(index), let text = marked.file.shortString(index),
        let line = ContentsLine.parse(text[...]), line.page != nil, let leader = line.leader,
        leader != .slash
      {
        append(line, index)
      } else if entries.count >= Self.shortestRun {
        return
      } else if !entries.isEmpty {
        discard()
        section = nil
      }
    }
    if entries.count < Self.shortestRun || entries.count > ArticleLimit.count { discard() }
  }

  /// A cheap look at the last byte of a line: an ASCII or a full-width digit.
  private func endsWithPage(_ index: Int) -> Bool {
    let range = marked.file.lines[index].text
    guard range.count <= ReadFile.shortByteCount, let last = marked.file.text[range].last else {
      return false
    }
    return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last) || (0x90...0x99).contains(last)
  }
}
