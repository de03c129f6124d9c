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
  static let longestTitle = 4

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
    let beginnings = Set((Array(wanted.keys) + names).map(Self.beginning))
    var index = 0
    while let line = marked.nextOpen(index) {
      index = line + 1
      guard let first = Self.beginning(of: line, in: marked) else { continue }
      if beginnings.contains(first), let match = Self.match(line, wanted, in: marked) {
        wanted[match.title] = nil
        titles[line] = Match(entry: match.entry, lines: match.lines)
        index = (match.lines.last ?? line) + 1
      } else if beginnings.contains(first) || !Self.isLetter(first),
        let name = Self.sectionName(line, names, in: marked)
      {
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
    _ line: Int, _ names: Set<FoldedTitle>, in marked: MarkedFile
  ) -> String? {
    guard !names.isEmpty else { return nil }
    let text = marked.file.string(line)
    if names.contains(FoldedTitle(text)) { return text }
    guard let name = SectionMark.parse(text[...]), names.contains(FoldedTitle(name)) else {
      return nil
    }
    return name
  }

  /// The first two characters of a title as one number, to tell most lines from titles cheaply.
  private static func beginning(_ title: FoldedTitle) -> UInt64 {
    title.scalars.prefix(2).reduce(0) { $0 << 32 | UInt64($1.value) }
  }

  /// The beginning of a short line; nil if the line is too long to be a title.
  private static func beginning(of line: Int, in marked: MarkedFile) -> UInt64? {
    let text = marked.file.lines[line].text
    guard text.count <= ReadFile.shortByteCount else { return nil }
    return beginning(
      FoldedTitle(String(decoding: marked.file.text[text].prefix(24), as: UTF8.self)))
  }

  private static func isLetter(_ beginning: UInt64) -> Bool {
    let first = beginning >> 32 == 0 ? beginning : beginning >> 32
    return Unicode.Scalar(UInt32(first))?.properties.isAlphabetic ?? false
  }

  /// The shortest run of short lines from one on that is a title of the contents.
  private static func match(
    _ start: Int, _ wanted: [FoldedTitle: Int], in marked: MarkedFile
  ) -> (title: FoldedTitle, entry: Int, lines: [Int])? {
    var lines: [Int] = []
    var parts: [FoldedTitle] = []
    var index = start
    while lines.count < longestTitle, let line = marked.nextOpen(index, before: start + 12),
      let text = marked.file.shortString(line)
    {
      lines.append(line)
      parts.append(FoldedTitle(text))
      let title = FoldedTitle(joining: parts)
      if let entry = wanted[title] { return (title, entry, lines) }
      index = line + 1
    }
    return nil
  }
}
