/// Finds the titles of the contents in the body.
struct ContentsMatcher {
  struct Match {
    var entry: Int
    var lines: [Int]
  }

  /// The titles found, by the first line of each.
  private(set) var titles: [Int: Match] = [:]
  /// The lines that are names of sections in the contents.
  private(set) var sections: [Int: String] = [:]
  let entryCount: Int

  /// Over how many lines a title may be spread.
  private static let longestTitle = 4

  init(_ entries: [ContentsEntry], in marked: MarkedFile) {
    entryCount = entries.count { !$0.isSection }
    guard !entries.isEmpty else { return }
    var wanted: [FoldedTitle: Int] = [:]
    var names: Set<FoldedTitle> = []
    for (index, entry) in entries.enumerated() {
      let title = FoldedTitle(entry.title)
      if entry.isSection {
        names.insert(title)
      } else if !title.isEmpty, wanted[title] == nil {
        wanted[title] = index
      }
    }
    let beginnings = Set((Array(wanted.keys) + names).compactMap(\.scalars.first))
    var index = 0
    while let line = marked.nextOpen(index) {
      index = line + 1
      guard Self.mayBeTitle(line, beginnings, in: marked) else { continue }
      let group = Self.shortLines(from: line, in: marked)
      guard let first = group.first else { continue }
      if let match = Self.match(group, wanted) {
        wanted[match.title] = nil
        titles[line] = Match(entry: match.entry, lines: match.lines)
        index = (match.lines.last ?? line) + 1
      } else if let name = Self.sectionName(first, names, in: marked) {
        sections[line] = name
      }
    }
  }

  /// Whether the contents name so many of the titles that a heading which they do not name is
  /// likely to be none.
  var isReliable: Bool {
    entryCount >= 3 && titles.count * 5 >= entryCount * 4
  }

  /// The name of a section of the contents, with or without a mark around it.
  private static func sectionName(
    _ candidate: Candidate, _ names: Set<FoldedTitle>, in marked: MarkedFile
  ) -> String? {
    let text = marked.file.string(candidate.line)
    if names.contains(candidate.title) { return text }
    guard let name = SectionMark.parse(text[...]), names.contains(FoldedTitle(name)) else {
      return nil
    }
    return name
  }

  /// The cheap test before the comparison: most lines are long or begin with another character than
  /// any title, with or without a mark in front.
  private static func mayBeTitle(
    _ line: Int, _ beginnings: Set<Unicode.Scalar>, in marked: MarkedFile
  ) -> Bool {
    let text = marked.file.lines[line].text
    guard text.count <= ReadFile.shortByteCount else { return false }
    let head = FoldedTitle(String(decoding: marked.file.text[text].prefix(24), as: UTF8.self))
    guard let first = head.scalars.first else { return false }
    return beginnings.contains(first) || !first.properties.isAlphabetic
  }

  private typealias Candidate = (line: Int, title: FoldedTitle)

  private static func match(
    _ group: [Candidate], _ wanted: [FoldedTitle: Int]
  ) -> (title: FoldedTitle, entry: Int, lines: [Int])? {
    for count in stride(from: group.count, to: 0, by: -1) {
      let parts = group.prefix(count)
      let title = FoldedTitle(joining: parts.map(\.title))
      if let entry = wanted[title] { return (title, entry, parts.map(\.line)) }
    }
    return nil
  }

  /// The short lines from one on, up to the first that is none.
  private static func shortLines(from start: Int, in marked: MarkedFile) -> [Candidate] {
    var result: [Candidate] = []
    var index = start
    while result.count < longestTitle, let line = marked.nextOpen(index, before: start + 12),
      let text = marked.file.shortString(line)
    {
      result.append((line, FoldedTitle(text)))
      index = line + 1
    }
    return result
  }
}
