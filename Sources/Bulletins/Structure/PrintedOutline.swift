/// Divides an issue in the printed form: sections under marks, titles that the contents list.
///
/// The levels of headings are no more than a hint: one issue may use three of them for its titles.
struct PrintedOutline {
  private(set) var outline = Outline()
  private(set) var marked: MarkedFile

  private let matcher: ContentsMatcher
  private let bulletinName: FoldedTitle
  /// Whether titles are headings of Markdown; otherwise any short line may be one.
  private let hasHeadings: Bool
  /// The level of the heading that is the title of the open article.
  private var openLevel: Int?
  /// Whether there was a section under a mark like 【要闻】.
  private var hasMarks = false
  /// Where the words of the editors begin that stand above the next title.
  private var preface: Int?
  /// Where the pictures begin that stand above the next text: they open no article.
  private var picture: Int?

  init(_ marked: MarkedFile, matcher: ContentsMatcher, bulletinName: String?) {
    self.marked = marked
    self.matcher = matcher
    self.bulletinName = FoldedTitle(bulletinName ?? "")
    hasHeadings = marked.roles.indices.contains {
      marked.isOpen($0) && marked.file.lines[$0].isHeading
    }
    var index = 0
    while let line = self.marked.nextOpen(index) {
      index = read(line)
    }
    if let picture, outline.articles.isEmpty { openUntitled(picture) }
    outline.close(before: marked.count)
  }

  /// Reads what begins at a line and returns where to go on.
  private mutating func read(_ line: Int) -> Int {
    if let match = matcher.titles[line] {
      return begin(match.lines, entry: match.entry)
    }
    if let name = sectionName(line) {
      hasMarks = true
      beginSection(name, at: line)
      return line + 1
    }
    if isHeading(line) { return readHeadings(from: line) }
    if isFurniture(line) {
      marked.roles[line] = .furniture
    } else if !outline.isOpen || opensEditorsNote(line) {
      return readUntitled(line)
    } else if !hasHeadings, isPlainTitle(line) {
      return begin([line], entry: nil)
    }
    return line + 1
  }

  private func isHeading(_ line: Int) -> Bool {
    marked.file.lines[line].isHeading || !hasHeadings && marked.file.lines[line].isBold
  }
}

// Sections.
extension PrintedOutline {
  private func sectionName(_ line: Int) -> String? {
    guard matcher.sections[line] != nil || !beginsWithWord(line) else { return nil }
    guard let text = marked.file.shortString(line, maximum: 90) else { return nil }
    let name = SectionMark.parse(text[...])
    if let listed = matcher.sections[line] { return name ?? listed }
    guard let name, !Self.kickers.contains(name) else { return nil }
    // Signs like ◆ stand before the points of an article too.
    guard let first = text.unicodeScalars.first, Self.brackets.contains(first) else {
      return marked.file.lines[line].isHeading || standsAboveTitle(line) ? name : nil
    }
    return name
  }

  /// Whether a line begins with a Chinese character, an ASCII letter or a digit, as most do.
  private func beginsWithWord(_ line: Int) -> Bool {
    guard let first = marked.file.text[marked.file.lines[line].text].first else { return false }
    switch first {
    case 0xE4...0xE9, UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      return true
    default: return false
    }
  }

  private func standsAboveTitle(_ line: Int) -> Bool {
    guard let next = marked.nextOpen(line + 1) else { return false }
    return marked.file.lines[next].isHeading || matcher.titles[next] != nil
  }

  private static let brackets: Set<Unicode.Scalar> = ["【", "〖", "〔", "［", "[", "「", "『", "≡"]
  /// What stands in brackets above a text without being a section.
  private static let kickers: Set<String> = ["编者按", "编者的话", "本刊讯", "本报讯", "按语"]

  private mutating func beginSection(_ name: String, at line: Int) {
    outline.close(before: line)
    outline.sections.append(SectionDraft(name: name, line: line))
    marked.roles[line] = .section
  }
}

// Titles.
extension PrintedOutline {
  private mutating func begin(_ lines: [Int], entry: Int?) -> Int {
    guard let first = lines.first, let last = lines.last else { return marked.count }
    outline.close(before: first)
    let section = outline.sections.indices.last
    var titleLines = lines
    var next = last + 1
    while let subtitle = marked.nextOpen(next), isSubtitle(subtitle) {
      titleLines.append(subtitle)
      next = subtitle + 1
    }
    marked.set(.title, titleLines)
    outline.open(
      ArticleDraft(
        titleLines: titleLines, section: section,
        preface: (picture ?? preface).map { $0..<first } ?? 0..<0,
        body: next..<next, entry: entry))
    preface = nil
    picture = nil
    openLevel = marked.file.lines[first].headingLevel
    return next
  }

  /// A line that begins with a dash, right under a title.
  private func isSubtitle(_ line: Int) -> Bool {
    guard matcher.titles[line] == nil, let text = marked.file.shortString(line) else {
      return false
    }
    return text.hasPrefix("——") || text.hasPrefix("──") || text.hasPrefix("―")
  }

  /// Reads headings with no text between them.
  private mutating func readHeadings(from start: Int) -> Int {
    var group: [Int] = []
    var index = start
    while let line = marked.nextOpen(index), isHeading(line) {
      guard line == start || matcher.titles[line] == nil && sectionName(line) == nil else { break }
      group.append(line)
      index = line + 1
    }
    let last = group.last ?? start
    group.removeAll { line in
      guard isRunningHead(line) else { return false }
      marked.roles[line] = .furniture
      return true
    }
    guard group.count <= ContentsMatcher.longestTitle else { return readList(group) }
    guard let title = titleLines(of: group) else { return last + 1 }
    if let name = plainSection(title) {
      beginSection(name, at: title[0])
      return title[0] + 1
    }
    return begin(title, entry: nil)
  }

  /// Reads more headings than a title is spread over: each is one of its own.
  private mutating func readList(_ headings: [Int]) -> Int {
    for line in headings where !outline.isOpen || !isInnerHeading(line) {
      _ = begin([line], entry: nil)
    }
    return (headings.last ?? marked.count) + 1
  }

  /// The headings at the start of a group that are one title; nil if they are inner headings.
  private func titleLines(of group: [Int]) -> [Int]? {
    guard let first = group.first else { return nil }
    if outline.isOpen, isInnerHeading(first) { return nil }
    let rest = group.dropFirst().prefix { !isNumbered($0) }
    return [first] + rest
  }

  private func isInnerHeading(_ line: Int) -> Bool {
    if isNumbered(line) { return true }
    guard matcher.isReliable, let openLevel else { return false }
    return (marked.file.lines[line].headingLevel ?? Int.max) > openLevel
  }

  private func isNumbered(_ line: Int) -> Bool {
    guard let text = marked.file.shortString(line) else { return false }
    return InnerHeading.level(of: text[...]) != nil
  }

  /// A heading above a deeper one that is the first of several at its level is a section, in a file
  /// that has neither contents nor marks to tell.
  private func plainSection(_ group: [Int]) -> String? {
    guard !hasMarks, matcher.entryCount == 0, group.count > 1,
      let level = marked.file.lines[group[0]].headingLevel,
      let inner = marked.file.lines[group[1]].headingLevel, inner > level
    else { return nil }
    var siblings = 1
    var index = group[group.count - 1] + 1
    while let line = marked.nextOpen(index), siblings < 2 {
      if let next = marked.file.lines[line].headingLevel {
        if next <= level { break }
        if next == inner, !isNumbered(line) { siblings += 1 }
      }
      index = line + 1
    }
    return siblings > 1 ? marked.file.shortString(group[0]) : nil
  }

  private func isRunningHead(_ line: Int) -> Bool {
    // With a wide blank behind each character a name takes eight bytes a character at most.
    let count = marked.file.lines[line].text.count
    guard !bulletinName.isEmpty, count <= bulletinName.scalars.count * 8,
      let text = marked.file.shortString(line)
    else { return false }
    return FoldedTitle(text) == bulletinName
  }
}

// Lines that are no headings.
extension PrintedOutline {
  private func isFurniture(_ line: Int) -> Bool {
    guard let text = marked.file.shortString(line, maximum: Self.longestFurniture) else {
      return false
    }
    return PageFurniture.matches(text[...]) || isRunningHead(line)
  }

  /// 第 123 页 共 456 页 with blanks, and the names of bulletins.
  private static let longestFurniture = 90

  /// Text that stands under no title: the first line is the title if it looks like one.
  private mutating func readUntitled(_ line: Int) -> Int {
    if opensEditorsNote(line) {
      outline.close(before: line)
      preface = preface ?? line
      return line + 1
    }
    if marked.file.lines[line].kind == .image {
      picture = picture ?? line
      return line + 1
    }
    if isTitleLike(line) { return begin([line], entry: nil) }
    outline.close(before: line)
    openUntitled(line)
    return line + 1
  }

  private mutating func openUntitled(_ line: Int) {
    let section = outline.sections.indices.last
    let start = picture ?? line
    outline.open(
      ArticleDraft(
        titleLines: [], title: OpeningWords.title(of: line, in: marked.file), section: section,
        body: start..<start))
    picture = nil
    openLevel = nil
  }

  /// 编者按：… stands above the title of the article that it introduces.
  private func opensEditorsNote(_ line: Int) -> Bool {
    let text = marked.file.text[marked.file.lines[line].text]
    guard preface != nil || EditorsNote.begins(text) else { return false }
    var next = line
    for _ in 0..<Self.longestEditorsNote {
      guard let following = marked.nextOpen(next + 1) else { return false }
      if isHeading(following) || matcher.titles[following] != nil { return true }
      next = following
    }
    return false
  }

  /// How many paragraphs a note of the editors has at most.
  private static let longestEditorsNote = 3

  /// A short line without a stop, above a longer one.
  private func isTitleLike(_ line: Int) -> Bool {
    guard let text = marked.file.shortString(line, maximum: Self.longestPlainTitle),
      marked.roles[line] == .paragraph, InnerHeading.level(of: text[...]) == nil,
      let last = text.unicodeScalars.last, !"。；，：、）)".unicodeScalars.contains(last),
      let next = marked.nextOpen(line + 1)
    else { return false }
    return marked.file.lines[next].text.count > marked.file.lines[line].text.count
  }

  /// Fifty characters of Chinese.
  private static let longestPlainTitle = 150

  /// In a file without headings: a line like a title where the article before has ended with a
  /// byline.
  private func isPlainTitle(_ line: Int) -> Bool {
    guard isTitleLike(line), let before = marked.previousOpen(line) else { return false }
    let scalars = marked.file.string(before).unicodeScalars
    return scalars.last == "）"
      && Byline.trailing(in: Substring(scalars.suffix(Self.bylineLength))) != nil
  }

  private static let bylineLength = 80
}
