/// Gives the entries whose title the body does not have as it is to the articles whose titles come
/// nearest.
struct EntryMatcher {
  private let entries: [ContentsEntry]

  /// How many articles are compared with an entry.
  private static let longestSearch = 20

  /// In bytes: as many lines as a title may have, each as long as a line of the contents may be.
  private static let longestTitle = ContentsMatcher.longestTitle * ReadFile.shortByteCount

  init(_ entries: [ContentsEntry]) {
    self.entries = entries
  }

  /// Looks between the articles of the entries before and after, for contents and body are in the
  /// same order; by the beginning first, then by the number of characters that differ.
  func match(_ outline: inout Outline, in marked: MarkedFile) {
    guard !entries.isEmpty else { return }
    var articleOfEntry: [Int: Int] = [:]
    for (index, article) in outline.articles.enumerated() {
      if let entry = article.entry { articleOfEntry[entry] = index }
    }
    var start = 0
    for (index, entry) in entries.enumerated() where !entry.isSection {
      if let article = articleOfEntry[index] {
        start = article + 1
        continue
      }
      let candidates = outline.articles.indices.dropFirst(start).prefix(Self.longestSearch)
        .prefix { outline.articles[$0].entry == nil }
      let wanted = FoldedTitle(entry.title)
      let titles = candidates.map { (index: $0, title: title(of: outline.articles[$0], marked)) }
      let found =
        titles.first { $0.title.isNearlyPrefix(of: wanted) }
        ?? titles.first { $0.title.isNearlyEqual(to: wanted) }
      guard let found else { continue }
      outline.articles[found.index].entry = index
      start = found.index + 1
    }
  }

  /// The title of an article, empty if it is too long to be one of the contents.
  private func title(of article: ArticleDraft, _ marked: MarkedFile) -> FoldedTitle {
    let byteCount = article.titleLines.reduce(0) { $0 + marked.file.lines[$1].text.count }
    guard byteCount <= Self.longestTitle else { return FoldedTitle("") }
    return FoldedTitle(joining: article.titleLines.map { FoldedTitle(marked.file.string($0)) })
  }
}
