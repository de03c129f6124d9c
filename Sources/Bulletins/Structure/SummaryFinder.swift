/// Finds contents that are printed as a text: below 新闻摘要, 内容提要 or 本期节目主要内容, what each article is about.
///
/// Such a text repeats the titles of the articles, with numbers before them and `；` behind. Only where it does are its
/// lines contents; else it is an article like any other.
struct SummaryFinder {
  /// The entries, each with the number of its article if one has the title.
  private(set) var entries: [ContentsEntry] = []
  private(set) var outline: Outline
  private(set) var marked: MarkedFile

  /// With fewer one cannot see what they are.
  private static let fewestItems = 2
  /// A longer list is data.
  private static let mostLines = 1_000

  /// Takes the first text of this kind out of an outline.
  ///
  /// Takes time linear in the size of the file.
  init(_ outline: Outline, in marked: MarkedFile) {
    self.outline = outline
    self.marked = marked
    let article = outline.articles.indices.first { index in
      names(of: outline.articles[index]).contains(where: ContentsLine.isSummaryHeading)
    }
    guard let article else { return }
    take(article)
  }

  /// What an article is called, and its first line, which may say the same below the name of the bulletin.
  private func names(of article: ArticleDraft) -> [String] {
    let title = article.titleLines.first.map { marked.file.shortString($0) } ?? article.title?.text
    let first = marked.nextOpen(article.body.lowerBound, before: article.body.upperBound)
    return [title, first.flatMap { marked.file.shortString($0) }].compactMap(\.self)
  }

  private mutating func take(_ index: Int) {
    let article = outline.articles[index]
    let lines = article.body.filter { marked.isOpen($0) }
    guard lines.count <= Self.mostLines else { return }
    var items: [(text: String, line: Int)] = []
    for line in lines {
      // What is longer is no list of titles.
      guard let text = marked.file.shortString(line, maximum: Self.longestLine) else { return }
      items += Self.items(of: text).map { ($0, line) }
    }
    let titles = titles(besides: index)
    let printed = printed(besides: article)
    let known = items.count {
      let item = FoldedTitle($0.text)
      return titles[item] != nil || printed.contains(item)
    }
    guard known >= Self.fewestItems, known * 10 >= items.count * 7 else { return }
    outline.articles.remove(at: index)
    marked.set(.contents, article.titleLines)
    marked.set(.contents, lines)
    for (text, line) in items {
      let number = titles[FoldedTitle(text)].map { $0 > index ? $0 - 1 : $0 }
      if let number { outline.articles[number].entry = entries.count }
      entries.append(
        ContentsEntry(
          title: text, section: nil, isSection: false, page: nil,
          line: marked.file.lines[line].numbers.lowerBound))
    }
  }

  /// A thousand characters: some print all in one paragraph.
  private static let longestLine = 3_000

  /// The titles of the other articles and where they are.
  private func titles(besides own: Int) -> [FoldedTitle: Int] {
    var titles: [FoldedTitle: Int] = [:]
    for (index, article) in outline.articles.enumerated() where index != own {
      let text = article.titleLines.first.flatMap { marked.file.shortString($0) }
      guard let text = text ?? article.title?.text else { continue }
      let title = FoldedTitle(Self.bare(text[...]))
      if !title.isEmpty, titles[title] == nil { titles[title] = index }
    }
    return titles
  }

  /// The short lines outside of an article: of news in brief, several stand in one.
  private func printed(besides article: ArticleDraft) -> Set<FoldedTitle> {
    var lines: Set<FoldedTitle> = []
    for line in marked.roles.indices where marked.isOpen(line) && !article.body.contains(line) {
      guard let text = marked.file.shortString(line) else { continue }
      lines.insert(FoldedTitle(Self.bare(text[...])))
    }
    return lines
  }

  /// The titles that a line has, without numbers and the marks behind them; 国内快讯： opens a list and is none.
  static func items(of line: String) -> [String] {
    line.unicodeScalars.split { "；;\n".unicodeScalars.contains($0) }
      .map { Substring($0).trimmed }
      .filter { !$0.hasSuffix("：") && !$0.hasSuffix(":") }
      .map(bare)
      .filter { text in text.unicodeScalars.contains { $0.properties.isAlphabetic } }
  }

  /// A title without its number and the stop behind it.
  private static func bare(_ title: Substring) -> String {
    var scalars = InnerHeading.withoutNumber(title).trimmed.unicodeScalars
    while let last = scalars.last, "。；;.，,".unicodeScalars.contains(last) {
      scalars = scalars.dropLast()
    }
    return String(Substring(scalars).trimmed)
  }
}
